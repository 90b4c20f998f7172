//! What a browser has to carry out, as data.

use std::rc::Rc;

use domain::answer::Answer;
use domain::assessment::Assessment;
use domain::id::{AssessmentId, QuestionId};
use domain::job::{File, Job};
use domain::plan::ActionId;
use domain::progress::Progress;

use crate::place::Place;

/// One thing for the browser to do. What comes of it returns as a command.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// List what is on this device.
    ReadShelf,
    /// Read a draft.
    ReadDraft(AssessmentId),
    /// Put a batch into storage, in one transaction.
    Keep(Batch),
    /// Delete a draft.
    Delete(AssessmentId),
    /// Delete everything this page keeps.
    DeleteEverything,
    /// Draw a name for a new assessment.
    DrawName,
    /// Hold the assessment so that no other tab writes it.
    Hold(AssessmentId),
    /// Let go of the one held.
    LetGo,
    /// Remember which assessment this tab works on, over a reload.
    Remember(Option<AssessmentId>),
    /// Show a place in the address: a new entry in the browser's history, or the same one.
    Address(Place, Entry),
    /// Move the focus.
    Focus(Focus),
    /// Move the focus on the screen of the plan.
    FocusInPlan(InPlan),
    /// Give a job to the worker.
    Ask(u32, Box<Job>),
    /// Stop the worker and start it anew.
    RestartWorker,
    /// Hand a file to the browser.
    HandOut(File),
    /// Print the page as it stands.
    Print,
    /// Try to send something, to see it refused.
    TryToSend,
    /// Load the page anew.
    LoadAnew,
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// To the heading of the screen.
    Screen,
    /// To the heading of the question on it.
    Question,
    /// To the list of what is missing.
    Faults,
    /// To the newest piece of evidence.
    Evidence,
}

/// Where the focus goes on the screen of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InPlan {
    /// To the words of an action.
    Action(ActionId),
    /// To the handle of an action.
    Handle(ActionId),
    /// To the button that writes a new action.
    NewAction,
    /// To the button that adds a suggestion: this many stand before it.
    Suggestion(usize),
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
    /// Answers that changed; none where one was cleared.
    pub answers: Vec<(QuestionId, Option<Rc<Answer>>)>,
    /// Whether the plan changed: it is the one of the assessment.
    pub with_plan: bool,
    /// Whether these are all answers, so that older records of the assessment go.
    pub replaces_all: bool,
}
