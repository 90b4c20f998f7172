//! What surrounds every screen: header, navigation, notices, questions that must be answered first,
//! and what assistive technology is told.

use domain::texts::interface as key;
use editor::state::{Later, Said};
use editor::{Command, Place};
use yew::prelude::*;

use super::parts::button::{self, Button};
use super::parts::header::skip;
use super::parts::notice::{About, notice};
use super::{Dispatch, Shared, Words, open_file, priority_key};
use crate::later;

mod top;

/// Where the link past the header leads.
const MAIN: &str = "#main";

/// What a save file may be called or be.
const SAVE_FILES: &str = ".json,application/json";

/// Surrounds a screen, which begins with its own `<h1 tabindex="-1">` and is drawn inside `main`, below
/// the notices. Links inside the page are made by [`link`], or by parts that take an address:
/// [`address`].
pub(crate) fn frame(
    state: &Shared,
    words: &Words,
    dispatch: &Dispatch,
    class: &'static str,
    content: Html,
) -> Html {
    // Each screen is an element of its own: nothing of one, such as a part that was unfolded, passes
    // to the next.
    let main = html! {
        <main key={class} id="main" {class} tabindex="-1">
            <div class="notices">{ notices(state, words, dispatch) }</div>
            { content }
        </main>
    };
    html! {
        <>
            // The start script leads past the header without touching the address.
            { skip(words.get(key::FRAME_SKIP), MAIN.into(), Callback::noop()) }
            { top::top(state, words, dispatch) }
            if has_navigation(state) {
                <div class="page">{ later::draw(state, |later| (later.navigation)(state, words, dispatch)) }{ main }</div>
            } else {
                { main }
            }
            <div class="unseen" role="status">{ said(state, words) }</div>
            <div class="asking">{ later::draw(state, |later| (later.dialog)(state, words, dispatch)) }</div>
        </>
    }
}

/// What stands above a screen. That the later half did not come is said here, because all other notices are
/// part of it.
fn notices(state: &Shared, words: &Words, dispatch: &Dispatch) -> Html {
    if state.later != Later::Missing {
        return later::draw(state, |later| (later.notices)(state, words, dispatch));
    }
    let again = Button::plain(words.get(key::APP_AGAIN));
    notice(
        About::Fault,
        words.get(key::APP_MISSING),
        words.get(key::APP_MISSING_THEN),
        button::button(again, dispatch.always(Command::LoadAnew)),
    )
}

/// The address of a place, for parts that draw a link. The shell hears where it leads.
pub(crate) fn address(place: &Place) -> AttrValue {
    format!("#{}", place.hash()).into()
}

/// A link to a place in the page. A plain press goes there at once; with a key held, or the middle
/// button, the browser opens the address itself.
pub(crate) fn link(
    place: &Place,
    class: &'static str,
    dispatch: &Dispatch,
    children: Html,
) -> Html {
    html! {
        <a {class} href={address(place)} onclick={going(place, dispatch)}>{ children }</a>
    }
}

/// What a press on a link to a place does.
fn going(place: &Place, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let (place, dispatch) = (place.clone(), dispatch.clone());
    Callback::from(move |press: MouseEvent| {
        let held = press.ctrl_key() || press.meta_key() || press.shift_key() || press.alt_key();
        if !held && press.button() == 0 {
            press.prevent_default();
            dispatch.send(Command::Go(place.clone()));
        }
    })
}

/// A button that opens a save file from outside.
pub(crate) fn opener(button: Button, dispatch: &Dispatch) -> Html {
    opener_of(button, SAVE_FILES, dispatch)
}

/// A button that opens a file of these kinds from outside.
pub(crate) fn opener_of(button: Button, accept: &'static str, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.0.clone();
    let onfiles = Callback::from(move |picked| open_file(picked, dispatch.clone()));
    button::file(button, accept.into(), onfiles)
}

fn has_navigation(state: &Shared) -> bool {
    state.work.is_some()
        && !matches!(state.place, Place::Start | Place::Choose | Place::Sealed | Place::Example(_))
}

/// The last thing said. Its number is its key: the same words said twice are read twice.
fn said(state: &Shared, words: &Words) -> Html {
    let (number, said) = &state.said;
    let text = said.as_ref().map(|said| match said {
        Said::Undone(None) => words.get(key::FRAME_SAID_UNDONE),
        Said::Undone(Some(code)) => {
            words.with(key::FRAME_SAID_UNDONE_AT, &[("code", code.as_str())])
        }
        Said::Redone(None) => words.get(key::FRAME_SAID_REDONE),
        Said::Redone(Some(code)) => {
            words.with(key::FRAME_SAID_REDONE_AT, &[("code", code.as_str())])
        }
        Said::NothingThere => words.get(key::FRAME_SAID_NOTHING_THERE),
        Said::Cleared => words.get(key::FRAME_SAID_CLEARED),
        Said::FileReady => words.get(key::FRAME_SAID_FILE_READY),
        Said::EvidenceRemoved => words.get(key::FRAME_SAID_EVIDENCE_REMOVED),
        Said::ActionRemoved => words.get(key::PLAN_SAID_REMOVED),
        Said::ActionAdded => words.get(key::PLAN_SAID_ADDED),
        Said::ActionMoved { at, of, priority } => words.with(
            key::PLAN_SAID_MOVED,
            &[
                ("at", &at.to_string()),
                ("of", &of.to_string()),
                ("group", &words.get(priority_key(*priority))),
            ],
        ),
    });
    html! { <span key={*number}>{ text.unwrap_or_default() }</span> }
}
