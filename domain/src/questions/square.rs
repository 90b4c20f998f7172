//! What stands for an answer where there is room for a square alone.

use serde::{Deserialize, Serialize};

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
