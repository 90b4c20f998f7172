//! The sheet with one fact in each row, of whatever kind. A text that is longer than a cell, or than
//! what of it can be printed, goes on in the next row.

use domain::report::Report;
use domain::report::rows::{Coded, Row};

use super::sheet::{Cell, Column, Sheet, is_own};
use super::text;

/// How wide the column is in which stands what is said.
const VALUE: u32 = 56;

/// The sheet.
pub(super) fn sheet(report: &Report) -> Option<Sheet> {
    let labels = &report.rows.labels;
    let mut columns = vec![Column { head: &labels.section, width: 18 }];
    if is_own(report) {
        columns.push(Column { head: &labels.code, width: 8 });
    }
    columns.extend([
        Column { head: &labels.question, width: 34 },
        Column { head: &labels.phase, width: 18 },
        Column { head: &labels.tactic, width: 24 },
        Column { head: &labels.kind, width: 20 },
        Column { head: &labels.value, width: VALUE },
        Column { head: &labels.step, width: 7 },
        Column { head: &labels.number, width: 9 },
        Column { head: &labels.risk, width: 7 },
    ]);
    if report.edition.is_whole() {
        columns.push(Column { head: &report.labels.confidential, width: 13 });
    }
    let rows = report.rows.iter().flat_map(|row| cells(report, &row)).collect();
    Some(Sheet::table(&labels.sheet_facts, &columns, rows))
}

fn cells(report: &Report, row: &Row<'_>) -> Vec<Vec<Cell>> {
    let name =
        |coded: Option<&Coded>| coded.map_or(Cell::Empty, |coded| Cell::Text(coded.name.clone()));
    let pieces = text::printed(&row.fact.value, VALUE).into_iter();
    pieces
        .map(|piece| {
            let mut cells = vec![name(row.question.map(|found| &found.section))];
            if is_own(report) {
                let code = row.question.map(|found| found.question.code.clone());
                cells.push(code.map_or(Cell::Empty, Cell::Text));
            }
            cells.extend([
                name(row.question.map(|found| &found.question)),
                row.tactic.map_or(Cell::Empty, |tactic| Cell::Text(tactic.phase.clone())),
                row.tactic.map_or(Cell::Empty, |tactic| Cell::Text(tactic.name.clone())),
                Cell::Text(row.fact.label.clone()),
                Cell::Text(piece),
                row.fact.step.map_or(Cell::Empty, |step| Cell::Number(step.into())),
                row.number.map_or(Cell::Empty, Cell::Number),
                row.risk().map_or(Cell::Empty, Cell::Number),
            ]);
            if row.question.is_some_and(|found| found.confidential) {
                cells.push(Cell::Text(report.rows.labels.yes.clone()));
            }
            cells
        })
        .collect()
}
