//! Pages that one reads beside the questions: what the words mean, and where the questions come from.
//! They need no assessment. One screen to the first half, which then holds one name less.

use domain::texts::later as key;
use editor::{Place, State};
use yew::prelude::*;

use crate::view::back::back;
use crate::view::given::LaterGiven;
use crate::view::link::address;
use crate::view::parts::button::{self, Button};
use crate::view::parts::icon::Icon;
use crate::view::parts::steps::steps;
use crate::view::words::LaterWords;

mod glossary;
mod source;

/// The page at which the person is.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, .. } = given;
    if state.place == Place::Source {
        let on = (Place::Words, key::APP_TITLE_WORDS);
        html! { <div key="source">{ source::page(words) }{ ways(state, words, on) }</div> }
    } else {
        let on = (Place::Source, key::APP_TITLE_SOURCE);
        html! { <div key="words">{ glossary::page(state, words) }{ ways(state, words, on) }</div> }
    }
}

/// Back to where one was; on to the other page.
fn ways(state: &State, words: &LaterWords, (on, name): (Place, domain::texts::later::Key)) -> Html {
    let next = Button::plain(words.get(name)).after(Icon::Next);
    steps(back(state, words), button::link(next, address(&on)))
}
