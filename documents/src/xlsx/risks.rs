//! The sheet with one row for each risk to people, gravest first.

use domain::report::Report;
use domain::report::rows::{FactKind, NumberedRows, RiskFact};
use domain::sorted::sorted;

use super::sheet::{Cell, Column, Sheet};

/// How wide the columns of what is said are.
const WIDTH: u32 = 28;

/// The sheet; none where no risk is listed.
pub(super) fn sheet(report: &Report) -> Option<Sheet> {
    let rows = &report.rows;
    if rows.risks.is_empty() {
        return None;
    }
    // What is said of none of them has no column: in a copy for sharing an empty one would show.
    let mut said: Vec<(RiskFact, &str)> = Vec::new();
    for fact in rows.risks.iter().flat_map(|risk| &risk.rows.facts) {
        if let FactKind::Risk(kind) = fact.kind
            && !said.iter().any(|(found, _)| *found == kind)
        {
            said.push((kind, &fact.label));
        }
    }
    let said = sorted(said, |(kind, _)| *kind);
    let mut phases: Vec<&str> = Vec::new();
    for phase in rows.risks.iter().flat_map(|risk| &risk.rows.tactics) {
        if !phases.contains(&&*phase.phase) {
            phases.push(&phase.phase);
        }
    }
    let mut columns = vec![Column { head: &rows.labels.risk, width: 7 }];
    let heads = said.iter().map(|(_, head)| *head).chain(phases.iter().copied());
    columns.extend(heads.map(|head| Column { head, width: WIDTH }));
    if report.edition.is_whole() {
        columns.push(Column { head: &report.labels.confidential, width: 13 });
    }
    let cells = rows.risks.iter().map(|risk| cells(report, risk, &said, &phases)).collect();
    Some(Sheet::table(&rows.labels.sheet_risks, &columns, cells))
}

fn cells(
    report: &Report,
    risk: &NumberedRows,
    said: &[(RiskFact, &str)],
    phases: &[&str],
) -> Vec<Cell> {
    let mut cells = vec![Cell::Number(risk.number)];
    cells.extend(said.iter().map(|(kind, _)| {
        let facts = risk.rows.facts.iter().filter(|fact| fact.kind == FactKind::Risk(*kind));
        Cell::Text(facts.map(|fact| fact.value.as_str()).collect::<Vec<_>>().join("\n"))
    }));
    cells.extend(phases.iter().map(|phase| {
        let found = risk.rows.tactics.iter().filter(|rows| rows.phase == *phase);
        let facts = found.flat_map(|rows| &rows.facts).map(|fact| fact.value.as_str());
        Cell::Text(facts.collect::<Vec<_>>().join("\n"))
    }));
    if risk.rows.confidential {
        cells.push(Cell::Text(report.rows.labels.yes.clone()));
    }
    cells
}
