//! The plan.

use std::rc::Rc;

use domain::assessment::Timestamp;
use domain::count::count;
use domain::drawing::Suggestion;
use domain::plan::{ActionId, Plan, PlannedAction, Reason};

use super::changing::{change, say};
use crate::effect::InPlan;
use crate::field::{ActionText, Field};
use crate::history::Change;
use crate::later::{self, Planning, Said};
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
    let mut moved = None;
    match planning {
        Planning::Add(question, what) => {
            let id = plan.next_id();
            let at =
                left(state, &plan).position(|one| one.question == question && one.what == what);
            plan.add(PlannedAction::new(id, what, Reason::Answer(question)));
            if state.place == Place::Plan {
                // What is pressed goes with it: the focus goes to what stands in its place.
                let last = left(state, &plan).count().checked_sub(1);
                let next = last.zip(at).map(|(last, at)| InPlan::Suggestion(at.min(last)));
                effects.push(later::Effect::FocusInPlan(next.unwrap_or(InPlan::Action(id))).into());
            }
            say(state, Said::ActionAdded);
        }
        Planning::Write => {
            let id = plan.next_id();
            plan.add(PlannedAction::new(id, String::new(), Reason::Own));
            effects.push(later::Effect::FocusInPlan(InPlan::Action(id)).into());
        }
        Planning::Text(id, text, typed) => {
            field = Some(Field::Action(id, text));
            with(&mut plan, id, |action| {
                *match text {
                    ActionText::What => &mut action.what,
                    ActionText::Owner => &mut action.owner,
                    ActionText::FirstStep => &mut action.first_step,
                } = typed;
            });
        }
        Planning::Due(id, due) => with(&mut plan, id, |action| action.due = due),
        Planning::Status(id, status) => with(&mut plan, id, |action| action.status = status),
        Planning::Move(id, to) => {
            plan.go(id, to);
            effects.push(later::Effect::FocusInPlan(InPlan::Handle(id)).into());
            moved = Some(id);
        }
        Planning::Keep(id) => with(&mut plan, id, |action| {
            if let Reason::Answer(question) = &action.reason {
                action.reason = Reason::Kept(question.clone());
            }
        }),
        Planning::Remove(id) => {
            // What is pressed goes with it: the focus goes to what stands in its place.
            let next = behind(&plan, id);
            plan.remove(id);
            effects.push(
                later::Effect::FocusInPlan(next.map_or(InPlan::NewAction, InPlan::Handle)).into(),
            );
            say(state, Said::ActionRemoved);
        }
    }
    if let Some(said) = moved.and_then(|id| place(&plan, id)) {
        say(state, said);
    }
    if plan != *before {
        change(state, Change::Plan(before, Rc::new(plan)), field, now);
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

/// The action behind one, or before it where it is the last.
fn behind(plan: &Plan, id: ActionId) -> Option<ActionId> {
    let actions = plan.actions();
    let at = actions.iter().position(|action| action.id == id)?;
    let other = actions.get(at + 1).or_else(|| actions.get(at.checked_sub(1)?));
    other.map(|action| action.id)
}

/// Where an action stands now, to be said.
fn place(plan: &Plan, id: ActionId) -> Option<Said> {
    let priority = plan.action(id)?.priority;
    let at = plan.of(priority).position(|action| action.id == id)?;
    Some(Said::ActionMoved { at: count(at + 1), of: count(plan.of(priority).count()), priority })
}
