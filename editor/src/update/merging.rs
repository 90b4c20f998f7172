//! Several windows on the same assessment: all of them write, and each takes in what the others wrote.

use std::collections::BTreeSet;
use std::rc::Rc;

use domain::assessment::{Assessment, Timestamp};
use domain::earlier::numbers;
use domain::id::{AssessmentId, QuestionId};
use domain::merge::{self, Collisions};
use domain::risk::RiskId;

use super::changing::ask_anew;
use super::{carrying, storing};
use crate::effect::Entry;
use crate::history::{Because, Change, Everything};
use crate::keeping::{Base, Draft, Keeping, StorageFault, Writing};
use crate::message::Effect;
use crate::place::Place;
use crate::state::{Met, Notice, State};
use crate::work::Work;
use crate::{first, later};

/// What is on this device may be another: looks.
pub(super) fn look(state: &mut State, effects: &mut Vec<Effect>) {
    if matches!(state.place, Place::Start | Place::Sealed) {
        effects.push(later::Effect::ReadShelf.into());
    }
    let Some(work) = &mut state.work else { return };
    if let Keeping::Device(writing) = &work.keeping {
        if matches!(writing, Writing::Failed(_)) {
            // What was refused then may be kept now.
            work.unsaved.touch_head();
        }
        let known = work.lies();
        effects.push(later::Effect::LookBeside(work.assessment.id.clone(), known).into());
    }
}

/// What this device had kept of an assessment is gone, and nobody said that it was to go.
pub(super) fn gone(state: &mut State, id: &AssessmentId) {
    if kept(state, id).is_some_and(|work| work.base.is_some() && !work.unsaved.is_flying()) {
        put_anew(state);
    }
}

/// Another window deleted an assessment. Where it is open here, that is all there is of it.
pub(super) fn deleted(state: &mut State, effects: &mut Vec<Effect>, id: &AssessmentId) {
    effects.push(later::Effect::ReadShelf.into());
    let Some(work) = kept(state, id) else { return };
    work.keeping = Keeping::Undecided;
    storing::no_longer(work);
    effects.push(first::Effect::LetGo.into());
    effects.push(first::Effect::Remember(None).into());
    state.notice = Some(Notice::DraftGone);
}

fn kept<'a>(state: &'a mut State, id: &AssessmentId) -> Option<&'a mut Work> {
    let is_kept = |work: &&mut Work| matches!(work.keeping, Keeping::Device(_));
    state.work.as_mut().filter(|work| work.assessment.id == *id).filter(is_kept)
}

/// Somebody emptied the storage: all of it is put anew.
pub(super) fn emptied(state: &mut State, number: u32) {
    if storing::in_flight(state, number).is_some() {
        put_anew(state);
    }
}

/// Another window was quicker: what it wrote has to be known before this one writes. Where that was
/// heard of meanwhile, the batch only has to be put once more.
pub(super) fn overtaken(state: &mut State, effects: &mut Vec<Effect>, number: u32) {
    let Some(work) = storing::in_flight(state, number) else { return };
    work.unsaved.wait_again();
    let known = work.lies();
    if work.sent.take().is_some_and(|sent| sent.expects == known) {
        effects.push(later::Effect::LookBeside(work.assessment.id.clone(), known).into());
    }
}

/// What this device had kept is gone: all of it is put anew, and said so.
fn put_anew(state: &mut State) {
    let Some(work) = &mut state.work else { return };
    storing::no_longer(work);
    work.keeping = Keeping::Device(Writing::Saving);
    storing::touch_all(work);
    state.notice = Some(Notice::PutAnew);
}

