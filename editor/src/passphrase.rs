//! Asking for a passphrase. What is typed is read from the page once it is given, goes to the worker with the
//! job, and is no part of any state.

use std::rc::Rc;

use domain::passphrase::Passphrase;

/// What a passphrase is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// To lock the save file of the open assessment.
    Lock,
    /// To open a file of this name.
    Open(Rc<str>, Rc<[u8]>),
}

/// Why a passphrase was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It can be found by trying.
    Short,
    /// It was not typed twice the same.
    Differs,
    /// It does not open the file.
    Wrong,
}

/// What was typed: the passphrase, and where a file is locked with it the same once more, as nobody sees what
/// is typed and nobody could open the file after a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The passphrase.
    pub passphrase: Passphrase,
    /// The same once more.
    pub again: Passphrase,
}

impl Aim {
    /// What is wrong with a passphrase, before anything is tried with it.
    #[must_use]
    pub fn problem(&self, given: &Given) -> Option<Problem> {
        match self {
            Self::Lock if given.passphrase.is_short() => Some(Problem::Short),
            Self::Lock if given.passphrase != given.again => Some(Problem::Differs),
            Self::Lock | Self::Open(..) => None,
        }
    }
}
