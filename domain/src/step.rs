//! Steps of practice, by which ladders are answered.

use serde::{Deserialize, Serialize};

/// A step of practice, 1 to 5. A description of today, never a grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Step {
    /// Usually nothing in place today.
    One,
    /// Usually case by case.
    Two,
    /// Usually set out in writing.
    Three,
    /// Usually carried out with power to decide.
    Four,
    /// Usually checked for its effect on people.
    Five,
}

impl Step {
    /// All steps, lowest first.
    pub const ALL: [Self; 5] = [Self::One, Self::Two, Self::Three, Self::Four, Self::Five];

    /// The step as a digit, 1 to 5.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The step with this digit, if there is one.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }
}
