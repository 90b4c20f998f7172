//! Counts of squares. Counts are allowed; a share of a whole is not, and nothing is added up to a
//! judgement.

use crate::assessment::Answers;
use crate::questions::{Question, Square};

/// How many squares are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Answered with the kind's own answer.
    pub answered: u32,
    /// "I don't know yet".
    pub not_known: u32,
    /// "Doesn't apply", with a reason.
    pub does_not_apply: u32,
    /// No answer yet.
    pub open: u32,
}

impl Progress {
    /// Counts the squares of these questions.
    pub fn of<'a>(questions: impl Iterator<Item = &'a Question>, answers: &Answers) -> Self {
        let mut progress = Self::default();
        for question in questions {
            for square in question.squares(answers.get(&question.id).map(|answer| &**answer)) {
                match square {
                    Square::Open => progress.open += 1,
                    Square::Answered => progress.answered += 1,
                    Square::NotKnown => progress.not_known += 1,
                    Square::DoesNotApply => progress.does_not_apply += 1,
                }
            }
        }
        progress
    }

    /// All squares.
    #[must_use]
    pub fn all(self) -> u32 {
        self.answered + self.not_known + self.does_not_apply + self.open
    }

    /// Squares that are not open.
    #[must_use]
    pub fn closed(self) -> u32 {
        self.all() - self.open
    }
}
