//! Sheets of questions: for somebody who could know what is not known yet, or for people who answer
//! away from the page. What stands on one, and what one that comes back would change.
//!
//! A sheet holds questions and nothing that was answered. It comes back filled in by hand, in
//! another program and perhaps in another language, so everything on it has a name that no language
//! changes, and nothing it says is taken over before a person has seen it.

pub mod container;
pub mod filled;
mod joined;
mod name;
pub mod people;
pub mod proposal;
pub mod record;
pub mod risks;
pub mod unread;
pub mod words;

use crate::bank::Bank;
use crate::count::count;
use crate::questions::room::OnSheet;
use crate::questions::{Matrix, Question};
use crate::texts::Texts;
use people::{SheetQuestion, Theirs};
use record::SheetId;
use words::Words;

pub use crate::questions::room::Takes;

/// The name of the format, in every sheet.
pub const FORMAT: &str = "respect-in-practice/questions";

/// The version that this build writes and reads.
pub const VERSION: u32 = 4;

/// A sheet to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionSheet {
    /// Which sheet it is; none where all questions are asked of anybody.
    pub id: Option<SheetId>,
    /// Question bank: its id.
    pub catalogue: String,
    /// Question bank: its version.
    pub catalogue_version: String,
    /// What is assessed; empty where it has no name, and where all questions are asked of anybody.
    pub subject: String,
    /// Questions in order.
    pub questions: Vec<QuestionRow>,
    /// Tactics in order.
    pub tactics: Vec<TacticRow>,
    /// Heads of columns, and words to choose from.
    pub words: Words,
}

/// A question on a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionRow {
    /// Its id.
    pub id: String,
    /// Its code.
    pub code: String,
    /// What is asked.
    pub prompt: String,
    /// What may be answered, line by line.
    pub offered: Vec<String>,
    /// What its cell for the answer takes.
    pub takes: Takes,
    /// Whether it takes a higher step that is true elsewhere or in part.
    pub takes_elsewhere: bool,
}

/// A tactic on a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TacticRow {
    /// Ids of its question and of itself, see [`tactic_id`].
    pub id: String,
    /// Code of its phase, or of its question.
    pub code: String,
    /// Name of its phase or group.
    pub phase: String,
    /// Its name.
    pub name: String,
    /// What it guards against.
    pub guards: String,
}

/// How a row names a tactic.
fn tactic_id(question: &Question, tactic: &str) -> String {
    format!("{}/{tactic}", question.id)
}

impl QuestionSheet {
    /// All questions of the bank.
    #[must_use]
    pub fn blank(bank: &Bank) -> Self {
        let mut sheet = Self::empty(bank);
        for question in bank.catalogue.questions().filter(|one| !one.is_answered_by_register()) {
            sheet.add(question, true, &bank.texts);
        }
        sheet
    }

    /// What one person could know.
    #[must_use]
    pub fn for_person(bank: &Bank, id: SheetId, subject: &str, theirs: &Theirs<'_>) -> Self {
        let subject = subject.to_owned();
        let mut sheet = Self { id: Some(id), subject, ..Self::empty(bank) };
        for SheetQuestion { question, is_whole, .. } in &theirs.questions {
            sheet.add(question, *is_whole, &bank.texts);
        }
        let words = &bank.guidance.risks;
        sheet.questions.extend(theirs.risks.iter().map(|row| QuestionRow {
            id: row.id.clone(),
            code: row.code.to_string(),
            prompt: row.prompt(words, &bank.texts),
            offered: row.asks.offered(words, &bank.texts),
            takes: row.asks.takes(),
            takes_elsewhere: false,
        }));
        sheet
    }

    fn empty(bank: &Bank) -> Self {
        Self {
            id: None,
            catalogue: bank.catalogue.id.to_string(),
            catalogue_version: bank.catalogue.version.to_string(),
            subject: String::new(),
            questions: Vec::new(),
            tactics: Vec::new(),
            words: Words::of(&bank.texts),
        }
    }

    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> u32 {
        count(self.questions.len() + self.tactics.len())
    }

    /// Takes a question in; of a matrix that is not asked as a whole, its tactics alone.
    fn add(&mut self, question: &Question, is_whole: bool, texts: &Texts) {
        if is_whole {
            let OnSheet { offered, takes } = question.on_sheet(texts);
            self.questions.push(QuestionRow {
                id: question.id.to_string(),
                code: question.code.to_string(),
                prompt: question.with_beneath(),
                offered,
                takes,
                takes_elsewhere: question.asks().elsewhere,
            });
        }
        if let Some(matrix) = question.matrix() {
            self.tactics.extend(tactics(question, matrix));
        }
    }
}

fn tactics<'a>(question: &'a Question, matrix: &'a Matrix) -> impl Iterator<Item = TacticRow> + 'a {
    let groups = matrix.groups.iter();
    groups.flat_map(|group| group.tactics.iter().map(move |tactic| (group, tactic))).map(
        move |(group, tactic)| TacticRow {
            id: tactic_id(question, tactic.id.as_str()),
            code: group.code.as_ref().unwrap_or(&question.code).to_string(),
            phase: group.name.to_string(),
            name: tactic.name.to_string(),
            guards: tactic.guards.to_string(),
        },
    )
}
