//! What is looked at, by whom, how much of it, and whether it is kept: chosen before the first
//! question, and open to change at any time.

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
use crate::view::parts::steps::steps;
use crate::view::parts::title::title;
use crate::view::words::Words;

mod keeping;
mod missing;
mod modules;
mod reach;
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
        let words = self.words;
        html! {
            <>
                { title(words.get(key::CHOOSE_KICKER), words.get(key::APP_TITLE_CHOOSE), "".into()) }
                <div class="missing">{ missing::list(self) }</div>
                <div class="groups">
                    { subject::group(self) }
                    { who::group(self) }
                    { modules::group(self) }
                    { modules::form(self) }
                    { reach::group(self) }
                    { keeping::group(self) }
                    { self.before() }
                </div>
                { self.steps() }
            </>
        }
    }

    /// One thing to choose: its name and what to know about it, then how it is chosen.
    fn group(self, id: &'static str, name: Key, about: Option<Key>, inside: Html) -> Html {
        html! {
            <section class="group" aria-labelledby={id}>
                <div class="words">
                    <h2 {id} tabindex="-1">{ self.words.get(name) }</h2>
                    if let Some(about) = about {
                        <p class="hint">{ self.words.get(about) }</p>
                    }
                </div>
                <div class="inside">{ inside }</div>
            </section>
        }
    }

    /// The two warnings that people are owed before they write.
    fn before(self) -> Html {
        let inside = html! {
            <>
                <p>{ self.words.get(key::CHOOSE_BEFORE_PEOPLE) }</p>
                <p>{ self.words.get(key::CHOOSE_BEFORE_LAWYER) }</p>
            </>
        };
        self.group("before", key::CHOOSE_BEFORE, None, inside)
    }

    fn steps(self) -> Html {
        let on = if self.work.assessment.answers.is_empty() {
            key::CHOOSE_FIRST
        } else {
            key::CHOOSE_ON
        };
        let on = Button::main(self.words.get(on)).after(Icon::Next);
        let back = Button::quiet(self.words.get(key::CHOOSE_BACK));
        steps(
            link(back, address(&Place::Start)),
            button(on, self.dispatch.always(first::Command::GoToFirstQuestion)),
        )
    }
}

/// Where the choice stands that is missing.
fn group_of(missing: Missing) -> &'static str {
    match missing {
        Missing::Unit => subject::ID,
        Missing::Modules => modules::ID,
        Missing::Keeping => keeping::ID,
    }
}
