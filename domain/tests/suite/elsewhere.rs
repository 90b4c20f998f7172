//! What is said of a higher step explains an answer: it stands beside it everywhere, and changes nothing
//! of what the answers mean.

use domain::answer::{Answer, Choice, Confidentiality};
use domain::assessment::Assessment;
use domain::elsewhere::{Elsewhere, HigherStep};
use domain::findings::{Action, Findings, Found, Gap, Practice};
use domain::questions::Step;
use domain::report::rows::FactKind;
use domain::report::{Block, Item, PartKind, Report};
use domain::save::v4;
use domain::save::{Save, draft};
use domain::sharing::Naming;
use domain::{merge, report};
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{DATE, With, at_step, bank, empty, shown};
use crate::sharing::sharing;

/// An answer at a step that is at a higher one at a place.
pub(crate) fn higher(step: u8, highest: u8, place: &str) -> Answer {
    let highest = Step::from_number(highest).and_then(HigherStep::new);
    Answer { elsewhere: Elsewhere { highest, place: place.into() }, ..at_step(step) }
}

fn complete(assessment: &Assessment) -> Report {
    report::complete(&bank(), assessment, DATE)
}

fn of(assessment: &Assessment) -> Findings {
    Found::of(&bank(), assessment).findings
}

fn items(report: &Report, kind: PartKind) -> Vec<&Item> {
    let parts = report.parts.iter().filter(|part| part.kind == kind);
    let blocks = parts.flat_map(|part| &part.blocks);
    blocks
        .filter_map(|block| if let Block::Items(items) = block { Some(items) } else { None })
        .flatten()
        .collect()
}

#[test]
fn the_lowest_step_is_above_nothing() {
    assert_eq!(HigherStep::new(Step::One), None);
    let all: Vec<_> = Step::ALL.into_iter().filter_map(HigherStep::new).collect();
    assert_eq!(all, HigherStep::ALL);
}

#[test]
fn it_counts_only_above_a_step_that_is_chosen() {
    let counts = |answer: &Answer| answer.higher().map(|higher| higher.highest.step());
    assert_eq!(counts(&higher(2, 4, "")), Some(Step::Four));
    assert_eq!(counts(&higher(4, 4, "here")), None);
    assert_eq!(counts(&higher(5, 4, "here")), None);
    for choice in [None, Some(Choice::NotKnown), Some(Choice::DoesNotApply)] {
        assert_eq!(counts(&Answer { choice, ..higher(2, 4, "here") }), None);
    }
    let place_alone = Elsewhere { highest: None, place: "here".into() };
    assert_eq!(counts(&Answer { elsewhere: place_alone, ..at_step(2) }), None);
}

#[test]
fn a_gap_says_how_far_it_goes_elsewhere_in_the_words_of_the_person() {
    let assessment = empty().answered("see-people", higher(2, 3, "The cloud\ndivision."));
    let line = "Step 2 where the gravest risk lies; up to step 3 elsewhere or in part. \
                Where, or what is missing: “The cloud division.”";
    for report in [complete(&assessment), sharing(&assessment, Naming::default())] {
        let gaps = items(&report, PartKind::Gaps);
        assert!(gaps[0].lines.iter().any(|found| found == line), "{:?}", gaps[0].lines);
    }
    let report = complete(&empty().answered("see-people", higher(2, 3, " ")));
    let gaps = items(&report, PartKind::Gaps);
    assert!(gaps[0].lines.iter().any(|found| line.starts_with(found)), "{:?}", gaps[0].lines);
    let board = items(&report, PartKind::Board);
    assert!(board[0].lines.iter().any(|found| line.starts_with(found)), "{:?}", board[0].lines);
}

#[test]
fn beside_a_finding_stands_as_much_as_there_is_room_for_and_all_of_it_beside_the_answer() {
    let place = format!("{}END", "word ".repeat(200));
    let report = complete(&empty().answered("see-people", higher(2, 3, &place)));
    let told = |kind| format!("{:?}", items(&report, kind));
    assert!(told(PartKind::Gaps).contains("word …”") && !told(PartKind::Gaps).contains("END"));
    assert!(told(PartKind::Answers).contains("END"));
}

#[test]
fn what_holds_and_what_comes_next_say_it_too() {
    let report = complete(
        &empty()
            .answered("own-promise", shown(higher(4, 5, "In one market.")))
            .answered("own-tasks", higher(4, 5, "In one market."))
            .answered("see-people", higher(3, 4, "In one market.")),
    );
    for kind in [PartKind::Strengths, PartKind::ToBeShown, PartKind::Improvements] {
        let found = items(&report, kind);
        let lines = &found[0].lines;
        assert!(lines[0].contains("elsewhere or in part") && lines[0].contains("In one market."));
        assert_eq!(lines.len(), if kind == PartKind::Strengths { 1 } else { 2 }, "{lines:?}");
    }
}

#[test]
fn beside_the_answer_stands_the_whole_step_and_all_that_was_written() {
    let place = "The cloud division.\nNot yet in the network.";
    let assessment = empty().answered("see-people", higher(2, 4, place));
    let text = "Step 4: A text covers see people. And somebody decides about see people.";
    for report in [complete(&assessment), sharing(&assessment, Naming::default())] {
        let answers = items(&report, PartKind::Answers);
        let details = answers.iter().find(|item| !item.details.is_empty()).unwrap();
        let details: Vec<_> =
            details.details.iter().map(|one| (one.label.as_str(), one.value.as_str())).collect();
        assert_eq!(
            details,
            [
                ("Highest step true somewhere or in part", text),
                ("Where, or what is missing", place)
            ]
        );
        let fact = |kind| report.rows.iter().find(|row| row.fact.kind == kind).unwrap();
        let step = fact(FactKind::ElsewhereStep);
        assert_eq!((step.fact.kind.name(), step.fact.step), ("elsewhere-step", Some(4)));
        let told = fact(FactKind::ElsewherePlace);
        assert_eq!((told.fact.kind.name(), &*told.fact.value), ("elsewhere-place", place));
        let concluded = report.rows.iter().filter(|row| row.fact.kind.name() == "elsewhere");
        assert_eq!(concluded.count(), 1);
    }
}

