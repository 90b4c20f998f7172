//! The way on and the way back, and what can be taken back.

use std::rc::Rc;

use domain::texts::first::{self as key, Key};
use editor::history::Way;
use editor::stops::{Stop, stops_of};
use editor::{Message, Place, first};
use yew::prelude::*;

use crate::view::parts::button::{Button, button};
use crate::view::parts::icon::Icon;
use crate::view::parts::steps::steps;
use crate::view::section::here::{Here, router};

/// The buttons under a question.
pub(super) fn bar(here: Here<'_>) -> Html {
    let (mut back, on) = here.state.neighbours();
    if back.is_none() && on.is_none() {
        // A question that is folded away leads back to the decision that folded it.
        back = router(&here, here.question).and_then(|by| stops_of(by).into_iter().next());
    }
    html! {
        <div class="go">
            { steps(
                back.map(|stop| to(here, &stop, true)).unwrap_or_default(),
                match on {
                    Some(stop) => to(here, &stop, false),
                    None => open(here),
                },
            ) }
            <div class="history">
                { history(here, Way::Undo, key::SECTION_GO_UNDO) }
                { history(here, Way::Redo, key::SECTION_GO_REDO) }
            </div>
        </div>
    }
}

fn to(here: Here<'_>, stop: &Stop, is_back: bool) -> Html {
    let onclick = here.given.dispatch.always(first::Command::Go(stop.place()));
    let phase = phase(here, stop);
    if is_back {
        let context = match phase {
            Some(_) => key::SECTION_GO_PREVIOUS_PHASE,
            None => key::SECTION_GO_PREVIOUS_QUESTION,
        };
        let words = Button::plain(phase.unwrap_or_else(|| stop.code.shared()).into())
            .for_context(here.given.words.get(context))
            .before(Icon::Back);
        return button(words, onclick);
    }
    let label = match phase {
        Some(name) => here.given.words.with(key::SECTION_GO_NEXT_PHASE, &[("phase", &name)]),
        None => {
            here.given.words.with(key::SECTION_GO_NEXT_QUESTION, &[("code", stop.code.as_str())])
        }
    };
    let words = Button::main(label).after(Icon::Next);
    button(words, onclick)
}

/// The name of the phase, where a stop is another phase of the question that is shown.
fn phase(here: Here<'_>, stop: &Stop) -> Option<Rc<str>> {
    let phase = stop.phase.as_deref().filter(|_| stop.question.id == here.question.id)?;
    stop.question.phase(phase).map(|phase| phase.name.clone())
}

fn open(here: Here<'_>) -> Html {
    let words = Button::main(here.given.words.get(key::SECTION_GO_OPEN)).after(Icon::Next);
    button(words, here.given.dispatch.always(first::Command::Go(Place::Open)))
}

/// A button that takes something back, or puts it back. Where there is nothing, it stays in reach of
/// the keyboard and says so when it is pressed.
fn history(here: Here<'_>, way: Way, label: Key) -> Html {
    let nothing = !here.work.history.has(way);
    html! {
        <button
            type="button"
            class="quiet"
            aria-disabled={nothing.then_some("true")}
            onclick={here.given.dispatch.always(Message::Turn(way))}
        >
            { here.given.words.get(label) }
        </button>
    }
}
