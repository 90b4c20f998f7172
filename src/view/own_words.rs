//! What whoever runs this copy of the page says on it: who they are in the header, and the rest on the start
//! screen, under their name, so that it is not taken for the page's own words. Text is text there.

use domain::count::count;
use domain::fits;
use domain::own_words::{FILE, OwnWords};
use domain::texts::later as key;
use editor::own_words::Own;
use editor::state::State;
use yew::prelude::*;

use crate::view::given::LaterGiven;
use crate::view::parts::notice::{About, notice};
use crate::view::parts::paragraphs::paragraphs;
use crate::view::words::LaterWords;

/// How many letters of the name have room in the header. The start screen has all of it.
const IN_HEADER: usize = 32;

/// Who runs it, beside the name of the tool. What is assessed has that room once there is something open.
pub(crate) fn in_header(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, .. } = given;
    let own = state.own.words().filter(|_| state.work.is_none());
    let Some(own) = own else { return Html::default() };
    let name = fits::shortened(&own.name, IN_HEADER);
    html! { <p class="subject run-by">{ words.with(key::OWN_RUN_BY, &[("name", &name)]) }</p> }
}

/// All of it.
///
/// Accessibility: a section by the name of who says it; the logo is called by that name too.
pub(crate) fn section(state: &State, words: &LaterWords) -> Html {
    let Some(own) = state.own.words() else { return Html::default() };
    html! {
        <section class="shelf own" aria-labelledby="own">
            <h2 id="own">{ words.with(key::OWN_FROM, &[("name", &own.name)]) }</h2>
            { logo(own) }
            { paragraphs(own.introduction.iter().cloned().map(AttrValue::from)) }
            { own.contact.as_deref().map(|_| html! { <p>{ whom_to_ask(state, words) }</p> }) }
        </section>
    }
}

fn logo(own: &OwnWords) -> Html {
    let Some(address) = &own.logo else { return Html::default() };
    html! { <img src={AttrValue::from(address.clone())} alt={own.name.to_string()} /> }
}

/// Whom to ask, where that is said.
pub(crate) fn whom_to_ask(state: &State, words: &LaterWords) -> Option<AttrValue> {
    let contact = state.own.words()?.contact.as_deref()?;
    Some(words.with(key::OWN_CONTACT, &[("contact", contact)]))
}

/// On the panel about the seal: that one more file was asked for.
pub(crate) fn in_seal(state: &State, words: &LaterWords) -> AttrValue {
    match state.own.was_asked_for() {
        true => words.get(key::OWN_IN_SEAL),
        false => AttrValue::default(),
    }
}

/// That the words cannot be shown, and what whoever wrote them has to know.
pub(crate) fn not_shown(state: &State, words: &LaterWords) -> Option<Html> {
    let Own::Faults(faults) = &state.own else { return None };
    let details = html! {
        <details>
            <summary>{ words.count(key::OWN_NOT_SHOWN_ALL, count(faults.len())) }</summary>
            { paragraphs(faults.iter().map(|fault| fault.told(FILE, words.all()).into())) }
        </details>
    };
    let about = words.get(key::OWN_NOT_SHOWN_ABOUT);
    Some(notice(About::Information, words.get(key::OWN_NOT_SHOWN), about, details))
}
