//! Free words about a real case, helped by prompts and never rated.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Square;
use crate::answer::Answer;

/// A question answered in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    /// Soft prompts, shown as one line.
    pub prompts: Vec<Rc<str>>,
    /// Whether an example or a source is asked for beside the words.
    pub asks_evidence: bool,
}

impl Reflection {
    pub(super) fn square(&self, answer: &Answer) -> Square {
        if answer.words.trim().is_empty() { Square::Open } else { Square::Answered }
    }
}
