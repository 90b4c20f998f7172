//! What is read of questions and stands beside them: help, sentences, and names that are given once.

use domain::guidance::{Help, TacticHelp};
use domain::id::{QuestionId, TacticId, ValueId};
use domain::rules::Sentences;

use super::read::Names;
use crate::problem::At;

/// What all modules hold, apart from the questions themselves.
#[derive(Default)]
pub(crate) struct Beside {
    /// Help beside questions.
    pub(crate) help: Vec<(QuestionId, Help)>,
    /// Help beside tactics.
    pub(crate) tactics: Vec<(TacticId, TacticHelp)>,
    /// Sentences of findings.
    pub(crate) sentences: Vec<(QuestionId, Sentences)>,
    /// Routes by decisions, to be looked up when all is read.
    pub(crate) routes: Vec<Routed>,
    /// Names that are given once in the whole bank.
    pub(crate) names: AllNames,
}

/// A route by a decision, with the place and the field that names it.
pub(crate) struct Routed {
    /// Where it stands.
    pub(crate) at: At,
    /// In which field.
    pub(crate) field: String,
    /// The decision.
    pub(crate) decision: QuestionId,
    /// The values with which the question is asked.
    pub(crate) asked: Vec<ValueId>,
}

/// Names that are given once in the whole bank.
#[derive(Default)]
pub(crate) struct AllNames {
    /// Ids of modules.
    pub(crate) modules: Names,
    /// Codes of sections.
    pub(crate) sections: Names,
    /// Codes of questions and of their parts.
    pub(crate) codes: Names,
    /// Ids of questions.
    pub(crate) questions: Names,
    /// Ids of tactics.
    pub(crate) tactics: Names,
}

/// A number as codes have them: no zero in front.
pub(crate) fn number(digits: &str) -> Option<u32> {
    (!digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())?
}
