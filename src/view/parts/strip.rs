//! The questions of a section in one row.

use yew::prelude::*;

use crate::view::parts::square::{self, Size, Square};

/// One question of the strip.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StripEntry {
    /// Its square; `href` and `words` are needed.
    pub(crate) square: Square,
    /// Whether it is the one shown.
    pub(crate) current: bool,
}

/// The strip above a section.
///
/// Accessibility: a named `nav` with a list; targets of 44 px around squares of 28; wraps, never
/// scrolls sideways; the current one has a line below and `aria-current`. A square says whether
/// there is an answer, never which.
pub(crate) fn strip(label: AttrValue, entries: Vec<StripEntry>) -> Html {
    html! {
        <nav class="strip" aria-label={label}>
            <ol>
                for entry in entries {
                    <li key={entry.square.key.clone()}>{ one(&entry) }</li>
                }
            </ol>
        </nav>
    }
}

fn one(entry: &StripEntry) -> Html {
    let Square { shade, cut, label, words, href, .. } = entry.square.clone();
    html! {
        <a {href} aria-label={words} aria-current={entry.current.then_some("true")}>
            <span class={square::classes(shade, cut, Size::Strip)}>
                <b>{ label.unwrap_or_default() }</b>
            </span>
        </a>
    }
}
