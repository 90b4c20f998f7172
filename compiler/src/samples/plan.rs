//! What an example plans, in its own words.

use domain::catalogue::Catalogue;
use domain::id::QuestionId;
use domain::plan::{ActionId, Plan, PlannedAction, Priority, Reason};
use domain::risk::Register;
use domain::save::v4;

use super::named::{named, named_if};
use super::{date, risks};
use crate::content::read::Table;

/// Reads the actions in the order in which they stand.
pub(super) fn read(file: &Table<'_>, bank: &Catalogue, register: &Register) -> Plan {
    let tables = (1..).map(ActionId).zip(file.tables_if("plan"));
    tables.map(|(id, table)| action(id, table, bank, register)).collect()
}

fn action(id: ActionId, table: Table<'_>, bank: &Catalogue, register: &Register) -> PlannedAction {
    let text = |field| table.text_if(field).unwrap_or_default().as_ref().to_owned();
    let action = PlannedAction {
        priority: named::<v4::Priority>(&table, "priority").map_or(Priority::First, Priority::from),
        owner: text("owner"),
        due: date::read_if(&table, "due"),
        status: named_if::<v4::Status>(&table, "status").map(Into::into).unwrap_or_default(),
        first_step: text("first-step"),
        effort: named_if::<v4::Effort>(&table, "effort").map(Into::into),
        needs: text("needs"),
        first_sign: text("first-sign"),
        risks: risks::named_in(&table, "risks", register),
        ..PlannedAction::new(id, table.text("what").as_ref().to_owned(), reason(&table, bank))
    };
    table.close();
    action
}

/// The answer behind it; without one it is the company's own.
fn reason(table: &Table<'_>, bank: &Catalogue) -> Reason {
    const FIELD: &str = "about";
    let Some(name) = table.text_if(FIELD) else { return Reason::Own };
    let id = QuestionId::from(&*name);
    if bank.question(&id).is_none() {
        table.problem(&table.place(FIELD), FIELD, format!("no question “{id}”"));
    }
    Reason::Answer(id)
}
