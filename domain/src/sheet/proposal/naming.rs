//! What a row is about where the column that names it is gone: its code and its words tell as well.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::filled::{FilledCell, FilledRow};
use super::super::risks;
use super::super::tactic_id;
use super::super::words::Column;
use crate::assessment::Assessment;
use crate::bank::Bank;

/// What can be asked, by its words.
pub(super) struct Naming {
    /// Each with its code.
    by_words: BTreeMap<String, Vec<(String, String)>>,
    /// Questions alone: several tactics have the same code.
    by_code: BTreeMap<String, String>,
}

impl Naming {
    pub(super) fn of(bank: &Bank) -> Self {
        let mut naming = Self { by_words: BTreeMap::new(), by_code: BTreeMap::new() };
        for question in bank.catalogue.questions() {
            let (id, code) = (question.id.to_string(), question.code.to_string());
            naming.by_code.insert(code.clone(), id.clone());
            naming.add(&question.with_beneath(), &id, &code);
            naming.add(&question.prompt, &id, &code);
            for group in question.matrix().into_iter().flat_map(|matrix| &matrix.groups) {
                let code = group.code.as_ref().unwrap_or(&question.code).to_string();
                for tactic in &group.tactics {
                    naming.add(&tactic.name, &tactic_id(question, tactic.id.as_str()), &code);
                }
            }
        }
        for earlier in &bank.guidance.earlier {
            naming.add(&earlier.prompt, earlier.id.as_str(), "");
        }
        naming
    }

    fn add(&mut self, words: &str, id: &str, code: &str) {
        let words = plain(words);
        // Of some earlier questions the words are not kept.
        if words.is_empty() {
            return;
        }
        let known = self.by_words.entry(words).or_default();
        if !known.iter().any(|(found, _)| found == id) {
            known.push((id.to_owned(), code.to_owned()));
        }
    }

    /// The row with its name, where it has none and its words say which it is. Where its code and its words
    /// speak of different ones, it stays without.
    pub(super) fn named<'a>(
        &self,
        bank: &Bank,
        assessment: &Assessment,
        row: &'a FilledRow,
    ) -> Cow<'a, FilledRow> {
        if !row.text(Column::Id).is_empty() {
            return Cow::Borrowed(row);
        }
        let code = row.text(Column::Code);
        let words = [Column::Question, Column::Tactic].map(|column| row.text(column));
        let words = words.into_iter().find(|words| !words.is_empty()).unwrap_or_default();
        let id = match self.by_words.get(&plain(words)).map(Vec::as_slice) {
            Some([(id, found)]) if [code, ""].contains(&&**found) || code.is_empty() => {
                Some(id.clone())
            }
            Some(several) => {
                several.iter().find(|(_, found)| found == code).map(|(id, _)| id.clone())
            }
            None if words.is_empty() => self.by_code.get(code).cloned(),
            None => risks::id_of(bank, assessment, words),
        };
        let Some(id) = id else { return Cow::Borrowed(row) };
        let mut row = row.clone();
        row.cells.retain(|(column, _)| *column != Column::Id);
        row.cells.push((Column::Id, FilledCell::Text(id)));
        Cow::Owned(row)
    }
}

/// Words as they are compared: programs and people change blanks and apostrophes.
fn plain(words: &str) -> String {
    words.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect()
}
