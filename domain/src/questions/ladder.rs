//! Five steps of practice, of which a person picks the highest whose whole text is true today.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Square;
use crate::answer::{Answer, Choice};
use crate::step::Step;

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
