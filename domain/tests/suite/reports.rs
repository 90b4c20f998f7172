//! What reports hold and how they stand.

use domain::answer::{Answer, Confidentiality, TacticState};
use domain::assessment::Assessment;
use domain::report::{Block, Part, PartKind, Report, Shade};
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{Bank, DATE, MATRIX, With, at_step, bank, empty, shown, states};

fn complete(assessment: &Assessment) -> Report {
    let bank = bank();
    let Bank { catalogue, guidance, rules, texts } = &*bank;
    domain::report::complete(catalogue, guidance, rules, texts, assessment, DATE)
}

fn part(report: &Report, kind: PartKind) -> &Part {
    report.parts.iter().find(|part| part.kind == kind).expect("the part is there")
}

fn confidential(answer: Answer) -> Answer {
    Answer { confidentiality: Confidentiality::Confidential, ..answer }
}

fn filled() -> Assessment {
    empty()
        .answered("own-promise", shown(at_step(4)))
        .answered("own-tasks", at_step(5))
        .step("tell-setbacks", 2)
        .step("see-people", 3)
        .answered("sell-check", confidential(at_step(1)))
        .unknown("run-watch")
        .not_applying("run-remedy", "No harm is known.")
        .answered("plan-first", Answer { words: "A first\nrisk.".into(), ..Answer::default() })
        .answered(MATRIX, states(&[("rsch-a", TacticState::Used), ("rsch-b", TacticState::Unused)]))
}

#[test]
fn the_parts_stand_in_their_order() {
    let kinds: Vec<PartKind> = complete(&filled()).parts.iter().map(|part| part.kind).collect();
    assert_eq!(
        kinds,
        [
            PartKind::HowToRead,
            PartKind::Board,
            PartKind::Profile,
            PartKind::Gaps,
            PartKind::NotKnown,
            PartKind::Strengths,
            PartKind::ToBeShown,
            PartKind::Improvements,
            PartKind::Tensions,
            PartKind::Tactics,
            PartKind::Reflections,
            PartKind::Plan,
            PartKind::Actions,
            PartKind::DoesNotApply,
            PartKind::Open,
            PartKind::Answers,
            PartKind::Sources,
        ]
    );
}

#[test]
fn the_short_form_says_so_and_names_what_it_did_not_ask() {
    let report = complete(&filled().short());
    let questions = report.facts.last().unwrap();
    assert!(questions.value.contains("short form"), "{}", questions.value);
    part(&report, PartKind::NotAsked);
}

#[test]
fn squares_of_the_complete_copy_carry_code_number_and_cut_corner() {
    let report = complete(&filled());
    let Block::Items(items) = &part(&report, PartKind::Gaps).blocks[0] else { panic!() };
    let mark = items[0].mark.as_ref().unwrap();
    assert_eq!(mark.question.as_ref().unwrap().code, "B4.1");
    assert_eq!(mark.question.as_ref().unwrap().number, "1");
    assert!(mark.confidential);
    assert_eq!(mark.words, "B4.1, step 1, confidential");
    assert_eq!(items[0].number, Some(1));
}

#[test]
fn a_step_is_told_with_the_steps_it_adds_to() {
    let report = complete(&empty().step("see-people", 5));
    let Block::Items(items) = &part(&report, PartKind::Answers).blocks[3] else { panic!() };
    assert_eq!(
        items[0].lines,
        [
            "Step 5: A text covers see people. And somebody decides about see people. And its effect \
          was looked at for see people."
        ]
    );
}

#[test]
fn answers_that_were_folded_away_are_not_lost() {
    let report = complete(&empty().value("plan", "none").step("plan-basis", 2));
    let blocks = &part(&report, PartKind::Answers).blocks;
    let Some(Block::Items(items)) = blocks.last() else { panic!() };
    assert_eq!(items[0].title, "What about plan basis?");
    let report =
        complete(&empty().step("own-promise", 2).value("plan", "none").step("plan-basis", 2));
    let Block::Profile(profile) = &part(&report, PartKind::Profile).blocks[0] else { panic!() };
    let shown: usize =
        profile.rows.iter().map(|row| row.steps.iter().map(Vec::len).sum::<usize>()).sum();
    assert_eq!(shown, 1);
}

