//! Five steps of practice, of which a person picks the highest whose whole text is true today.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Square;
use crate::answer::{Answer, Choice};

/// Five steps of practice (catalogue, part i, "How a ladder is built").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ladder {
    /// The steps, lowest first.
    pub steps: [LadderStep; 5],
}

/// One step as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LadderStep {
    /// Whether the step before is true as well, so that the text begins with "As 3, and".
    pub adds: bool,
    /// The text; where it adds, the second half of the sentence.
    pub text: Rc<str>,
}

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

impl Ladder {
    /// A step and the step as written.
    pub fn iter(&self) -> impl Iterator<Item = (Step, &LadderStep)> {
        Step::ALL.into_iter().zip(&self.steps)
    }

    /// The text of a step.
    #[must_use]
    pub fn step(&self, step: Step) -> &LadderStep {
        let [one, two, three, four, five] = &self.steps;
        match step {
            Step::One => one,
            Step::Two => two,
            Step::Three => three,
            Step::Four => four,
            Step::Five => five,
        }
    }

    pub(super) fn square(&self, answer: &Answer) -> Square {
        match answer.choice {
            Some(Choice::Step(_)) => Square::Answered,
            _ => Square::Open,
        }
    }
}
