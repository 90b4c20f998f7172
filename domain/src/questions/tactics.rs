//! Many tactics, by phase or group. More tactics in use is not better: the matrix is read for what
//! fits the gravest risks, what is in use with unknown effect, and what stays planned.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Square;
use crate::answer::{Answer, TacticState};
use crate::id::{Code, TacticId};

/// A matrix of tactics.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matrix {
    /// How many squares stand for it.
    pub squares: Squares,
    /// The phases or groups, in order.
    pub groups: Vec<TacticGroup>,
}

/// How many squares stand for a matrix in navigation and strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Squares {
    /// One for the whole matrix.
    One,
    /// One for each phase, full when each of its tactics has a state.
    PerGroup,
}

/// One phase or group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TacticGroup {
    /// Short name, used in the address: `research`.
    pub id: Rc<str>,
    /// Code of the phase, e.g. `B2.1`; none where the matrix has one square.
    pub code: Option<Code>,
    /// Name as shown.
    pub name: Rc<str>,
    /// The question put for this phase.
    pub heading: Rc<str>,
    /// Its tactics, in order.
    pub tactics: Vec<Tactic>,
}

/// One tactic as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tactic {
    /// Stable name.
    pub id: TacticId,
    /// Name as shown.
    pub name: Rc<str>,
    /// Completes "Guards against …".
    pub guards: Rc<str>,
}

impl Matrix {
    /// Takes out all tactics but some, and the groups that are empty then.
    pub(crate) fn keep_tactics(&mut self, keeps: impl Fn(&TacticId) -> bool) {
        for group in &mut self.groups {
            group.tactics.retain(|tactic| keeps(&tactic.id));
        }
        self.groups.retain(|group| !group.tactics.is_empty());
    }

    /// All tactics, phase by phase.
    pub fn tactics(&self) -> impl Iterator<Item = &Tactic> {
        self.groups.iter().flat_map(|group| &group.tactics)
    }

    /// The group with this name.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&TacticGroup> {
        self.groups.iter().find(|group| &*group.id == id)
    }

    pub(super) fn square(&self, answer: &Answer) -> Square {
        combine(self.tactics(), answer)
    }
}

impl TacticGroup {
    /// The square of this phase.
    #[must_use]
    pub fn square(&self, answer: Option<&Answer>) -> Square {
        answer.map_or(Square::Open, |answer| combine(self.tactics.iter(), answer))
    }
}

/// Answered when each tactic has a state; not known when each state is "don't know".
fn combine<'a>(tactics: impl Iterator<Item = &'a Tactic>, answer: &Answer) -> Square {
    let mut all_unknown = true;
    for tactic in tactics {
        match answer.tactic(&tactic.id).map(|found| found.state) {
            None => return Square::Open,
            Some(TacticState::Unknown) => {}
            Some(_) => all_unknown = false,
        }
    }
    if all_unknown { Square::NotKnown } else { Square::Answered }
}
