//! Answers to an earlier version of the questions: carried over as the assessment is opened. It is no
//! change that a person made, so it counts as none and cannot be taken back.

use std::rc::Rc;

use domain::assessment::{Assessment, Timestamp};
use domain::earlier::{self, comes_after, numbers};
use domain::id::QuestionId;

use super::changing::{change, say};
use crate::carried_over::CarriedOver;
use crate::effect::Focus;
use crate::first;
use crate::history::Change;
use crate::later::Said;
use crate::message::Effect;
use crate::place::Place;
use crate::state::State;
use crate::work::Work;

/// Whether what lies on this device was answered with a newer version of the questions than this page
/// asks. What other words or rules would make of its answers is not known here, so none of it is used:
/// it is listed as what it is, and not opened, renamed, copied, saved or merged.
pub(super) fn is_of_newer(state: &State, version: Option<[u32; 3]>) -> bool {
    comes_after(version, numbers(&state.catalogue.version))
}

/// Carries the answers over, and says what there is to say about it.
pub(super) fn carry_over(state: &State, assessment: &mut Assessment) -> Option<Rc<CarriedOver>> {
    let rules = &state.guidance()?.earlier;
    let carried = earlier::carry_over(rules, &state.catalogue, assessment);
    let unknown = earlier::unknown(rules, &state.catalogue, assessment);
    let says = !carried.is_empty() || unknown != Default::default();
    says.then(|| Rc::new(CarriedOver { earlier: carried, unknown }))
}

/// Notes what became another record by being carried over: all of it goes to the device together with
/// the head, which says to which version of the questions the records belong.
pub(super) fn touch_carried(work: &mut Work, before: &Assessment) {
    let after = work.assessment.clone();
    let ids = before.answers.iter().chain(after.answers.iter()).map(|(id, _)| id);
    for id in ids.filter(|id| before.answers.get(id) != after.answers.get(id)) {
        work.unsaved.touch(id);
    }
    if before.plan != after.plan {
        work.unsaved.touch_plan();
    }
    work.unsaved.touch_head();
}

/// The person says that an answer to an earlier wording still holds: what is kept of it goes.
pub(super) fn still_holds(
    state: &mut State,
    effects: &mut Vec<Effect>,
    kept_as: &QuestionId,
    now: Timestamp,
) {
    let Some(work) = &state.work else { return };
    let before = work.assessment.answers.get(kept_as).cloned();
    if kept_as.is_earlier_wording() && before.is_some() {
        change(state, Change::Answer(kept_as.clone(), before, None), None, now);
        say(state, Said::StillHolds);
        // The button is gone with what it stood beside.
        let at_question = matches!(state.place, Place::Question(..));
        let focus = if at_question { Focus::Question } else { Focus::Screen };
        effects.push(first::Effect::Focus(focus).into());
    }
}
