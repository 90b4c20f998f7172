//! Rows of a report: they hold what its parts hold, and in a copy for sharing no more.

use domain::assessment::Assessment;
use domain::date::Date;
use domain::plan::{Plan, PlannedAction, Reason};
use domain::report::rows::{Concluded, FactKind, Planned, QuestionRows, Row};
use domain::report::{Block, PartKind, Report};
use domain::sharing::{Naming, Shown};
use domain::texts::report;
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{DATE, With, at_step, bank, empty, shown};
use crate::sharing::sharing;

fn complete(assessment: &Assessment) -> Report {
    domain::report::complete(&bank(), assessment, DATE)
}

/// Each detail that stands in the annex. The words of a question that is folded away stand whole among them, as
/// they stand nowhere else; a row has them as its answer.
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
        .filter(|(label, _)| *label != *bank().texts.get(report::ROWS_KIND_WORDS))
        .collect()
}

fn rows(report: &Report, fits: impl Fn(&Row<'_>) -> bool) -> Vec<(String, String)> {
    let rows = report.rows.iter().filter(|row| fits(row));
    rows.map(|row| (row.fact.label.clone(), row.fact.value.clone())).collect()
}

fn is_detail(row: &Row<'_>) -> bool {
    let kinds = [
        FactKind::CouldKnow,
        FactKind::Because,
        FactKind::ElsewhereStep,
        FactKind::ElsewherePlace,
        FactKind::Note,
        FactKind::HowSure,
    ];
    row.tactic.is_none()
        && row.number.is_none()
        && (kinds.contains(&row.fact.kind)
            || matches!(
                row.fact.kind,
                FactKind::Evidence(_) | FactKind::EarlierWording | FactKind::Kept
            ))
}

#[test]
fn a_step_is_a_number_too() {
    let report = complete(&empty().step("see-people", 3));
    let steps: Vec<Option<u8>> = report.rows.iter().map(|row| row.fact.step).collect();
    assert_eq!(steps.iter().flatten().collect::<Vec<_>>(), [&3]);
}

#[test]
fn the_blank_questionnaire_lists_every_step() {
    let report = domain::report::blank(&bank(), DATE);
    let offered = |row: &Row<'_>| row.question.is_some() && row.fact.kind == FactKind::Offered;
    assert!(report.rows.iter().filter(|row| row.question.is_some()).all(|row| offered(&row)));
    assert_eq!(report.rows.iter().filter(|row| row.fact.step == Some(5)).count(), 10);
}

/// What is said of this kind, with its number and the codes of the questions it is about.
fn told(report: &Report, kind: FactKind) -> Vec<(u32, String, String)> {
    let rows = report.rows.iter().filter(|row| row.fact.kind == kind);
    rows.map(|row| {
        let code = row.question.map(|question| question.question.code.clone());
        (row.number.unwrap(), code.unwrap_or_default(), row.fact.value.clone())
    })
    .collect()
}

#[test]
fn what_was_concluded_stands_in_rows_about_its_questions() {
    let mut assessment = empty()
        .step("run-safeguard", 2)
        .step("see-people", 3)
        .answered("own-promise", shown(at_step(4)))
        .answered("own-tasks", at_step(5))
        .step("tell-setbacks", 2);
    let concluded =
        |assessment: &Assessment, kind| told(&complete(assessment), FactKind::Concluded(kind));
    let codes = |found: Vec<(u32, String, String)>| {
        found.into_iter().map(|(number, code, _)| (number, code)).collect::<Vec<_>>()
    };
    let one = |number, code: &str| (number, code.to_owned());
    let gaps = codes(concluded(&assessment, Concluded::Gap));
    assert_eq!(gaps, [one(1, "B5.3"), one(2, "B8.3")]);
    assert_eq!(codes(concluded(&assessment, Concluded::Harm)), gaps);
    assert_eq!(codes(concluded(&assessment, Concluded::Next)), gaps);
    assert_eq!(codes(concluded(&assessment, Concluded::Strength)), [one(1, "A1.3")]);
    assert_eq!(codes(concluded(&assessment, Concluded::ToBeShown)), [one(1, "A1.7")]);
    assert_eq!(codes(concluded(&assessment, Concluded::Improvement)), [one(1, "B1.2")]);
    let tensions = codes(concluded(&assessment, Concluded::Tension)).len();
    assert!(tensions > 0);
    let sides = codes(concluded(&assessment, Concluded::Side));
    assert_eq!(sides.iter().filter(|side| **side == one(1, "A1.3")).count(), 1);
    assert!(concluded(&assessment, Concluded::SetAside).is_empty());
    let id = Concluded::SetAside;
    assessment.set_dismissal(&"t-all".into(), Some("Both are right.".into()));
    assert_eq!(concluded(&assessment, id)[0].2, "Both are right.");
    let shared = sharing(&assessment, Naming::default());
    assert!(told(&shared, FactKind::Concluded(id)).is_empty());
    assert!(told(&shared, FactKind::Concluded(Concluded::Tension)).len() < tensions);
}

#[test]
fn each_action_of_the_plan_is_told_fact_by_fact() {
    let mut assessment = empty().step("run-safeguard", 2);
    let mut plan = Plan::default();
    let reason = Reason::Answer("run-safeguard".into());
    plan.add(PlannedAction {
        owner: "Legal".into(),
        due: Date::parse("2027-01-31"),
        ..PlannedAction::new(plan.next_id(), "Ask them.".into(), reason)
    });
    plan.add(PlannedAction::new(plan.next_id(), "Meet.".into(), Reason::Own));
    assessment.plan = plan.into();
    let report = complete(&assessment);
    let planned = |kind| told(&report, FactKind::Planned(kind));
    let fact = |number, code: &str, says: &str| (number, code.to_owned(), says.to_owned());
    let expected = [fact(1, "B5.3", "Ask them."), fact(2, "", "Meet.")];
    assert_eq!(planned(Planned::What), expected);
    assert_eq!(planned(Planned::Owner), [fact(1, "B5.3", "Legal")]);
    assert_eq!(planned(Planned::Due), [fact(1, "B5.3", "2027-01-31")]);
    assert_eq!(planned(Planned::Status).len(), 2);
    assert_eq!(planned(Planned::Reason).len(), 1);
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
        let naming = Naming { company: Shown::Yes, product: Shown::Yes, people: Shown::Yes, reach: Shown::Yes };
        for naming in [Naming::default(), naming] {
            let report = sharing(&assessment, naming);
            for question in &report.rows.questions {
                prop_assert!(question.section.code.is_empty() && question.question.code.is_empty());
                prop_assert!(!question.confidential);
                // A question of which nothing is told would be a hole.
                prop_assert!(!question.facts.is_empty() || !question.tactics.is_empty());
            }
            for found in report.rows.concluded.iter().chain(&report.rows.planned) {
                let QuestionRows { section, question, confidential, .. } = &found.rows;
                prop_assert!(section.code.is_empty() && question.code.is_empty() && !confidential);
            }
            for row in report.rows.iter() {
                let kind = row.fact.kind;
                let hidden = [FactKind::Scope, FactKind::Partly, FactKind::Open, FactKind::Kept, FactKind::Offered];
                prop_assert!(!hidden.contains(&kind), "{kind:?}");
            }
        }
    }
}
