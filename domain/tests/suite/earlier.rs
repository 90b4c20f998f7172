//! Answers to earlier versions of the bank: carried over by rules, shown, never dropped, and nothing
//! of it counts as an answer that somebody gave.

use domain::answer::{Answer, Choice, TacticAnswer, TacticState};
use domain::assessment::Assessment;
use domain::catalogue::Catalogue;
use domain::earlier::{
    self, Became, Earlier, Unknown, beside, carry_over, is_newer, is_of_earlier_wording, kept,
};
use domain::id::QuestionId;
use domain::plan::{ActionId, PlannedAction, Reason};
use domain::progress::{Progress, ProgressBySection};
use domain::questions::Step;
use domain::scope::Form;
use domain::sharing::Naming;
use proptest::prelude::*;

use crate::elsewhere::higher;
use fixtures::arbitrary;
use fixtures::bank::{MATRIX, With, bank, empty, states};

/// The bank as a later version of the one with which the assessments below were answered.
fn later() -> Catalogue {
    Catalogue { version: "3.0.0".into(), ..bank().catalogue.clone() }
}

fn rule(id: &str, since: &str, became: Became) -> Earlier {
    let offered = vec![("2".into(), "Somebody looks.".into()), ("open".into(), "Open.".into())];
    Earlier { id: id.into(), since: since.into(), became, prompt: "Before?".into(), offered }
}

/// One rule of each sort, in the order of versions.
fn rules() -> Vec<Earlier> {
    let split = |into: &[&str], holds: &[&str]| Became::Split {
        into: into.iter().map(|id| (*id).into()).collect(),
        holds: holds.iter().map(|id| (*id).into()).collect(),
    };
    vec![
        rule("older-people", "2.0.0", Became::Renamed("see-people".into())),
        rule("both", "2.0.0", split(&["own-promise", "sell-check"], &["sell-check"])),
        rule("gone", "2.0.0", Became::Retired("Nobody could answer it.".into())),
        rule("run-watch", "3.0.0", Became::Reworded),
    ]
}

fn carried(assessment: &mut Assessment) -> Vec<QuestionId> {
    carry_over(&rules(), &later(), assessment).into_iter().map(|rule| rule.id).collect()
}

#[track_caller]
fn answer<'a>(assessment: &'a Assessment, id: &str) -> &'a Answer {
    assessment.answers.get(&id.into()).unwrap_or_else(|| panic!("{id} has no answer"))
}

fn squares(assessment: &Assessment) -> Progress {
    let mut scope = (*assessment.scope).clone();
    scope.form = Form::Complete;
    let asked = domain::asked::Asked::of(&later(), &scope, &assessment.answers);
    ProgressBySection::of(&asked, &assessment.answers).all()
}

#[test]
fn versions_are_compared_by_their_numbers() {
    assert!(is_newer("1.10.0", "1.9.9"));
    assert!(is_newer("2.0.0", "1.99.0"));
    assert!(!is_newer("1.0.0", "1.0.0"));
    for none in ["", "1", "1.0", "1.0.0.0", "1.0.x", "-1.0.0"] {
        assert!(!is_newer(none, "1.0.0") && !is_newer("1.0.0", none), "{none}");
    }
}

#[test]
fn a_renamed_question_keeps_its_answer_and_what_is_planned_about_it() {
    let mut assessment = empty().step("older-people", 2);
    let action = |id, reason| PlannedAction::new(ActionId(id), "Do it.".into(), reason);
    assessment.plan = std::rc::Rc::new(
        [action(1, Reason::Answer("older-people".into())), action(2, Reason::Own)]
            .into_iter()
            .collect(),
    );
    let changed = assessment.changed;
    assert_eq!(carried(&mut assessment), ["older-people".into()]);
    assert_eq!(answer(&assessment, "see-people").step(), Some(Step::Two));
    assert!(assessment.answers.get(&"older-people".into()).is_none());
    assert_eq!(assessment.plan.actions()[0].reason, Reason::Answer("see-people".into()));
    assert_eq!(assessment.changed, changed, "nobody changed it");
    assert_eq!(&*assessment.catalogue.version, "3.0.0");
    assert_eq!(carried(&mut assessment), [], "it is carried over once");
}

