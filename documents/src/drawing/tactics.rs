//! Tactics by phase, side by side, stacked where the page is narrow. They are never added up across
//! phases.

use domain::drawing::Node;
use domain::report::{Glyph, TacticColumn, TacticRow};

use super::square::{glyph, legend};
use super::{element, text};

/// Accessibility: headings with lists; the glyph is hidden and the state is read in words.
pub(super) fn tactics(columns: &[TacticColumn]) -> Vec<Node> {
    vec![element("div", "tactics", columns.iter().map(column).collect()), legend(states(columns))]
}

fn column(column: &TacticColumn) -> Node {
    let mut inside = vec![text("h3", "", &column.name)];
    if let Some(summary) = &column.summary {
        inside.push(text("p", "summary", summary));
    }
    inside.push(element("ul", "", column.tactics.iter().map(tactic).collect()));
    element("section", "", inside)
}

fn tactic(tactic: &TacticRow) -> Node {
    let state = text("span", "unseen", &format!("{}: ", tactic.state));
    let mut says = vec![state, tactic.name.as_str().into()];
    if let Some(detail) = &tactic.detail {
        says.push(text("span", "detail", detail));
    }
    element("li", "", vec![glyph(shape(tactic.glyph)), element("div", "", says)])
}

/// The states that occur, with their words, from in use to no answer.
fn states(columns: &[TacticColumn]) -> Vec<(&str, &str)> {
    const ORDER: [Glyph; 6] =
        [Glyph::Used, Glyph::Planned, Glyph::Unused, Glyph::Unknown, Glyph::Unfit, Glyph::Open];
    ORDER
        .into_iter()
        .filter_map(|glyph| {
            let mut all = columns.iter().flat_map(|column| &column.tactics);
            all.find(|tactic| tactic.glyph == glyph)
                .map(|found| (shape(glyph), found.state.as_str()))
        })
        .collect()
}

fn shape(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Used => "full",
        Glyph::Planned => "half",
        Glyph::Unused => "empty",
        Glyph::Unknown => "hatched",
        Glyph::Unfit => "dashed",
        Glyph::Open => "dot",
    }
}
