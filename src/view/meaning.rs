//! A term as it is shown: in the glossary, and beside a question.

use domain::guidance::Term;
use domain::texts::later as key;
use yew::AttrValue;

use crate::view::parts::terms::Meaning;
use crate::view::words::LaterWords;

/// The term with what it means and what that is based on.
pub(crate) fn meaning(term: &Term, words: &LaterWords) -> Meaning {
    let names = term.sources.iter().map(|name| AttrValue::from(name.clone()));
    let names = names.reduce(|before, next| {
        words.with(key::SECTION_COMMA, &[("before", &before), ("next", &next)])
    });
    Meaning {
        id: term.id.as_str().into(),
        name: term.name.clone().into(),
        says: term.says.clone().into(),
        source: names.map(|names| words.with(key::READING_BASED_ON, &[("names", &names)])),
    }
}
