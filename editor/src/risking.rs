//! What a person does to the register of risks, as values.

use domain::answer::{Confidentiality, EvidenceKind, HowKnown};
use domain::risk::{
    Delay, Heightened, Likelihood, Mark, Measure, Named, Party, People, Right, RiskField, RiskId,
    Since, Start, Status, Uses, When,
};
use domain::step::Step;

use crate::day::Typed;
pub use crate::field::Falling;
use crate::field::{EvidenceText, RiskText};

/// Something about the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Risking {
    /// A further risk, blank at first, or with the words that were said of the gravest one before.
    Add,
    /// A risk goes.
    Remove(RiskId),
    /// A risk becomes another in one respect.
    Edit(RiskId, Editing),
    /// A risk goes to another place inside its band: before this one, or behind all.
    Reorder(RiskId, Option<RiskId>),
    /// A risk goes one place that way inside its band.
    Move(RiskId, Toward),
    /// Why it stands there, as typed.
    BecauseThere(RiskId, String),
    /// It goes back to where its band has it.
    OrderByBand(RiskId),
    /// Risks come first on the way through the questions, or the order of the bank holds.
    Lead(bool),
}

/// What becomes of one risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Editing {
    /// Text as typed.
    Text(RiskText, String),
    /// A field that is needed is not known yet, or is again.
    NotKnown(NeededField, bool),
    /// A right is hit, or no longer: the one chosen last is the one hit least hard.
    Right(Right),
    /// A right is hit harder than the one before it.
    HitHarder(Right),
    /// Some people are hurt, or no longer.
    People(People),
    /// Some at heightened risk are, or no longer.
    Heightened(Heightened),
    /// Whether they use the product.
    Users(Option<Uses>),
    /// When it is worst.
    When(Option<When>),
    /// Somebody does it, or no longer.
    Who(Party),
    /// The main one of those who do.
    Main(Party),
    /// The harm gets its start there, or no longer.
    Arises(Start),
    /// Whether it has happened.
    Status(Option<Status>),
    /// Since when somebody knows.
    Since(Option<Since>),
    /// The same as a month that was typed.
    Month(Typed),
    /// One more piece of evidence.
    AddEvidence,
    /// A piece of evidence goes.
    RemoveEvidence(usize),
    /// Its kind.
    EvidenceKind(usize, EvidenceKind),
    /// Text about it, as typed.
    WriteEvidence(usize, EvidenceText, String),
    /// The mark of a dimension.
    Mark(Named, Option<Mark>),
    /// Whether waiting makes it impossible to put right.
    Delay(Option<Delay>),
    /// How near it is.
    Likelihood(Option<Likelihood>),
    /// There is a second profile, the same as the first to begin with, or none any more.
    After(bool),
    /// To what something falls after measures; none: it is the same.
    FallTo(Named, Option<Step>),
    /// To which likelihood; none: it is the same.
    RarerTo(Option<Likelihood>),
    /// By which measure.
    By(Falling, Option<Measure>),
    /// How that is known.
    Known(Falling, Option<HowKnown>),
    /// Whether a field stays out of copies for sharing.
    Field(RiskField, Confidentiality),
    /// Whether the whole risk does.
    Whole(Confidentiality),
}

/// Which way a risk goes in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// To the one before it.
    Earlier,
    /// To the one behind it.
    Later,
}

/// A field that is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeededField {
    /// What happens to whom.
    Name,
    /// Who is hurt.
    People,
    /// Who does it.
    Who,
    /// Where the harm gets its start.
    Arises,
}
