//! Version 1 of the save file: read for ever, and written no more. Its actions said neither effort nor
//! what they need nor a first sign for people, and it did not say which question sheets went out; these are
//! blank where such a file is opened.
//!
//! What did not change since is taken from later versions. Before a type changes there after a release,
//! the one of version 1 comes here.

use serde::{Deserialize, Serialize};

use super::v2::{self, AnswerRecord};
use super::v3;
use super::v4::{self, DateText, Head, Priority, Status};

/// A save file of version 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Always `respect-in-practice`.
    pub format: String,
    /// Always 1 in this version.
    pub version: u32,
    /// What is assessed, and when.
    pub head: Head,
    /// Answers by question, sorted by id.
    pub answers: Vec<AnswerRecord>,
    /// What is planned, in its order. Missing where nothing is.
    #[serde(default)]
    pub plan: Vec<ActionRecord>,
}

/// An action of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionRecord {
    /// Tells it apart from the others of this plan.
    pub id: u32,
    /// What is done.
    pub what: String,
    /// Id of the question whose answer is the reason; none for an action of one's own.
    pub question: Option<String>,
    /// Whether it stays although its reason is gone.
    pub kept: bool,
    /// How soon.
    pub priority: Priority,
    /// Function or name.
    pub owner: String,
    /// Until when: `2027-01-31`.
    pub due: Option<DateText>,
    /// How far it is.
    pub status: Status,
    /// What is done first.
    pub first_step: String,
}

/// The same in the version that is written now, by way of the one after it.
impl From<Save> for v4::Save {
    fn from(save: Save) -> Self {
        v2::Save::from(save).into()
    }
}

impl From<Save> for v2::Save {
    fn from(save: Save) -> Self {
        Self {
            format: save.format,
            version: 2,
            head: save.head,
            answers: save.answers,
            plan: save.plan.into_iter().map(Into::into).collect(),
            sheets: Vec::new(),
        }
    }
}

impl From<ActionRecord> for v3::ActionRecord {
    fn from(action: ActionRecord) -> Self {
        Self {
            id: action.id,
            what: action.what,
            question: action.question,
            kept: action.kept,
            priority: action.priority,
            owner: action.owner,
            due: action.due,
            status: action.status,
            first_step: action.first_step,
            effort: None,
            needs: String::new(),
            first_sign: String::new(),
        }
    }
}
