//! The fields of an action that is open.

use domain::date::Date;
use domain::fits::too_many;
use domain::plan::{Effort, PlannedAction, Reason, Status};
use domain::texts::later as key;
use editor::Place;
use editor::day::DayField;
use editor::field::ActionText;
use editor::later;
use editor::later::{Looking, Planning};
use editor::listed_plan::could_own;
use yew::prelude::*;

use crate::view::day::{stands, typed};
use crate::view::link::{address, link};
use crate::view::parts::button::{Button, button};
use crate::view::parts::date_field::date_field;
use crate::view::parts::field::Field;
use crate::view::parts::segments::{Asks, segments};
use crate::view::parts::select::select;
use crate::view::parts::text_area::Writing;
use crate::view::plan::{Here, effort, status};
use crate::view::room;

/// All fields, the reason with its ways, and what closes or removes it.
pub(super) fn edit(here: Here<'_>, action: &PlannedAction) -> Html {
    let words = here.words;
    let written = |text: ActionText| room::text(field(here, action, text), Writing::Note, words);
    let close = Button::plain(words.get(key::PLAN_CLOSE));
    let close = button(close, here.dispatch.always(later::Command::LookAtPlan(Looking::Close)));
    let remove = Button::quiet(words.get(key::PLAN_REMOVE)).for_context(action.what.clone().into());
    html! {
        <>
            <div class="across">{ written(ActionText::What) }</div>
            <div>{ written(ActionText::Owner) }</div>
            <div>
                { due(here, action) }
                { overdue(here, action) }
            </div>
            <div>{ select(&state(here, action), states(here)) }</div>
            <div>{ efforts(here, action) }</div>
            <div class="wide">{ written(ActionText::Needs) }</div>
            <div class="wide">{ written(ActionText::FirstStep) }</div>
            <div>{ written(ActionText::FirstSign) }</div>
            <div class="across">{ reason(here, action) }</div>
            <div class="across ends">
                { close }
                <span class="second">
                    if here.work.is_kept() {
                        { words.get(key::PLAN_KEPT_TYPING) }
                    }
                </span>
                { button(remove, here.planning(Planning::Remove(action.id))) }
            </div>
        </>
    }
}

fn field(here: Here<'_>, action: &PlannedAction, text: ActionText) -> Field {
    let id = action.id;
    let words = here.words;
    let (name, label, value) = match text {
        ActionText::What => ("action", key::PLAN_WHAT, &action.what),
        ActionText::Owner => ("owner", key::PLAN_OWNER, &action.owner),
        ActionText::FirstStep => ("first-step", key::PLAN_FIRST_STEP, &action.first_step),
        ActionText::Needs => ("needs", key::PLAN_NEEDS, &action.needs),
        ActionText::FirstSign => ("first-sign", key::PLAN_FIRST_SIGN, &action.first_sign),
    };
    let oninput =
        here.dispatch.on(move |typed| later::Command::Plan(Planning::Text(id, text, typed)));
    let field = Field::new(format!("{name}-{}", id.0).into(), words.get(label), value, oninput);
    let filled_in = || {
        let question = action.reason.question().filter(|_| text == ActionText::Owner)?;
        let could = could_own(here.state, question)?;
        (could == action.owner).then(|| words.get(key::PLAN_OWNER_HINT))
    };
    let Some(fits) = text.fits() else { return field };
    let more = too_many(value, fits);
    let room = || words.with(key::PLAN_FITS, &[("count", &fits.to_string())]);
    let mut field = field.hinted(Some(filled_in().unwrap_or_else(room)));
    // Nothing is cut, and nothing is wrong with it: it is said in ink.
    field.problem = (more > 0).then(|| words.count(key::PLAN_TOO_LONG, domain::count::count(more)));
    field
}

fn due(here: Here<'_>, action: &PlannedAction) -> Html {
    let id = action.id;
    let entered = here
        .dispatch
        .on(move |entered| later::Command::Plan(Planning::TypeDue(id, typed(entered))));
    let due = action.due;
    let label = here.words.get(key::PLAN_DUE);
    let mut field = Field::new(format!("due-{}", id.0).into(), label, "", Callback::noop());
    let holds = due.map(|due| due.to_string()).unwrap_or_default();
    let is_likely = due.is_none_or(Date::is_likely);
    stands(&mut field, here.state.unread_day(DayField::Due(id)), holds, is_likely, here.words);
    date_field(&field, &entered)
}

/// That the day has passed, with a day that has not.
fn overdue(here: Here<'_>, action: &PlannedAction) -> Html {
    let (Some(overdue), Some(today)) = (here.overdue(action), here.state.today) else {
        return Html::default();
    };
    let then = today.next_month();
    let label = here.words.with(key::PLAN_MOVE_TO, &[("date", &here.day(then))]);
    let moving = here.planning(Planning::Due(action.id, Some(then)));
    html! {
        <p class="overdue"><b>{ overdue }</b>{ " " }{ button(Button::quiet(label), moving) }</p>
    }
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

fn states(here: Here<'_>) -> Vec<(AttrValue, AttrValue)> {
    let one = |one: Status| {
        let (value, label) = status(one);
        (value.into(), here.words.get(label))
    };
    Status::ALL.into_iter().map(one).collect()
}

fn efforts(here: Here<'_>, action: &PlannedAction) -> Html {
    let id = action.id;
    let all = || [None].into_iter().chain(Effort::ALL.map(Some));
    let options = all().map(|one| {
        let (value, label) = effort(one);
        (value.into(), here.words.get(label))
    });
    let onchoose = here.dispatch.on(move |value: AttrValue| {
        let chosen = all().find(|one| effort(*one).0 == value).flatten();
        later::Command::Plan(Planning::Effort(id, chosen))
    });
    segments(
        &format!("effort-{}", id.0).into(),
        Asks::Words(here.words.get(key::PLAN_EFFORT)),
        None,
        Some(effort(action.effort).0),
        options.collect(),
        &onchoose,
    )
}

/// From which answer it comes, and the ways there and to what the result says of it. A reason that is gone
/// is said, and the person decides.
fn reason(here: Here<'_>, action: &PlannedAction) -> Html {
    let words = here.words;
    let Some(question) = action.reason.question() else { return Html::default() };
    let found = here.suggestions.and_then(|all| all.iter().find(|one| one.question == *question));
    let is_known = here.suggestions.is_some();
    let answer = Place::Question(question.clone(), None);
    let seen = later::Command::LookAtPlan(Looking::Result(question.clone()));
    let onclick = here.dispatch.on(move |press: MouseEvent| {
        press.prevent_default();
        seen.clone()
    });
    let keeping = Button::quiet(words.get(key::PLAN_KEEP));
    html! {
        <>
            <p class="from">
                { match found {
                    Some(found) => words.with(
                        key::PLAN_FROM,
                        &[("code", &here.code(action)), ("because", &found.because)],
                    ),
                    None => here.code(action),
                } }
                { " " }{ link(&answer, "", here.dispatch, words.get(key::PLAN_TO_ANSWER).into()) }
                if found.is_some() {
                    { " " }<a href={address(&Place::Result)} {onclick}>{ words.get(key::PLAN_TO_RESULT) }</a>
                }
            </p>
            if is_known && found.is_none() && matches!(action.reason, Reason::Answer(_)) {
                <p>
                    { words.get(key::PLAN_GONE) }{ " " }
                    { button(keeping, here.planning(Planning::Keep(action.id))) }
                </p>
            }
        </>
    }
}
