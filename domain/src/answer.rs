//! What a person said about one question.

use crate::elsewhere::{Elsewhere, Higher};
use crate::id::{TacticId, ValueId};
use crate::step::Step;

/// An answer with all that stands beside it. Texts stay when the choice changes: nothing that was
/// typed is thrown away by a click.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What was chosen, if anything.
    pub choice: Option<Choice>,
    /// The words of a reflection.
    pub words: String,
    /// The states of a matrix, sorted by id.
    pub tactics: Vec<(TacticId, TacticAnswer)>,
    /// Who could know; empty means "as the bank says".
    pub could_know: String,
    /// Why it does not apply. Required for that choice to count.
    pub because: String,
    /// What is behind the answer.
    pub note: String,
    /// What could be looked at.
    pub evidence: Vec<Evidence>,
    /// How sure the person is.
    pub sureness: Option<Sureness>,
    /// Whether it stays out of everything made for sharing.
    pub confidentiality: Confidentiality,
    /// How far practice goes where it is not the same as where the gravest risk lies.
    pub elsewhere: Elsewhere,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A step of a ladder.
    Step(Step),
    /// A value of a decision.
    Decision(ValueId),
    /// "I don't know yet": becomes a task, not the same as step 1.
    NotKnown,
    /// "Doesn't apply, because": never counted as done.
    DoesNotApply,
}

/// What may be said instead of an answer, whatever the kind of the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// It is not known.
    NotKnown,
    /// It does not apply.
    DoesNotApply,
}

/// Whether an answer may leave the company.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Confidentiality {
    /// May stand in a copy for sharing.
    #[default]
    Open,
    /// Stays out, and so does all that rests on it.
    Confidential,
}

/// How sure a person is of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// A guess.
    Guess,
    /// Have seen it.
    Seen,
    /// Have checked it.
    Checked,
}

/// Something that somebody could look at. Never the thing itself, and never opened from here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// What kind of thing it is.
    pub kind: EvidenceKind,
    /// What it is and where.
    pub place: String,
    /// Date of the evidence, as typed ("May 2026").
    pub as_of: String,
}

/// Kinds of evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EvidenceKind {
    /// A policy, contract, guide or report.
    #[default]
    Document,
    /// Minutes, a ticket, a log of a decision.
    Decision,
    /// Figures, a log, a query.
    Data,
    /// Result of a test, an audit, an assessment.
    Test,
    /// What somebody said: a colleague, an expert, people affected.
    Statement,
    /// Anything else.
    Other,
}

/// What was said about one tactic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TacticAnswer {
    /// Whether it is used.
    pub state: TacticState,
    /// Effect seen so far; asked while it is in use.
    pub effect: Option<TacticEffect>,
    /// How the effect is known; asked while it is in use.
    pub known: Option<HowKnown>,
    /// Who could know; asked with "don't know".
    pub could_know: String,
    /// Why it does not fit; asked with "doesn't fit".
    pub because: String,
}

/// Whether a tactic is used. Blank until answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TacticState {
    /// In use.
    Used,
    /// Planned.
    Planned,
    /// Not used.
    Unused,
    /// Don't know.
    Unknown,
    /// Does not fit this product.
    Unfit,
}

/// Effect seen so far of a tactic in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TacticEffect {
    /// Not known.
    Unknown,
    /// None seen.
    None,
    /// Some.
    Some,
    /// Clear.
    Clear,
}

/// How the effect of a tactic is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HowKnown {
    /// An impression.
    Impression,
    /// The company's own data.
    Internal,
    /// Feedback from outside.
    Outside,
    /// Feedback of people affected.
    Affected,
    /// An independent review.
    Independent,
}

impl Choice {
    /// What it says instead of an answer; none where it is one.
    #[must_use]
    pub fn instead(&self) -> Option<Instead> {
        match self {
            Self::NotKnown => Some(Instead::NotKnown),
            Self::DoesNotApply => Some(Instead::DoesNotApply),
            Self::Step(_) | Self::Decision(_) => None,
        }
    }
}

impl TacticState {
    /// All states in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Used, Self::Planned, Self::Unused, Self::Unknown, Self::Unfit];
}

impl TacticEffect {
    /// All effects in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Unknown, Self::None, Self::Some, Self::Clear];
}

impl HowKnown {
    /// All ways of knowing, weakest first.
    pub const ALL: [Self; 5] =
        [Self::Impression, Self::Internal, Self::Outside, Self::Affected, Self::Independent];
}

impl Sureness {
    /// All degrees, least sure first.
    pub const ALL: [Self; 3] = [Self::Guess, Self::Seen, Self::Checked];
}

impl EvidenceKind {
    /// All kinds in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Document, Self::Decision, Self::Data, Self::Test, Self::Statement, Self::Other];
}

impl TacticAnswer {
    /// A tactic with a state and nothing beside it.
    #[must_use]
    pub fn new(state: TacticState) -> Self {
        Self { state, effect: None, known: None, could_know: String::new(), because: String::new() }
    }
}

impl Evidence {
    /// Whether it says where to look: an empty row is no evidence.
    #[must_use]
    pub fn points_somewhere(&self) -> bool {
        !self.place.trim().is_empty()
    }
}

impl Answer {
    /// The step chosen, if the answer is a step.
    #[must_use]
    pub fn step(&self) -> Option<Step> {
        match self.choice {
            Some(Choice::Step(step)) => Some(step),
            _ => None,
        }
    }

    /// What counts of what was said of a higher step: nothing where no step is chosen, or one that is
    /// as high.
    #[must_use]
    pub fn higher(&self) -> Option<Higher> {
        let Elsewhere { highest, place } = &self.elsewhere;
        let (chosen, highest) = (self.step()?, (*highest)?);
        (highest.step() > chosen).then(|| Higher {
            chosen,
            highest,
            place: place.trim().to_owned(),
        })
    }

    /// The value chosen, if the answer is one.
    #[must_use]
    pub fn value(&self) -> Option<&ValueId> {
        match &self.choice {
            Some(Choice::Decision(value)) => Some(value),
            _ => None,
        }
    }

    /// What was said instead of an answer, if that was chosen.
    #[must_use]
    pub fn instead(&self) -> Option<Instead> {
        self.choice.as_ref().and_then(Choice::instead)
    }

    /// What was said about one tactic.
    #[must_use]
    pub fn tactic(&self, id: &TacticId) -> Option<&TacticAnswer> {
        let at = self.tactics.binary_search_by(|(found, _)| found.cmp(id)).ok()?;
        self.tactics.get(at).map(|(_, answer)| answer)
    }

    /// Sets or clears what was said about one tactic, keeping the order.
    pub fn set_tactic(&mut self, id: &TacticId, answer: Option<TacticAnswer>) {
        let found = self.tactics.binary_search_by(|(other, _)| other.cmp(id));
        match (found, answer) {
            (Ok(at), Some(answer)) => {
                if let Some(slot) = self.tactics.get_mut(at) {
                    slot.1 = answer;
                }
            }
            (Err(at), Some(answer)) => self.tactics.insert(at, (id.clone(), answer)),
            (Ok(at), None) => {
                self.tactics.remove(at);
            }
            (Err(_), None) => {}
        }
    }

    /// Whether something could be looked at.
    #[must_use]
    pub fn has_evidence(&self) -> bool {
        self.evidence.iter().any(Evidence::points_somewhere)
    }

    /// Whether it stays out of copies for sharing.
    #[must_use]
    pub fn is_confidential(&self) -> bool {
        self.confidentiality == Confidentiality::Confidential
    }

    /// Whether nothing at all was said, so that the record need not exist.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}
