//! Fields with the room that there is for what is typed: how many letters are left is told before none is.

use domain::bounds::typed::{LINE, TEXT};
use domain::count::count;
use domain::texts::{first as key, later};
use yew::{AttrValue, Html};

use crate::browser::room::{self, TooMuch};
use crate::view::parts::field::Field;
use crate::view::parts::text_area::{Writing, text_area};
use crate::view::parts::text_field::text_field;
use crate::view::words::{LaterWords, Words};

/// A field of one line.
pub(crate) fn line(field: Field, words: &Words) -> Html {
    line_of(field, LINE, words)
}

/// A field of one line that asks for no more letters than these, and takes as many as any line.
pub(crate) fn line_of(field: Field, asked: usize, words: &Words) -> Html {
    text_field(&within(field, LINE, asked, words))
}

/// A field of many lines.
pub(crate) fn text(field: Field, writing: Writing, words: &Words) -> Html {
    text_of(field, TEXT, writing, words)
}

/// A field of many lines that asks for no more letters than these, and takes as many as any.
pub(crate) fn text_of(field: Field, asked: usize, writing: Writing, words: &Words) -> Html {
    text_area(&within(field, TEXT, asked, words), writing)
}

// Written once and called: it stands behind every field.
#[inline(never)]
fn within(mut field: Field, most: usize, asked: usize, words: &Words) -> Field {
    field.most = Some(most);
    match Room::of(&field.value, asked, words) {
        Room::Enough => {}
        Room::Little(said) => field.room = Some(said),
        Room::None(said) => {
            field.problem.get_or_insert(said);
        }
    }
    field
}

/// What is said of the room for a text.
#[derive(Clone, Debug, PartialEq)]
enum Room {
    /// There is enough.
    Enough,
    /// So few letters are left.
    Little(AttrValue),
    /// So many letters are too many: an earlier version kept them, or they were composed.
    None(AttrValue),
}

impl Room {
    /// Of a text in a field that takes so many letters. A fifth of them is little.
    fn of(text: &str, most: usize, words: &Words) -> Self {
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
