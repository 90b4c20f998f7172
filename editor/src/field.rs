//! The fields that people type in.

use domain::fits;
use domain::id::{QuestionId, TacticId, TensionId};
use domain::plan::ActionId;
use domain::risk::{Named, RiskId};
use domain::sheet::record::SheetId;

use crate::day::DayField;

/// A field that people type in. Typing on in the same one is one change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// A text of an answer.
    Answer(QuestionId, AnswerText),
    /// A text of a tactic.
    Tactic(QuestionId, TacticId, TacticText),
    /// A text of a piece of evidence, by its place in the answer.
    Evidence(QuestionId, usize, EvidenceText),
    /// A text of the scope.
    Scope(ScopeText),
    /// The reason for which a tension is set aside.
    Dismissal(TensionId),
    /// A text of an action.
    Action(ActionId, ActionText),
    /// Who has a question sheet.
    SheetTo(SheetId),
    /// A text of a risk.
    Risk(RiskId, RiskText),
    /// A text of a piece of evidence of a risk, by its place.
    RiskEvidence(RiskId, usize, EvidenceText),
    /// The measure by which something of a risk is lower, in words.
    RiskBy(RiskId, Falling),
    /// Why a risk stands where somebody put it.
    RiskThere(RiskId),
    /// A day or a month.
    Day(DayField),
}

impl Field {
    /// Whether all that is typed there until the field is left is one change, however slowly: on the way to
    /// a day stand others, which nobody means.
    pub(crate) fn is_one_change(&self) -> bool {
        matches!(self, Self::Day(_))
    }
}

/// Which text of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerText {
    /// The words of a reflection.
    Words,
    /// Who could know.
    CouldKnow,
    /// Why it does not apply.
    Because,
    /// The note.
    Note,
    /// Where a higher step is true, or what is missing.
    Elsewhere,
}

/// Which text of a tactic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TacticText {
    /// Who could know.
    CouldKnow,
    /// Why it does not fit.
    Because,
}

/// Which text of a piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceText {
    /// What and where.
    Place,
    /// As of when.
    AsOf,
}

/// Which text of the scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeText {
    /// Name of the company.
    Company,
    /// Name of the product.
    Product,
    /// Another function.
    OtherFunction,
    /// Name of the person.
    Person,
}

/// Which text of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionText {
    /// What is done.
    What,
    /// Who does it.
    Owner,
    /// What is done first.
    FirstStep,
    /// What it needs, and from whom.
    Needs,
    /// By what one sees first that something has changed for people.
    FirstSign,
}

impl ActionText {
    /// All.
    pub const ALL: [Self; 5] =
        [Self::What, Self::Owner, Self::FirstStep, Self::Needs, Self::FirstSign];

    /// How many letters of it have room on the page for those who decide, where it stands there.
    #[must_use]
    pub fn fits(self) -> Option<usize> {
        match self {
            Self::What => Some(fits::WHAT),
            Self::Owner => Some(fits::OWNER),
            Self::Needs => Some(fits::NEEDS),
            Self::FirstStep | Self::FirstSign => None,
        }
    }
}

/// What is lower after measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Falling {
    /// A dimension.
    Dimension(Named),
    /// The likelihood.
    Likelihood,
}

/// Which text of a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskText {
    /// What happens to whom.
    Name,
    /// Who does what, and what happens then.
    Story,
    /// Why people are hit harder here.
    HitHarder,
    /// In which country or setting.
    Place,
    /// With which product.
    Product,
    /// The note.
    Note,
    /// Why a dimension has its mark.
    Because(Named),
}

impl RiskText {
    /// How many letters it takes at most.
    #[must_use]
    pub fn limit(self) -> usize {
        use domain::risk::limits::{LINE, NAME, NOTE, STORY};
        match self {
            Self::Name => NAME,
            Self::Story => STORY,
            Self::Note => NOTE,
            Self::HitHarder | Self::Place | Self::Product | Self::Because(_) => LINE,
        }
    }
}
