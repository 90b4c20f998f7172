//! The plan.

use std::rc::Rc;

use domain::assessment::Timestamp;
use domain::count::count;
use domain::date::Date;
use domain::drawing::Suggestion;
use domain::plan::{ActionId, Plan, PlannedAction, Priority, Reason};

use super::changing::{change, leave, say};
use super::days;
use super::looking::{show, stand_at};
use crate::day::DayField;
use crate::effect::InPlan;
use crate::field::{ActionText, Field};
use crate::history::Change;
use crate::later::{self, Planning, Said};
use crate::listed_plan::{Listed, could_own};
use crate::message::Effect;
use crate::place::Place;
use crate::state::State;

/// The person planned something.
pub(super) fn plan(
    state: &mut State,
    effects: &mut Vec<Effect>,
    planning: Planning,
    now: Timestamp,
) {
    let Some(work) = &state.work else { return };
    let before = work.assessment.plan.clone();
    let mut plan = (*before).clone();
    let mut field = None;
    let mut focus = None;
    let mut said = None;
    let mut is_left = false;
    match planning {
        Planning::Add(..) | Planning::Write if plan.is_full() => {
            say(state, Said::NoMoreActions);
            return;
        }
        Planning::Add(question, what) => {
            let id = plan.next_id();
            let at =
                left(state, &plan).position(|one| one.question == question && one.what == what);
            let priority = plan.room();
            let owner = could_own(state, &question).unwrap_or_default();
            let reason = Reason::Answer(question);
            plan.add(PlannedAction { priority, owner, ..PlannedAction::new(id, what, reason) });
            if matches!(state.place, Place::Plan(_)) {
                // What is pressed goes with it: the focus goes to what stands in its place.
                let last = left(state, &plan).count().checked_sub(1);
                let next = last.zip(at).map(|(last, at)| InPlan::Suggestion(at.min(last)));
                // Of a full plan nothing more is offered.
                let next = next.filter(|_| !plan.is_full());
                focus = Some(next.unwrap_or(InPlan::Row(id)));
            }
            said = Some(Said::ActionAdded(priority));
        }
        Planning::Write => {
            let id = plan.next_id();
            let priority = plan.room();
            let new = PlannedAction::new(id, String::new(), Reason::Own);
            plan.add(PlannedAction { priority, ..new });
            show(state, |shown| shown.among_over = false);
            stand_at(state, effects, Some(id));
            focus = Some(InPlan::Action(id));
        }
        Planning::Text(id, text, typed) => {
            field = Some(Field::Action(id, text));
            with(&mut plan, id, |action| {
                *match text {
                    ActionText::What => &mut action.what,
                    ActionText::Owner => &mut action.owner,
                    ActionText::FirstStep => &mut action.first_step,
                    ActionText::Needs => &mut action.needs,
                    ActionText::FirstSign => &mut action.first_sign,
                } = typed;
            });
        }
        Planning::TypeDue(id, typed) => {
            let typing = DayField::Due(id);
            is_left = typed.is_left;
            field = Some(Field::Day(typing));
            if let Some(due) = days::read(state, typing, &typed, Date::typed) {
                with(&mut plan, id, |action| action.due = due);
            }
        }
        Planning::Due(id, due) => {
            days::forget(state, DayField::Due(id));
            with(&mut plan, id, |action| action.due = due);
        }
        Planning::Status(id, status) => with(&mut plan, id, |action| action.status = status),
        Planning::Effort(id, effort) => with(&mut plan, id, |action| action.effort = effort),
        Planning::Move(id, to) => {
            if let Some(listed) = Listed::of(state) {
                // One step goes to where it is seen.
                plan.go_among(id, to, |action| listed.shows(action));
                said = place(listed.with(&plan), &plan, id);
            }
            focus = Some(InPlan::Handle(id));
        }
        Planning::Keep(id) => with(&mut plan, id, |action| {
            if let Reason::Answer(question) = &action.reason {
                action.reason = Reason::Kept(question.clone());
            }
        }),
        Planning::Remove(id) => {
            // What is pressed goes with it: the focus goes to what stands in its place.
            let next = Listed::of(state).and_then(|listed| behind(listed, id));
            focus = Some(next.map_or(InPlan::NewAction, InPlan::Row));
            plan.remove(id);
            if state.place == Place::Plan(Some(id)) {
                stand_at(state, effects, None);
                show(state, |shown| shown.among_over = false);
            }
            said = Some(Said::ActionRemoved);
        }
    }
    effects.extend(focus.map(|focus| later::Effect::FocusInPlan(focus).into()));
    if let Some(said) = said {
        say(state, said);
    }
    if plan != *before {
        change(state, Change::Plan(before, Rc::new(plan)), field, now);
    }
    if is_left {
        leave(state);
    }
}

/// What is suggested and not planned yet, as far as it is known.
fn left<'a>(state: &'a State, plan: &'a Plan) -> impl Iterator<Item = &'a Suggestion> {
    let suggestions = state.result.drawn.iter().flat_map(|drawn| &drawn.0.suggestions);
    suggestions.filter(|one| !one.is_in(plan))
}

fn with(plan: &mut Plan, id: ActionId, set: impl FnOnce(&mut PlannedAction)) {
    if let Some(action) = plan.action_mut(id) {
        set(action);
    }
}

/// The action behind one in the list in which it stands, or before it where it is the last there.
fn behind(listed: Listed<'_>, id: ActionId) -> Option<ActionId> {
    let groups = Priority::ALL.into_iter().flat_map(|priority| listed.group(priority));
    let lists: [Vec<ActionId>; 2] =
        [groups.map(|action| action.id).collect(), listed.over().map(|action| action.id).collect()];
    let list = lists.iter().find(|list| list.contains(&id))?;
    let at = list.iter().position(|other| *other == id)?;
    list.get(at + 1).or_else(|| list.get(at.checked_sub(1)?)).copied()
}

/// Where an action stands now among those that are seen, to be said.
fn place(listed: Listed<'_>, plan: &Plan, id: ActionId) -> Option<Said> {
    let priority = plan.action(id)?.priority;
    let at = listed.group(priority).position(|action| action.id == id)?;
    let of = listed.group(priority).count();
    Some(Said::ActionMoved { at: count(at + 1), of: count(of), priority })
}
