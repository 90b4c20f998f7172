//! Version 3 of the save file: read for ever, and written no more. It held no risks; where such a file is
//! opened none are listed.
//!
//! What did not change since is taken from version 4. Before a type changes there after a release, the
//! one of version 3 comes here.

use serde::{Deserialize, Serialize};

use super::v4::{
    self, AnswerRecord, DateText, Effort, Head, Priority, RegisterRecord, SheetEntry, Status,
};

/// A save file of version 3.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Always `respect-in-practice`.
    pub format: String,
    /// Always 3 in this version.
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

/// The same in the version that is written now.
impl From<Save> for v4::Save {
    fn from(save: Save) -> Self {
        Self {
            format: save.format,
            version: super::VERSION,
            head: save.head,
            answers: save.answers,
            plan: save.plan.into_iter().map(Into::into).collect(),
            sheets: save.sheets,
            risks: RegisterRecord::default(),
        }
    }
}

/// An action of the plan. A draft keeps these still, with the risks they are for behind them all.
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
    /// How much of an effort it is; none where nobody has said.
    pub effort: Option<Effort>,
    /// What it needs, and from whom.
    pub needs: String,
    /// By what one sees first that something has changed for people.
    pub first_sign: String,
}

impl From<ActionRecord> for v4::ActionRecord {
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
            effort: action.effort,
            needs: action.needs,
            first_sign: action.first_sign,
            risks: Vec::new(),
        }
    }
}

impl From<v4::ActionRecord> for ActionRecord {
    fn from(action: v4::ActionRecord) -> Self {
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
            effort: action.effort,
            needs: action.needs,
            first_sign: action.first_sign,
        }
    }
}
