//! The plan, row by row.

use super::super::PlanRow;
use super::{Fact, FactKind, NumberedRows, QuestionRows};
use crate::report::reporter::{Reporter, number};
use crate::texts::{Key, report as keys};

/// What is said about an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planned {
    /// What is done.
    What,
    /// How soon.
    Priority,
    /// Who does it.
    Owner,
    /// Until when, as `2027-01-31`.
    Due,
    /// For how long it is overdue.
    Overdue,
    /// How far it is.
    Status,
    /// What is done first.
    FirstStep,
    /// How much of an effort it is.
    Effort,
    /// What it needs, and from whom.
    Needs,
    /// By what one sees first that something has changed for people.
    FirstSign,
    /// Why.
    Reason,
    /// The risks it is for, or that what it closes touches.
    Risks,
}

impl Planned {
    /// Its name in files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::What => "action",
            Self::Priority => "action-priority",
            Self::Owner => "action-owner",
            Self::Due => "action-due",
            Self::Status => "action-status",
            Self::Overdue => "action-overdue",
            Self::FirstStep => "action-first-step",
            Self::Effort => "action-effort",
            Self::Needs => "action-needs",
            Self::FirstSign => "action-first-sign",
            Self::Reason => "action-reason",
            Self::Risks => "action-risks",
        }
    }

    pub(super) fn key(self) -> Key {
        match self {
            Self::What => keys::ROWS_PLAN_WHAT,
            Self::Priority => keys::ROWS_PLAN_PRIORITY,
            Self::Owner => keys::PLAN_OWNER,
            Self::Due => keys::PLAN_DUE,
            Self::Status => keys::PLAN_STATUS,
            Self::Overdue => keys::ROWS_PLAN_OVERDUE,
            Self::FirstStep => keys::PLAN_FIRST_STEP,
            Self::Effort => keys::PLAN_EFFORT,
            Self::Needs => keys::PLAN_NEEDS,
            Self::FirstSign => keys::PLAN_FIRST_SIGN,
            Self::Reason => keys::ROWS_PLAN_REASON,
            Self::Risks => keys::RISKS_PLAN_RISKS,
        }
    }
}

impl Reporter<'_> {
    /// The actions in their order, each about the question that it was taken from.
    pub(in super::super) fn planned_rows(self, plan: &[PlanRow]) -> Vec<NumberedRows> {
        let actions = self.assessment.plan.as_told().zip(plan).enumerate();
        let rows = actions.map(|(index, (action, row))| {
            let question = action.reason.question();
            let question = question.and_then(|id| self.bank.catalogue.question(id));
            let rows = self.about(question.map(|found| &**found), self.action_facts(row));
            NumberedRows {
                number: number(index).unwrap_or_default(),
                rows: QuestionRows {
                    confidential: rows.confidential || row.is_confidential,
                    ..rows
                },
            }
        });
        rows.collect()
    }

    fn action_facts(self, row: &PlanRow) -> Vec<Fact> {
        let due = row.due.map(|due| due.iso()).unwrap_or_default();
        let told = [
            (Planned::What, &row.what),
            (Planned::Priority, &row.priority),
            (Planned::Owner, &row.owner),
            (Planned::Due, &due),
            (Planned::Overdue, &row.overdue),
            (Planned::Status, &row.status),
            (Planned::FirstStep, &row.first_step),
            (Planned::Effort, &row.effort),
            (Planned::Needs, &row.needs),
            (Planned::FirstSign, &row.first_sign),
            (Planned::Reason, &row.reason),
            (Planned::Risks, &row.risks),
        ];
        let told = told.into_iter();
        told.filter_map(|(kind, value)| self.told(FactKind::Planned(kind), value)).collect()
    }
}
