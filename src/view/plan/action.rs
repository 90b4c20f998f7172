//! One action of the plan: a row, which opens in its place.

use domain::fits;
use domain::plan::{ActionId, Move, PlannedAction, Priority, Reason};
use domain::texts::later::{self as key, Key};
use editor::later::{Looking, Planning};
use editor::listed_plan::could_own;
use editor::{Place, later};
use yew::prelude::*;

use crate::browser::event::Direction;
use crate::view::dispatch::Dispatch;
use crate::view::link::link;
use crate::view::paper;
use crate::view::parts::handle::{Handle, handle, on_drop};
use crate::view::parts::icon::{self, Icon};
use crate::view::plan::edit::edit;
use crate::view::plan::{Here, status};

/// How many letters of what is done a row shows: twice as many as the page for those who decide.
const WHAT: usize = 2 * fits::WHAT;

/// The same of who does it.
const OWNER: usize = 2 * fits::OWNER;

/// The row. What is dropped on it comes before it.
///
/// Accessibility: its words are a button that opens it and says whether it is open; the whole row can be
/// pressed. Each cell says what it holds, beside or below the heads of the columns.
pub(super) fn row(here: Here<'_>, action: &PlannedAction) -> Html {
    let id = action.id;
    let words = here.words;
    let dispatch = here.dispatch.clone();
    let (ondragover, ondrop) = on_drop(move |carried| {
        if let Some(moved) = dropped(&carried).filter(|moved| *moved != id) {
            say(&dispatch, Planning::Move(moved, Move::Before(id)));
        }
    });
    let is_open = here.listed.open() == Some(id);
    let looking = if is_open { Looking::Close } else { Looking::Open(id) };
    let onclick = here.dispatch.always(later::Command::LookAtPlan(looking));
    let cell = |label: Key, class: &'static str, inside: Html| {
        html! {
            <p {class}>
                <span>{ words.with(key::PLAN_LABELLED, &[("label", &words.get(label)), ("value", "")]) }</span>
                { inside }
            </p>
        }
    };
    // What is done or dropped is put back by its status alone.
    let has_handle = here.listed.shows(action);
    html! {
        <li
            key={id.0}
            id={is_open.then(|| format!("row-{}", id.0))}
            class={if is_open { "row open" } else { "row" }}
            {ondragover}
            {ondrop}
        >
            <div class="grip">
                if has_handle {
                    { handle(grip(here, action)) }
                }
            </div>
            <div class="cells">
                <div class="says">
                    <h3>
                        <button
                            type="button"
                            class="opens"
                            id={format!("open-{}", id.0)}
                            aria-expanded={is_open.to_string()}
                            {onclick}
                        >
                            { what(here, action) }
                        </button>
                    </h3>
                    { reason(here, action) }
                </div>
                { cell(key::PLAN_OWNER, "owner", owner(here, action)) }
                { cell(key::PLAN_DUE, "due", due(here, action)) }
                { cell(key::PLAN_STATUS, "stands", words.get(status(action.status).1).into()) }
                { icon::icon(Icon::Down) }
            </div>
            <div class="edit">
                if is_open {
                    { edit(here, action) }
                }
            </div>
        </li>
    }
}

/// The beginning of what is done, or that nobody has said so. The whole of it stands in the field.
fn what(here: Here<'_>, action: &PlannedAction) -> AttrValue {
    match action.what.trim() {
        "" => here.words.get(key::PLAN_UNNAMED),
        what => fits::shortened(what, WHAT).into(),
    }
}

fn owner(here: Here<'_>, action: &PlannedAction) -> Html {
    let words = here.words;
    match action.owner.trim() {
        "" => {
            let question = action.reason.question();
            let nobody = match question.and_then(|question| could_own(here.state, question)) {
                Some(who) => words.with(key::PLAN_NOBODY_COULD_KNOW, &[("who", &who)]),
                None => words.get(key::PLAN_NOBODY),
            };
            html! { <span class="second">{ nobody }</span> }
        }
        owner => html! { <span>{ fits::shortened(owner, OWNER) }</span> },
    }
}

fn due(here: Here<'_>, action: &PlannedAction) -> Html {
    match (action.due, here.overdue(action)) {
        (Some(due), Some(overdue)) => html! {
            <><b>{ overdue }</b>{ " " }<span>{ here.day(due) }</span></>
        },
        (Some(due), None) => html! { <span>{ here.day(due) }</span> },
        (None, _) => html! { <span class="second">{ here.words.get(key::PLAN_UNDATED) }</span> },
    }
}

/// Where what is dropped on a group goes.
pub(super) fn to_group(
    dispatch: &Dispatch,
    priority: Priority,
) -> (Callback<DragEvent>, Callback<DragEvent>) {
    let dispatch = dispatch.clone();
    on_drop(move |carried| {
        if let Some(moved) = dropped(&carried) {
            say(&dispatch, Planning::Move(moved, Move::To(priority)));
        }
    })
}

fn dropped(carried: &str) -> Option<ActionId> {
    carried.parse().ok().map(ActionId)
}

fn say(dispatch: &Dispatch, planning: Planning) {
    dispatch.send(later::Command::Plan(planning));
}

fn grip(here: Here<'_>, action: &PlannedAction) -> Handle {
    let id = action.id;
    let words = here.words;
    let plan = &here.work.assessment.plan;
    let choice = |(label, to): (Key, Move)| {
        plan.can_go(id, to, |other| here.listed.shows(other))
            .then(|| (words.get(label), here.planning(Planning::Move(id, to))))
    };
    let what = what(here, action);
    Handle {
        id: format!("handle-{}", id.0).into(),
        label: words.with(key::PLAN_HANDLE, &[("what", &what)]),
        carries: id.0.to_string().into(),
        onstep: here.dispatch.on(move |direction| {
            later::Command::Plan(Planning::Move(
                id,
                match direction {
                    Direction::Up => Move::Up,
                    Direction::Down => Move::Down,
                },
            ))
        }),
        menu: [
            (key::PLAN_UP, Move::Up),
            (key::PLAN_DOWN, Move::Down),
            (key::PLAN_TO_FIRST, Move::To(Priority::First)),
            (key::PLAN_TO_NEXT, Move::To(Priority::Next)),
            (key::PLAN_TO_LATER, Move::To(Priority::Later)),
        ]
        .into_iter()
        .filter_map(choice)
        .collect(),
    }
}

/// Why it is planned: the square of the question, and what its answer means. A reason that is gone is said.
fn reason(here: Here<'_>, action: &PlannedAction) -> Html {
    let words = here.words;
    let Some(question) = action.reason.question() else { return Html::default() };
    let known = here.suggestions.map(|all| all.iter().find(|one| one.question == *question));
    let code = || {
        let place = Place::Question(question.clone(), None);
        link(&place, "code", here.dispatch, html! { here.code(action) })
    };
    match (known, &action.reason) {
        (Some(Some(found)), _) => html! {
            <p class="reason">
                { paper::piece(&found.tag, words, here.dispatch) }{ " " }{ found.because.clone() }
            </p>
        },
        (None, _) => html! { <p class="reason">{ code() }</p> },
        (Some(None), Reason::Kept(_)) => html! {
            <p class="reason">{ code() }{ " " }{ words.get(key::PLAN_KEPT) }</p>
        },
        (Some(None), _) => html! {
            <p class="reason">{ code() }{ " " }{ words.get(key::PLAN_GONE) }</p>
        },
    }
}
