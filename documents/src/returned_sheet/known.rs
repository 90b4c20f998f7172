//! What the rows of our own sheets name: by this a table is told from others, and its columns are found
//! where their heads are gone or say something else.

use std::collections::BTreeSet;

use domain::bank::Bank;
use domain::sheet::words::Column;

use super::cells::Row;

/// What the bank asks.
pub(super) struct Known {
    ids: BTreeSet<String>,
    codes: BTreeSet<String>,
    questions: BTreeSet<String>,
    tactics: BTreeSet<String>,
}

impl Known {
    pub(super) fn of(bank: &Bank) -> Self {
        let mut known = Self {
            ids: BTreeSet::new(),
            codes: BTreeSet::new(),
            questions: BTreeSet::new(),
            tactics: BTreeSet::new(),
        };
        for question in bank.catalogue.questions() {
            known.ids.insert(question.id.to_string());
            known.codes.insert(question.code.to_string());
            known.questions.insert(plain(&question.with_beneath()));
            for group in question.matrix().into_iter().flat_map(|matrix| &matrix.groups) {
                known.codes.extend(group.code.as_ref().map(ToString::to_string));
                for tactic in &group.tactics {
                    known.ids.insert(format!("{}/{}", question.id, tactic.id));
                    known.tactics.insert(plain(&tactic.name));
                }
            }
        }
        for earlier in &bank.guidance.earlier {
            known.ids.insert(earlier.id.to_string());
            known.questions.insert(plain(&earlier.prompt));
        }
        // Of some earlier questions the words are not kept.
        known.questions.remove("");
        known
    }

    /// Which column of a sheet holds such a cell, where that can be told.
    pub(super) fn column(&self, text: &str) -> Option<Column> {
        let text = text.trim();
        if self.ids.contains(text) || text.starts_with("risk/") {
            Some(Column::Id)
        } else if self.codes.contains(text) {
            Some(Column::Code)
        } else if self.questions.contains(&plain(text)) {
            Some(Column::Question)
        } else if self.tactics.contains(&plain(text)) {
            Some(Column::Tactic)
        } else {
            None
        }
    }

    /// Whether a row names something that is asked, in whichever column.
    pub(super) fn names(&self, row: &Row) -> bool {
        row.texts().any(|(_, text)| self.column(text).is_some())
    }
}

/// A text as it is compared: programs and people change blanks, apostrophes and capitals.
pub(super) fn plain(text: &str) -> String {
    text.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect()
}
