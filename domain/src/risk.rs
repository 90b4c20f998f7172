//! A severe risk to people, as a company describes it for itself (Guiding Principles 14, 17, 24): one harm,
//! by one main party, to one group.
//!
//! Each part is a field of its own, because what is known of each, and what may be told of it, differs.
//! What is chosen among a few has a letter: the rules that tie gaps and tactics to risks ([`crate::ties`])
//! speak in letters.

mod confidence;
mod fields;
mod letters;
mod order;
mod register;
mod right;
mod severity;
mod words;

pub use confidence::{ConfidentialFields, RiskField};
pub use fields::{Heightened, Month, Needed, Since, Status, Uses, When, Who};
pub use letters::{Letter, Party, People, Start};
pub use order::{Placed, order};
pub use register::{Kept, Rated, Register, Removed};
pub use right::{HarmKind, Right};
pub use severity::{
    After, Band, Delay, Dimension, Fall, Grounds, Likelihood, Mark, Measure, Named, Nearness,
    Reordering, Severity, Standing,
};
pub use words::{Labelled, MarkWords, RightWords, RiskWords};

use crate::answer::{Confidentiality, Evidence};
use crate::bounds;

/// How many risks a register holds at most. More is not better.
pub const AT_MOST: usize = bounds::listed::RISKS;

/// How many rights, and how many starts, one risk names at most.
pub const CHOICES_AT_MOST: usize = 3;

/// How many rows of evidence one risk has at most.
pub const EVIDENCE_AT_MOST: usize = bounds::listed::EVIDENCE;

/// Tells a risk apart from the others of a register. It is not its number: that one follows from how
/// grave it is beside the others, and changes with them. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RiskId(pub u32);

/// One severe risk to people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Risk {
    /// Tells it apart.
    pub id: RiskId,
    /// What happens to whom, in a few words. At most [`limits::NAME`] letters.
    pub name: Needed<String>,
    /// Who does what with the product, and what happens to a person then. At most [`limits::STORY`].
    pub story: String,
    /// The rights it hits, hardest hit first. At most [`CHOICES_AT_MOST`].
    pub rights: Vec<Right>,
    /// Who is hurt, in the order in which they are offered.
    pub people: Needed<Vec<People>>,
    /// Which of those at heightened risk, in the order in which they are offered.
    pub heightened: Vec<Heightened>,
    /// Why they are hit harder here. At most [`limits::LINE`].
    pub hit_harder: String,
    /// Whether they use the product.
    pub users: Option<Uses>,
    /// In which country or setting. At most [`limits::LINE`].
    pub place: String,
    /// When it is worst.
    pub when: Option<When>,
    /// Who does it.
    pub who: Needed<Who>,
    /// With which product or feature. At most [`limits::LINE`].
    pub product: String,
    /// Where the harm gets its start, earliest first. At most [`CHOICES_AT_MOST`].
    pub arises: Needed<Vec<Start>>,
    /// Whether it has happened.
    pub status: Option<Status>,
    /// Since when somebody in the company knows.
    pub since: Option<Since>,
    /// What else is to be known of it. At most [`limits::NOTE`].
    pub note: String,
    /// What could be looked at. At most [`EVIDENCE_AT_MOST`] rows.
    pub evidence: Vec<Evidence>,
    /// How grave it is.
    pub severity: Severity,
    /// Whether the whole of it stays out of copies for sharing, whatever its status.
    pub confidentiality: Confidentiality,
    /// Which of its fields do.
    pub confidential: ConfidentialFields,
}

/// How many letters a field takes at most. More is told, and nothing is cut.
pub mod limits {
    /// A name.
    pub const NAME: usize = 80;
    /// Any other line.
    pub const LINE: usize = 160;
    /// A story.
    pub const STORY: usize = 600;
    /// A note.
    pub const NOTE: usize = 2_000;
    /// A row of evidence.
    pub const EVIDENCE: usize = crate::bounds::typed::LINE;
}

impl Risk {
    /// A risk of which nothing is said yet.
    #[must_use]
    pub fn new(id: RiskId) -> Self {
        Self {
            id,
            name: Needed::default(),
            story: String::new(),
            rights: Vec::new(),
            people: Needed::default(),
            heightened: Vec::new(),
            hit_harder: String::new(),
            users: None,
            place: String::new(),
            when: None,
            who: Needed::default(),
            product: String::new(),
            arises: Needed::default(),
            status: None,
            since: None,
            note: String::new(),
            evidence: Vec::new(),
            severity: Severity::default(),
            confidentiality: Confidentiality::default(),
            confidential: ConfidentialFields::default(),
        }
    }

    /// Whether it stays out of copies for sharing as a whole: somebody said so, or people have been
    /// harmed. What happened is confidential by itself, and nobody can release it.
    #[must_use]
    pub fn is_confidential(&self) -> bool {
        self.confidentiality == Confidentiality::Confidential || self.has_harmed()
    }

    /// Whether people are being harmed, or have been: an actual impact, no mere risk any more.
    #[must_use]
    pub fn has_harmed(&self) -> bool {
        self.status.is_some_and(Status::has_harmed)
    }

    /// Who is hurt, as the rules mean it: who does not use the product, and is hurt, is among those who
    /// are not users.
    #[must_use]
    pub fn people(&self) -> Vec<People> {
        let mut people = self.people.known().cloned().unwrap_or_default();
        let adds = matches!(self.users, Some(Uses::NonUsers | Uses::Both));
        if adds && !people.contains(&People::NonUsers) {
            people.insert(0, People::NonUsers);
        }
        people
    }

    /// How many of the four fields that are needed are filled in, or said not to be known.
    #[must_use]
    pub fn needed_said(&self) -> u32 {
        let said =
            [self.name.is_said(), self.people.is_said(), self.who.is_said(), self.arises.is_said()];
        said.into_iter().map(u32::from).sum()
    }

    /// Whether nothing at all was said of it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::new(self.id)
    }
}
