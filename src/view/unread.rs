//! How a list speaks of an assessment on this device that cannot be opened as it is.

use domain::texts::later as key;
use editor::keeping::{Unread, Unreadable};
use yew::AttrValue;

use crate::view::words::LaterWords;

/// What it is called: what is assessed, where that can be read.
pub(crate) fn name(unread: &Unread, words: &LaterWords) -> AttrValue {
    match unread.subject.as_str() {
        "" => words.get(key::START_UNREAD),
        subject => subject.to_owned().into(),
    }
}

/// Why it cannot be opened, and what can be done.
pub(crate) fn about(unread: &Unread, words: &LaterWords) -> AttrValue {
    words.get(match unread.why {
        Unreadable::Newer => key::START_UNREAD_NEWER,
        Unreadable::Damaged => key::START_UNREAD_DAMAGED,
    })
}
