//! What surrounds every screen: header, navigation, notices, questions that must be answered first,
//! and what assistive technology is told.

use domain::texts::first as key;
use editor::state::{LaterHalf, Said};
use editor::{Place, State, first};
use yew::prelude::*;

use crate::view::given::Given;
use crate::view::parts::button::{self, Button};
use crate::view::parts::header::skip;
use crate::view::parts::notice::{About, notice};

mod top;

/// Where the link past the header leads.
const MAIN: &str = "#main";

/// Surrounds a screen, which begins with its own `<h1 tabindex="-1">` and is drawn inside `main`, below
/// the notices. Links inside the page are made by
/// [`crate::view::link`].
pub(crate) fn frame(given: Given<'_>, class: &'static str, content: Html) -> Html {
    let Given { state, words, .. } = given;
    // Each screen is an element of its own: nothing of one, such as a part that was unfolded, passes
    // to the next.
    let main = html! {
        <main key={class} id="main" {class} tabindex="-1">
            <div class="notices">{ notices(given) }</div>
            { content }
            if has_foot(state) {
                <div class="go">{ given.draw(|later| later.foot) }</div>
            }
        </main>
    };
    html! {
        <>
            // The start script leads past the header without touching the address.
            { skip(words.get(key::FRAME_SKIP), MAIN.into(), Callback::noop()) }
            { top::top(given) }
            if has_navigation(state) {
                <div class="page">{ given.draw(|later| later.navigation) }{ main }</div>
            } else {
                { main }
            }
            <div class="unseen" role="status">{ said(given) }</div>
            <div class="asking">{ given.draw(|later| later.dialog) }</div>
        </>
    }
}

/// What stands above a screen. That the later half did not come is said here, because all other
/// notices are part of it.
fn notices(given: Given<'_>) -> Html {
    let Given { state, words, dispatch, .. } = given;
    if state.later != LaterHalf::Missing {
        return given.draw(|later| later.notices);
    }
    let again = Button::plain(words.get(key::APP_AGAIN));
    notice(
        About::Fault,
        words.get(key::APP_MISSING),
        words.get(key::APP_MISSING_THEN),
        button::button(again, dispatch.always(first::Command::LoadAnew)),
    )
}

fn has_navigation(state: &State) -> bool {
    state.work.is_some()
        && !matches!(state.place, Place::Start | Place::Choose | Place::Sealed | Place::Example(_))
}

/// Whether a screen inside an assessment has the foot that all of them have. What leads to the questions has
/// its own, and so have they.
fn has_foot(state: &State) -> bool {
    state.work.is_some()
        && !matches!(
            state.place,
            Place::Start | Place::Choose | Place::Reach(_) | Place::Risks(_) | Place::Question(..)
        )
}

/// The last thing said. Its number is its key: the same words said twice are read twice.
fn said(given: Given<'_>) -> Html {
    let (number, said) = &given.state.said;
    let text = match said {
        None => AttrValue::default(),
        Some(Said::Cleared) => given.words.get(key::FRAME_SAID_CLEARED),
        Some(Said::Later(said)) => {
            given.later.map(|later| (later.views.said)(said, &later.words)).unwrap_or_default()
        }
    };
    html! { <span key={*number}>{ text }</span> }
}
