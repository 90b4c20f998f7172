//! What the lines beside an answer have in common: what a line says while it is folded.

use domain::texts::later as key;
use yew::AttrValue;

use crate::view::parts::fold::Fold;
use crate::view::words::LaterWords;

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
