//! What stands in a workbook that came back and was not read as it was meant to be: named, so that
//! nothing that somebody filled in is passed over in silence.

use serde::{Deserialize, Serialize};

/// Cells of one place in a workbook of which nothing is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// Name of the sheet of the workbook.
    pub sheet: String,
    /// Where on it.
    pub place: UnreadPlace,
    /// How many cells, or comments.
    pub count: u32,
}

/// Where on a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnreadPlace {
    /// All over it: it is no table of questions or tactics.
    Sheet,
    /// In a column that no sheet of questions has there.
    Column(ColumnPlace),
    /// Above the heads of the columns.
    AboveHeads,
    /// In comments to cells.
    Comments,
}

/// A column on a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnPlace {
    /// Its letters, such as `AB`.
    pub letters: String,
    /// Its head as it stands there; empty where it has none.
    pub head: String,
}

/// A column whose head says nothing that is known, and which is read by where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guessed {
    /// Name of the sheet of the workbook.
    pub sheet: String,
    /// Where it stands there.
    pub place: ColumnPlace,
    /// The head of the column as which it is read.
    pub read_as: String,
}
