//! What the browser keeps of an assessment: one head record, one record per answer and one for the
//! plan, each put on its own as soon as it changes. `postcard` bytes of the wire types of the save file.

use serde::{Deserialize, Serialize};

use super::v1::{ActionRecord, AnswerRecord, Head};
use crate::answer::Answer;
use crate::assessment::{Answers, Assessment};
use crate::id::QuestionId;
use crate::plan::Plan;
use crate::progress::Progress;

/// The head record of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftHead {
    /// Version of the wire types, first so that a later build can tell.
    pub version: u32,
    /// All of the assessment but its answers.
    pub head: Head,
    /// Where the person was, as in the address.
    pub place: String,
    /// Squares answered, not known, and all: for the list on the start screen.
    pub squares: (u32, u32, u32),
}

impl DraftHead {
    /// The head record of an assessment.
    #[must_use]
    pub fn of(assessment: &Assessment, place: &str, progress: Progress) -> Self {
        Self {
            version: super::VERSION,
            head: Head::of(assessment),
            place: place.to_owned(),
            squares: (progress.closed() - progress.not_known, progress.not_known, progress.all()),
        }
    }

    /// The record as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing to memory cannot fail; an empty record would be refused when it is read.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// The record in these bytes, if they hold one of a version this build reads.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (version, _) = postcard::take_from_bytes::<u32>(bytes).ok()?;
        (super::OLDEST..=super::VERSION)
            .contains(&version)
            .then(|| postcard::from_bytes(bytes).ok())?
    }

    /// The assessment with these records beside its head. A record that cannot be read is left out,
    /// and how many were is told.
    #[must_use]
    pub fn with_records<'a>(
        self,
        records: impl IntoIterator<Item = &'a [u8]>,
    ) -> (Assessment, u32) {
        let mut damaged = 0;
        let mut answers = Answers::default();
        let mut plan = Plan::default();
        for bytes in records {
            let is_plan =
                postcard::take_from_bytes::<&str>(bytes).is_ok_and(|(key, _)| key == PLAN);
            if is_plan {
                match postcard::from_bytes::<PlanRecord>(bytes) {
                    Ok(record) => {
                        plan = record.actions.into_iter().map(ActionRecord::into_action).collect();
                    }
                    Err(_) => damaged += 1,
                }
            } else {
                match postcard::from_bytes::<AnswerRecord>(bytes) {
                    Ok(record) => {
                        let (id, answer) = record.into_answer();
                        answers.set(&id, Some(answer.into()));
                    }
                    Err(_) => damaged += 1,
                }
            }
        }
        (Assessment { plan: plan.into(), ..self.head.into_assessment(answers) }, damaged)
    }
}

/// Under which key the plan stands among the answers, and how its record begins: no id of a question
/// begins so.
pub const PLAN: &str = "#plan";

/// The plan as one record.
#[derive(Serialize, Deserialize)]
struct PlanRecord {
    /// Always [`PLAN`].
    key: String,
    /// The actions in their order.
    actions: Vec<ActionRecord>,
}

/// The record of the plan as bytes.
#[must_use]
pub fn plan_to_bytes(plan: &Plan) -> Vec<u8> {
    let actions = plan.actions().iter().map(ActionRecord::of).collect();
    postcard::to_allocvec(&PlanRecord { key: PLAN.to_owned(), actions }).unwrap_or_default()
}

/// The record of one answer as bytes.
#[must_use]
pub fn answer_to_bytes(id: &QuestionId, answer: &Answer) -> Vec<u8> {
    postcard::to_allocvec(&AnswerRecord::of(id, answer)).unwrap_or_default()
}
