//! The sheet with one row for each action of the plan.

use domain::report::{PlanRow, Report};

use super::sheet::{Cell, Column, Sheet};

/// The sheet; none where nothing is planned.
pub(super) fn sheet(report: &Report) -> Option<Sheet> {
    let plan = &report.plan;
    if plan.is_empty() {
        return None;
    }
    let labels = &report.rows.labels.plan;
    let columns = [
        Column { head: &labels.what, width: 44 },
        Column { head: &labels.priority, width: 16 },
        Column { head: &labels.owner, width: 20 },
        Column { head: &labels.due, width: 12 },
        Column { head: &labels.overdue, width: 18 },
        Column { head: &labels.status, width: 14 },
        Column { head: &labels.effort, width: 12 },
        Column { head: &labels.needs, width: 36 },
        Column { head: &labels.first_step, width: 36 },
        Column { head: &labels.first_sign, width: 36 },
        Column { head: &labels.reason, width: 44 },
        Column { head: &labels.risks, width: 44 },
    ];
    const PRIORITY: u16 = 1;
    const STATUS: u16 = 5;
    const EFFORT: u16 = 6;
    let sheet = Sheet::table(&labels.sheet, &columns, plan.iter().map(row).collect());
    let sheet = sheet.choosing(PRIORITY, &labels.priorities);
    let sheet = sheet.choosing(STATUS, &labels.statuses);
    Some(sheet.choosing(EFFORT, &labels.efforts))
}

fn row(action: &PlanRow) -> Vec<Cell> {
    vec![
        Cell::Text(action.what.clone()),
        Cell::Text(action.priority.clone()),
        Cell::Text(action.owner.clone()),
        action.due.map_or(Cell::Empty, Cell::Day),
        Cell::Text(action.overdue.clone()),
        Cell::Text(action.status.clone()),
        Cell::Text(action.effort.clone()),
        Cell::Text(action.needs.clone()),
        Cell::Text(action.first_step.clone()),
        Cell::Text(action.first_sign.clone()),
        Cell::Text(action.reason.clone()),
        Cell::Text(action.risks.clone()),
    ]
}
