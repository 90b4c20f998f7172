//! Writing to this device: one batch in flight, the newest changes wait behind it.

use crate::effect::{Batch, Effect};
use crate::keeping::{Keeping, StorageFault, Wish, Writing};
use crate::state::{Notice, State, Work};

/// Whether the wish takes something off this device.
pub(super) fn deletes(state: &State, wish: Wish) -> bool {
    let kept = state.work.as_ref().is_some_and(|work| matches!(work.keeping, Keeping::Device(_)));
    wish == Wish::Nowhere && kept
}

/// The person said whether to keep the assessment on this device.
pub(super) fn keep(state: &mut State, effects: &mut Vec<Effect>, wish: Wish) {
    let Some(work) = &mut state.work else { return };
    state.missing.retain(|missing| *missing != crate::state::Missing::Keeping);
    if state.notice == Some(Notice::FileOpened) {
        state.notice = None;
    }
    match (wish, &work.keeping) {
        (_, Keeping::ReadOnly)
        | (Wish::Device, Keeping::Device(Writing::Saved | Writing::Saving)) => {}
        (Wish::Device, _) => {
            work.keeping = Keeping::Device(Writing::Saving);
            touch_all(work);
            if !work.held {
                effects.push(Effect::Hold(work.assessment.id.clone()));
            }
            effects.push(Effect::Remember(Some(work.assessment.id.clone())));
        }
        (Wish::Nowhere, _) => {
            if matches!(work.keeping, Keeping::Device(_)) {
                effects.push(Effect::Delete(work.assessment.id.clone()));
                effects.push(Effect::LetGo);
                effects.push(Effect::Remember(None));
            }
            work.keeping = Keeping::Nowhere;
            work.held = false;
            work.unsaved = Default::default();
        }
    }
}

/// Notes whether the state of keeping has become another one. "Saving" comes and goes with each key
/// and is not one of those that are read out.
pub(super) fn settle(state: &mut State) {
    let Some(work) = &mut state.work else { return };
    work.tells_keeping = false;
    if work.keeping != Keeping::Device(Writing::Saving) && work.keeping != work.settled {
        work.settled = work.keeping.clone();
        work.tells_keeping = true;
    }
}

/// Marks every answer as not on this device.
pub(super) fn touch_all(work: &mut Work) {
    work.unsaved.touch_head();
    work.unsaved.whole = true;
    work.unsaved.plan = !work.assessment.plan.is_empty();
    for (id, _) in work.assessment.answers.iter() {
        work.unsaved.touch(id);
    }
}

/// Sends off what waits, if nothing is in flight.
pub(super) fn flush(state: &mut State, effects: &mut Vec<Effect>) {
    let free = state.work.as_ref().is_some_and(|work| work.unsaved.in_flight.is_none());
    if free {
        send_off(state, effects);
    }
}

/// Sends off all that is not known to be on this device, behind what is in flight: the assessment
/// is about to be put down, and nothing of it can be tried again later.
pub(super) fn send_off_all(state: &mut State, effects: &mut Vec<Effect>) {
    if let Some(work) = &mut state.work
        && work.unsaved.waits()
    {
        work.unsaved.wait_again();
        work.unsaved.stalled = false;
    }
    send_off(state, effects);
}

fn send_off(state: &mut State, effects: &mut Vec<Effect>) {
    let Some(work) = &mut state.work else { return };
    let Keeping::Device(writing) = &mut work.keeping else { return };
    if !work.held || work.unsaved.stalled || !work.unsaved.waits() {
        return;
    }
    *writing = Writing::Saving;
    let number = state.next_batch;
    state.next_batch += 1;
    let touched = work.unsaved.take_off(number);
    let answers = touched
        .into_iter()
        .map(|id| {
            let answer = work.assessment.answers.get(&id).cloned();
            (id, answer)
        })
        .collect();
    effects.push(Effect::Keep(Batch {
        number,
        assessment: work.assessment.clone(),
        place: work.last_place.clone(),
        progress: work.progress(),
        with_plan: work.unsaved.flying_plan,
        replaces_all: work.unsaved.flying_whole,
        answers,
    }));
}

/// A batch is on this device. One of an assessment that was put down meanwhile changes nothing.
pub(super) fn kept(state: &mut State, number: u32) {
    let Some(work) = in_flight(state, number) else { return };
    work.unsaved.landed();
    if let Keeping::Device(writing) = &mut work.keeping
        && !work.unsaved.waits()
    {
        *writing = Writing::Saved;
    }
}

/// It is not: what it held waits, and goes with the next change.
pub(super) fn not_kept(state: &mut State, number: u32, fault: StorageFault) {
    let Some(work) = in_flight(state, number) else { return };
    work.unsaved.lost();
    if let Keeping::Device(writing) = &mut work.keeping {
        *writing = Writing::Failed(fault);
    }
}

fn in_flight(state: &mut State, number: u32) -> Option<&mut Work> {
    state.work.as_mut().filter(|work| work.unsaved.in_flight == Some(number))
}
