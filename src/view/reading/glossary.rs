//! What the words mean: every term of the glossary, from A to Z.

use domain::texts::later as key;
use editor::State;
use yew::prelude::*;

use crate::view::meaning::meaning;
use crate::view::parts::terms;
use crate::view::parts::title::title;
use crate::view::words::LaterWords;

/// The page.
pub(super) fn page(state: &State, words: &LaterWords) -> Html {
    let glossary = state.guidance().into_iter().flat_map(|guidance| &guidance.terms);
    let meanings = glossary.map(|term| meaning(term, words)).collect();
    html! {
        <>
            { title(AttrValue::default(), words.get(key::APP_TITLE_WORDS), words.get(key::WORDS_LEAD)) }
            { terms::list(meanings) }
        </>
    }
}
