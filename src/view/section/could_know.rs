//! Who could know. Filled with who usually knows when "I don't know yet" is chosen; from then on it
//! holds exactly what is typed, so that it can be emptied.

use domain::texts::first as key;
use yew::prelude::*;

use crate::view::parts::field::Field;
use crate::view::room;
use crate::view::words::Words;

/// The field.
pub(super) fn could_know(
    id: AttrValue,
    typed: &str,
    oninput: Callback<String>,
    words: &Words,
) -> Html {
    room::line(Field::new(id, words.get(key::SECTION_QUESTION_COULD_KNOW), typed, oninput), words)
}
