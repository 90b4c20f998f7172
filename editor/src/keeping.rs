//! Whether and how an assessment is kept on this device. The state shown is the true one: "saved"
//! is said on the completion of the transaction and not before.

use domain::assessment::Timestamp;
use domain::id::{AssessmentId, QuestionId};
use domain::scope::Unit;

/// What the person wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Keep on this device.
    Device,
    /// Don't keep.
    Nowhere,
}

/// Where an open assessment is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Not chosen yet.
    Undecided,
    /// Chosen: nowhere. Gone when the tab closes, unless saved to a file.
    Nowhere,
    /// On this device.
    Device(Writing),
    /// On this device, but another tab writes it: this one reads.
    ReadOnly,
}

/// State of writing to this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writing {
    /// All changes are there.
    Saved,
    /// Some are on their way.
    Saving,
    /// The last attempt failed.
    Failed(StorageFault),
}

/// Why the browser does not keep something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageFault {
    /// The browser lets this page keep nothing.
    Refused,
    /// There is no room.
    Full,
    /// Another tab with another version of the page is in the way.
    Blocked,
    /// Anything else, in the browser's words.
    Other(String),
}

/// An assessment on this device, as the start screen lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Its name.
    pub id: AssessmentId,
    /// What is assessed, as typed; may be empty.
    pub subject: String,
    /// Company or product.
    pub unit: Option<Unit>,
    /// Squares answered.
    pub answered: u32,
    /// Squares not known.
    pub not_known: u32,
    /// All squares.
    pub all: u32,
    /// When it was last changed.
    pub changed: Timestamp,
    /// When it was last saved to a file.
    pub saved_to_file: Option<Timestamp>,
}

/// What is not on this device yet. One batch is in flight; the newest changes wait behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsaved {
    /// Number of the batch in flight.
    pub in_flight: Option<u32>,
    /// Whether the head changed since the batch in flight was made.
    pub head: bool,
    /// Whether the plan changed since.
    pub plan: bool,
    /// Whether the batch in flight holds the plan: it waits again if that fails.
    pub flying_plan: bool,
    /// Questions whose answer changed since.
    pub answers: Vec<QuestionId>,
    /// Questions in the batch in flight: wait again if it fails.
    pub flying: Vec<QuestionId>,
    /// Whether the next batch holds all answers, so that older records go.
    pub whole: bool,
    /// Whether the batch in flight does: the next one has to if it fails.
    pub flying_whole: bool,
    /// Whether the last attempt failed: the next change tries again.
    pub stalled: bool,
}

impl Unsaved {
    /// Notes that an answer changed.
    pub fn touch(&mut self, question: &QuestionId) {
        self.touch_head();
        if !self.answers.contains(question) {
            self.answers.push(question.clone());
        }
    }

    /// Notes that the plan changed.
    pub fn touch_plan(&mut self) {
        self.touch_head();
        self.plan = true;
    }

    /// Notes that the head changed.
    pub fn touch_head(&mut self) {
        self.head = true;
        self.stalled = false;
    }

    /// Whether something waits for the next batch.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.head || !self.answers.is_empty()
    }

    /// Takes off the next batch, under this number.
    pub fn take_off(&mut self, number: u32) -> Vec<QuestionId> {
        self.in_flight = Some(number);
        self.head = false;
        self.flying_whole = std::mem::take(&mut self.whole);
        self.flying_plan = std::mem::take(&mut self.plan);
        self.flying = std::mem::take(&mut self.answers);
        self.flying.clone()
    }

    /// The batch in flight has landed.
    pub fn landed(&mut self) {
        self.in_flight = None;
        self.flying_whole = false;
        self.flying_plan = false;
        self.flying.clear();
    }

    /// The batch in flight was lost: what it held waits again.
    pub fn lost(&mut self) {
        self.stalled = true;
        self.wait_again();
    }

    /// What is in flight waits again, whatever becomes of it.
    pub fn wait_again(&mut self) {
        if self.in_flight.take().is_none() {
            return;
        }
        self.head = true;
        self.whole |= std::mem::take(&mut self.flying_whole);
        self.plan |= std::mem::take(&mut self.flying_plan);
        for question in std::mem::take(&mut self.flying) {
            if !self.answers.contains(&question) {
                self.answers.push(question);
            }
        }
    }
}
