//! Two choices before the first question: what is looked at, and whether it is kept. What is set already
//! stands below them, folded, and is open to change at any time.

use domain::texts::first::{self as key, Key};
use editor::state::Missing;
use editor::work::Work;
use editor::{Place, State, first};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::given::Given;
use crate::view::link::address;
use crate::view::parts::button::{Button, button, link};
use crate::view::parts::icon::Icon;
use crate::view::parts::title::title;
use crate::view::ways::{Holds, foot};
use crate::view::words::Words;

mod begins;
mod keeping;
mod missing;
mod parts;
pub(crate) mod set;
mod subject;
mod who;

/// The screen.
pub(crate) fn screen(given: Given<'_>) -> Html {
    let Given { state, words, dispatch, .. } = given;
    let content = state.work.as_ref().map(|work| {
        let here = Here { given, state, work, words, dispatch };
        here.screen()
    });
    content.unwrap_or_default()
}

/// What the screen is called: after the first answer nothing leads to a first question any more.
pub(crate) fn name(state: &State, words: &Words) -> AttrValue {
    let begun = state.work.as_ref().is_some_and(|work| !work.assessment.answers.is_empty());
    words.get(if begun { key::CHOOSE_SUBJECT } else { key::APP_TITLE_CHOOSE })
}

/// What the groups are drawn from.
#[derive(Clone, Copy)]
struct Here<'a> {
    given: Given<'a>,
    state: &'a State,
    work: &'a Work,
    words: &'a Words,
    dispatch: &'a Dispatch,
}

impl Here<'_> {
    fn screen(self) -> Html {
        html! {
            <>
                { title("".into(), name(self.state, self.words), "".into()) }
                <div class="missing">{ missing::list(self) }</div>
                <div class="groups">
                    { subject::group(self) }
                    { keeping::group(self) }
                </div>
                <p class="before-writing">
                    <b>{ self.words.get(key::CHOOSE_BEFORE) }</b>{ " " }
                    { self.words.get(key::CHOOSE_BEFORE_ABOUT) }
                </p>
                <div class="set">{ self.given.draw(|later| later.set) }</div>
                { self.bar() }
            </>
        }
    }

    /// One thing to choose: its name and what to know about it, then how it is chosen.
    fn group(self, id: &'static str, name: Key, about: Key, inside: Html) -> Html {
        html! {
            <section class="group" aria-labelledby={id}>
                <div class="words">
                    <h2 {id} tabindex="-1">{ self.words.get(name) }</h2>
                    <p class="hint">{ self.words.get(about) }</p>
                </div>
                <div class="inside">{ inside }</div>
            </section>
        }
    }

    /// The foot, as under a question.
    fn bar(self) -> Html {
        let on = if self.work.assessment.answers.is_empty() {
            key::CHOOSE_FIRST
        } else {
            key::CHOOSE_ON
        };
        let on = Button::main(self.words.get(on)).after(Icon::Next);
        let on = button(on, self.dispatch.always(first::Command::GoToFirstQuestion));
        let back = Button::plain(self.words.get(key::CHOOSE_BACK)).before(Icon::Back);
        let back = link(back, address(&Place::Start));
        let holds = Holds {
            told: self.given.draw(|later| later.told),
            now: Html::default(),
            next_open: Html::default(),
        };
        html! {
            <>
                { foot(holds, back, on) }
                <div class="history">{ self.given.draw(|later| later.history) }</div>
            </>
        }
    }
}

/// Where the choice stands that is missing.
fn group_of(missing: Missing) -> &'static str {
    match missing {
        Missing::Unit => subject::ID,
        Missing::Modules => parts::ID,
        Missing::Keeping => keeping::ID,
    }
}