#[test]
fn what_was_said_of_a_higher_step_goes_where_its_answer_goes_and_is_no_answer_to_another_wording() {
    let uneven = || higher(2, 4, "The cloud division.");
    let mut assessment = empty()
        .answered("older-people", uneven())
        .answered("both", uneven())
        .answered("run-watch", uneven());
    carried(&mut assessment);
    for id in ["see-people", "sell-check", "both", "run-watch"] {
        assert_eq!(*answer(&assessment, id), uneven(), "{id}");
    }
    let is_earlier = |assessment: &Assessment| {
        is_of_earlier_wording(&rules(), &assessment.answers, &"run-watch".into())
    };
    assert!(is_earlier(&assessment.clone().answered("run-watch", higher(2, 5, "Elsewhere."))));
    assert!(!is_earlier(&assessment.answered("run-watch", higher(3, 4, "The cloud division."))));
}

#[test]
fn an_answer_is_never_put_in_the_place_of_another_one() {
    let mut assessment = empty().step("older-people", 2).step("see-people", 4);
    assert_eq!(carried(&mut assessment).len(), 1);
    assert_eq!(answer(&assessment, "see-people").step(), Some(Step::Four));
    assert_eq!(answer(&assessment, "older-people").step(), Some(Step::Two));
    assert_eq!(kept(&rules(), &assessment.answers).count(), 1, "and is shown");
}

#[test]
fn a_split_question_is_shown_beside_each_and_answers_only_what_the_rule_says() {
    let mut assessment = empty().step("both", 3);
    assert_eq!(carried(&mut assessment), ["both".into()]);
    assert!(assessment.answers.get(&"own-promise".into()).is_none());
    assert_eq!(answer(&assessment, "sell-check").step(), Some(Step::Three));
    assert_eq!(answer(&assessment, "both").step(), Some(Step::Three), "it is kept");
    let beside = |assessment: &Assessment, id: &str| {
        beside(&rules(), &assessment.answers, &id.into()).count()
    };
    assert_eq!(beside(&assessment, "own-promise"), 1);
    assert_eq!(beside(&assessment, "sell-check"), 0);
    let answered = assessment.clone().step("own-promise", 1);
    assert_eq!(beside(&answered, "own-promise"), 0, "what was answered needs no help");
}

#[test]
fn a_retired_question_keeps_what_was_said_and_counts_for_nothing() {
    let mut assessment = empty().step("gone", 5);
    let before = squares(&assessment);
    assert_eq!(carried(&mut assessment), ["gone".into()]);
    assert_eq!(squares(&assessment), before);
    let rules = rules();
    let shown: Vec<_> = kept(&rules, &assessment.answers).collect();
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].answer.step(), Some(Step::Five));
    assert_eq!(shown[0].earlier.became, Became::Retired("Nobody could answer it.".into()));
}

#[test]
fn an_answer_to_an_earlier_wording_stands_and_says_so_until_it_is_confirmed_or_changed() {
    let noted = Answer {
        choice: Some(Choice::Step(Step::Two)),
        note: "Between us.".into(),
        ..Answer::default()
    };
    let mut assessment = empty().answered("run-watch", noted.clone());
    let before = squares(&assessment);
    assert_eq!(carried(&mut assessment), ["run-watch".into()]);
    assert_eq!(*answer(&assessment, "run-watch"), noted);
    assert_eq!(squares(&assessment), before, "it is no progress");
    assert_eq!(assessment.answers.len(), 1, "and no further answer");

    let is_earlier = |assessment: &Assessment| {
        is_of_earlier_wording(&rules(), &assessment.answers, &"run-watch".into())
    };
    assert!(is_earlier(&assessment));
    let kept_as = rules()[3].kept_as();
    assert_eq!(
        answer(&assessment, kept_as.as_str()).note,
        "",
        "what stands beside it is not kept twice"
    );

    let changed = assessment.clone().step("run-watch", 3);
    assert!(!is_earlier(&changed));
    let mut noted_anew = assessment.clone();
    let mut answer = noted;
    answer.note = "Between all of us.".into();
    noted_anew.answers.set(&"run-watch".into(), Some(answer.into()));
    assert!(is_earlier(&noted_anew), "a note is no answer to another wording");
    let mut confirmed = assessment;
    confirmed.answers.set(&kept_as, None);
    assert!(!is_earlier(&confirmed));
}

#[test]
fn what_was_said_to_the_wording_before_the_last_one_stays_what_is_shown() {
    let mut assessment = empty().step("run-watch", 2);
    let mut rules = rules();
    rules.insert(0, rule("run-watch", "2.0.0", Became::Reworded));
    let _ = carry_over(&rules, &later(), &mut assessment);
    let shown: Vec<_> =
        kept(&rules, &assessment.answers).map(|kept| &*kept.earlier.since).collect();
    assert_eq!(shown, ["2.0.0"]);
}

