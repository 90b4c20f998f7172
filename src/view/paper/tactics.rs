//! Tactics by phase, side by side. They are never added up across phases.

use domain::report::{Glyph, TacticColumn};
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::view::parts::square::{self, Shade};
use crate::view::parts::tactics::{self, Column, TacticLine};

pub(super) fn tactics(columns: &[TacticColumn]) -> Html {
    let drawn = columns.iter().enumerate().map(|(at, column)| Column {
        key: Key::from(at),
        name: column.name.clone().into(),
        summary: column.summary.clone().map(Into::into),
        tactics: column
            .tactics
            .iter()
            .enumerate()
            .map(|(at, tactic)| TacticLine {
                key: Key::from(at),
                shade: shade(tactic.glyph),
                state: tactic.state.clone().into(),
                name: tactic.name.clone().into(),
                detail: tactic.detail.clone().map(Into::into),
            })
            .collect(),
    });
    html! { <>{ tactics::tactics(drawn.collect()) }{ square::legend(legend(columns)) }</> }
}

/// The states that occur, with their words, from in use to no answer.
fn legend(columns: &[TacticColumn]) -> Vec<(Shade, bool, AttrValue)> {
    const ORDER: [Glyph; 6] =
        [Glyph::Used, Glyph::Planned, Glyph::Unused, Glyph::Unknown, Glyph::Unfit, Glyph::Open];
    ORDER
        .into_iter()
        .filter_map(|glyph| {
            let all = columns.iter().flat_map(|column| &column.tactics);
            let found = all.into_iter().find(|tactic| tactic.glyph == glyph)?;
            Some((shade(glyph), false, found.state.clone().into()))
        })
        .collect()
}

fn shade(glyph: Glyph) -> Shade {
    match glyph {
        Glyph::Used => Shade::Full,
        Glyph::Planned => Shade::Half,
        Glyph::Unused => Shade::Empty,
        Glyph::Unknown => Shade::Hatched,
        Glyph::Unfit => Shade::Dashed,
        Glyph::Open => Shade::Dot,
    }
}
