//! What effects carry.

use std::rc::Rc;

use domain::answer::Answer;
use domain::assessment::Assessment;
use domain::id::{FactId, QuestionId};
use domain::plan::ActionId;
use domain::progress::Progress;
use domain::risk::{Right, RiskId};
use domain::save::draft::Written;

use crate::place::Place;

/// Where the focus goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    /// To the heading of the screen.
    Screen,
    /// To the heading of the question on it.
    Question,
    /// To a fact about whom it reaches.
    Fact(FactId),
    /// To the list of what is missing.
    Faults,
}

/// Where the focus goes on the screen of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InPlan {
    /// To the words of an action that is open.
    Action(ActionId),
    /// To the button that opens an action.
    Row(ActionId),
    /// To the handle of an action.
    Handle(ActionId),
    /// To the button that writes a new action.
    NewAction,
    /// To the button that shows what is done or dropped.
    Over,
    /// To the first of the filters.
    Filters,
    /// To the button that adds a suggestion: this many stand before it.
    Suggestion(usize),
}

/// Where the focus goes in the register of risks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InRisks {
    /// To what opens a risk, or closes it.
    Opens(RiskId),
    /// To the name of a risk that is open.
    Name,
    /// To the handle of a risk.
    Handle(RiskId),
    /// To what moves a right of an open risk among its rights.
    Right(Right),
}

/// How a place enters the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// As a new entry.
    New,
    /// In place of the present one.
    Same,
}

/// What is put into storage together.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// Number of the batch, which its answer carries.
    pub number: u32,
    /// The assessment, for its head record.
    pub assessment: Rc<Assessment>,
    /// Where the person is.
    pub place: Place,
    /// Its squares.
    pub progress: Progress,
    /// How many changes the last save file does not have, for its head record.
    pub changes_since_file: Option<u32>,
    /// Answers that changed; none where one was cleared.
    pub answers: Rc<[(QuestionId, Option<Rc<Answer>>)]>,
    /// Whether the plan changed: it is the one of the assessment.
    pub with_plan: bool,
    /// Whether what is on record of question sheets changed, likewise.
    pub with_sheets: bool,
    /// Whether risks are among it.
    pub with_risks: bool,
    /// Whether these are all answers, so that older records of the assessment go.
    pub replaces_all: bool,
    /// Which writing has to lie there, or nothing is put; none where the batch is put whatever does.
    pub expects: Option<Written>,
    /// Which writing it is.
    pub written: Written,
}
