//! Which risk to people comes first for those who answer, as the questions that speak of it mean it: the first
//! that is listed, or else the one that they wrote down.

use std::rc::Rc;

use crate::answer::Answer;
use crate::findings::Reading;
use crate::guidance::Guidance;
use crate::questions::Question;
use crate::questions::room::Own;
use crate::risk::{Register, RiskId};

/// The terms by which a question speaks of the gravest risk.
pub const TERMS: [&str; 2] = ["gravest-risk", "high-risk-product"];

/// What was said about the gravest risk where it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gravest<'a> {
    /// Risks are listed, and this one is the first of them by band order.
    Listed {
        /// Which one.
        id: RiskId,
        /// Its name, or else its story; empty where nobody has written either.
        words: Rc<str>,
    },
    /// It is named, in these words.
    Named(&'a str),
    /// It is not known yet.
    NotKnown,
    /// There is none, for this reason.
    None(&'a str),
    /// Nothing was said yet.
    Open,
}

impl<'a> Gravest<'a> {
    /// What the list of risks says, or else the answer to the question that asks for it.
    #[must_use]
    pub fn of(asked_by: &'a Question, answer: Option<&'a Answer>, risks: &Register) -> Self {
        if let Some(first) = risks.first() {
            let words = match &*first.name {
                "" => first.open().story.trim().into(),
                _ => first.name.clone(),
            };
            return Self::Listed { id: first.id, words };
        }
        match (Reading::of(asked_by, answer), answer) {
            (Reading::Own(Own::Words(words)), _) => Self::Named(words),
            (Reading::NotKnown, _) => Self::NotKnown,
            (Reading::DoesNotApply, Some(answer)) => Self::None(answer.because.trim()),
            _ => Self::Open,
        }
    }
}

/// Whether a question, or one phase of it, speaks of the gravest risk: in its own words or in what stands
/// beside it. Each one about tactics does, as they are to fit that risk. The one that asks for it does not.
#[must_use]
pub fn is_spoken_of(
    asked_by: &Question,
    question: &Question,
    phase: Option<&str>,
    guidance: &Guidance,
) -> bool {
    if question.id == asked_by.id {
        return false;
    }
    let terms = guidance.terms_of(question, phase);
    question.matrix().is_some() || terms.iter().any(|term| TERMS.contains(&term.id.as_str()))
}
