//! What the answers mean, beside the order of gaps and the tensions.

use domain::answer::{Answer, TacticAnswer, TacticEffect, TacticState};
use domain::assessment::{Answers, Assessment};
use domain::findings::{Action, Findings, Found};
use domain::questions::Question;
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{MATRIX, With, at_step, bank, empty, shown, states};

fn of(assessment: &Assessment) -> Findings {
    Found::of(&bank(), assessment).findings
}

fn ids<'a>(questions: impl IntoIterator<Item = &'a Question>) -> Vec<&'a str> {
    questions.into_iter().map(|question| question.id.as_str()).collect()
}

#[test]
fn a_strength_is_a_high_step_with_something_to_look_at() {
    let findings = of(&empty()
        .answered("see-people", shown(at_step(4)))
        .answered("see-part", at_step(5))
        .answered("run-watch", shown(at_step(3)))
        .answered("own-promise", shown(at_step(2))));
    assert_eq!(ids(findings.strengths.iter().map(|found| &*found.question)), ["see-people"]);
    assert_eq!(ids(findings.to_be_shown.iter().map(|found| &*found.question)), ["see-part"]);
    assert_eq!(ids(findings.improvements.iter().map(|found| &*found.question)), ["run-watch"]);
}

#[test]
fn evidence_that_points_nowhere_shows_nothing() {
    let mut answer = shown(at_step(4));
    answer.evidence[0].place = "  ".into();
    let findings = of(&empty().answered("see-people", answer));
    assert!(findings.strengths.is_empty());
    assert_eq!(findings.to_be_shown.len(), 1);
}

#[test]
fn the_spread_holds_ladders_by_step_and_no_total() {
    let findings = of(&empty()
        .step("own-promise", 2)
        .unknown("own-tasks")
        .step("see-people", 2)
        .not_applying("see-part", "a reason")
        .value("cease", "open"));
    let [first, strategy, seeing, ..] = findings.spread.as_slice() else { panic!() };
    assert_eq!(ids(first.steps[1].iter().map(|found| &**found)), ["own-promise"]);
    assert_eq!(ids(first.not_known.iter().map(|found| &**found)), ["own-tasks"]);
    assert!(strategy.steps.iter().all(Vec::is_empty));
    assert_eq!(ids(seeing.does_not_apply.iter().map(|found| &**found)), ["see-part"]);
    let sections = findings.spread.len();
    assert_eq!(sections, 6, "a section without ladders has no row");
}

#[test]
fn who_could_know_is_as_typed_or_else_as_the_bank_says() {
    let typed = Answer {
        choice: Some(domain::answer::Choice::NotKnown),
        could_know: " The works council ".into(),
        ..Answer::default()
    };
    let findings = of(&empty().answered("see-people", typed).unknown("see-part"));
    let who: Vec<Vec<&str>> = findings
        .not_known
        .iter()
        .map(|found| found.could_know.names().iter().map(|who| &**who).collect())
        .collect();
    assert_eq!(who, [vec!["The works council"], vec!["Head of sales", "Trust and safety"]]);
}

#[test]
fn a_tactic_that_is_not_known_is_told_by_name() {
    let findings = of(&empty().answered(
        MATRIX,
        states(&[("rsch-a", TacticState::Unknown), ("dsgn-a", TacticState::Used)]),
    ));
    let found = &findings.not_known[0];
    let (tactic, code) = found.tactic.as_ref().unwrap();
    assert_eq!(tactic.id.as_str(), "rsch-a");
    assert_eq!(code.as_ref().unwrap().as_str(), "B2.1");
    assert!(findings.gaps.is_empty());
}

#[test]
fn next_actions_follow_the_gaps_and_then_the_effects() {
    let mut matrix = states(&[("rsch-a", TacticState::Unused)]);
    matrix.set_tactic(
        &"dsgn-a".into(),
        Some(TacticAnswer {
            effect: Some(TacticEffect::Unknown),
            ..TacticAnswer::new(TacticState::Used)
        }),
    );
    let findings = of(&empty()
        .fact("scope-state", "no")
        .step("own-promise", 1)
        .step("see-people", 2)
        .answered(MATRIX, matrix));
    let told: Vec<String> = findings
        .actions
        .iter()
        .map(|action| match action {
            Action::Close { question, .. } => format!("close {}", question.id),
            Action::FindEffect { tactics, .. } => format!("effect of {}", tactics[0].id),
            Action::Choose { question, .. } => format!("choose {}", question.id),
        })
        .collect();
    assert_eq!(
        told,
        ["close see-people", "close own-promise", "effect of dsgn-a", "choose tactics"]
    );
}

#[test]
fn what_the_short_form_leaves_out_is_named_and_is_no_gap() {
    let findings = of(&empty().short().fact("scope-state", "no").step("see-part", 1));
    assert!(findings.gaps.is_empty());
    let told: Vec<(&str, Vec<&str>, usize)> = findings
        .not_asked
        .iter()
        .map(|found| {
            let questions = ids(found.questions.iter().map(|question| &**question));
            (found.code.as_str(), questions, found.tactics.len())
        })
        .collect();
    assert_eq!(
        told,
        [
            ("A1", vec!["own-tasks"], 0),
            ("A3", vec!["plan-basis"], 0),
            ("B1", vec!["see-part"], 0),
            ("B2", vec![], 4),
            ("B8", vec!["tell-setbacks"], 0),
        ]
    );
    assert!(of(&empty()).not_asked.is_empty(), "the complete form asks everything");
}

#[test]
fn a_matrix_is_one_question_that_is_partly_answered_until_each_of_its_tactics_has_a_state() {
    let findings = of(&empty().answered(
        MATRIX,
        states(&[("rsch-a", TacticState::Used), ("rsch-b", TacticState::Unfit)]),
    ));
    let partly: Vec<_> = findings
        .partly
        .iter()
        .map(|partly| (partly.question.id.as_str(), partly.stated, partly.asked))
        .collect();
    assert_eq!(partly, [(MATRIX, 2, 7)]);
    assert!(!findings.open.iter().any(|open| open.id.as_str() == MATRIX));
}

proptest! {
    #[test]
    fn findings_never_panic_and_every_gap_and_strength_was_asked(
        assessment in arbitrary::assessment(),
    ) {
        let Found { asked, findings } = Found::of(&bank(), &assessment);
        for gap in &findings.gaps {
            prop_assert!(asked.questions().any(|question| question.id == gap.question.id));
        }
        for practice in findings.strengths.iter().chain(&findings.to_be_shown) {
            prop_assert!(asked.questions().any(|question| question.id == practice.question.id));
        }
        let levels: Vec<_> = findings.gaps.iter().map(|gap| gap.level).collect();
        prop_assert!(levels.is_sorted_by(|a, b| a >= b));
    }

    #[test]
    fn findings_do_not_depend_on_the_order_of_answering(
        assessment in arbitrary::assessment(),
        seed in any::<u64>(),
    ) {
        let mut all: Vec<_> =
            assessment.answers.iter().map(|(id, answer)| (id.clone(), (**answer).clone())).collect();
        let length = all.len().max(1);
        all.rotate_left(usize::try_from(seed % 97).unwrap() % length);
        if seed % 2 == 0 {
            all.reverse();
        }
        for (_, answer) in &mut all {
            let tactics = std::mem::take(&mut answer.tactics);
            for (id, tactic) in tactics.into_iter().rev() {
                answer.set_tactic(&id, Some(tactic));
            }
        }
        let mut again = assessment.clone();
        again.answers = all.into_iter().collect::<Answers>();
        prop_assert_eq!(of(&assessment), of(&again));
    }
}
