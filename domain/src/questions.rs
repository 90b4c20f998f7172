//! The kinds of question. Every `match` on kinds outside the folder of a kind is a smell.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Choice};
use crate::id::{Code, GroupId, QuestionId, ValueId};

pub mod decision;
pub mod ladder;
pub mod reflection;
pub mod tactics;

pub use crate::step::Step;
pub use decision::{Decision, DecisionValue};
pub use ladder::{Ladder, LadderStep};
pub use reflection::Reflection;
pub use tactics::{Matrix, Squares, Tactic, TacticGroup};

/// One question with the words that one needs to answer it. Help and findings are kept apart
/// ([`crate::guidance`], [`crate::rules`]) because they are loaded later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Stable name.
    pub id: QuestionId,
    /// Place in the complete bank, the same in the short and the complete form.
    pub code: Code,
    /// Weight for people.
    pub weight: Weight,
    /// The group whose reason its gap shares.
    pub group: GroupId,
    /// What is asked.
    pub prompt: Rc<str>,
    /// Roles that usually know the answer.
    pub who_knows: Vec<Rc<str>>,
    /// Whether a decision of the person folds the question away.
    pub asked_when: Option<Route>,
    /// What kind of answer it takes.
    pub kind: Kind,
}

/// A question that is asked only after certain values of a decision (or while that is open).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// The decision that routes.
    pub question: QuestionId,
    /// The values with which the question is asked.
    pub values: Vec<ValueId>,
}

/// How much a question weighs for people, before severity itself is known (catalogue, part iii).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Weight {
    /// Strengthens the rest; shields few people soon by itself.
    P1,
    /// Without it, protection depends on luck or single persons.
    P2,
    /// Acts on grave harm directly.
    P3,
}

/// What a question takes as its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Five steps of practice.
    Ladder(Ladder),
    /// Many tactics, by phase or group.
    Tactics(Matrix),
    /// Free words with prompts.
    Reflection(Reflection),
    /// One choice that is a fact, not a step.
    Decision(Decision),
}

/// What a square in navigation, strip and chart shows. It never shows which step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Square {
    /// No answer yet: a state of its own, never a zero.
    Open,
    /// Answered with the kind's own answer.
    Answered,
    /// "I don't know yet".
    NotKnown,
    /// "Doesn't apply", with a reason.
    DoesNotApply,
}

impl Question {
    /// One square for the question as a whole.
    #[must_use]
    pub fn square(&self, answer: Option<&Answer>) -> Square {
        let Some(answer) = answer else { return Square::Open };
        match answer.choice {
            Some(Choice::DoesNotApply) if answer.because.trim().is_empty() => return Square::Open,
            Some(Choice::DoesNotApply) => return Square::DoesNotApply,
            Some(Choice::NotKnown) => return Square::NotKnown,
            _ => {}
        }
        match &self.kind {
            Kind::Ladder(ladder) => ladder.square(answer),
            Kind::Tactics(matrix) => matrix.square(answer),
            Kind::Reflection(reflection) => reflection.square(answer),
            Kind::Decision(decision) => decision.square(answer),
        }
    }

    /// The squares that stand for the question in navigation and strip: one, or one per phase.
    #[must_use]
    pub fn squares(&self, answer: Option<&Answer>) -> Vec<Square> {
        match &self.kind {
            Kind::Tactics(matrix) if matrix.squares == Squares::PerGroup => {
                let whole = self.square(answer);
                if whole == Square::DoesNotApply {
                    return matrix.groups.iter().map(|_| whole).collect();
                }
                matrix.groups.iter().map(|group| group.square(answer)).collect()
            }
            _ => vec![self.square(answer)],
        }
    }

    /// Whether the note "how sure are you?" makes sense: not for words, which are never rated.
    #[must_use]
    pub fn asks_how_sure(&self) -> bool {
        !matches!(self.kind, Kind::Reflection(_))
    }
}
