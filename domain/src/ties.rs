//! What ties questions and tactics to risks: which gaps touch which risk, and why, in words; which tactics stand
//! against it. The rows are content; what a row means is here.

use serde::{Deserialize, Serialize};

use crate::id::{QuestionId, TacticId};
use crate::risk::{Party, People, Start};

/// All ties, sorted by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ties {
    /// Of questions. One that is not here touches no risk, whatever it is.
    pub questions: Vec<(QuestionId, QuestionTie)>,
    /// Of tactics.
    pub tactics: Vec<(TacticId, TacticTie)>,
}

/// Which letters a row names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Letters {
    /// Any.
    Any,
    /// These.
    Some(Vec<char>),
}

/// Which risks a gap at a question touches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionTie {
    /// Who does it.
    pub who: Letters,
    /// Where the harm gets its start.
    pub arises: Letters,
    /// Who is hurt.
    pub people: Letters,
    /// Whether it touches those risks alone that hurt one of these people.
    pub people_needed: bool,
    /// Whether it is aimed at every risk that has happened.
    pub aimed_at_harm: bool,
}

/// Which risks a tactic stands against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TacticTie {
    /// Who does it.
    pub who: Letters,
    /// What kind of harm it is.
    pub harm: Letters,
    /// Where the harm has to get its start; none: anywhere.
    pub only_from: Option<char>,
    /// Who has to be hurt; none: anybody.
    pub only_for: Option<char>,
}

/// That a gap touches a risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touch {
    /// How closely.
    pub aim: Aim,
    /// Why, in the order in which it is said.
    pub because: Vec<Because>,
}

/// How closely a gap touches a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aim {
    /// It names something of the risk.
    Aimed,
    /// It concerns any risk, or this one at a later stage.
    General,
}

/// Why a gap touches a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// These may do it.
    DoneBy(Party),
    /// It gets its start there.
    StartsIn(Start),
    /// It hits these.
    Hits(People),
    /// People have been harmed.
    Harmed,
    /// It can be stopped at a later stage.
    StoppedHere,
    /// Each risk depends on it.
    EachDepends,
}

impl QuestionTie {
    /// How a gap touches a risk, if it does.
    #[must_use]
    pub fn touches(&self, _risk: &crate::risk::Risk) -> Option<Touch> {
        None
    }
}

impl TacticTie {
    /// Whether a tactic in use stands against a risk.
    #[must_use]
    pub fn covers(&self, _risk: &crate::risk::Risk) -> bool {
        false
    }
}
