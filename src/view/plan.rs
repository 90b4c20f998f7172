//! The screen *plan*: what is done next, by whom and until when.

use domain::drawing::Suggestion;
use domain::plan::{Priority, Status};
use domain::texts::later::{self as key, Key};
use editor::later::Planning;
use editor::seal::Seal;
use editor::work::Work;
use editor::{Place, State, later};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::given::LaterGiven;
use crate::view::link::address;
use crate::view::paper;
use crate::view::parts::button::{self, Button};
use crate::view::parts::icon::Icon;
use crate::view::parts::steps::steps;
use crate::view::parts::title::title;
use crate::view::priority::priority_key;
use crate::view::words::LaterWords;

mod action;

/// Id of the button that adds an action, to which the focus goes when the last one is removed.
const NEW: &str = "new-action";

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let Some(work) = &state.work else { return Html::default() };
    let plan = &work.assessment.plan;
    let lead = match u32::try_from(plan.actions().len()).unwrap_or(u32::MAX) {
        0 => words.get(key::PLAN_EMPTY),
        count => words.count(key::PLAN_LEAD, count),
    };
    let write = Button::plain(words.get(key::PLAN_WRITE)).before(Icon::Plus).named(NEW);
    let here = Here { work, suggestions: suggestions(state), words, dispatch };
    html! {
        <>
            { title(work.assessment.scope.subject().to_owned().into(), words.get(key::APP_TITLE_PLAN), lead) }
            <div class="plan">
                for priority in Priority::ALL {
                    { here.group(priority) }
                }
                { button::button(write, dispatch.always(later::Command::Plan(Planning::Write))) }
            </div>
            <section class="part suggested" aria-labelledby="suggested">
                <h2 id="suggested">{ words.get(key::PLAN_SUGGESTED) }</h2>
                { here.suggested(state) }
            </section>
            { way_on(words) }
        </>
    }
}

/// What the answers suggest, as far as it is known.
fn suggestions(state: &State) -> Option<&[Suggestion]> {
    state.result.drawn.as_ref().map(|drawn| &drawn.0.suggestions[..])
}

/// What the parts of the screen are drawn from.
#[derive(Clone, Copy)]
struct Here<'a> {
    work: &'a Work,
    /// None: not known yet.
    suggestions: Option<&'a [Suggestion]>,
    words: &'a LaterWords,
    dispatch: &'a Dispatch,
}

impl Here<'_> {
    /// The actions of one group. What is dropped on its heading comes to its end.
    fn group(self, priority: Priority) -> Html {
        let name = priority_name(priority);
        let id = format!("group-{name}");
        let actions: Vec<_> = self.work.assessment.plan.of(priority).collect();
        let (ondragover, ondrop) = action::to_group(self.dispatch, priority);
        html! {
            <section class="when" key={name} aria-labelledby={id.clone()} {ondragover} {ondrop}>
                <h2 {id}>{ self.words.get(priority_key(priority)) }</h2>
                <div>
                    if actions.is_empty() {
                        <p class="hint">{ self.words.get(key::PLAN_NONE) }</p>
                    }
                </div>
                <ol class="planned">
                    for planned in actions {
                        { action::row(self, planned) }
                    }
                </ol>
            </section>
        }
    }

    /// What the answers suggest and the plan does not hold.
    fn suggested(self, state: &State) -> Html {
        let Some(suggestions) = self.suggestions else {
            let nothing = self.work.assessment.answers.is_empty();
            let says = match &state.seal {
                _ if nothing => key::PLAN_SUGGESTED_NOTHING,
                _ if state.result.failed => key::PLAN_SUGGESTED_CANNOT,
                Seal::Loading => key::PLAN_SUGGESTED_WAITING,
                _ if state.has_worker() => key::PLAN_SUGGESTED_WAITING,
                Seal::Sealed(_) | Seal::Not(_) => key::PLAN_SUGGESTED_CANNOT,
            };
            return html! { <p role="status">{ self.words.get(says) }</p> };
        };
        let plan = &self.work.assessment.plan;
        let left: Vec<_> = suggestions.iter().filter(|one| !one.is_in(plan)).collect();
        if left.is_empty() {
            let says = if suggestions.is_empty() {
                key::PLAN_SUGGESTED_NOTHING
            } else {
                key::PLAN_SUGGESTED_NONE
            };
            return html! { <p role="status">{ self.words.get(says) }</p> };
        }
        html! {
            <>
                <p class="hint">{ self.words.get(key::PLAN_SUGGESTED_HINT) }</p>
                <ul class="items suggestions">
                    for one in left {
                        { self.suggestion(one) }
                    }
                </ul>
            </>
        }
    }

    fn suggestion(self, one: &Suggestion) -> Html {
        let add = Button::plain(self.words.get(key::PLAN_ADD)).for_context(one.what.clone().into());
        let planning = Planning::Add(one.question.clone(), one.what.clone());
        let id = format!("{}-{}", one.question, one.earlier);
        html! {
            <li key={id.as_str()}>
                <div class="mark-of">{ paper::piece(&one.tag, self.words, self.dispatch) }</div>
                <div class="text">
                    <p class="says">{ one.what.clone() }</p>
                    <p class="second">{ one.because.clone() }</p>
                </div>
                <div class="actions">
                    { button::button(add, self.dispatch.always(later::Command::Plan(planning))) }
                </div>
            </li>
        }
    }
}

fn way_on(words: &LaterWords) -> Html {
    let result = Button::plain(words.get(key::APP_TITLE_RESULT)).before(Icon::Back);
    let download = Button::main(words.get(key::APP_TITLE_DOWNLOAD)).after(Icon::Next);
    steps(
        button::link(result, address(&Place::Result)),
        button::link(download, address(&Place::Download)),
    )
}

fn priority_name(priority: Priority) -> &'static str {
    match priority {
        Priority::First => "first",
        Priority::Next => "next",
        Priority::Later => "later",
    }
}

fn status(status: Status) -> (&'static str, Key) {
    match status {
        Status::NotStarted => ("not-started", key::PLAN_NOT_STARTED),
        Status::Started => ("started", key::PLAN_STARTED),
        Status::Done => ("done", key::PLAN_DONE),
        Status::Dropped => ("dropped", key::PLAN_DROPPED),
    }
}
