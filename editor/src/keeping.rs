//! Whether and how an assessment is kept on this device. The state shown is the true one: "saved"
//! is said on the completion of the transaction and not before.

use std::rc::Rc;

use domain::answer::Answer;
use domain::assessment::{Assessment, Timestamp};
use domain::id::{AssessmentId, QuestionId};
use domain::progress::Progress;
use domain::save::draft::Written;
use domain::scope::Unit;

use crate::download::Awaited;
use crate::place::Place;

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
    /// On this device, where other windows may write it too.
    Device(Writing),
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
    /// A newer version of the page has made what is there. It is left as it is.
    Newer,
    /// Anything else, in the browser's words.
    Other(String),
}

/// What is to be deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// The answers of the open assessment: start again.
    Answers,
    /// What this device holds of the open assessment, which stays open in this tab.
    Stored,
    /// One assessment on this device.
    Draft(AssessmentId),
    /// What was left behind and waits: the one at this place.
    Left(usize),
    /// Everything on this device.
    Everything,
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
    /// Its questions, as they were counted when it was written.
    pub progress: Progress,
    /// When it was last changed.
    pub changed: Timestamp,
    /// When it was last saved to a file.
    pub saved_to_file: Option<Timestamp>,
    /// How many changes that file does not have, where they were counted.
    pub changes_since_file: Option<u32>,
    /// How many of its records could not be read and are kept aside.
    pub aside: u32,
    /// The version of the questions that were answered, as numbers; none where it is no version.
    pub version: Option<[u32; 3]>,
}

/// An assessment on this device that cannot be opened as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its name.
    pub id: AssessmentId,
    /// Why not.
    pub why: Unreadable,
    /// What is assessed, as typed, where that can be read; else empty.
    pub subject: String,
}

/// Why an assessment cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer version of the page has written it. It is left as it is.
    Newer,
    /// Its head cannot be read, or is gone. Its answers may be there.
    Damaged,
}

/// What somebody wants of an assessment without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Its save file.
    File,
    /// A copy under this name.
    Copy(String),
    /// That it has this name.
    Name(String),
    /// That its save file, which is there, counts.
    Saved(Awaited),
    /// That it goes, which is asked about once it is known what that is.
    Deletion,
    /// That this one of a file takes its place, likewise.
    Replacement(Rc<Assessment>),
}

/// An assessment as it was read from this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The assessment.
    pub assessment: Assessment,
    /// Where the person was.
    pub place: Place,
    /// Its questions, as they were counted when it was written.
    pub progress: Progress,
    /// How many changes the last save file does not have, where they were counted.
    pub changes_since_file: Option<u32>,
    /// Which writing lies there.
    pub written: Written,
    /// How many of its records could not be read.
    pub damaged: u32,
}

/// What of an assessment a batch carried.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sent {
    /// The head, the plan, the sheets on record and the risks; without answers.
    pub(crate) assessment: Assessment,
    /// The answers that it carried; none where one was cleared.
    pub(crate) answers: Rc<[(QuestionId, Option<Rc<Answer>>)]>,
    /// Whether these are all.
    pub(crate) whole: bool,
    /// How many changes the last save file does not have.
    pub(crate) changes_since_file: Option<u32>,
    /// Which writing it took to lie there.
    pub(crate) expects: Option<Written>,
}

/// What a window and this device had in common last: from there, what both made of it can be put
/// together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Base {
    /// The assessment.
    pub(crate) assessment: Assessment,
    /// How many changes the last save file did not have.
    pub(crate) changes_since_file: Option<u32>,
    /// Which writing lies there.
    pub(crate) written: Written,
}

impl Base {
    /// What is in common once this has arrived, as this writing.
    pub(crate) fn with(before: Option<Self>, sent: Sent, written: Written) -> Self {
        let known = before.filter(|_| !sent.whole).map(|before| before.assessment.answers);
        let mut assessment = sent.assessment;
        assessment.answers = known.unwrap_or_default();
        for (id, answer) in &*sent.answers {
            assessment.answers.set(id, answer.clone());
        }
        Self { assessment, changes_since_file: sent.changes_since_file, written }
    }
}

impl Listing {
    /// Whether it is known to have changed since it was last saved to a file.
    #[must_use]
    pub fn changed_since_file(&self) -> bool {
        self.saved_to_file.is_some() && self.changes_since_file.is_some_and(|count| count > 0)
    }
}

