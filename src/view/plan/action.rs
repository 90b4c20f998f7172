//! One action of the plan.

use domain::date::Date;
use domain::plan::{ActionId, Move, PlannedAction, Priority, Reason, Status};
use domain::texts::later::{self as key, Key};
use editor::field::ActionText;
use editor::later::Planning;
use editor::{Place, later};
use yew::prelude::*;

use crate::browser::event::Direction;
use crate::view::dispatch::Dispatch;
use crate::view::link::link;
use crate::view::paper;
use crate::view::parts::button::{Button, button};
use crate::view::parts::date_field::date_field;
use crate::view::parts::field::Field;
use crate::view::parts::handle::{Handle, handle, on_drop};
use crate::view::parts::select::select;
use crate::view::parts::text_area::{Writing, text_area};
use crate::view::plan::{Here, status};
use crate::view::words::LaterWords;

/// The row. What is dropped on it comes before it.
pub(super) fn row(here: Here<'_>, action: &PlannedAction) -> Html {
    let id = action.id;
    let dispatch = here.dispatch.clone();
    let (ondragover, ondrop) = on_drop(move |carried| {
        if let Some(moved) = dropped(&carried).filter(|moved| *moved != id) {
            say(&dispatch, Planning::Move(moved, Move::Before(id)));
        }
    });
    html! {
        <li key={id.0} {ondragover} {ondrop}>
            { handle(grip(here, action)) }
            <div class="what">
                { text_area(&text(here, action, ActionText::What), Writing::Note) }
                { reason(here, action) }
            </div>
            <div class="who">
                { text_area(&text(here, action, ActionText::Owner), Writing::Note) }
                { date_field(&due(here, action)) }
                { select(&state(here, action), states(here.words)) }
            </div>
            <div class="first-step">
                { text_area(&text(here, action, ActionText::FirstStep), Writing::Note) }
                { button(removing(here, action), planning(here, Planning::Remove(id))) }
            </div>
        </li>
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

fn planning<T>(here: Here<'_>, planning: Planning) -> Callback<T> {
    here.dispatch.always(later::Command::Plan(planning))
}

fn grip(here: Here<'_>, action: &PlannedAction) -> Handle {
    let id = action.id;
    let words = here.words;
    let plan = &here.work.assessment.plan;
    let choice = |(label, to): (Key, Move)| {
        plan.can_go(id, to).then(|| (words.get(label), planning(here, Planning::Move(id, to))))
    };
    let what = match action.what.trim() {
        "" => words.get(key::PLAN_UNNAMED),
        what => what.to_owned().into(),
    };
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

/// Why it is planned. A reason that is gone is said, and the person decides.
fn reason(here: Here<'_>, action: &PlannedAction) -> Html {
    let Some(question) = action.reason.question() else { return Html::default() };
    let known = here.suggestions.map(|all| all.iter().find(|one| one.question == *question));
    let code = || {
        let found = here.work.asked.question(question);
        let code = found.map(|found| found.code.shared()).unwrap_or_else(|| question.shared());
        let place = Place::Question(question.clone(), None);
        link(&place, "code", here.dispatch, html! { code })
    };
    let words = here.words;
    html! {
        <div class="reason">
            { match (known, &action.reason) {
                (Some(Some(found)), _) => html! {
                    <p>{ paper::piece(&found.tag, words, here.dispatch) }{ " " }{ found.because.clone() }</p>
                },
                (None, _) => html! { <p>{ code() }</p> },
                (Some(None), Reason::Kept(_)) => html! {
                    <p>{ code() }{ " " }{ words.get(key::PLAN_KEPT) }</p>
                },
                (Some(None), _) => html! {
                    <p>
                        { code() }{ " " }{ words.get(key::PLAN_GONE) }{ " " }
                        { button(
                            Button::quiet(words.get(key::PLAN_KEEP)),
                            planning(here, Planning::Keep(action.id)),
                        ) }
                    </p>
                },
            } }
        </div>
    }
}

fn text(here: Here<'_>, action: &PlannedAction, text: ActionText) -> Field {
    let id = action.id;
    let (name, label, value) = match text {
        ActionText::What => ("action", key::PLAN_WHAT, &action.what),
        ActionText::Owner => ("owner", key::PLAN_OWNER, &action.owner),
        ActionText::FirstStep => ("first-step", key::PLAN_FIRST_STEP, &action.first_step),
    };
    let oninput =
        here.dispatch.on(move |typed| later::Command::Plan(Planning::Text(id, text, typed)));
    Field::new(format!("{name}-{}", id.0).into(), here.words.get(label), value, oninput)
}

fn due(here: Here<'_>, action: &PlannedAction) -> Field {
    let id = action.id;
    let due = action.due.map(|due| due.to_string()).unwrap_or_default();
    let oninput = here
        .dispatch
        .on(move |typed: String| later::Command::Plan(Planning::Due(id, Date::parse(&typed))));
    Field::new(format!("due-{}", id.0).into(), here.words.get(key::PLAN_DUE), &due, oninput)
}

fn state(here: Here<'_>, action: &PlannedAction) -> Field {
    let id = action.id;
    let now = action.status;
    let oninput = here.dispatch.on(move |value: String| {
        let chosen = Status::ALL.into_iter().find(|one| status(*one).0 == value);
        later::Command::Plan(Planning::Status(id, chosen.unwrap_or(now)))
    });
    let label = here.words.get(key::PLAN_STATUS);
    Field::new(format!("status-{}", id.0).into(), label, status(now).0, oninput)
}

fn states(words: &LaterWords) -> Vec<(AttrValue, AttrValue)> {
    let one = |one: Status| {
        let (value, label) = status(one);
        (value.into(), words.get(label))
    };
    Status::ALL.into_iter().map(one).collect()
}

fn removing(here: Here<'_>, action: &PlannedAction) -> Button {
    Button::quiet(here.words.get(key::PLAN_REMOVE)).for_context(action.what.clone().into())
}
