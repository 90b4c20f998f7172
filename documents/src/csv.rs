//! Reports as CSV (RFC 4180): one fact a row, for spreadsheets and for programs that count and join.
//!
//! The file begins with a byte order mark, because spreadsheets otherwise read UTF-8 as the code
//! page of the computer; programs that read CSV skip it. Lines end with CR and LF, as the RFC has it.

mod inert;

use domain::report::rows::{Coded, Row};
use domain::report::{Edition, Report};

const BYTE_ORDER_MARK: &str = "\u{feff}";
const LINE_END: &str = "\r\n";

/// A column: its name, the same in every language, and what a row has in it.
type Column = (&'static str, fn(&Row<'_>) -> String);

/// Columns of every copy.
const TOLD: [Column; 10] = [
    ("section", |row| name(row.question.map(|found| &found.section))),
    ("question", |row| name(row.question.map(|found| &found.question))),
    ("phase", |row| row.tactic.map(|tactic| tactic.phase.clone()).unwrap_or_default()),
    ("tactic", |row| row.tactic.map(|tactic| tactic.name.clone()).unwrap_or_default()),
    ("fact", |row| row.fact.kind.name().to_owned()),
    ("label", |row| row.fact.label.clone()),
    ("value", |row| row.fact.value.clone()),
    ("step", |row| row.fact.step.map(|step| step.to_string()).unwrap_or_default()),
    ("number", |row| row.number.map(|number| number.to_string()).unwrap_or_default()),
    ("risk", |row| row.risk().map(|number| format!("R{number}")).unwrap_or_default()),
];

/// Columns that a copy for sharing does not have: a code that is missing would show, and so would
/// a place for what is not told.
const OWN: [Column; 3] = [
    ("section_code", |row| code(row.question.map(|found| &found.section))),
    ("question_code", |row| code(row.question.map(|found| &found.question))),
    ("confidential", |row| {
        let confidential = row.question.is_some_and(|found| found.confidential);
        if confidential { "yes".to_owned() } else { String::new() }
    }),
];

/// The table of a report.
pub(crate) fn table(report: &Report) -> String {
    let mut columns = TOLD.to_vec();
    match report.edition {
        Edition::Complete | Edition::Blank | Edition::Example => columns.extend(OWN),
        Edition::Sharing => {}
    }
    let mut text = BYTE_ORDER_MARK.to_owned();
    let names = columns.iter().map(|(name, _)| (*name).to_owned());
    line(names.collect(), &mut text);
    for row in report.rows.iter() {
        line(columns.iter().map(|(_, cell)| inert::cell(&cell(&row))).collect(), &mut text);
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

fn name(coded: Option<&Coded>) -> String {
    coded.map(|coded| coded.name.clone()).unwrap_or_default()
}

fn code(coded: Option<&Coded>) -> String {
    coded.map(|coded| coded.code.clone()).unwrap_or_default()
}
