//! Assessments that were made with earlier versions of the real bank: they open, every answer is there,
//! each that had other words is shown with those and with today's, and none of it counts as progress.

use std::collections::BTreeSet;

use compiler::rating;
use documents::json;
use domain::answer::Answer;
use domain::asked::Asked;
use domain::assessment::Assessment;
use domain::earlier::{self, Became, Earlier, carry_over, kept};
use domain::findings::Findings;
use domain::id::QuestionId;
use domain::progress::ProgressBySection;
use domain::questions::Kind;
use domain::save::Save;

use crate::{Real, real, root};

/// What a build of bank 1.0.0 has written: the three invented companies.
fn of_the_first_version(real: &Real) -> Vec<(String, Assessment)> {
    let folder = root().join("domain/tests/data/save/v1/examples");
    let mut all: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let bytes = std::fs::read(&path).unwrap();
            let save = json::read(&bytes, &real.catalogue).map(Save::into_assessment).unwrap();
            (path.file_stem().unwrap().to_string_lossy().into_owned(), save)
        })
        .collect();
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    assert_eq!(all.len(), 3);
    all
}

fn reworded(real: &Real) -> impl Iterator<Item = &Earlier> {
    real.guidance.earlier.iter().filter(|earlier| earlier.became == Became::Reworded)
}

/// Whether a rule says something of an answer: of a matrix, where a tactic that it names has a state.
fn is_about(earlier: &Earlier, answer: &Answer) -> bool {
    let is_said = answer.choice.is_some() || !answer.words.trim().is_empty();
    is_said || answer.tactics.iter().any(|(id, _)| earlier.offered(id.as_str()).is_some())
}

#[test]
fn every_answer_of_the_first_version_is_there_and_says_the_same() {
    let real = real();
    for (file, before) in of_the_first_version(&real) {
        let mut after = before.clone();
        let _ = carry_over(&real.guidance.earlier, &real.catalogue, &mut after);
        assert_eq!(after.catalogue.version, real.catalogue.version, "{file}");
        for (id, answer) in before.answers.iter() {
            assert_eq!(after.answers.get(id), Some(answer), "{file}: {id}");
        }
        let unknown = earlier::unknown(&real.guidance.earlier, &real.catalogue, &after);
        assert_eq!(unknown, earlier::Unknown::default(), "{file}");
        assert_eq!((after.changed, &after.plan), (before.changed, &before.plan), "{file}");
    }
}

#[test]
fn each_answer_to_a_question_with_other_words_now_waits_for_a_second_look() {
    let real = real();
    for (file, mut assessment) in of_the_first_version(&real) {
        let due: BTreeSet<QuestionId> = reworded(&real)
            .filter(|earlier| {
                let answer = assessment.answers.get(&earlier.id);
                answer.is_some_and(|answer| is_about(earlier, answer))
            })
            .map(|earlier| earlier.id.clone())
            .collect();
        let carried = carry_over(&real.guidance.earlier, &real.catalogue, &mut assessment);
        let carried: BTreeSet<_> = carried.into_iter().map(|earlier| earlier.id).collect();
        assert_eq!(carried, due, "{file}");
        let waiting: BTreeSet<_> = kept(&real.guidance.earlier, &assessment.answers)
            .map(|kept| kept.earlier.id.clone())
            .collect();
        assert_eq!(waiting, due, "{file}");
        assert!(due.len() > 40, "{file}: {}", due.len());
        for kept in kept(&real.guidance.earlier, &assessment.answers) {
            let offered = |name: &str| kept.earlier.offered(name).is_some();
            if let Some(step) = kept.answer.step() {
                assert!(offered(&step.number().to_string()), "{file}: {}", kept.earlier.id);
            }
            if let Some(value) = kept.answer.value() {
                assert!(offered(value.as_str()), "{file}: {}", kept.earlier.id);
            }
        }
    }
}

#[test]
fn nothing_that_was_carried_over_counts_as_progress() {
    let real = real();
    for (file, mut assessment) in of_the_first_version(&real) {
        let progress = |assessment: &Assessment| {
            let asked = Asked::of(&real.catalogue, &assessment.scope, &assessment.answers);
            ProgressBySection::of(&asked, &assessment.answers).all()
        };
        let found = |findings: &Findings| {
            let strengths = findings.strengths.iter().map(|found| found.question.id.clone());
            let gaps = findings.gaps.iter().map(|gap| gap.question.id.clone());
            (strengths.collect::<Vec<_>>(), gaps.collect::<Vec<_>>())
        };
        let before = (progress(&assessment), found(&real.findings(&assessment)));
        let _ = carry_over(&real.guidance.earlier, &real.catalogue, &mut assessment);
        assert_eq!((progress(&assessment), found(&real.findings(&assessment))), before, "{file}");
    }
}

#[test]
fn a_rule_of_other_words_says_all_that_could_be_answered_and_something_differs() {
    let real = real();
    for earlier in reworded(&real) {
        let Earlier { id, prompt, offered, .. } = earlier;
        let question = real.catalogue.question(id).unwrap();
        let before: Vec<_> = offered.iter().map(|(_, words)| words.to_string()).collect();
        match &question.kind {
            Kind::Ladder(_) => assert_eq!(before.len(), 5, "{id}"),
            // Values can come, and none can go.
            Kind::Decision(decision) => assert!(
                offered.iter().all(|(name, _)| decision.value(&(&**name).into()).is_some()),
                "{id}"
            ),
            Kind::Register(_) => panic!("{id}: the register answers it in no words of its own"),
            Kind::Reflection(_) => assert!(before.is_empty(), "{id}"),
            Kind::Tactics(matrix) => {
                for (name, words) in offered {
                    let tactic = matrix.tactics().find(|tactic| tactic.id.as_str() == &**name);
                    assert_ne!(&tactic.unwrap().name, words, "{id}: {name} reads as before");
                }
                continue;
            }
        }
        let is_as_before = *prompt == question.prompt
            && question.beneath.is_none()
            && !matches!(question.kind, Kind::Reflection(_))
            && before == rating::offered(question);
        assert!(!is_as_before, "{id} reads as before: nobody has to look again");
    }
}
