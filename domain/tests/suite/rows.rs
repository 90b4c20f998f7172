//! Rows of a report: they hold what its parts hold, and in a copy for sharing no more.

use domain::report::rows::{FactKind, Row};
use domain::report::{Block, PartKind, Report};
use domain::sharing::{Naming, Shown};
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{Bank, DATE, With, bank, empty};
use crate::sharing::sharing;

fn complete(assessment: &domain::assessment::Assessment) -> Report {
    let bank = bank();
    let Bank { catalogue, guidance, rules, texts } = &*bank;
    domain::report::complete(catalogue, guidance, rules, texts, assessment, DATE)
}

/// Each detail that stands in the annex.
fn details(report: &Report) -> Vec<(String, String)> {
    let annex = report.parts.iter().filter(|part| part.kind == PartKind::Answers);
    annex
        .flat_map(|part| &part.blocks)
        .flat_map(|block| match block {
            Block::Items(items) => items.as_slice(),
            _ => &[],
        })
        .flat_map(|item| &item.details)
        .map(|detail| (detail.label.clone(), detail.value.clone()))
        .collect()
}

fn rows(report: &Report, fits: impl Fn(&Row<'_>) -> bool) -> Vec<(String, String)> {
    let rows = report.rows.iter().filter(|row| fits(row));
    rows.map(|row| (row.fact.label.clone(), row.fact.value.clone())).collect()
}

fn is_detail(row: &Row<'_>) -> bool {
    let kinds = [FactKind::CouldKnow, FactKind::Because, FactKind::Note, FactKind::HowSure];
    row.tactic.is_none()
        && (kinds.contains(&row.fact.kind)
            || matches!(row.fact.kind, FactKind::Evidence(_) | FactKind::Kept))
}

#[test]
fn a_step_is_a_number_too() {
    let report = complete(&empty().step("see-people", 3));
    let steps: Vec<Option<u8>> = report.rows.iter().map(|row| row.fact.step).collect();
    assert_eq!(steps.iter().flatten().collect::<Vec<_>>(), [&3]);
}

#[test]
fn the_blank_questionnaire_lists_every_step() {
    let bank = bank();
    let report = domain::report::blank(&bank.catalogue, &bank.texts, DATE);
    let offered = |row: &Row<'_>| row.question.is_some() && row.fact.kind == FactKind::Offered;
    assert!(report.rows.iter().filter(|row| row.question.is_some()).all(|row| offered(&row)));
    assert_eq!(report.rows.iter().filter(|row| row.fact.step == Some(5)).count(), 10);
}

proptest! {
    #[test]
    fn rows_hold_the_annex(assessment in arbitrary::assessment()) {
        for report in [complete(&assessment), sharing(&assessment, Naming::default())] {
            prop_assert_eq!(rows(&report, is_detail), details(&report));
        }
    }

    #[test]
    fn rows_for_sharing_have_no_code_and_no_trace(assessment in arbitrary::assessment()) {
        let naming = Naming { company: Shown::Yes, product: Shown::Yes, people: Shown::Yes };
        for naming in [Naming::default(), naming] {
            let report = sharing(&assessment, naming);
            for question in &report.rows.questions {
                prop_assert!(question.section.code.is_empty() && question.question.code.is_empty());
                prop_assert!(!question.confidential);
                // A question of which nothing is told would be a hole.
                prop_assert!(!question.facts.is_empty() || !question.tactics.is_empty());
            }
            for row in report.rows.iter() {
                let kind = row.fact.kind;
                let hidden = [FactKind::Scope, FactKind::Open, FactKind::Kept, FactKind::Offered];
                prop_assert!(!hidden.contains(&kind), "{kind:?}");
            }
        }
    }
}
