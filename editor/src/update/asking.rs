//! Asking the worker, and what became of a file that was asked for or came.

use std::rc::Rc;

use domain::job::{Job, OpenFault};

use crate::download::FileState;
use crate::later;
use crate::message::Effect;
use crate::state::{Notice, Purpose, State};
use crate::target::Target;

/// Gives the worker a job. Its number comes back with the answer.
pub(super) fn ask(state: &mut State, effects: &mut Vec<Effect>, purpose: Purpose, job: Job) -> u32 {
    let number = state.next_job;
    state.next_job += 1;
    if purpose.reads().is_some() {
        effects.push(later::Effect::SayIfItTakesLong(number).into());
    }
    state.jobs.push((number, purpose));
    effects.push(later::Effect::Ask(number, Box::new(job)).into());
    number
}

/// What became of a file that was asked for.
pub(super) fn set_file(state: &mut State, target: Target, file: FileState) {
    let files = &mut state.download.files;
    match files.iter_mut().find(|(found, _)| *found == target) {
        Some((_, slot)) => *slot = file,
        None => files.push((target, file)),
    }
}

/// A file from outside is not opened.
pub(super) fn refuse(state: &mut State, name: Rc<str>, fault: OpenFault) {
    state.notice = Some(Notice::FileRefused(name, fault));
}