#[test]
fn a_question_that_got_other_words_and_then_another_name_says_both() {
    let mut assessment = empty().step("older", 2);
    let rules = [
        rule("older", "2.0.0", Became::Reworded),
        rule("older", "3.0.0", Became::Renamed("see-people".into())),
    ];
    assert_eq!(carry_over(&rules, &later(), &mut assessment).len(), 2);
    assert!(is_of_earlier_wording(&rules, &assessment.answers, &"see-people".into()));
}

#[test]
fn a_matrix_is_remembered_by_its_states_and_a_reflection_by_its_words() {
    let mut tactics = states(&[("rsch-a", TacticState::Used)]);
    let because =
        TacticAnswer { because: "Private.".into(), ..TacticAnswer::new(TacticState::Unfit) };
    tactics.set_tactic(&"use-a".into(), Some(because));
    let words = Answer { words: "We stopped it.".into(), ..Answer::default() };
    let mut assessment = empty().answered(MATRIX, tactics).answered("tell-setbacks", words);
    let rules = [MATRIX, "tell-setbacks"].map(|id| rule(id, "3.0.0", Became::Reworded));
    let rules = rules.map(|rule| Earlier { offered: Vec::new(), ..rule });
    assert_eq!(carry_over(&rules, &later(), &mut assessment).len(), 2);
    let all: Vec<_> = kept(&rules, &assessment.answers).collect();
    assert_eq!(all[0].answer.tactics.len(), 2);
    assert!(all[0].answer.tactics.iter().all(|(_, tactic)| tactic.because.is_empty()));
    assert_eq!(all[1].answer.words, "We stopped it.");
}

#[test]
fn of_tactics_those_alone_that_had_other_words_are_to_be_looked_at_again() {
    let offered = vec![("rsch-a".into(), "What it was called.".into())];
    let rules = [Earlier { offered, ..rule(MATRIX, "3.0.0", Became::Reworded) }];
    let both = [("rsch-a", TacticState::Used), ("use-a", TacticState::Planned)];
    let mut assessment = empty().answered(MATRIX, states(&both));
    assert_eq!(carry_over(&rules, &later(), &mut assessment).len(), 1);
    let names = |assessment: &Assessment| {
        let all = kept(&rules, &assessment.answers).flat_map(|kept| kept.answer.tactics.clone());
        all.map(|(id, _)| id.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&assessment), ["rsch-a"]);
    let matrix = || assessment.answers.get(&MATRIX.into()).unwrap();
    let set = |id: &str, state| {
        let mut answer = (**matrix()).clone();
        answer.set_tactic(&id.into(), Some(TacticAnswer::new(state)));
        let mut changed = assessment.clone();
        changed.answers.set(&MATRIX.into(), Some(answer.into()));
        changed
    };
    assert_eq!(names(&set("use-a", TacticState::Used)), ["rsch-a"]);
    assert_eq!(names(&set("rsch-a", TacticState::Unused)), [""; 0]);

    let mut without = empty().answered(MATRIX, states(&[("use-a", TacticState::Used)]));
    assert_eq!(carry_over(&rules, &later(), &mut without), [], "it says nothing of what changed");
}

#[test]
fn an_assessment_of_this_version_or_a_newer_one_stays_as_it_is() {
    for version in ["3.0.0", "3.1.0", "10.0.0", "none"] {
        let mut assessment = empty().step("older-people", 2).step("run-watch", 2);
        assessment.catalogue.version = version.into();
        let before = assessment.clone();
        assert_eq!(carried(&mut assessment), [], "{version}");
        assert_eq!(assessment, before, "{version}");
    }
}

#[test]
fn a_copy_for_sharing_says_of_an_answer_that_its_wording_was_another_and_nothing_of_a_confidential_one()
 {
    use domain::answer::Confidentiality;

    let mut assessment = empty().step("run-watch", 2).step("gone", 4);
    carried(&mut assessment);
    let shared = assessment.for_sharing(&later(), Naming::default());
    let shared = &shared.assessment().answers;
    assert!(is_of_earlier_wording(&rules(), shared, &"run-watch".into()));
    assert!(shared.get(&"gone".into()).is_none(), "what is asked no more stays out");

    let mut confidential = (*answer(&assessment, "run-watch")).clone();
    confidential.confidentiality = Confidentiality::Confidential;
    assessment.answers.set(&"run-watch".into(), Some(confidential.into()));
    let shared = assessment.for_sharing(&later(), Naming::default());
    assert_eq!(shared.assessment().answers.iter().count(), 0);
}

