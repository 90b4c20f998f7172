//! One choice that is a fact or a decision, not a step. It may route or qualify other answers.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Square;
use crate::answer::{Answer, Choice};
use crate::id::ValueId;

/// A question with named values instead of steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The values, in the order they are shown.
    pub values: Vec<DecisionValue>,
}

/// One value as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionValue {
    /// Stable name.
    pub id: ValueId,
    /// What the person reads.
    pub text: Rc<str>,
}

impl Decision {
    /// The value with this name, if there is one.
    #[must_use]
    pub fn value(&self, id: &ValueId) -> Option<&DecisionValue> {
        self.values.iter().find(|value| value.id == *id)
    }

    pub(super) fn square(&self, answer: &Answer) -> Square {
        match &answer.choice {
            Some(Choice::Decision(id)) if self.value(id).is_some() => Square::Answered,
            _ => Square::Open,
        }
    }
}