#[test]
fn one_page_says_who_could_be_harmed_what_to_decide_and_what_is_not_known() {
    let report = complete(&filled().unknown("see-part"));
    let board = part(&report, PartKind::Board);
    let headings = board.blocks.iter().filter_map(|block| match block {
        Block::Heading(_, heading) => Some(heading.as_str()),
        _ => None,
    });
    let headings: Vec<_> = headings.collect();
    assert_eq!(
        headings,
        [
            "Who could be harmed most",
            "Decisions that are needed",
            "Not known yet, and grave if it is missing",
            "Where the answers stand, at a glance"
        ]
    );
    let (Some(Block::Glance(glance)), Block::Profile(profile)) =
        (board.blocks.last(), &part(&report, PartKind::Profile).blocks[0])
    else {
        panic!("the profile stands on it")
    };
    assert_eq!(glance, profile);
    // It repeats; with nothing to repeat it is not there.
    assert!(complete(&empty()).parts.iter().all(|part| part.kind != PartKind::Board));
}

#[test]
fn nothing_answered_is_a_report_without_verdict() {
    let report = complete(&empty());
    assert!(
        report.lead.starts_with("10 questions about practice: 0 are answered"),
        "{}",
        report.lead
    );
    assert_eq!(part(&report, PartKind::Gaps).count, Some(0));
}

#[test]
fn names_and_dates() {
    let report = complete(&filled());
    assert_eq!(report.file_stem, "Tidewell-Locate_2026-11-24");
    assert_eq!(
        report.running,
        "Tidewell Locate · 24 November 2026 · complete, with confidential answers"
    );
    let mut unnamed = filled();
    std::rc::Rc::make_mut(&mut unnamed.scope).product.clear();
    assert_eq!(complete(&unnamed).file_stem, "respect-in-practice_2026-11-24");
}

#[test]
fn the_blank_questionnaire_holds_every_question_and_no_answer() {
    let bank = bank();
    let report = domain::report::blank(&bank.catalogue, &bank.texts, DATE);
    assert_eq!(report.file_stem, "respect-in-practice_questions");
    let titles: Vec<&str> = report
        .parts
        .iter()
        .flat_map(|part| &part.blocks)
        .filter_map(|block| if let Block::Items(items) = block { Some(items) } else { None })
        .flatten()
        .map(|item| &*item.title)
        .collect();
    assert_eq!(titles.len(), bank.catalogue.questions().count());
    assert_eq!(titles[0], "A1.3 What about own promise?");
}

#[test]
fn no_sentence_is_left_unfilled() {
    let mut assessment = filled().step("own-promise", 4);
    assessment.set_dismissal(&"t-all".into(), Some("because".into()));
    for report in [complete(&assessment), complete(&assessment.short())] {
        let told = format!("{report:?}");
        for name in ["{count}", "{codes}", "{text}", "{subject}", "{who}", "{because}", "{unit}"] {
            assert!(!told.contains(name), "{name}");
        }
    }
}

proptest! {
    #[test]
    fn reports_never_panic_and_come_out_the_same_twice(assessment in arbitrary::assessment()) {
        let report = complete(&assessment);
        prop_assert_eq!(report, complete(&assessment));
    }

    #[test]
    fn every_answer_asked_stands_in_the_complete_copy(assessment in arbitrary::assessment()) {
        let bank = bank();
        let report = complete(&assessment);
        let asked = domain::asked::Asked::of(&bank.catalogue, &assessment.scope, &assessment.answers);
        let blocks = report.parts.iter().filter(|part| part.kind == PartKind::Answers);
        let told: Vec<_> = blocks
            .flat_map(|part| &part.blocks)
            .filter_map(|block| if let Block::Items(items) = block { Some(items) } else { None })
            .flatten()
            .filter_map(|item| item.mark.as_ref()?.question.as_ref().map(|found| found.id.clone()))
            .collect();
        for question in asked.questions() {
            if assessment.answers.get(&question.id).is_some() {
                prop_assert!(told.contains(&question.id), "{}", question.id);
            }
        }
    }
}

#[test]
fn a_square_never_shows_a_step_for_what_is_none() {
    let report = complete(&filled());
    let Block::Items(items) = &part(&report, PartKind::NotKnown).blocks[0] else { panic!() };
    assert_eq!(items[0].mark.as_ref().unwrap().shade, Shade::NotKnown);
}
