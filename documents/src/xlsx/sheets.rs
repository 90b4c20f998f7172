//! The sheet with one row for each question sheet that went out.

use domain::report::{Report, SheetRow};

use super::sheet::{Cell, Column, Sheet};

/// The sheet; none where none went out.
pub(super) fn sheet(report: &Report) -> Option<Sheet> {
    if report.sheets.is_empty() {
        return None;
    }
    let labels = &report.rows.labels.sheets;
    let columns = [
        Column { head: &labels.who, width: 28 },
        Column { head: &labels.to, width: 28 },
        Column { head: &labels.saved, width: 12 },
        Column { head: &labels.form, width: 20 },
        Column { head: &labels.rows, width: 12 },
        Column { head: &labels.back, width: 60 },
    ];
    Some(Sheet::table(&labels.sheet, &columns, report.sheets.iter().map(row).collect()))
}

fn row(sheet: &SheetRow) -> Vec<Cell> {
    vec![
        Cell::Text(sheet.sheet.clone()),
        Cell::Text(sheet.to.clone()),
        sheet.saved.map_or(Cell::Empty, Cell::Day),
        Cell::Text(sheet.form.clone()),
        sheet.rows.map_or(Cell::Empty, Cell::Number),
        Cell::Text(sheet.returns.join("\n")),
    ]
}
