//! The rule of confidence, on the document model: what a writer gets cannot tell what was left out.

use std::rc::Rc;

use domain::answer::{Answer, Choice, Confidentiality};
use domain::asked::Asked;
use domain::assessment::{Answers, Assessment};
use domain::bank::Bank;
use domain::findings::Found;
use domain::plan::{ActionId, PlannedAction, Reason};
use domain::report::{Block, Mark, PartKind, Report, Shade};
use domain::scope::Form;
use domain::sharing::{Naming, Shown};
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{DATE, With, at_step, bank, empty};

pub(crate) fn sharing(assessment: &Assessment, naming: Naming) -> Report {
    let bank = bank();
    domain::report::for_sharing(&bank, &assessment.for_sharing(&bank.catalogue, naming), DATE)
}

fn marks(report: &Report) -> Vec<Mark> {
    let mut marks = Vec::new();
    for block in report.parts.iter().flat_map(|part| &part.blocks) {
        match block {
            Block::Items(items) => marks.extend(items.iter().filter_map(|item| item.mark.clone())),
            Block::Quote(quote) => marks.extend(quote.mark.clone()),
            Block::Tensions(tensions) => marks.extend(
                tensions.iter().flat_map(|found| &found.sides).filter_map(|side| side.mark.clone()),
            ),
            Block::Profile(profile) | Block::Glance(profile) => {
                for row in &profile.rows {
                    marks.extend(row.steps.iter().flatten().cloned());
                    marks.extend(row.not_known.iter().cloned());
                    marks.extend(row.does_not_apply.iter().cloned());
                }
            }
            Block::Heading(..)
            | Block::Paragraph(_)
            | Block::List(_)
            | Block::Facts(_)
            | Block::Folds(_)
            | Block::Severity(_)
            | Block::SeverityGlance(_)
            | Block::Tactics(_) => {}
        }
    }
    marks
}

/// The same assessment with what is confidential left open, and what is folded away. What risks that stay
/// here fold away is asked in a copy.
fn left_open(assessment: &Assessment) -> Assessment {
    let mut told = assessment.clone();
    told.risks = Rc::new(assessment.risks.for_sharing());
    told.answer_by_register();
    let asked = Asked::of(&bank().catalogue, &told.scope, &told.answers);
    let answers = assessment.answers.iter();
    let open = answers.filter(|(id, answer)| {
        !answer.is_confidential() && asked.questions().any(|question| question.id == **id)
    });
    let answers: Answers = open.map(|(id, answer)| (id.clone(), (**answer).clone())).collect();
    Assessment { answers, ..assessment.clone() }
}

#[test]
fn every_copy_says_that_answers_may_be_left_out() {
    let nothing = sharing(&empty(), Naming::default());
    let all = sharing(&empty().step("see-people", 2), Naming::default());
    for report in [nothing, all] {
        assert_eq!(report.copy_notice, "For sharing. Answers may be left out of this copy.");
        assert_eq!(report.file_stem, "respect-in-practice_2026-11-24_for-sharing");
    }
}

#[test]
fn a_tension_that_was_set_aside_stays_out() {
    let mut assessment = empty().step("own-promise", 4).step("tell-setbacks", 2);
    let has = |report: &Report| report.parts.iter().any(|part| part.kind == PartKind::Tensions);
    assert!(has(&sharing(&assessment, Naming::default())));
    assessment.set_dismissal(&"t-all".into(), Some("x".into()));
    assert!(!has(&sharing(&assessment, Naming::default())));
}

#[test]
fn what_is_planned_about_an_answer_that_stays_here_stays_here_too() {
    let action = |id, what: &str, reason| PlannedAction {
        owner: "OWNER".into(),
        needs: "TEN DAYS OF A PERSON".into(),
        ..PlannedAction::new(ActionId(id), what.into(), reason)
    };
    let confidential = Answer { confidentiality: Confidentiality::Confidential, ..at_step(1) };
    let mut assessment = empty().step("see-people", 2).answered("sell-check", confidential);
    assessment.plan = Rc::new(
        [
            action(1, "OPEN", Reason::Answer("see-people".into())),
            action(2, "CONFIDENTIAL", Reason::Answer("sell-check".into())),
            action(3, "NEVER ANSWERED", Reason::Kept("run-remedy".into())),
            action(4, "OWN", Reason::Own),
        ]
        .into_iter()
        .collect(),
    );
    let told = |naming| format!("{:?}", sharing(&assessment, naming));
    let without = told(Naming::default());
    assert!(without.contains("OPEN") && without.contains("OWN\""));
    assert!(!without.contains("CONFIDENTIAL") && !without.contains("NEVER ANSWERED"));
    let with = told(Naming { people: Shown::Yes, ..Naming::default() });
    for named in ["OWNER", "TEN DAYS OF A PERSON"] {
        assert!(!without.contains(named) && with.contains(named), "{named}");
    }
}

#[test]
fn names_are_carried_where_they_were_chosen() {
    let naming = Naming { product: Shown::Yes, ..Naming::default() };
    let report = sharing(&empty().step("see-people", 2), naming);
    assert_eq!(report.title, "Tidewell Locate: respect in practice");
    let told = format!("{report:?}");
    assert!(!told.contains("Tidewell Ltd") && !told.contains("Sales"));
}