#[test]
fn what_the_bank_does_not_have_is_counted() {
    let mut assessment = empty()
        .step("question-of-tomorrow", 2)
        .step("gone", 1)
        .fact("scope-of-tomorrow", "yes")
        .fact("scope-state", "perhaps")
        .answered(
            "cease",
            Answer { choice: Some(Choice::Decision("later".into())), ..Answer::default() },
        )
        .answered(
            MATRIX,
            states(&[("rsch-a", TacticState::Used), ("tomorrow", TacticState::Used)]),
        );
    let scope = std::rc::Rc::make_mut(&mut assessment.scope);
    scope.functions.push("marketing-of-tomorrow".into());
    scope.modules.push("module-of-tomorrow".into());
    carried(&mut assessment);
    let unknown = earlier::unknown(&rules(), &later(), &assessment);
    assert_eq!(unknown, Unknown { answers: 1, others: 6 });
}

proptest! {
    #[test]
    fn whatever_is_carried_over_nothing_is_lost(assessment in arbitrary::assessment()) {
        let mut before = assessment;
        before.catalogue.version = "1.0.0".into();
        // Answers to all that the rules know, too.
        let answers: Vec<_> = before.answers.iter().map(|(_, answer)| answer.clone()).collect();
        for (rule, answer) in rules().iter().zip(answers) {
            before.answers.set(&rule.id, Some(answer));
        }
        let mut after = before.clone();
        let rules = rules();
        let carried = carry_over(&rules, &later(), &mut after);
        for (id, answer) in before.answers.iter() {
            let is_there = after.answers.get(id) == Some(answer);
            let renamed = rules.iter().find_map(|rule| match &rule.became {
                Became::Renamed(to) if rule.id == *id => Some(to),
                _ => None,
            });
            let is_renamed = renamed.is_some_and(|to| after.answers.get(to) == Some(answer));
            prop_assert!(is_there || is_renamed, "{id}");
        }
        prop_assert_eq!(after.changed, before.changed);
        prop_assert_eq!(after.plan.actions().len(), before.plan.actions().len());
        prop_assert_eq!(&after.dismissals, &before.dismissals);
        prop_assert_eq!(&after.sheets, &before.sheets);
        let answered = before.answers.iter().filter(|(id, _)| rules.iter().any(|rule| rule.id == **id));
        prop_assert!(carried.len() <= answered.count());
        let mut again = after.clone();
        prop_assert_eq!(carry_over(&rules, &later(), &mut again), vec![]);
        prop_assert_eq!(again, after);
    }
}

#[test]
fn a_report_says_of_an_answer_that_its_wording_was_another() {
    use domain::report::rows::FactKind;
    use domain::report::{self, Report};

    let mut bank = (*bank()).clone();
    bank.catalogue = later();
    bank.guidance.earlier = rules();
    let said = |report: &Report| {
        let facts = report.rows.iter().filter(|row| row.fact.kind == FactKind::EarlierWording);
        facts.map(|row| row.question.unwrap().question.name.clone()).collect::<Vec<_>>()
    };
    let mut assessment = empty().step("run-watch", 2).step("see-people", 2);
    carried(&mut assessment);
    let asked = bank.catalogue.question(&"run-watch".into()).unwrap().prompt.to_string();
    let complete = report::complete(&bank, &assessment, fixtures::bank::DATE);
    assert_eq!(said(&complete), [&*asked]);
    let shareable = assessment.for_sharing(&bank.catalogue, Naming::default());
    assert_eq!(said(&report::for_sharing(&bank, &shareable, fixtures::bank::DATE)), [&*asked]);

    // The answer itself is found as it stands: a step is a step.
    let before = empty().step("run-watch", 2).step("see-people", 2);
    let before = report::complete(&bank, &before, fixtures::bank::DATE);
    assert_eq!(before.rows.concluded, complete.rows.concluded);
}

#[test]
fn what_a_question_is_called_today_is_found_over_several_versions() {
    let renamed = |from: &str, since: &str, to: &str| rule(from, since, Became::Renamed(to.into()));
    let gone = Became::Retired("Because.".into());
    let rules = [renamed("a", "2.0.0", "b"), renamed("b", "3.0.0", "c"), rule("d", "3.0.0", gone)];
    let today = |id: &str| {
        let (id, became) = earlier::today(&rules, &id.into());
        (id.as_str().to_owned(), became.is_some())
    };
    assert_eq!(today("a"), ("c".to_owned(), false));
    assert_eq!(today("b"), ("c".to_owned(), false));
    assert_eq!(today("d"), ("d".to_owned(), true));
    assert_eq!(today("see-people"), ("see-people".to_owned(), false));
}
