//! Writing to this device: one batch in flight, the newest changes wait behind it.

use std::rc::Rc;

use domain::save::draft::Written;

use crate::effect::Batch;
use crate::keeping::{Base, Keeping, Sent, StorageFault, Wish, Writing};
use crate::message::{Command, Effect};
use crate::state::{Missing, Notice, State};
use crate::work::Work;
use crate::{first, later};

/// The person said whether to keep the assessment on this device. To take it off again follows.
pub(super) fn keep(state: &mut State, effects: &mut Vec<Effect>, wish: Wish) -> Option<Command> {
    let work = state.work.as_ref()?;
    match (wish, &work.keeping) {
        (Wish::Nowhere, Keeping::Device(_)) => return Some(later::Command::TakeOffDevice.into()),
        (Wish::Nowhere, _) => keep_nowhere(state),
        (Wish::Device, _) => keep_on_device(state, effects),
    }
    None
}

/// The person chose to keep it on this device.
pub(super) fn keep_on_device(state: &mut State, effects: &mut Vec<Effect>) {
    chosen(state);
    let Some(work) = &mut state.work else { return };
    match work.keeping {
        Keeping::Device(Writing::Saved | Writing::Saving) => {}
        Keeping::Undecided | Keeping::Nowhere | Keeping::Device(Writing::Failed(_)) => {
            work.keeping = Keeping::Device(Writing::Saving);
            touch_all(work);
            let id = work.assessment.id.clone();
            effects.push(first::Effect::Hold(id.clone()).into());
            effects.push(first::Effect::Remember(Some(id)).into());
        }
    }
}

/// The person chose to keep it nowhere. It is on no device.
pub(super) fn keep_nowhere(state: &mut State) {
    chosen(state);
    let Some(work) = &mut state.work else { return };
    work.keeping = Keeping::Nowhere;
    no_longer(work);
}

/// The person no longer wants it on this device.
pub(super) fn take_off_device(state: &mut State, effects: &mut Vec<Effect>) {
    let Some(work) = &state.work else { return };
    if matches!(work.keeping, Keeping::Device(_)) {
        effects.push(later::Effect::Delete(work.assessment.id.clone()).into());
        effects.push(first::Effect::LetGo.into());
        effects.push(first::Effect::Remember(None).into());
    }
    keep_nowhere(state);
}

/// Nothing of it is on this device.
pub(super) fn no_longer(work: &mut Work) {
    work.unsaved = Default::default();
    work.sent = None;
    work.base = None;
}

/// Whether to keep it has been chosen: what asked for that goes.
fn chosen(state: &mut State) {
    state.missing.retain(|missing| *missing != Missing::Keeping);
    if state.notice == Some(Notice::FileOpened) {
        state.notice = None;
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

/// Marks everything as not on this device.
pub(super) fn touch_all(work: &mut Work) {
    let answers = work.assessment.answers.iter().map(|(id, _)| id);
    work.unsaved.touch_all(answers, &work.assessment);
}

/// Sends off what waits, if nothing is in flight.
pub(super) fn flush(state: &mut State, effects: &mut Vec<Effect>) {
    if state.work.as_ref().is_some_and(|work| !work.unsaved.is_flying()) {
        send_off(state, effects);
    }
}

/// Sends off all that is not known to be on this device, behind what is in flight: the assessment
/// is about to be put down, and nothing of it can be tried again later. So it is put whatever lies there.
pub(super) fn send_off_all(state: &mut State, effects: &mut Vec<Effect>) {
    if let Some(work) = &mut state.work
        && work.unsaved.waits()
    {
        work.unsaved.wait_again();
        work.base = None;
    }
    send_off(state, effects);
}

fn send_off(state: &mut State, effects: &mut Vec<Effect>) {
    let Some(work) = &mut state.work else { return };
    let Keeping::Device(writing) = &mut work.keeping else { return };
    if work.unsaved.is_stalled() || !work.unsaved.waits() {
        return;
    }
    *writing = Writing::Saving;
    let number = state.next_batch;
    state.next_batch += 1;
    let touched = work.unsaved.take_off(number);
    let answers: Rc<[_]> = touched
        .answers
        .into_iter()
        .map(|id| {
            let answer = work.assessment.answers.get(&id).cloned();
            (id, answer)
        })
        .collect();
    let known = work.lies();
    let expects = known.filter(|_| !touched.whole);
    work.sent = Some(Sent {
        assessment: work.assessment.without_answers(),
        answers: answers.clone(),
        whole: touched.whole,
        changes_since_file: work.changes_since_file,
        expects,
    });
    let batch = Batch {
        number,
        assessment: work.assessment.clone(),
        place: work.last_place.clone(),
        progress: work.progress(),
        changes_since_file: work.changes_since_file,
        with_plan: touched.plan,
        with_sheets: touched.sheets,
        with_risks: touched.risks,
        replaces_all: touched.whole,
        answers,
        expects,
        written: Written::new(state.window, number),
    };
    effects.push(first::Effect::Keep(batch).into());
}

/// A batch is on this device. One of an assessment that was put down meanwhile changes nothing.
pub(super) fn kept(state: &mut State, number: u32) {
    let written = Written::new(state.window, number);
    let Some(work) = in_flight(state, number) else { return };
    work.unsaved.landed();
    if let Some(sent) = work.sent.take() {
        work.base = Some(Base::with(work.base.take(), sent, written));
    }
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

pub(super) fn in_flight(state: &mut State, number: u32) -> Option<&mut Work> {
    state.work.as_mut().filter(|work| work.unsaved.flies_as(number))
}
