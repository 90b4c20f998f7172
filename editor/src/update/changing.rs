//! Changes of the open assessment, and what follows from each.

use std::rc::Rc;

use domain::asked::Asked;
use domain::assessment::Timestamp;

use crate::field::Field;
use crate::history::{Change, Way};
use crate::state::{Said, State};

/// Applies a change, remembers it, and notes what is not on this device yet.
pub(super) fn change(state: &mut State, change: Change, field: Option<Field>, now: Timestamp) {
    let Some(work) = &mut state.work else { return };
    if work.is_read_only() || change.is_void() {
        return;
    }
    let assessment = Rc::make_mut(&mut work.assessment);
    change.apply(Way::Redo, assessment);
    assessment.changed = now;
    Rc::make_mut(&mut work.history).remember(change.clone(), field, now);
    changed(state, &change);
}

/// What follows from a change, done or taken back.
pub(super) fn changed(state: &mut State, change: &Change) {
    let Some(work) = &mut state.work else { return };
    work.revision += 1;
    match change {
        Change::Answer(id, ..) => {
            work.unsaved.touch(id);
            let routes = state
                .catalogue
                .questions()
                .any(|question| question.asked_when.as_ref().is_some_and(|on| on.question == *id));
            if !routes {
                return;
            }
        }
        Change::Plan(..) => {
            work.unsaved.touch_plan();
            return;
        }
        Change::Answers(before, after) => {
            work.unsaved.touch_plan();
            for (id, _) in before.answers.iter().chain(after.answers.iter()) {
                work.unsaved.touch(id);
            }
        }
        Change::Scope(..) | Change::Dismissal(..) => work.unsaved.touch_head(),
    }
    ask_anew(state);
}

/// Works out anew what is asked: of another scope, on another route, or of the whole bank.
pub(super) fn ask_anew(state: &mut State) {
    let Some(work) = &mut state.work else { return };
    let assessment = &work.assessment;
    let asked = Asked::of(&state.catalogue, &assessment.scope, &assessment.answers);
    if asked != *work.asked {
        work.asked = Rc::new(asked);
    }
}

/// Tells assistive technology something.
pub(super) fn say(state: &mut State, said: Said) {
    state.said = (state.said.0 + 1, Some(said));
}
