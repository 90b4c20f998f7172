//! Changes of the open assessment, and what follows from each.

use std::rc::Rc;

use domain::answered_by_register::QUESTIONS;
use domain::asked::Asked;
use domain::assessment::{Assessment, Timestamp};
use domain::progress::{ProgressBySection, SectionProgress};

use crate::effect::Focus;
use crate::field::Field;
use crate::first;
use crate::history::{Change, Way};
use crate::message::Effect;
use crate::state::{Said, State};
use crate::work::Work;

/// Applies a change, remembers it, and notes what is not on this device yet.
pub(super) fn change(state: &mut State, change: Change, field: Option<Field>, now: Timestamp) {
    change_and_then(state, change, field, now, |_| ());
}

/// The same, and then what follows from it in the assessment. It is handed in, as all that follows from the
/// register comes with the later half.
pub(super) fn change_and_then(
    state: &mut State,
    change: Change,
    field: Option<Field>,
    now: Timestamp,
    then: fn(&mut Assessment),
) {
    let Some(work) = &mut state.work else { return };
    if change.is_void() {
        return;
    }
    let assessment = Rc::make_mut(&mut work.assessment);
    change.apply(Way::Redo, assessment);
    then(assessment);
    assessment.changed = now;
    Rc::make_mut(&mut work.history).remember(change.clone(), field, now);
    changed(state, &change);
}

/// The person left the field: what is typed there next is another change.
pub(super) fn leave(state: &mut State) {
    if let Some(work) = &mut state.work {
        Rc::make_mut(&mut work.history).leave();
    }
}

/// What follows from a change, done or taken back.
pub(super) fn changed(state: &mut State, change: &Change) {
    let Some(work) = &mut state.work else { return };
    work.revision += 1;
    work.changes_since_file = Some(work.changes_since_file.unwrap_or(0).saturating_add(1));
    match change {
        Change::Answer(id, ..) => {
            work.unsaved.touch(id);
            if !work.asked.routes(id) {
                if let Some(at) = work.asked.section_at(id, work.section) {
                    count_anew(work, at);
                }
                return;
            }
        }
        Change::Plan(..) => {
            work.unsaved.touch_plan();
            return;
        }
        Change::Sheets(..) => {
            work.unsaved.touch_sheets();
            return;
        }
        Change::Risks(..) => {
            touch_register(work);
        }
        Change::Answers(before, after, _) => {
            work.unsaved.touch_plan();
            work.unsaved.touch_sheets();
            touch_register(work);
            for (id, _) in before.answers.iter().chain(after.answers.iter()) {
                work.unsaved.touch(id);
            }
        }
        Change::Scope(..) => work.unsaved.touch_head(),
        Change::Dismissal(..) => {
            work.unsaved.touch_head();
            return;
        }
    }
    ask_anew(state);
}

/// Notes risks, and what the register answers, whatever that was before.
fn touch_register(work: &mut Work) {
    work.unsaved.touch_risks();
    for question in QUESTIONS {
        work.unsaved.touch(&question.into());
    }
}

/// Counts the squares of one section anew.
fn count_anew(work: &mut Work, at: usize) {
    let Some(section) = work.asked.sections.get(at) else { return };
    let now = SectionProgress::of(section, &work.assessment.answers);
    if work.by_section.section(at).is_some_and(|before| **before != now) {
        Rc::make_mut(&mut work.by_section).replace(at, now);
    }
}

/// Works out anew what is asked: of another scope, on another route, or of the whole bank.
pub(super) fn ask_anew(state: &mut State) {
    let Some(work) = &mut state.work else { return };
    let assessment = &work.assessment;
    let asked = Asked::of(&state.catalogue, &assessment.scope, &assessment.answers);
    if !asked.is_the_same(&work.asked) {
        work.asked = Rc::new(asked);
    }
    work.by_section = Rc::new(ProgressBySection::of(&work.asked, &assessment.answers));
}

/// What stands in a list was acted on, and what came of it is said above that: it is shown, and the
/// focus does not stay on a button that may be gone.
pub(super) fn show_notice(effects: &mut Vec<Effect>) {
    effects.push(first::Effect::Focus(Focus::Screen).into());
}

/// Tells assistive technology something.
pub(super) fn say(state: &mut State, said: impl Into<Said>) {
    state.said = (state.said.0 + 1, Some(said.into()));
}
