//! Examples: invented companies, filled in, so that one can see what a result looks like before
//! answering anything. They ship with the app and are never anybody's own work: nothing here can be
//! opened, changed or kept.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::risk::{Kept, Party, order};
use crate::save::Save;

/// Which example.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Example {
    /// A product that compares faces, sold through resellers.
    #[default]
    OrrinVision,
    /// A messenger with end-to-end encryption.
    TamarinMessenger,
    /// A platform for the models of others.
    HaldenCloud,
}

impl Example {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::OrrinVision, Self::TamarinMessenger, Self::HaldenCloud];

    /// Its name in an address, and that of its file in `content/en/samples`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OrrinVision => "orrin-vision",
            Self::TamarinMessenger => "tamarin-messenger",
            Self::HaldenCloud => "halden-cloud",
        }
    }

    /// The one that a name stands for. Where there is none, the first.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|example| example.name() == name).unwrap_or_default()
    }
}

/// An example as the build packs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilledIn {
    /// What the company answered.
    pub save: Save,
    /// On which day.
    pub answered: Date,
}

/// All examples: none is ever missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examples {
    orrin_vision: FilledIn,
    tamarin_messenger: FilledIn,
    halden_cloud: FilledIn,
}

impl Examples {
    /// Takes each from where it is.
    ///
    /// # Errors
    /// The first fault of what gives them.
    pub fn from_each<E>(mut each: impl FnMut(Example) -> Result<FilledIn, E>) -> Result<Self, E> {
        Ok(Self {
            orrin_vision: each(Example::OrrinVision)?,
            tamarin_messenger: each(Example::TamarinMessenger)?,
            halden_cloud: each(Example::HaldenCloud)?,
        })
    }

    /// One of them.
    #[must_use]
    pub fn of(&self, example: Example) -> &FilledIn {
        match example {
            Example::OrrinVision => &self.orrin_vision,
            Example::TamarinMessenger => &self.tamarin_messenger,
            Example::HaldenCloud => &self.halden_cloud,
        }
    }

    /// A risk of each, as a register keeps it: the gravest of those by another main party than the ones before, so
    /// that they differ.
    #[must_use]
    pub fn risks(&self) -> Vec<Rc<[u8]>> {
        let mut parties: Vec<Party> = Vec::new();
        let mut all = Vec::new();
        for example in Example::ALL {
            let risks = self.of(example).save.clone().into_assessment().risks;
            let kept = || order(&risks).into_iter().filter_map(|placed| risks.get(placed.id));
            let party = |kept: &Kept| kept.open().who.known().and_then(|who| who.main);
            let other = kept().find(|kept| party(kept).is_some_and(|one| !parties.contains(&one)));
            let Some(one) = other.or_else(|| kept().next()) else { continue };
            parties.extend(party(one));
            all.push(one.bytes().into());
        }
        all
    }
}
