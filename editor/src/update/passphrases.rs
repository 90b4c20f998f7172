//! Save files that are locked with a passphrase: it is asked for, and goes to the worker.

use std::rc::Rc;

use domain::job::{Job, OpenFault};
use domain::passphrase::{LockFault, locked};

use super::arriving;
use super::asking::{ask, refuse, set_file};
use crate::download::{FileState, Holds};
use crate::message::{Effect, Moment};
use crate::passphrase::{Aim, Given, Problem};
use crate::state::{Dialog, Purpose, State};
use crate::target::Target;

/// Asks for the passphrase.
pub(super) fn ask_for(state: &mut State, aim: Aim, problem: Option<Problem>) {
    state.dialog = Some(Rc::new(Dialog::Passphrase(aim, problem)));
}

/// Asks for the passphrase of a file that is locked. Whether it is.
pub(super) fn asks_to_open(state: &mut State, name: &Rc<str>, bytes: &Rc<[u8]>) -> bool {
    let is_locked = locked(bytes).is_some();
    if is_locked {
        ask_for(state, Aim::Open(name.clone(), bytes.clone()), None);
    }
    is_locked
}

/// The person gave it.
pub(super) fn given(state: &mut State, effects: &mut Vec<Effect>, given: Given, moment: Moment) {
    let Some(Dialog::Passphrase(aim, _)) = state.dialog.as_deref().cloned() else { return };
    if let Some(problem) = aim.problem(&given) {
        ask_for(state, aim, Some(problem));
        return;
    }
    state.dialog = None;
    match aim {
        Aim::Lock => {
            let Some(work) = &state.work else { return };
            let holds = Holds::Revision(work.revision);
            let (save, becomes) = arriving::saves((*work.assessment).clone(), holds, moment.now);
            set_file(state, Target::LockedFile, FileState::Writing);
            let job = Job::SaveLocked(save, moment.today, given.passphrase);
            ask(state, effects, Purpose::Write(Target::LockedFile, becomes), job);
        }
        Aim::Open(name, bytes) => {
            let whole = locked(&bytes).unwrap_or_default().to_vec();
            let job = Job::OpenLocked(whole, given.passphrase);
            ask(state, effects, Purpose::OpenLocked(name, bytes), job);
        }
    }
}

/// A locked file did not open: another passphrase is asked for, or it is said why none helps.
pub(super) fn refused(state: &mut State, name: Rc<str>, bytes: Rc<[u8]>, fault: OpenFault) {
    // Where something else is asked meanwhile, that is not taken away.
    if fault == OpenFault::Locked(LockFault::WrongPassphrase) && state.dialog.is_none() {
        ask_for(state, Aim::Open(name, bytes), Some(Problem::Wrong));
    } else {
        refuse(state, name, fault);
    }
}
