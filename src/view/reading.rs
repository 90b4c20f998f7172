//! Pages that one reads beside the questions: what the words mean, and where the questions come from.
//! They need no assessment. One screen to the first half, which then holds one name less.

use domain::guidance::Term;
use domain::texts::interface as key;
use editor::{Place, State};
use yew::prelude::*;

use super::back::back;
use super::frame::address;
use super::parts::button::{self, Button};
use super::parts::icon::Icon;
use super::parts::steps::steps;
use super::parts::terms::Meaning;
use super::{Dispatch, Shared, Words};

mod source;
mod words;

/// The page at which the person is.
pub(crate) fn screen(state: &Shared, words: &Words, _: &Dispatch) -> Html {
    if state.place == Place::Source {
        let on = (Place::Words, key::APP_TITLE_WORDS);
        html! { <div key="source">{ source::page(words) }{ ways(state, words, on) }</div> }
    } else {
        let on = (Place::Source, key::APP_TITLE_SOURCE);
        html! { <div key="words">{ words::page(state, words) }{ ways(state, words, on) }</div> }
    }
}

/// A term as it is shown, here and beside a question.
pub(crate) fn meaning(term: &Term, words: &Words) -> Meaning {
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

/// Back to where one was; on to the other page.
fn ways(state: &State, words: &Words, (on, name): (Place, domain::texts::Key)) -> Html {
    let next = Button::plain(words.get(name)).after(Icon::Next);
    steps(back(state, words), button::link(next, address(&on)))
}
