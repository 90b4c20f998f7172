//! The words of whoever runs this copy of the page, as far as there are any.

use std::rc::Rc;

use domain::own_words::{self, Fault, Kind, OwnWords, Plain, Wanted};

/// What the server answered as the page asked for them.
#[derive(Clone, Debug, PartialEq)]
pub enum Answered {
    /// A file.
    File(Rc<[u8]>),
    /// None, and this number.
    NoFile(u32),
    /// Nothing whole, or nothing in time.
    Nothing,
    /// It was not asked: the page names this file, which there cannot be.
    OtherName(Rc<str>),
}

/// What is known of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Own {
    /// The page names none, or they are on their way.
    #[default]
    None,
    /// What they say.
    Words(Rc<OwnWords>),
    /// What does not fit. None of them is shown.
    Faults(Rc<[Fault]>),
}

impl Own {
    /// What they say, where they can be shown.
    #[must_use]
    pub fn words(&self) -> Option<&OwnWords> {
        match self {
            Self::Words(words) => Some(words),
            Self::None | Self::Faults(_) => None,
        }
    }

    /// Whether the server was asked for them.
    #[must_use]
    pub fn was_asked_for(&self) -> bool {
        match self {
            Self::None => false,
            Self::Words(_) => true,
            Self::Faults(faults) => faults
                .iter()
                .all(|fault| !matches!(fault.kind, Kind::Other { expected: Wanted::Name, .. })),
        }
    }
}

impl From<Answered> for Own {
    fn from(answered: Answered) -> Self {
        let fault = |kind| Self::Faults([Fault::of_file(kind)].into());
        match answered {
            Answered::File(bytes) => match own_words::read(&bytes) {
                Ok(words) => Self::Words(words.into()),
                Err(faults) => Self::Faults(faults.into()),
            },
            Answered::NoFile(status) => fault(Kind::NotThere(status)),
            Answered::Nothing => fault(Kind::Plain(Plain::NoAnswer)),
            Answered::OtherName(name) => fault(Kind::other_name(&name)),
        }
    }
}
