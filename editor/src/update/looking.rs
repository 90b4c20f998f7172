//! What of the plan is shown. No change of the plan, and nothing that is kept.

use domain::id::QuestionId;
use domain::plan::ActionId;

use super::changing::say;
use super::travelling;
use crate::effect::{Entry, InPlan};
use crate::later::{Effect, Looking, Said};
use crate::listed_plan::Listed;
use crate::message;
use crate::place::Place;
use crate::plan_shown::PlanShown;
use crate::state::State;
use crate::{first, later};

/// The person wants to see something of the plan.
pub(super) fn look(state: &mut State, effects: &mut Vec<message::Effect>, looking: Looking) {
    match looking {
        Looking::Open(id) => {
            let over = |listed: Listed<'_>| listed.over().any(|action| action.id == id);
            let among_over = Listed::of(state).is_some_and(over);
            show(state, |shown| shown.among_over = among_over);
            stand_at(state, effects, Some(id));
        }
        Looking::Close => close(state, effects),
        Looking::Filter(filter) => show(state, |shown| shown.filter = filter),
        Looking::Over(over) => {
            // What is open among them would be open unseen.
            if !over && state.work.as_ref().is_some_and(|work| work.plan_shown.among_over) {
                stand_at(state, effects, None);
            }
            show(state, |shown| {
                shown.over = over;
                shown.among_over &= over;
            });
        }
        Looking::Suggestions(suggestions) => show(state, |shown| shown.suggestions = suggestions),
        Looking::Result(question) => see_in_result(state, effects, question),
    }
}

/// Opens one action, or none: in the address, and not as a step back of its own.
pub(super) fn stand_at(
    state: &mut State,
    effects: &mut Vec<message::Effect>,
    open: Option<ActionId>,
) {
    let place = Place::Plan(open);
    if matches!(state.place, Place::Plan(_)) && state.place != place {
        effects.push(first::Effect::Address(place.clone(), Entry::Same).into());
        state.place = place;
    }
}

pub(super) fn show(state: &mut State, change: impl FnOnce(&mut PlanShown)) {
    if let Some(work) = &mut state.work {
        change(&mut work.plan_shown);
    }
}

/// The action goes to where it belongs now: among what is done or dropped, or out of sight. The focus goes
/// to it, or to what stands for it.
fn close(state: &mut State, effects: &mut Vec<message::Effect>) {
    let Place::Plan(Some(id)) = state.place else { return };
    stand_at(state, effects, None);
    let was_among_over = state.work.as_ref().is_some_and(|work| work.plan_shown.among_over);
    show(state, |shown| shown.among_over = false);
    let (Some(listed), Some(work)) = (Listed::of(state), &state.work) else { return };
    let among_over = listed.over().any(|action| action.id == id);
    let is_hidden = work.assessment.plan.action(id).is_some_and(|action| !listed.shows(action));
    let focus = match (among_over, is_hidden) {
        (true, _) if work.plan_shown.over => InPlan::Row(id),
        (true, _) => InPlan::Over,
        (false, true) => InPlan::Filters,
        (false, false) => InPlan::Row(id),
    };
    effects.push(Effect::FocusInPlan(focus).into());
    if among_over && !was_among_over {
        say(state, Said::ActionPutAway);
    }
}

fn see_in_result(state: &mut State, effects: &mut Vec<message::Effect>, question: QuestionId) {
    travelling::go(state, effects, Place::Result);
    effects.push(later::Effect::FocusInResult(question).into());
}