#[test]
fn what_belongs_to_a_choice_that_is_not_made_any_more_does_not_go_out() {
    let answer = Answer {
        words: "STALE".into(),
        could_know: "STALE".into(),
        because: "STALE".into(),
        note: "kept".into(),
        ..at_step(2)
    };
    let naming = Naming { people: Shown::Yes, ..Naming::default() };
    let told = format!("{:?}", sharing(&empty().answered("see-people", answer), naming));
    assert!(told.contains("kept") && !told.contains("STALE"));
}

#[test]
fn roles_that_nobody_named_are_not_told_as_the_companys_own_words() {
    let unknown = |could_know: &str| Answer {
        choice: Some(Choice::NotKnown),
        could_know: could_know.into(),
        ..Answer::default()
    };
    let named = Naming { people: Shown::Yes, ..Naming::default() };
    let tells = |typed, naming| {
        let report = sharing(&empty().answered("see-people", unknown(typed)), naming);
        format!("{report:?}").contains("Could know: ")
    };
    assert!(tells("Ada Byron", named));
    assert!(!tells("Ada Byron", Naming::default()));
    assert!(!tells("", named) && !tells("", Naming::default()));
}

#[test]
fn what_was_said_about_reach_is_a_reason_where_that_was_allowed() {
    let assessment = empty().fact("scope-state", "direct").step("see-people", 1);
    for question in bank().catalogue.questions() {
        let assessment = assessment.clone().step(question.id.as_str(), 1);
        let told = |reach| {
            let naming = Naming { reach, ..Naming::default() };
            format!("{:?}", sharing(&assessment, naming)).contains("Stands higher because")
        };
        assert!(!told(Shown::No), "{}", question.id);
        let raised = Found::of(&bank(), &assessment).findings.gaps;
        assert_eq!(told(Shown::Yes), raised.iter().any(|gap| !gap.raised_by.is_empty()));
    }
}

proptest! {
    #[test]
    fn confidential_and_left_open_are_the_same(assessment in arbitrary::assessment()) {
        let naming = Naming { company: Shown::Yes, product: Shown::Yes, people: Shown::Yes, reach: Shown::Yes };
        for naming in [Naming::default(), naming] {
            prop_assert_eq!(sharing(&assessment, naming), sharing(&left_open(&assessment), naming));
        }
    }

    /// What is said about reach stays here, and so does what it folds away, the folding too. What else
    /// rests on a fact is aside: the order of gaps, and tensions.
    #[test]
    fn folded_away_by_a_fact_and_left_open_are_the_same(assessment in arbitrary::assessment()) {
        let mut bank = Bank::clone(&bank());
        bank.rules.raises.clear();
        bank.rules.tensions.clear();
        let says = |value: &str| {
            let mut assessment = assessment.clone();
            Rc::make_mut(&mut assessment.scope).set_fact(&"scope-state".into(), &value.into());
            // Of the short form it chooses a tactic.
            Rc::make_mut(&mut assessment.scope).form = Form::Complete;
            assessment
        };
        let mut open = says("unknown");
        let kept = open.answers.iter().filter(|(id, _)| id.question() != "tell-setbacks".into());
        open.answers = kept.map(|(id, answer)| (id.clone(), (**answer).clone())).collect();
        let told = |assessment: &Assessment, naming| {
            domain::report::for_sharing(&bank, &assessment.for_sharing(&bank.catalogue, naming), DATE)
        };
        let naming = Naming { company: Shown::Yes, product: Shown::Yes, people: Shown::Yes, reach: Shown::Yes };
        for naming in [Naming::default(), naming] {
            prop_assert_eq!(told(&says("no"), naming), told(&open, naming));
        }
    }

    #[test]
    fn nothing_is_counted_coded_or_named_by_id(assessment in arbitrary::assessment()) {
        let report = sharing(&assessment, Naming::default());
        for mark in marks(&report) {
            prop_assert!(mark.question.is_none() && !mark.confidential);
            prop_assert!(!matches!(mark.shade, Shade::Open | Shade::Partly | Shade::DoesNotApply));
        }
        for part in &report.parts {
            prop_assert_eq!(part.count, None);
            let hidden = [PartKind::Partly, PartKind::Open, PartKind::NotAsked];
            prop_assert!(!hidden.contains(&part.kind));
            for block in &part.blocks {
                match block {
                    Block::Profile(profile) | Block::Glance(profile) => {
                        prop_assert!(!profile.shows_does_not_apply);
                        for row in &profile.rows {
                            prop_assert!(row.code.is_empty() && row.does_not_apply.is_empty());
                            let drawn = row.steps.iter().any(|marks| !marks.is_empty());
                            prop_assert!(drawn || !row.not_known.is_empty(), "an empty row is a hole");
                        }
                    }
                    Block::Tactics(columns) if part.kind != PartKind::Risk => {
                        prop_assert!(columns.iter().all(|column| column.summary.is_none()));
                    }
                    Block::Tensions(tensions) => {
                        prop_assert!(tensions.iter().all(|found| found.id.is_none()
                            && found.because.is_none() && !found.confidential));
                    }
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn times_and_the_name_of_the_assessment_leave_no_trace(assessment in arbitrary::assessment()) {
        let mut other = assessment.clone();
        other.id = "ffffffffffffffffffffffffffffffff".into();
        other.changed = domain::assessment::Timestamp(7);
        other.saved_to_file = None;
        let scope = Rc::make_mut(&mut other.scope);
        scope.company = "Another".into();
        scope.product = "Another".into();
        scope.person = "Another".into();
        scope.other_function = "Another".into();
        scope.functions.clear();
        prop_assert_eq!(
            sharing(&assessment, Naming::default()),
            sharing(&other, Naming::default())
        );
    }
}