#[test]
fn what_does_not_count_is_kept_in_the_complete_copy_alone() {
    for answer in [higher(4, 4, "STALE"), Answer { choice: None, ..higher(2, 4, "STALE") }] {
        let assessment = empty().answered("see-people", answer);
        let report = complete(&assessment);
        let told: Vec<_> =
            report.rows.iter().filter(|row| row.fact.value.contains("STALE")).collect();
        assert!(told.iter().all(|row| row.fact.kind == FactKind::Kept) && told.len() == 1);
        assert!(!format!("{:?}", sharing(&assessment, Naming::default())).contains("STALE"));
    }
}

#[test]
fn what_is_confidential_stays_out_of_a_copy_for_sharing() {
    let answer =
        Answer { confidentiality: Confidentiality::Confidential, ..higher(1, 4, "SECRET") };
    let told = format!("{:?}", sharing(&empty().answered("sell-check", answer), Naming::default()));
    assert!(!told.contains("SECRET") && !told.contains("elsewhere or in part"));
}

#[test]
fn two_steps_apart_what_is_done_there_is_brought_over_first() {
    let bring = "Bring what is done there to where the gravest risk lies.";
    let next = |answer| of(&empty().answered("see-people", answer)).gaps[0].next.clone().unwrap();
    let usual = next(at_step(2));
    assert_eq!(next(higher(2, 3, "")), usual);
    assert_eq!(*next(higher(2, 4, "")), format!("{bring} {usual}"));
    assert_eq!(*next(higher(1, 3, "")), format!("{bring} {usual}"));

    let suggested = |answer: Answer| {
        complete(&empty().answered("see-people", answer)).suggestions[0].what.clone()
    };
    assert_eq!(suggested(higher(2, 4, "")), format!("{bring} {usual}"));
    let further = suggested(at_step(3));
    assert_eq!(suggested(higher(3, 4, "")), further);
    assert_eq!(suggested(higher(3, 5, "")), format!("{bring} {further}"));
}

#[test]
fn an_answer_is_kept_as_it_was_before_with_the_higher_step_behind_it() {
    let (id, answer) = ("see-people".into(), higher(2, 4, "The cloud division."));
    let record = v4::AnswerRecord::of(&id, &answer);
    let bytes = draft::answer_to_bytes(&id, &answer);
    assert_eq!(bytes, postcard::to_allocvec(&(0x83_u8, record)).unwrap());
    let blank = v4::ElsewhereRecord::of(&Elsewhere::default());
    let behind = postcard::to_allocvec(&blank).unwrap();
    let mut before = draft::answer_to_bytes(&id, &at_step(2));
    before.truncate(before.len() - behind.len());
    before[0] = 0x81;
    let read = draft::Record::from_bytes(&before);
    assert_eq!(read, Some(draft::Record::Answer(id, at_step(2).into())));
}

#[test]
fn two_windows_that_say_it_at_the_same_time_lose_nothing() {
    let base = empty().answered("see-people", at_step(2));
    let ours = base.clone().answered("see-people", higher(2, 3, "Ours."));
    let theirs = base.clone().answered("see-people", higher(2, 4, "Theirs."));
    let (merged, collisions) = merge::assessments(&base, &ours, &theirs);
    let elsewhere = &merged.answers.get(&"see-people".into()).unwrap().elsewhere;
    assert_eq!(elsewhere.highest.map(HigherStep::step), Some(Step::Three));
    assert_eq!(elsewhere.place, "Theirs.\nOurs.");
    assert_eq!(collisions.texts, ["see-people".into()]);
    assert_eq!(collisions.choices, ["see-people".into()]);
}

/// What gaps, strengths, tensions and the rest say, without what is said of higher steps and of what is
/// to be brought over for them.
fn without_it(findings: Findings) -> Findings {
    let gap = |gap: Gap| Gap { higher: None, next: None, ..gap };
    let all = |found: Vec<Practice>| {
        found.into_iter().map(|one| Practice { higher: None, ..one }).collect()
    };
    let action = |action: Action| match action {
        Action::Improve { question, step, .. } => Action::Improve { question, step, higher: None },
        Action::Close { question, .. } => Action::Close { question, what: "".into() },
        other => other,
    };
    Findings {
        gaps: findings.gaps.into_iter().map(gap).collect(),
        strengths: all(findings.strengths),
        to_be_shown: all(findings.to_be_shown),
        improvements: all(findings.improvements),
        actions: findings.actions.into_iter().map(action).collect(),
        ..findings
    }
}

proptest! {
    #[test]
    fn it_lifts_no_gap_makes_no_strength_and_moves_nothing(
        assessment in arbitrary::assessment(),
        said in prop::collection::vec(arbitrary::elsewhere(), 1..6),
    ) {
        let mut other = assessment.clone();
        for (at, (id, answer)) in assessment.answers.iter().enumerate() {
            let elsewhere = said[at % said.len()].clone();
            other.answers.set(id, Some(Answer { elsewhere, ..(**answer).clone() }.into()));
        }
        prop_assert_eq!(without_it(of(&assessment)), without_it(of(&other)));
    }

    #[test]
    fn it_survives_the_save_file(assessment in arbitrary::assessment()) {
        prop_assert_eq!(Save::of(&assessment).into_assessment(), assessment);
    }
}
