//! What of a risk may leave the company.

use super::{Named, Needed, Risk};
use crate::answer::Confidentiality;

/// A field of a risk, as far as it can be kept out of copies for sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RiskField {
    /// What happens to whom.
    Name,
    /// Who does what, and what happens to a person then.
    Story,
    /// The rights it hits.
    Rights,
    /// Who is hurt, and why harder here.
    People,
    /// Whether they use the product.
    Users,
    /// In which country or setting.
    Place,
    /// When it is worst.
    When,
    /// Who does it.
    Who,
    /// With which product.
    Product,
    /// Where the harm gets its start.
    Arises,
    /// Whether it has happened. What rests on it, how near it is, goes with it.
    Status,
    /// Since when somebody knows.
    Since,
    /// The note.
    Note,
    /// The evidence.
    Evidence,
    /// The reasons for each dimension.
    Reasons,
    /// The second profile, after measures.
    After,
}

/// Which fields of a risk stay out of copies for sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConfidentialFields(u16);

impl RiskField {
    /// All, in the order in which they are asked.
    pub const ALL: [Self; 16] = [
        Self::Name,
        Self::Story,
        Self::Rights,
        Self::People,
        Self::Users,
        Self::Place,
        Self::When,
        Self::Who,
        Self::Product,
        Self::Arises,
        Self::Status,
        Self::Since,
        Self::Note,
        Self::Evidence,
        Self::Reasons,
        Self::After,
    ];

    /// Whether it stays out until somebody releases it: what could lead to people who were harmed, to a
    /// customer, or to what the company knew.
    #[must_use]
    pub fn is_confidential_by_default(self) -> bool {
        matches!(
            self,
            Self::Story
                | Self::Place
                | Self::Product
                | Self::Status
                | Self::Since
                | Self::Note
                | Self::Evidence
                | Self::Reasons
                | Self::After
        )
    }

    /// Its name in files, the same in every language. Names are never changed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Story => "story",
            Self::Rights => "rights",
            Self::People => "people",
            Self::Users => "users",
            Self::Place => "where",
            Self::When => "when",
            Self::Who => "who",
            Self::Product => "product",
            Self::Arises => "arises",
            Self::Status => "status",
            Self::Since => "since",
            Self::Note => "note",
            Self::Evidence => "evidence",
            Self::Reasons => "reasons",
            Self::After => "after",
        }
    }
}

impl Default for ConfidentialFields {
    fn default() -> Self {
        let by_default = RiskField::ALL.into_iter().filter(|one| one.is_confidential_by_default());
        by_default.collect()
    }
}

impl FromIterator<RiskField> for ConfidentialFields {
    fn from_iter<I: IntoIterator<Item = RiskField>>(fields: I) -> Self {
        fields
            .into_iter()
            .fold(Self(0), |all, field| all.with(field, Confidentiality::Confidential))
    }
}

impl ConfidentialFields {
    /// Whether a field is one of them.
    #[must_use]
    pub fn has(self, field: RiskField) -> bool {
        self.0 & (1 << field as u16) != 0
    }

    /// The same but for one field.
    #[must_use]
    pub fn with(self, field: RiskField, confidentiality: Confidentiality) -> Self {
        let bit = 1 << field as u16;
        Self(match confidentiality {
            Confidentiality::Confidential => self.0 | bit,
            Confidentiality::Open => self.0 & !bit,
        })
    }

    /// All of them, in the order in which they are asked.
    pub fn iter(self) -> impl Iterator<Item = RiskField> {
        RiskField::ALL.into_iter().filter(move |field| self.has(*field))
    }
}

impl Risk {
    /// What of it may be told: none of a risk that is confidential as a whole, and no field that is. How
    /// near it is rests on whether it has happened, and stays out with that.
    #[must_use]
    pub fn for_sharing(&self) -> Option<Self> {
        if self.is_confidential() {
            return None;
        }
        let mut told = self.clone();
        for field in self.confidential.iter() {
            told.clear(field);
        }
        told.confidential = ConfidentialFields(0);
        Some(told)
    }

    fn clear(&mut self, field: RiskField) {
        match field {
            RiskField::Name => self.name = Needed::default(),
            RiskField::Story => self.story.clear(),
            RiskField::Rights => self.rights.clear(),
            RiskField::People => {
                self.people = Needed::default();
                self.heightened.clear();
                self.hit_harder.clear();
            }
            RiskField::Users => self.users = None,
            RiskField::Place => self.place.clear(),
            RiskField::When => self.when = None,
            RiskField::Who => self.who = Needed::default(),
            RiskField::Product => self.product.clear(),
            RiskField::Arises => self.arises = Needed::default(),
            RiskField::Status => {
                self.status = None;
                self.severity.likelihood = None;
                if let Some(after) = &mut self.severity.after {
                    after.likelihood = None;
                }
            }
            RiskField::Since => self.since = None,
            RiskField::Note => self.note.clear(),
            RiskField::Evidence => self.evidence.clear(),
            RiskField::Reasons => {
                for named in Named::ALL {
                    self.severity.dimension_mut(named).because.clear();
                }
            }
            RiskField::After => self.severity.after = None,
        }
    }
}
