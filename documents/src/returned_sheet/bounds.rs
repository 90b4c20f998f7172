//! How much of a workbook is read, whichever program made it: at each of these a sentence says so, before
//! anything long is begun. What an archive may become when it is unpacked stands beside them in
//! [`crate::archive::limits`]; how each format's own tricks are counted, in the two files for them.
//!
//! The whole questionnaire is 191 rows and 2,500 cells on four sheets; the limits leave a hundred times
//! that for what people put beside it. At all of them together reading takes two seconds in a browser.

use domain::count::count;
use domain::job::TooMuch;

/// Sheets of a workbook.
pub(super) const SHEETS: u32 = 100;

/// Rows of one sheet that hold something. Those that are only coloured cost next to nothing.
pub(super) const ROWS: u32 = 20_000;

/// Columns of one sheet, as far as the last that holds something.
pub(super) const COLUMNS: u32 = 1_000;

/// Cells that hold something, on all sheets.
pub(super) const CELLS: u32 = 250_000;

/// Letters in one cell: spreadsheets take 32,767.
pub(super) const LETTERS: u32 = 50_000;

/// What all tables of a document take when each cell is written out as often as it says, in bytes.
pub(super) const WRITTEN_OUT: u64 = 64 * 1024 * 1024;

/// The records of a workbook of the oldest format, in bytes: they are not compressed.
pub(super) const RECORDS: u64 = 8 * 1024 * 1024;

/// Places that all its tables have, empty ones too.
pub(super) const PLACES: u64 = 2_000_000;

/// How many there are, if that is no more than is read.
pub(super) fn within(
    found: usize,
    most: u32,
    what: impl FnOnce(u32) -> TooMuch,
) -> Result<u32, TooMuch> {
    let found = count(found);
    if found > most { Err(what(most)) } else { Ok(found) }
}
