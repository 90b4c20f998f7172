//! Lists of things with something to do: what is open, formats to save, what is on this device.

use yew::prelude::*;
use yew::virtual_dom::Key;

/// One entry. All four places are always there; an empty one takes no room.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    /// Tells it apart from the others.
    pub(crate) key: Key,
    /// A square, before everything.
    pub(crate) mark: Html,
    /// What it is; `<b>` for a name, `<span class="hint">` for what follows below.
    pub(crate) text: Html,
    /// In the middle: format and size, who could know.
    pub(crate) note: Html,
    /// At the end: what can be done.
    pub(crate) end: Html,
}

/// A list whose columns line up; stacked where the page is narrow.
///
/// Accessibility: a real list; buttons in it say which entry they mean.
pub(crate) fn list(entries: Vec<Entry>) -> Html {
    html! {
        <ul class="list">
            for entry in entries {
                <li key={entry.key}>
                    <div class="mark-of">{ entry.mark }</div>
                    <div class="text">{ entry.text }</div>
                    <div class="note">{ entry.note }</div>
                    <div class="end">{ entry.end }</div>
                </li>
            }
        </ul>
    }
}

/// Squares in a row, as a list.
pub(crate) fn tags(squares: Vec<super::square::Square>) -> Html {
    html! {
        <ul class="tags">
            for one in &squares {
                <li key={one.key.clone()}>{ super::square::square(one, super::square::Size::Tag) }</li>
            }
        </ul>
    }
}