/// What is not on this device yet. One batch is in flight; the newest changes wait behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsaved {
    /// What changed since the batch in flight was made.
    waiting: Touched,
    /// The batch in flight, by its number: what it holds waits again if it fails.
    flying: Option<(u32, Touched)>,
    /// Whether the last attempt failed: the next change tries again.
    stalled: bool,
}

/// What a batch has to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Whether there is anything: the head record is part of each batch.
    pub head: bool,
    /// Whether the plan is.
    pub plan: bool,
    /// Whether what is on record of question sheets is.
    pub sheets: bool,
    /// Whether risks are.
    pub risks: bool,
    /// Questions whose answer is.
    pub answers: Vec<QuestionId>,
    /// Whether these are all answers, so that older records go.
    pub whole: bool,
}

impl Touched {
    fn answer(&mut self, question: QuestionId) {
        if !self.answers.contains(&question) {
            self.answers.push(question);
        }
    }
}

impl Unsaved {
    /// Notes that an answer changed.
    pub fn touch(&mut self, question: &QuestionId) {
        self.touch_head();
        self.waiting.answer(question.clone());
    }

    /// Notes that the plan changed.
    pub fn touch_plan(&mut self) {
        self.touch_head();
        self.waiting.plan = true;
    }

    /// Notes that what is on record of question sheets changed.
    pub fn touch_sheets(&mut self) {
        self.touch_head();
        self.waiting.sheets = true;
    }

    /// Notes that risks changed.
    pub fn touch_risks(&mut self) {
        self.touch_head();
        self.waiting.risks = true;
    }

    /// Notes that the head changed.
    pub fn touch_head(&mut self) {
        self.waiting.head = true;
        self.stalled = false;
    }

    /// Notes that the next batch holds all there is: these answers and what lies beside them, in the place of whatever is on this device.
    pub fn touch_all<'a>(
        &mut self,
        questions: impl Iterator<Item = &'a QuestionId>,
        beside: &Assessment,
    ) {
        self.touch_head();
        self.waiting.whole = true;
        self.waiting.plan = !beside.plan.is_empty();
        self.waiting.sheets = !beside.sheets.is_empty();
        self.waiting.risks = !beside.risks.is_empty();
        for question in questions {
            self.waiting.answer(question.clone());
        }
    }

    /// Nothing waits for the next batch but what the one in flight holds: it may land as it was before.
    pub fn only_follow(&mut self) {
        self.waiting = self.flying.as_ref().map(|(_, flying)| flying.clone()).unwrap_or_default();
        self.waiting.whole = false;
        self.stalled = false;
    }

    /// Whether something waits for the next batch.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.waiting.head
    }

    /// Whether the last attempt failed and nothing has changed since.
    #[must_use]
    pub fn is_stalled(&self) -> bool {
        self.stalled
    }

    /// Whether a batch is in flight.
    #[must_use]
    pub fn is_flying(&self) -> bool {
        self.flying.is_some()
    }

    /// Whether the batch of this number is the one in flight.
    #[must_use]
    pub fn flies_as(&self, number: u32) -> bool {
        self.flying.as_ref().is_some_and(|(flying, _)| *flying == number)
    }

    /// Takes off the next batch, under this number.
    pub fn take_off(&mut self, number: u32) -> Touched {
        let touched = std::mem::take(&mut self.waiting);
        self.flying = Some((number, touched.clone()));
        touched
    }

    /// The batch in flight has landed.
    pub fn landed(&mut self) {
        self.flying = None;
    }

    /// The batch in flight was lost: what it held waits again, for the next change.
    pub fn lost(&mut self) {
        self.wait_again();
        self.stall();
    }

    /// Nothing is sent off before something changes again.
    pub fn stall(&mut self) {
        self.stalled = true;
    }

    /// All that is not known to be on this device waits, whatever becomes of the batch in flight.
    pub fn wait_again(&mut self) {
        self.stalled = false;
        let Some((_, flying)) = self.flying.take() else { return };
        let waiting = &mut self.waiting;
        waiting.head = true;
        waiting.plan |= flying.plan;
        waiting.sheets |= flying.sheets;
        waiting.risks |= flying.risks;
        waiting.whole |= flying.whole;
        for question in flying.answers {
            waiting.answer(question);
        }
    }
}
