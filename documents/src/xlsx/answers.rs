//! The sheet with one row for each question, to filter, to count and to talk about.

use domain::report::Report;
use domain::report::rows::{FactKind, QuestionRows};

use super::sheet::{Cell, Column, Sheet, is_own};

/// The sheet.
pub(super) fn sheet(report: &Report) -> Option<Sheet> {
    let labels = &report.rows.labels;
    let questions = &report.rows.questions;
    if questions.is_empty() {
        return None;
    }
    let mut columns = vec![Column { head: &labels.section, width: 18 }];
    if is_own(report) {
        columns.push(Column { head: &labels.code, width: 8 });
    }
    columns.push(Column { head: &labels.question, width: 34 });
    columns.extend([
        Column { head: &labels.answer, width: 36 },
        Column { head: &labels.step, width: 7 },
        Column { head: &labels.elsewhere_step, width: 14 },
        Column { head: &labels.elsewhere_place, width: 26 },
        Column { head: &labels.how_sure, width: 12 },
        Column { head: &labels.evidence, width: 22 },
        Column { head: &labels.note, width: 30 },
        Column { head: &labels.could_know, width: 16 },
        Column { head: &labels.because, width: 18 },
    ]);
    if report.edition.is_whole() {
        columns.push(Column { head: &labels.kept, width: 18 });
        columns.push(Column { head: &report.labels.confidential, width: 13 });
    }
    let rows = questions.iter().map(|question| row(report, question)).collect();
    Some(Sheet::table(&labels.sheet_answers, &columns, rows))
}

fn row(report: &Report, question: &QuestionRows) -> Vec<Cell> {
    let labels = &report.rows.labels;
    let all = |is: fn(FactKind) -> bool| {
        let values = question.facts.iter().filter(|fact| is(fact.kind));
        Cell::Text(values.map(|fact| fact.value.as_str()).collect::<Vec<_>>().join("\n"))
    };
    let mut cells = vec![Cell::Text(section(question))];
    if is_own(report) {
        cells.push(Cell::Text(question.question.code.clone()));
    }
    cells.push(Cell::Text(question.question.name.clone()));
    let answer = question.facts.iter().find(|fact| is_answer(fact.kind));
    cells.push(match answer {
        Some(answer) if answer.kind == FactKind::Partly => {
            Cell::Text([answer.value.as_str(), &labels.see_tactics].join("\n"))
        }
        Some(answer) => Cell::Text(answer.value.clone()),
        None if question.tactics.is_empty() => Cell::Empty,
        None => Cell::Text(labels.see_tactics.clone()),
    });
    let step = answer.and_then(|answer| answer.step);
    cells.push(step.map_or(Cell::Empty, |step| Cell::Number(step.into())));
    let higher = question.facts.iter().find(|fact| fact.kind == FactKind::ElsewhereStep);
    let higher = higher.and_then(|fact| fact.step);
    cells.push(higher.map_or(Cell::Empty, |step| Cell::Number(step.into())));
    cells.extend([
        all(|kind| kind == FactKind::ElsewherePlace),
        all(|kind| kind == FactKind::HowSure),
        all(|kind| matches!(kind, FactKind::Evidence(_))),
        all(|kind| matches!(kind, FactKind::Note | FactKind::EarlierWording)),
        all(|kind| kind == FactKind::CouldKnow),
        all(|kind| kind == FactKind::Because),
    ]);
    if report.edition.is_whole() {
        cells.push(all(|kind| kind == FactKind::Kept));
        cells.push(if question.confidential {
            Cell::Text(labels.yes.clone())
        } else {
            Cell::Empty
        });
    }
    cells
}

/// The section, with its code where there is one.
pub(super) fn section(question: &QuestionRows) -> String {
    let section = &question.section;
    if section.code.is_empty() {
        section.name.clone()
    } else {
        format!("{} {}", section.code, section.name)
    }
}

fn is_answer(kind: FactKind) -> bool {
    match kind {
        FactKind::Scope
        | FactKind::Answer(_)
        | FactKind::NotKnown
        | FactKind::DoesNotApply
        | FactKind::Partly
        | FactKind::Open => true,
        FactKind::Notice
        | FactKind::About
        | FactKind::TacticState
        | FactKind::Effect
        | FactKind::HowKnown
        | FactKind::CouldKnow
        | FactKind::Because
        | FactKind::ElsewhereStep
        | FactKind::ElsewherePlace
        | FactKind::Note
        | FactKind::Evidence(_)
        | FactKind::HowSure
        | FactKind::EarlierWording
        | FactKind::Kept
        | FactKind::Offered
        | FactKind::Concluded(_)
        | FactKind::Planned(_)
        | FactKind::Risk(_) => false,
    }
}
