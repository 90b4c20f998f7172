//! What stands for an answer where there is room for a square alone.

use serde::{Deserialize, Serialize};

/// What a square in navigation, strip and chart shows. It never shows which step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Square {
    /// No answer yet: a state of its own, never a zero.
    Open,
    /// Some parts are answered, and not all: of a matrix or a phase of it, some tactics.
    Partly,
    /// Answered with the kind's own answer.
    Answered,
    /// "I don't know yet".
    NotKnown,
    /// "Doesn't apply", with a reason.
    DoesNotApply,
}

impl Square {
    /// Whether an answer, or a part of it, is still to be given.
    #[must_use]
    pub fn waits(self) -> bool {
        matches!(self, Self::Open | Self::Partly)
    }
}
