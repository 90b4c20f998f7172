//! What stands on a sheet that came back, as it was read: nothing of it has been believed yet.

use super::joined::joined;
use super::record::CameAs;
use super::unread::{Guessed, Unread};
use super::words::{Column, Worded};

/// A sheet that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Which sheet it says it is.
    pub came_as: CameAs,
    /// Question bank: its id.
    pub catalogue: String,
    /// Question bank: its version.
    pub catalogue_version: String,
    /// What is assessed, as the sheet says; empty where it says nothing.
    pub subject: String,
    /// Words to choose from, as they stand on the sheet itself, each with its name.
    pub words: Vec<(String, String)>,
    /// Rows of questions and of tactics.
    pub rows: Vec<FilledRow>,
    /// What stands in the workbook beside them.
    pub unread: Vec<Unread>,
    /// Columns that are read by where they stand.
    pub guessed: Vec<Guessed>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledRow {
    /// Name of the sheet of the workbook.
    pub sheet: String,
    /// Number of the row there, from 1.
    pub number: u32,
    /// Cells that hold anything, each with its column.
    pub cells: Vec<(Column, FilledCell)>,
    /// Those of the columns that were found by where they stand, and not by their heads.
    pub guessed: Vec<Column>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilledCell {
    /// A text or a number, as text.
    Text(String),
    /// A formula. What it works out is not taken: nobody wrote it as an answer.
    Formula,
}

impl Filled {
    /// What a word of the sheet stands for, whichever language the sheet is in.
    pub(super) fn chosen<T: Worded>(&self, text: &str) -> Option<T> {
        let wanted = plain(text);
        let names = self.words.iter().filter(|(_, word)| plain(word) == wanted);
        names.filter_map(|(name, _)| T::named(name)).next()
    }
}

/// A word as it is compared: people type another apostrophe than stands in the list.
fn plain(word: &str) -> String {
    word.trim().to_lowercase().replace(['’', '‘', '`', '´'], "'")
}

impl FilledRow {
    /// The text of a cell; empty where it holds nothing.
    pub(super) fn text(&self, column: Column) -> &str {
        let found = self.cells.iter().find(|(found, _)| *found == column);
        match found {
            Some((_, FilledCell::Text(text))) => text.trim(),
            Some((_, FilledCell::Formula)) | None => "",
        }
    }

    /// Whether a cell that is read holds a formula.
    pub(super) fn has_formula(&self) -> bool {
        let mut read = self.cells.iter().filter(|(column, _)| column.is_read());
        read.any(|(_, cell)| *cell == FilledCell::Formula)
    }

    /// What stands in these columns, one below the other: whoever reads the row makes nothing else of it.
    pub(super) fn texts(&self, columns: &[Column]) -> String {
        columns.iter().fold(String::new(), |before, column| joined(&before, self.text(*column)))
    }

    /// Whether something was filled in where only the place of the column says what it is.
    pub(super) fn rests_on_a_guess(&self) -> bool {
        self.guessed.iter().any(|column| column.is_filled_in() && !self.text(*column).is_empty())
    }

    /// Whether nothing was filled in.
    pub(super) fn is_empty(&self) -> bool {
        let mut filled = self.cells.iter().filter(|(column, _)| column.is_filled_in());
        filled.all(|(column, cell)| {
            matches!(cell, FilledCell::Text(_)) && self.text(*column).is_empty()
        })
    }
}
