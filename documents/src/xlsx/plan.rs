//! The sheet with one row for each action of the plan.

use domain::job::Date;
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
        Column { head: &labels.status, width: 14 },
        Column { head: &labels.first_step, width: 36 },
        Column { head: &labels.reason, width: 44 },
    ];
    Some(Sheet::table(&labels.sheet, &columns, plan.iter().map(row).collect()))
}

/// The day is a text that sorts, because people also plan without one.
fn row(action: &PlanRow) -> Vec<Cell> {
    let due = action.due.map(Date::iso);
    vec![
        Cell::Text(action.what.clone()),
        Cell::Text(action.priority.clone()),
        Cell::Text(action.owner.clone()),
        due.map_or(Cell::Empty, Cell::Text),
        Cell::Text(action.status.clone()),
        Cell::Text(action.first_step.clone()),
        Cell::Text(action.reason.clone()),
    ]
}
