//! What the lines beside an answer have in common: what a line says while it is folded, and how long a note,
//! or what is written like one, may be.

use domain::count::count;
use domain::texts::later as key;
use yew::AttrValue;

use crate::view::parts::fold::Fold;
use crate::view::words::LaterWords;

/// How many characters of a note the page is made for. More are kept, and it is said by how many.
const NOTE_HOLDS: usize = 10_000;

/// By how much a note, or what is written like one, is longer than the page is made for.
pub(super) fn too_long(text: &str, words: &LaterWords) -> Option<AttrValue> {
    let over = text.chars().count().saturating_sub(NOTE_HOLDS);
    (over > 0).then(|| words.count(key::SECTION_NOTE_LONG, count(over)))
}

/// The line to which something folds: what was said, or that nothing was.
pub(super) fn line(
    name: AttrValue,
    said: Option<AttrValue>,
    nothing: AttrValue,
    words: &LaterWords,
) -> Fold {
    let act = if said.is_some() { key::SECTION_BEFORE_CHANGE } else { key::SECTION_BESIDE_ADD };
    Fold { name, is_filled: said.is_some(), says: said.unwrap_or(nothing), act: words.get(act) }
}
