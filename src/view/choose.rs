//! Two choices before the first question: what is looked at, and whether it is kept. What is set already
//! stands below them, folded, and is open to change at any time.

use domain::count::count;
use domain::scope::Form;
use domain::texts::first::{self as key, Key};
use editor::state::Missing;
use editor::work::Work;
use editor::{Place, State, first, left};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::facts;
use crate::view::given::Given;
use crate::view::link::address;
use crate::view::parts::button::{Button, button, link};
use crate::view::parts::icon::{Icon, icon};
use crate::view::parts::title::title;
use crate::view::ways::foot;
use crate::view::words::Words;

mod keeping;
mod missing;
pub(crate) mod parts;
mod subject;
pub(crate) mod who;

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
                { self.set() }
                <p class="before-writing">
                    <b>{ self.words.get(key::CHOOSE_BEFORE) }</b>{ " " }
                    { self.words.get(key::CHOOSE_BEFORE_ABOUT) }
                </p>
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

    /// What is set already: in one line each, which opens.
    fn set(self) -> Html {
        html! {
            <div class="set">
                <p class="hint">{ self.words.get(key::CHOOSE_SET) }</p>
                { self.line(
                    who::ID,
                    key::CHOOSE_WHO,
                    self.who(),
                    self.given.draw(|later| later.who),
                ) }
                { self.line(
                    parts::ID,
                    key::CHOOSE_PARTS,
                    self.parts(),
                    self.given.draw(|later| later.parts),
                ) }
                <a class="line-of" href={address(&Place::Reach(None))}>
                    { line(self.words, key::CHOOSE_REACH, self.reach(), Icon::Next) }
                </a>
            </div>
        }
    }

    fn line(self, id: &'static str, name: Key, is: AttrValue, inside: Html) -> Html {
        html! {
            <details>
                <summary {id} class="line-of">{ line(self.words, name, is, Icon::Down) }</summary>
                <div class="inside">{ inside }</div>
            </details>
        }
    }

    fn who(self) -> AttrValue {
        let scope = &self.work.assessment.scope;
        let functions = self.state.catalogue.functions.iter();
        let functions = functions.filter(|function| scope.functions.contains(&function.id));
        let typed = [scope.other_function.trim(), scope.person.trim()];
        let typed = typed.into_iter().filter(|typed| !typed.is_empty());
        let all = functions.map(|function| &*function.name).chain(typed);
        joined(self.words, all).unwrap_or_else(|| self.words.get(key::CHOOSE_WHO_OPEN))
    }

    fn parts(self) -> AttrValue {
        let (catalogue, scope) = (&self.state.catalogue, &self.work.assessment.scope);
        let modules = || {
            let all = catalogue.modules.iter();
            all.filter(|module| scope.modules.contains(&module.id))
        };
        let Some(parts) = joined(self.words, modules().map(|module| &*module.name)) else {
            return self.words.get(key::CHOOSE_MISSING_MODULES);
        };
        let (questions, squares) = self.work.size();
        let (says, beside) = match scope.form {
            Form::Short => (key::CHOOSE_PARTS_SHORT, 0),
            // What has not been loaded yet is asked all the same.
            Form::Complete => {
                (key::CHOOSE_PARTS_COMPLETE, modules().map(|module| module.left_out).sum())
            }
        };
        let minutes = left::minutes(count(squares)).unwrap_or_default().to_string();
        let values = [("parts", parts.as_str()), ("minutes", minutes.as_str())];
        self.words.count_with(says, count(questions) + beside, &values)
    }

    fn reach(self) -> AttrValue {
        let all = self.state.catalogue.facts.len();
        if self.state.open_facts().count() < all {
            return facts::said(self.given);
        }
        self.words.count(key::CHOOSE_REACH_NEXT, count(all))
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
        html! {
            <>
                { foot(self.given, back, html! {}, html! {}, on) }
                <div class="history">{ self.given.draw(|later| later.history) }</div>
            </>
        }
    }
}

/// A line: what it is about, how that is set, and that it can be changed.
fn line(words: &Words, name: Key, is: AttrValue, opens: Icon) -> Html {
    html! {
        <>
            { icon(opens) }
            <b>{ words.get(name) }</b>
            { " " }<span class="is">{ is }</span>
            { " " }<span class="quiet">{ words.get(key::CHOOSE_CHANGE) }</span>
        </>
    }
}

/// Names in one line; none where there are none.
fn joined<'a>(words: &Words, names: impl Iterator<Item = &'a str>) -> Option<AttrValue> {
    names.map(|name| AttrValue::from(name.to_owned())).reduce(|before, next| {
        words.with(key::SECTION_COMMA, &[("before", &before), ("next", &next)])
    })
}

/// Where the choice stands that is missing.
fn group_of(missing: Missing) -> &'static str {
    match missing {
        Missing::Unit => subject::ID,
        Missing::Modules => parts::ID,
        Missing::Keeping => keeping::ID,
    }
}
