//! How much of everything is taken: what people type, what they list, and what files from outside hold.
//! At each of these a sentence says so. This is the one place for all of them; `docs/bounds.md` lists them
//! for people, and a test compares the two.
//!
//! **Invariant:** an assessment with all that people can type and list at its bound still saves to a file
//! that is read again. `documents/tests/suite/bounds.rs` writes one.

/// What is typed, in letters (Unicode scalar values). More is kept out whole, and what an earlier version kept
/// or another window wrote stays as it is and is told.
pub mod typed {
    /// A field of one line.
    pub const LINE: usize = 300;
    /// A field of many lines.
    pub const TEXT: usize = 3_000;
}

/// What is listed.
pub mod listed {
    /// Rows of evidence of one answer or one risk.
    pub const EVIDENCE: usize = 10;
    /// Risks.
    pub const RISKS: usize = 10;
    /// Actions of the plan.
    pub const ACTIONS: usize = 200;
    /// Question sheets on record.
    pub const SHEETS: usize = 200;
}

/// Any file from outside.
pub mod file {
    /// Its length in bytes. It is looked at before anything of the file is read.
    pub const LENGTH: u32 = 20 * 1024 * 1024;
}

/// A save file, open or locked. These leave room for what earlier versions kept without a bound.
pub mod save {
    /// Lists and objects inside each other. A save file has eight.
    pub const DEPTH: usize = 24;
    /// Values in one list, or names in one object.
    pub const ENTRIES: u32 = 2_000;
    /// One text, in bytes.
    pub const TEXT: usize = 1024 * 1024;
}

/// A workbook or a table with answers, whichever program made it. The whole questionnaire is 191 rows and
/// 2,500 cells on four sheets; these leave a hundred times that for what people put beside it. At all of them
/// together reading takes two seconds in a browser.
pub mod sheet {
    /// Sheets of a workbook.
    pub const SHEETS: u32 = 100;
    /// Rows of one sheet that hold something. Those that are only coloured cost next to nothing.
    pub const ROWS: u32 = 20_000;
    /// Columns of one sheet, as far as the last that holds something.
    pub const COLUMNS: u32 = 1_000;
    /// Cells that hold something, on all sheets.
    pub const CELLS: u32 = 250_000;
    /// Rows that ask a question or name a tactic, on all sheets: each of them is shown.
    pub const QUESTIONS: u32 = 1_000;
    /// Letters in one cell: spreadsheets take 32,767.
    pub const LETTERS: u32 = 50_000;
    /// What all tables of a document take when each cell is written out as often as it says, in bytes.
    pub const WRITTEN_OUT: u64 = 64 * 1024 * 1024;
    /// The records of a workbook of the oldest format, in bytes: they are not compressed.
    pub const RECORDS: u64 = 8 * 1024 * 1024;
    /// Places that all tables of a workbook of the oldest format have, empty ones too.
    pub const PLACES: u64 = 2_000_000;
}

/// What a packed file becomes when it is unpacked.
pub mod archive {
    /// How many files. A workbook with a picture on each of some sheets has about a hundred.
    pub const FILES: usize = 1_000;
    /// How long one of them may become, in bytes.
    pub const EACH: u64 = 32 * 1024 * 1024;
    /// How long all of them may become together, in bytes.
    pub const TOGETHER: u64 = 64 * 1024 * 1024;
    /// How many times as long as the archive they may become: what spreadsheets save becomes 5 to 50 times as
    /// long, and one letter over and over 1,000 times.
    pub const RATIO: u64 = 200;
}

/// What the page around a frame says.
pub mod told {
    /// A value for how the page looks, in letters. `powers.js` holds it.
    pub const LOOK: usize = 100;
}
