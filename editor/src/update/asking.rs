//! Asking the worker.

use domain::job::Job;

use crate::later;
use crate::message::Effect;
use crate::state::{Purpose, State};

/// Gives the worker a job. Its number comes back with the answer.
pub(super) fn ask(state: &mut State, effects: &mut Vec<Effect>, purpose: Purpose, job: Job) -> u32 {
    let number = state.next_job;
    state.next_job += 1;
    if matches!(purpose, Purpose::Open(_) | Purpose::Compare(_) | Purpose::OpenLocked(..)) {
        effects.push(later::Effect::SayIfItTakesLong(number).into());
    }
    state.jobs.push((number, purpose));
    effects.push(later::Effect::Ask(number, Box::new(job)).into());
    number
}
