//! The few drawn signs. Each stands beside words that say the same, so none is read out.

use yew::prelude::*;

/// A closed lock.
pub(crate) const LOCK: &str = "M3 7.5h10v6H3zM5 7.5V5a3 3 0 0 1 6 0v2.5";
/// A sheet of paper.
pub(crate) const SHEET: &str = "M4 2h5l3 3v9H4zM9 2v3h3";
/// A tick.
pub(crate) const TICK: &str = "m3 8.5 3 3 7-7";
/// A ring that is not closed.
pub(crate) const RING: &str = "M8 2.5A5.5 5.5 0 1 0 13.5 8";
/// A triangle with a mark.
pub(crate) const TRIANGLE: &str = "M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.5v.5";

/// A sign.
pub(crate) fn icon(path: &'static str) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg>
    }
}
