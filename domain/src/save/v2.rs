//! Version 2 of the save file: read for ever, and written no more. Its answers said nothing of a step
//! above the one chosen; where such a file is opened nothing was said of one.
//!
//! What did not change since is taken from later versions. Before a type changes there after a release, the
//! one of version 2 comes here.

use serde::{Deserialize, Serialize};

use super::v3::{self, ActionRecord};
use super::v4::{
    self, Choice, ElsewhereRecord, EvidenceRecord, Head, SheetEntry, Sureness, TacticRecord,
};

/// A save file of version 2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Always `respect-in-practice`.
    pub format: String,
    /// Always 2 in this version.
    pub version: u32,
    /// What is assessed, and when.
    pub head: Head,
    /// Answers by question, sorted by id.
    pub answers: Vec<AnswerRecord>,
    /// What is planned, in its order.
    pub plan: Vec<ActionRecord>,
    /// Question sheets that went out, in the order in which they did, and what came back on them.
    pub sheets: Vec<SheetEntry>,
}

/// One answer with its question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerRecord {
    /// Id of the question.
    pub question: String,
    /// What was chosen.
    pub choice: Option<Choice>,
    /// The words of a reflection.
    pub words: String,
    /// States of tactics, sorted by id.
    pub tactics: Vec<TacticRecord>,
    /// Who could know, where it was typed.
    pub could_know: String,
    /// Why it does not apply.
    pub because: String,
    /// What is behind the answer.
    pub note: String,
    /// What could be looked at.
    pub evidence: Vec<EvidenceRecord>,
    /// How sure the person is.
    pub sureness: Option<Sureness>,
    /// Whether it stays out of everything made for sharing.
    pub confidential: bool,
}

/// The same in the version that is written now, by way of the one after it.
impl From<Save> for v4::Save {
    fn from(save: Save) -> Self {
        v3::Save::from(save).into()
    }
}

impl From<Save> for v3::Save {
    fn from(save: Save) -> Self {
        Self {
            format: save.format,
            version: 3,
            head: save.head,
            answers: save.answers.into_iter().map(Into::into).collect(),
            plan: save.plan,
            sheets: save.sheets,
        }
    }
}

impl From<AnswerRecord> for v4::AnswerRecord {
    fn from(record: AnswerRecord) -> Self {
        Self {
            question: record.question,
            choice: record.choice,
            words: record.words,
            tactics: record.tactics,
            could_know: record.could_know,
            because: record.because,
            note: record.note,
            evidence: record.evidence,
            sureness: record.sureness,
            confidential: record.confidential,
            elsewhere: ElsewhereRecord { highest: None, place: String::new() },
        }
    }
}
