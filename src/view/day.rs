//! What stands in a field for a day or a month, and what is said of it where it is none.

use domain::texts::later as key;
use editor::day::{Typed, UnreadDay};

use crate::browser::event::Entered;
use crate::view::parts::field::Field;
use crate::view::words::LaterWords;

/// What a person entered, as the editor takes it.
pub(crate) fn typed(Entered { text, is_left }: Entered) -> Typed {
    Typed { text, is_left }
}

/// Puts into a field what is typed there and no day, or else what the assessment holds. One of a year that
/// nobody can mean is told to be none, wherever it comes from.
pub(crate) fn stands(
    field: &mut Field,
    unread: Option<&UnreadDay>,
    holds: String,
    is_likely: bool,
    words: &LaterWords,
) {
    let is_told = unread.map_or(!is_likely, |unread| unread.is_told);
    field.value = unread.map_or(holds, |unread| unread.text.clone()).into();
    field.problem = is_told.then(|| words.get(key::PLAN_DAY_UNREAD));
}
