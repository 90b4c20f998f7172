//! Reports as CSV (RFC 4180), for programs that count and join and for spreadsheets: a table for each
//! kind of what is said, all of them in one archive.
//!
//! Each table begins with a byte order mark, because spreadsheets otherwise read UTF-8 as the code
//! page of the computer; programs that read CSV skip it. Lines end with CR and LF, as the RFC has it.

mod inert;
mod lines;
mod tables;

use domain::job::WriteFault;
use domain::report::{Edition, Report};
use tables::{TABLES, Table};

use crate::archive::{self, File};

const BYTE_ORDER_MARK: &str = "\u{feff}";
const LINE_END: &str = "\r\n";

/// The archive with the tables of a report.
///
/// # Errors
/// [`WriteFault::NotReadBack`] when what was written does not read as what it should be.
pub(crate) fn tables(report: &Report) -> Result<Vec<u8>, WriteFault> {
    let tables = TABLES.iter().filter(|table| has(report, table));
    let file = |table: &Table| File { name: table.name.to_owned(), text: text(report, table) };
    archive::packed(&tables.map(file).collect::<Vec<_>>())
}

/// Whether a copy has a table. All that tell of answers have all tables, whether or not anything stands
/// in them: a program finds each of them, and none that is missing tells anything.
fn has(report: &Report, table: &Table) -> bool {
    report.edition != Edition::Blank || table.is_of_questions()
}

fn text(report: &Report, table: &Table) -> String {
    let is_told = |cell: tables::Cell| report.edition != Edition::Sharing || !cell.is_own();
    let columns: Vec<_> = table.columns.iter().filter(|(_, cell)| is_told(*cell)).collect();
    let mut text = BYTE_ORDER_MARK.to_owned();
    line(columns.iter().map(|(name, _)| (*name).to_owned()).collect(), &mut text);
    for found in lines::of(&report.rows, table.of) {
        line(columns.iter().map(|(_, cell)| inert::cell(&cell.value(&found))).collect(), &mut text);
    }
    text
}

fn line(cells: Vec<String>, text: &mut String) {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    text.push_str(&cells.join(","));
    text.push_str(LINE_END);
}

/// Quotes a cell where RFC 4180 asks for it, and where a reader that takes another separator would
/// otherwise divide it.
fn quoted(cell: &str) -> String {
    let plain = cell.chars().all(|letter| !matches!(letter, ',' | ';' | '"' | '\n' | '\t' | '|'));
    if plain && cell.trim() == cell {
        cell.to_owned()
    } else {
        format!("\"{}\"", cell.replace('"', "\"\""))
    }
}
