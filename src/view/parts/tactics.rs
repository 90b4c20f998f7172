//! Tactics by phase, in a result.

use yew::prelude::*;
use yew::virtual_dom::Key;

use super::square::{self, Shade};

/// One phase.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Column {
    /// Tells it apart from the others.
    pub(crate) key: Key,
    /// Its name.
    pub(crate) name: AttrValue,
    /// "4 of 11 in use".
    pub(crate) summary: Option<AttrValue>,
    /// Its tactics.
    pub(crate) tactics: Vec<TacticLine>,
}

/// One tactic.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TacticLine {
    /// Tells it apart from the others.
    pub(crate) key: Key,
    /// Its state.
    pub(crate) shade: Shade,
    /// Its state in words; read out, and seen in the legend.
    pub(crate) state: AttrValue,
    /// Its name.
    pub(crate) name: AttrValue,
    /// Effect and how it is known, and the like.
    pub(crate) detail: Option<AttrValue>,
}

/// Columns of tactics, stacked where the page is narrow.
///
/// Accessibility: headings with lists; the glyph is hidden and the state is read in words.
pub(crate) fn tactics(columns: Vec<Column>) -> Html {
    html! {
        <div class="tactics">
            for column in columns {
                <section key={column.key}>
                    <h3>{ column.name }</h3>
                    if let Some(summary) = column.summary {
                        <p class="summary">{ summary }</p>
                    }
                    <ul>
                        for tactic in column.tactics {
                            <li key={tactic.key.clone()}>{ line(tactic) }</li>
                        }
                    </ul>
                </section>
            }
        </div>
    }
}

fn line(tactic: TacticLine) -> Html {
    html! {
        <>
            { square::glyph(tactic.shade) }
            <div>
                <span class="unseen">{ tactic.state }{ ": " }</span>
                { tactic.name }
                if let Some(detail) = tactic.detail {
                    <span class="detail">{ detail }</span>
                }
            </div>
        </>
    }
}
