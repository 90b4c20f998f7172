//! The sheet with one row for each tactic that has a state.

use domain::report::Report;
use domain::report::rows::{FactKind, QuestionRows, TacticRows};

use super::sheet::{Cell, Column, Sheet, is_own};

/// The sheet; none where no tactic has a state.
pub(super) fn sheet(report: &Report) -> Option<Sheet> {
    let labels = &report.rows.labels;
    let questions = &report.rows.questions;
    let rows: Vec<Vec<Cell>> = questions
        .iter()
        .flat_map(|question| question.tactics.iter().map(move |tactic| (question, tactic)))
        .map(|(question, tactic)| row(report, question, tactic))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let mut columns = Vec::new();
    if is_own(report) {
        columns.push(Column { head: &labels.code, width: 8 });
    }
    columns.extend([
        Column { head: &labels.question, width: 30 },
        Column { head: &labels.phase, width: 22 },
        Column { head: &labels.tactic, width: 50 },
        Column { head: &labels.state, width: 16 },
        Column { head: &labels.effect, width: 20 },
        Column { head: &labels.how_known, width: 28 },
        Column { head: &labels.could_know, width: 24 },
        Column { head: &labels.because, width: 32 },
    ]);
    Some(Sheet::table(&labels.sheet_tactics, &columns, rows))
}

fn row(report: &Report, question: &QuestionRows, tactic: &TacticRows) -> Vec<Cell> {
    let value = |kind: FactKind| {
        let fact = tactic.facts.iter().find(|fact| fact.kind == kind);
        fact.map_or(Cell::Empty, |fact| Cell::Text(fact.value.clone()))
    };
    let mut cells = Vec::new();
    if is_own(report) {
        cells.push(Cell::Text(question.question.code.clone()));
    }
    cells.extend([
        Cell::Text(question.question.name.clone()),
        Cell::Text(tactic.phase.clone()),
        Cell::Text(tactic.name.clone()),
        value(FactKind::TacticState),
        value(FactKind::Effect),
        value(FactKind::HowKnown),
        value(FactKind::CouldKnow),
        value(FactKind::Because),
    ]);
    cells
}
