//! The question for a passphrase.

use domain::passphrase::{LEAST, LockFault, Passphrase};
use domain::texts::later::{self as key, Key};
use editor::later;
use editor::passphrase::{Aim, Given, Problem};
use yew::prelude::*;

use crate::browser::{dialog, event, focus};
use crate::view::dispatch::Dispatch;
use crate::view::parts::field::Field;
use crate::view::parts::secret_field::secret_field;
use crate::view::words::LaterWords;

const FIRST: &str = "passphrase";
const AGAIN: &str = "passphrase-again";

/// The field in which something is wrong.
fn field_of(problem: Option<Problem>) -> &'static str {
    if problem == Some(Problem::Differs) { AGAIN } else { FIRST }
}

/// What is asked.
pub(crate) fn title(aim: &Aim, words: &LaterWords) -> AttrValue {
    match aim {
        Aim::Lock => words.get(key::PASSPHRASE_LOCK_TITLE),
        Aim::Open(file, _) => words.with(key::PASSPHRASE_OPEN_TITLE, &[("file", file)]),
    }
}

/// What there is to know before, and the fields.
///
/// Accessibility: a form, so that Enter gives what was typed; the first field has the focus. What is
/// wrong is told beside the field in which it is, which has the focus then.
pub(crate) fn body(
    aim: &Aim,
    problem: Option<Problem>,
    words: &LaterWords,
    dispatch: &Dispatch,
) -> Html {
    let least = LEAST.to_string();
    let least = [("least", &*least)];
    let locks = *aim == Aim::Lock;
    let told = match problem {
        None => AttrValue::default(),
        Some(Problem::Short) => words.with(key::PASSPHRASE_SHORT, &least),
        Some(Problem::Differs) => words.get(key::PASSPHRASE_DIFFERS),
        Some(Problem::Wrong) => words.get(key::NOTICES_FAULT_WRONG_PASSPHRASE),
    };
    let beside = |id| if field_of(problem) == id { told.clone() } else { AttrValue::default() };
    let hint = locks.then(|| words.with(key::PASSPHRASE_HINT, &least));
    let field =
        |id: &'static str, label| Field::new(id.into(), words.get(label), "", Callback::noop());
    let first = field(FIRST, key::PASSPHRASE_FIRST).hinted(hint);
    let go = if locks { key::PASSPHRASE_LOCK_GO } else { key::PASSPHRASE_OPEN_GO };
    let (dispatch, aim) = (dispatch.clone(), aim.clone());
    let onsubmit = Callback::from(move |submit: SubmitEvent| {
        submit.prevent_default();
        let mut typed = event::typed(&submit).into_iter().map(Passphrase);
        let passphrase = typed.next().unwrap_or_else(|| Passphrase(String::new()));
        let given = Given { again: typed.next().unwrap_or_else(|| passphrase.clone()), passphrase };
        // Closed first, so that the focus goes back to where it came from.
        match aim.problem(&given) {
            None => dialog::close(),
            problem => {
                focus::element(field_of(problem));
            }
        }
        dispatch.send(later::Command::GivePassphrase(given));
    });
    html! {
        <>
            if locks {
                <p>{ words.get(key::PASSPHRASE_LOCK_ABOUT) }</p>
                <p><b>{ words.get(key::PASSPHRASE_LOCK_FORGOTTEN) }</b></p>
            } else {
                <p>{ words.get(key::PASSPHRASE_OPEN_ABOUT) }</p>
            }
            <form {onsubmit}>
                { secret_field(&first, beside(FIRST), true) }
                if locks {
                    { secret_field(&field(AGAIN, key::PASSPHRASE_AGAIN), beside(AGAIN), false) }
                }
                <button type="submit" class="button main">{ words.get(go) }</button>
            </form>
        </>
    }
}

/// Why a locked file was not opened.
pub(crate) fn fault(fault: LockFault) -> Key {
    match fault {
        LockFault::WrongPassphrase => key::NOTICES_FAULT_WRONG_PASSPHRASE,
        LockFault::Damaged => key::NOTICES_FAULT_LOCKED_DAMAGED,
        LockFault::TooMuchWork => key::NOTICES_FAULT_LOCKED_TOO_MUCH,
        LockFault::NeedsKey => key::NOTICES_FAULT_LOCKED_KEY,
        LockFault::Newer => key::NOTICES_FAULT_LOCKED_NEWER,
        LockFault::NotHere => key::NOTICES_FAULT_LOCKED_NOT_HERE,
    }
}
