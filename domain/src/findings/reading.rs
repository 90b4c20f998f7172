//! How one answer reads: the one place in findings that looks at the kind of a question.

use std::rc::Rc;

use crate::answer::{Answer, Choice, TacticAnswer};
use crate::questions::{DecisionValue, Kind, Matrix, Question, Square, Step, Tactic, TacticGroup};

/// How an answer reads. Words that do not match the kind of the question read as open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading<'a> {
    /// A step of a ladder.
    Step(Step),
    /// A value of a decision.
    Value(&'a DecisionValue),
    /// Every tactic has a state.
    Tactics(&'a Matrix),
    /// Words of a reflection.
    Words(&'a str),
    /// "I don't know yet".
    NotKnown,
    /// "Doesn't apply, because".
    DoesNotApply,
    /// No answer, or not all of it.
    Open,
}

impl<'a> Reading<'a> {
    /// How the answer to a question reads.
    #[must_use]
    pub fn of(question: &'a Question, answer: Option<&'a Answer>) -> Self {
        let Some(answer) = answer else { return Self::Open };
        match question.square(Some(answer)) {
            Square::Open => Self::Open,
            Square::NotKnown => Self::NotKnown,
            Square::DoesNotApply => Self::DoesNotApply,
            Square::Answered => match (&question.kind, &answer.choice) {
                (Kind::Ladder(_), Some(Choice::Step(step))) => Self::Step(*step),
                (Kind::Decision(decision), Some(Choice::Decision(id))) => {
                    decision.value(id).map_or(Self::Open, Self::Value)
                }
                (Kind::Tactics(matrix), _) => Self::Tactics(matrix),
                (Kind::Reflection(_), _) => Self::Words(answer.words.trim()),
                (Kind::Ladder(_) | Kind::Decision(_), _) => Self::Open,
            },
        }
    }

    /// The step, where it is one.
    #[must_use]
    pub fn step(self) -> Option<Step> {
        match self {
            Self::Step(step) => Some(step),
            Self::Value(_)
            | Self::Tactics(_)
            | Self::Words(_)
            | Self::NotKnown
            | Self::DoesNotApply
            | Self::Open => None,
        }
    }
}

/// One tactic that has a state, in its phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedTactic<'a> {
    /// The phase or group.
    pub group: &'a TacticGroup,
    /// The tactic.
    pub tactic: &'a Tactic,
    /// What was said about it.
    pub answer: &'a TacticAnswer,
}

/// The matrix, if the question is one.
#[must_use]
pub fn matrix(question: &Question) -> Option<&Matrix> {
    match &question.kind {
        Kind::Tactics(matrix) => Some(matrix),
        Kind::Ladder(_) | Kind::Reflection(_) | Kind::Decision(_) => None,
    }
}

/// Whether the question is a ladder.
#[must_use]
pub fn is_ladder(question: &Question) -> bool {
    matches!(question.kind, Kind::Ladder(_))
}

/// The tactics asked that have a state, also while others have none. Nothing of a matrix that does
/// not apply counts.
#[must_use]
pub fn stated_tactics<'a>(
    question: &'a Question,
    answer: Option<&'a Answer>,
) -> Vec<StatedTactic<'a>> {
    let (Some(matrix), Some(answer)) = (matrix(question), answer) else { return Vec::new() };
    if question.square(Some(answer)) == Square::DoesNotApply {
        return Vec::new();
    }
    matrix
        .groups
        .iter()
        .flat_map(|group| group.tactics.iter().map(move |tactic| (group, tactic)))
        .filter_map(|(group, tactic)| {
            answer.tactic(&tactic.id).map(|answer| StatedTactic { group, tactic, answer })
        })
        .collect()
}

/// Who could know an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CouldKnow {
    /// As typed.
    Typed(Vec<Rc<str>>),
    /// The roles that the bank names: nobody in the company has said so.
    Usual(Vec<Rc<str>>),
}

impl CouldKnow {
    /// Their names.
    #[must_use]
    pub fn names(&self) -> &[Rc<str>] {
        match self {
            Self::Typed(names) | Self::Usual(names) => names,
        }
    }
}

/// Who could know the answer: as typed, or else the roles that the bank names.
#[must_use]
pub fn who_could_know(typed: &str, question: &Question) -> CouldKnow {
    match typed.trim() {
        "" => CouldKnow::Usual(question.who_knows.clone()),
        typed => CouldKnow::Typed(vec![typed.into()]),
    }
}
