//! How many letters a field still has room for, told before it is full.

use domain::count::count;
use domain::texts::{first as key, later};
use yew::AttrValue;

use crate::browser::room::{self, TooMuch};
use crate::view::words::{LaterWords, Words};

/// What is said of the room for a text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Room {
    /// There is enough.
    Enough,
    /// So few letters are left.
    Little(AttrValue),
    /// So many letters are too many: an earlier version kept them, or they were composed.
    None(AttrValue),
}

impl Room {
    /// Of a text in a field that takes so many letters. A fifth of them is little.
    pub(crate) fn of(text: &str, most: usize, words: &Words) -> Self {
        let little = most - most / 5;
        // A letter is a byte or more of them, so most texts need no counting.
        if text.len() < little {
            return Self::Enough;
        }
        let letters = text.chars().count();
        let of = [("most", &*most.to_string())];
        match most.checked_sub(letters) {
            None => Self::None(words.count_with(key::FRAME_ROOM_OVER, count(letters - most), &of)),
            Some(_) if letters < little => Self::Enough,
            Some(left) => Self::Little(words.count_with(key::FRAME_ROOM_LEFT, count(left), &of)),
        }
    }
}

/// Keeps out of fields, for as long as the page stands, what has no room there.
pub(crate) fn keep_out(words: LaterWords) {
    std::mem::forget(room::keep_out(move |TooMuch { letters, most }| {
        let of = [("letters", &*letters.to_string()), ("most", &*most.to_string())];
        words.with(later::FRAME_NO_ROOM, &of).to_string()
    }));
}
