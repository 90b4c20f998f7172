//! What the browser keeps of an assessment: one head record and one record per answer, each put on
//! its own as soon as it changes. `postcard` bytes of the wire types of the save file.

use serde::{Deserialize, Serialize};

use super::v1::{AnswerRecord, Head};
use crate::answer::Answer;
use crate::assessment::{Answers, Assessment};
use crate::id::QuestionId;
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

    /// The assessment with these answer records. A record that cannot be read is left out, and how
    /// many were is told.
    #[must_use]
    pub fn with_answers<'a>(
        self,
        records: impl IntoIterator<Item = &'a [u8]>,
    ) -> (Assessment, u32) {
        let mut damaged = 0;
        let answers: Answers = records
            .into_iter()
            .filter_map(|bytes| {
                let read = postcard::from_bytes::<AnswerRecord>(bytes).ok();
                damaged += u32::from(read.is_none());
                read.map(AnswerRecord::into_answer)
            })
            .collect();
        (self.head.into_assessment(answers), damaged)
    }
}

/// The record of one answer as bytes.
#[must_use]
pub fn answer_to_bytes(id: &QuestionId, answer: &Answer) -> Vec<u8> {
    postcard::to_allocvec(&AnswerRecord::of(id, answer)).unwrap_or_default()
}