/// Another window wrote the open assessment: what it wrote and what was done here is put together.
pub(super) fn beside(state: &mut State, effects: &mut Vec<Effect>, draft: Draft, now: Timestamp) {
    let Draft { assessment: stored, changes_since_file: their_count, written, .. } = draft;
    if carrying::is_of_newer(state, numbers(&stored.catalogue.version)) {
        // A newer version of the page goes on with it; this one knows too little to write into that.
        if let Some(work) = kept(state, &stored.id) {
            work.keeping = Keeping::Device(Writing::Failed(StorageFault::Newer));
            work.unsaved.stall();
        }
        return;
    }
    // An earlier version of the page may have written it.
    let mut theirs = stored.clone();
    drop(carrying::carry_over(state, &mut theirs));
    // What was put from here meanwhile may be what was found.
    let is_new = |work: &&mut Work| work.lies() != Some(written);
    let Some(work) = kept(state, &theirs.id).filter(is_new) else { return };
    let Some(base) = work.base.take() else { return };
    let (merged, collisions) = merge::assessments(&base.assessment, &work.assessment, &theirs);
    let count = changes_since_file(work, &base, their_count, &merged);
    let after = Everything::of(&merged);
    let mut before = after.clone();
    for id in &collisions.choices {
        before.answers.set(id, theirs.answers.get(id).cloned());
    }
    touch(work, &merged, &stored, count != their_count);
    if merged != *work.assessment {
        work.revision += 1;
        work.assessment = Rc::new(merged);
    }
    work.changes_since_file = count;
    let mut takes_back = None;
    if before != after {
        // The other choices can be put back.
        let chosen = Change::Answers(Box::new(before), Box::new(after), Because::Met);
        let history = Rc::make_mut(&mut work.history);
        history.remember(chosen, None, now);
        takes_back = Some(history.steps());
    }
    let rests = !work.unsaved.waits() && !work.unsaved.is_flying();
    work.keeping = Keeping::Device(if rests { Writing::Saved } else { Writing::Saving });
    work.base = Some(Base { assessment: stored, changes_since_file: their_count, written });
    ask_anew(state);
    stay_at_own(state, effects, &collisions.renumbered);
    effects.push(later::Effect::PutCaretBack.into());
    if !collisions.is_empty() {
        state.notice = Some(Notice::Met(Rc::new(met(state, &collisions, takes_back))));
    }
}

/// Whoever works on a risk that has another number now goes on with that one.
fn stay_at_own(state: &mut State, effects: &mut Vec<Effect>, renumbered: &[(RiskId, RiskId)]) {
    let (Place::Risks(Some(id)) | Place::Severity(id) | Place::Risk(id)) = &mut state.place else {
        return;
    };
    if let Some((_, now)) = renumbered.iter().find(|(before, _)| before == id) {
        *id = *now;
        effects.push(first::Effect::Address(state.place.clone(), Entry::Same).into());
    }
}

/// Notes all that has to be put so that this device has it as it is here, and nothing else.
fn touch(work: &mut Work, merged: &Assessment, stored: &Assessment, count_differs: bool) {
    work.unsaved.only_follow();
    let both = [merged, stored];
    let ids: BTreeSet<&QuestionId> =
        both.iter().flat_map(|one| one.answers.iter().map(|(id, _)| id)).collect();
    for id in ids {
        if merged.answers.get(id) != stored.answers.get(id) {
            work.unsaved.touch(id);
        }
    }
    if merged.plan != stored.plan {
        work.unsaved.touch_plan();
    }
    if merged.sheets != stored.sheets {
        work.unsaved.touch_sheets();
    }
    if merged.risks != stored.risks {
        work.unsaved.touch_risks();
    }
    if count_differs || merged.without_answers() != stored.without_answers() {
        work.unsaved.touch_head();
    }
}

/// How many changes the last save file does not have: theirs and those of here.
fn changes_since_file(
    work: &Work,
    base: &Base,
    theirs: Option<u32>,
    merged: &Assessment,
) -> Option<u32> {
    let (before, ours) = (base.changes_since_file?, work.changes_since_file?);
    let theirs = theirs?;
    let saved_here = merged.saved_to_file == work.assessment.saved_to_file
        && merged.saved_to_file != base.assessment.saved_to_file;
    Some(if saved_here {
        ours.saturating_add(theirs.saturating_sub(before))
    } else {
        theirs.saturating_add(ours.saturating_sub(before))
    })
}

fn met(state: &State, collisions: &Collisions, takes_back: Option<u32>) -> Met {
    let codes = |ids: &[QuestionId]| {
        let question = |id| state.catalogue.question(id);
        ids.iter().filter_map(question).map(|question| question.code.clone()).collect()
    };
    Met {
        texts: codes(&collisions.texts),
        choices: codes(&collisions.choices),
        elsewhere: collisions.elsewhere.clone(),
        takes_back,
    }
}
