//! The agenda's rule of confidence, in the bytes that go out: nothing confidential is in them, and
//! nothing tells that it was there.

use std::collections::BTreeSet;
use std::rc::Rc;

use documents::worker::run;
use domain::answer::{Answer, Confidentiality};
use domain::asked::Asked;
use domain::assessment::{Answers, Assessment};
use domain::elsewhere::{Elsewhere, HigherStep};
use domain::job::{Job, Outcome, Source};
use domain::plan::PlannedAction;
use domain::questions::Step;
use domain::report::format::Format;
use domain::sharing::{Naming, Shown};
use domain::sheet::record::{Arrival, RecordedSheet, SavedSheet, SheetForm, SheetId, SheetRecords};
use domain::texts::report as keys;
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{DATE, MOMENT, TACTICS, With, bank, empty};
use crate::jobs::{content, saved};
use crate::packages;

/// Letters and digits alone, so that no escaping can hide it.
const MARKER: &str = "QZ7MARKER7ZQ";

/// All files for sharing, name and bytes as text.
fn sharing(assessment: &Assessment, naming: Naming) -> Vec<String> {
    let content = content();
    Format::ALL
        .into_iter()
        .map(|format| {
            let source = Source::Sharing(saved(assessment), naming);
            match run(&content, Job::Write(source, MOMENT, format)) {
                // Of a package also what stands around its parts.
                Outcome::Written(file) => {
                    let around = String::from_utf8_lossy(&file.bytes).into_owned();
                    format!("{}\n{around}\n{}", file.name, packages::text(file.bytes))
                }
                other => panic!("{other:?}"),
            }
        })
        .collect()
}

/// Puts the marker into every text of an answer, whether or not something stood there.
fn mark(answer: &mut Answer) {
    let Answer { words, could_know, because, note, elsewhere, .. } = answer;
    for text in [words, could_know, because, note, &mut elsewhere.place] {
        text.push_str(MARKER);
    }
    for evidence in &mut answer.evidence {
        evidence.place.push_str(MARKER);
        evidence.as_of.push_str(MARKER);
    }
    for (_, tactic) in &mut answer.tactics {
        tactic.could_know.push_str(MARKER);
        tactic.because.push_str(MARKER);
    }
}

fn each_answer(assessment: &Assessment, change: impl Fn(&mut Answer)) -> Assessment {
    let answers: Answers = assessment
        .answers
        .iter()
        .map(|(id, answer)| {
            let mut answer = (**answer).clone();
            change(&mut answer);
            (id.clone(), answer)
        })
        .collect();
    Assessment { answers, ..assessment.clone() }
}

/// Puts the marker into what is planned about an answer that must not go out, and about one that was
/// not given.
fn mark_plan(assessment: &mut Assessment, with_owners: bool) {
    let answers = &assessment.answers;
    let is_told = |action: &PlannedAction| {
        action.reason.question().is_none_or(|question| {
            answers.get(question).is_some_and(|answer| !answer.is_confidential())
        })
    };
    let marked = assessment.plan.actions().iter().cloned().map(|mut action| {
        if !is_told(&action) {
            action.what.push_str(MARKER);
            action.first_step.push_str(MARKER);
            action.first_sign.push_str(MARKER);
            action.owner.push_str(MARKER);
            action.needs.push_str(MARKER);
        } else if with_owners {
            action.owner.push_str(MARKER);
            action.needs.push_str(MARKER);
        }
        action
    });
    assessment.plan = Rc::new(marked.collect());
}

/// Puts the marker into what is on record of question sheets, and one more on record.
fn mark_sheets(assessment: &mut Assessment) {
    let marked = assessment.sheets.all().iter().cloned().map(|mut record| {
        record.to.push_str(MARKER);
        if let RecordedSheet::Saved(saved) = &mut record.sheet {
            saved.who.push_str(MARKER);
        }
        record
    });
    let mut sheets: SheetRecords = marked.collect();
    sheets.save(
        SheetId(1),
        SavedSheet {
            who: MARKER.into(),
            form: SheetForm::Workbook,
            rows: 7,
            on: DATE,
            arrival: Arrival::Said,
        },
    );
    assessment.sheets = Rc::new(sheets);
}

/// The assessment with the marker in all that must not go out when no names are chosen.
fn marked(assessment: &Assessment) -> Assessment {
    let mut marked = each_answer(assessment, |answer| {
        if answer.is_confidential() {
            mark(answer);
        } else {
            answer.could_know.push_str(MARKER);
            if answer.higher().is_none() {
                answer.elsewhere.place.push_str(MARKER);
            }
            for (_, tactic) in &mut answer.tactics {
                tactic.could_know.push_str(MARKER);
            }
        }
    });
    for dismissal in &mut marked.dismissals {
        dismissal.because.push_str(MARKER);
    }
    mark_plan(&mut marked, true);
    mark_sheets(&mut marked);
    let scope = Rc::make_mut(&mut marked.scope);
    for name in
        [&mut scope.company, &mut scope.product, &mut scope.person, &mut scope.other_function]
    {
        name.push_str(MARKER);
    }
    marked
}

/// Each answer with words that no other has, so that each can be found again.
fn with_words_of_their_own(assessment: &Assessment) -> Assessment {
    let words = |id: &str, of: &str| {
        let letters: String = id.chars().filter(char::is_ascii_alphabetic).collect();
        format!("Qz{letters}{of}")
    };
    let answers = assessment.answers.iter().map(|(id, answer)| {
        let mut answer = (**answer).clone();
        let name = id.as_str();
        answer.words = words(name, "words");
        answer.note = words(name, "note");
        answer.because = words(name, "because");
        answer.could_know = words(name, "know");
        for evidence in &mut answer.evidence {
            evidence.place = words(name, "place");
        }
        for (tactic, said) in &mut answer.tactics {
            said.because = words(tactic.as_str(), "because");
        }
        (id.clone(), answer)
    });
    Assessment { answers: answers.collect(), ..assessment.clone() }
}

/// The words of each file for sharing. Of numbers, positions change with what is left out.
fn said(assessment: &Assessment, naming: Naming) -> Vec<BTreeSet<String>> {
    let content = content();
    let write = |format| {
        let source = Source::Sharing(saved(assessment), naming);
        match run(&content, Job::Write(source, MOMENT, format)) {
            Outcome::Written(file) => words(&packages::text(file.bytes)),
            other => panic!("{other:?}"),
        }
    };
    Format::ALL.into_iter().map(write).collect()
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|one: char| !one.is_alphabetic());
    words.filter(|word| word.chars().count() > 2).map(str::to_owned).collect()
}

/// What stands around a decision. There is room for three: where one of them goes from a copy, the next one
/// comes, in words that stood around none before.
fn words_of_decisions() -> BTreeSet<String> {
    let bank = bank();
    let frames = [
        keys::BOARD_WHETHER,
        keys::BOARD_UNPLANNED,
        keys::BOARD_OWNER,
        keys::BOARD_OWNER_DUE,
        keys::BOARD_DUE,
        keys::BOARD_OVERDUE,
    ];
    let frames = frames.into_iter().flat_map(|key| words(&bank.texts.get(key)));
    let questions = bank.catalogue.questions();
    let decided = questions.filter_map(|question| bank.rules.sentences(&question.id));
    frames.chain(decided.flat_map(|sentences| words(&sentences.decision))).collect()
}

proptest! {
    #[test]
    fn what_is_confidential_is_in_no_byte(assessment in arbitrary::assessment()) {
        for file in sharing(&marked(&assessment), Naming::default()) {
            prop_assert!(!file.contains(MARKER));
        }
    }

    #[test]
    fn names_that_were_chosen_bring_nothing_else(assessment in arbitrary::assessment()) {
        let naming = Naming { company: Shown::Yes, product: Shown::Yes, people: Shown::Yes, reach: Shown::Yes };
        let mut marked = each_answer(&assessment, |answer| {
            if answer.is_confidential() {
                mark(answer);
            }
        });
        for dismissal in &mut marked.dismissals {
            dismissal.because.push_str(MARKER);
        }
        mark_plan(&mut marked, false);
        for file in sharing(&marked, naming) {
            prop_assert!(!file.contains(MARKER));
        }
    }

    #[test]
    fn confidential_and_left_open_give_the_same_bytes(assessment in arbitrary::assessment()) {
        // What a decision folds away stays folded where the decision is marked; what risks fold away that
        // stay here is asked in a copy.
        let mut told = assessment.clone();
        told.risks = Rc::new(assessment.risks.for_sharing());
        told.answer_by_register();
        let asked = Asked::of(&bank().catalogue, &told.scope, &told.answers);
        let open: Answers = assessment
            .answers
            .iter()
            .filter(|(id, answer)| {
                !answer.is_confidential() && asked.questions().any(|found| found.id == **id)
            })
            .map(|(id, answer)| (id.clone(), (**answer).clone()))
            .collect();
        let left_open = Assessment { answers: open, ..assessment.clone() };
        let naming = Naming { company: Shown::Yes, product: Shown::Yes, people: Shown::Yes, reach: Shown::Yes };
        for naming in [Naming::default(), naming] {
            prop_assert_eq!(sharing(&assessment, naming), sharing(&left_open, naming));
        }
    }

    #[test]
    fn marking_one_more_answer_adds_no_word(
        assessment in arbitrary::assessment(),
        at in any::<prop::sample::Index>(),
    ) {
        let told = with_words_of_their_own(&assessment);
        prop_assume!(!told.answers.is_empty());
        let (id, answer) = told.answers.iter().nth(at.index(told.answers.len())).unwrap();
        let mut answer = (**answer).clone();
        answer.confidentiality = Confidentiality::Confidential;
        let mut marked = told.clone();
        marked.answers.set(&id.clone(), Some(answer.into()));
        let naming = Naming { company: Shown::Yes, product: Shown::Yes, people: Shown::Yes, reach: Shown::Yes };
        let decisions = words_of_decisions();
        for naming in [Naming::default(), naming] {
            for (before, after) in said(&told, naming).iter().zip(said(&marked, naming)) {
                let new: Vec<_> = after.difference(before).filter(|word| !decisions.contains(*word)).collect();
                prop_assert!(new.is_empty(), "{new:?}");
            }
        }
    }

    #[test]
    fn no_id_and_no_code_goes_out(assessment in arbitrary::assessment()) {
        // Without anything typed, so that what is found comes from the report alone.
        let silent = each_answer(&assessment, |answer| {
            *answer = Answer {
                choice: answer.choice.clone(),
                tactics: answer.tactics.clone(),
                because: "reason".into(),
                sureness: answer.sureness,
                confidentiality: answer.confidentiality,
                ..Answer::default()
            };
            for (_, tactic) in &mut answer.tactics {
                tactic.could_know.clear();
                tactic.because.clear();
            }
        });
        let bank = bank();
        for file in sharing(&silent, Naming::default()) {
            for question in bank.catalogue.questions().filter(|found| found.id.as_str().contains('-')) {
                prop_assert!(!file.contains(question.id.as_str()), "{}", question.id);
            }
            for code in bank.catalogue.questions().map(|question| &question.code) {
                let code = code.as_str();
                prop_assert!(code.len() < 3 || !file.contains(code), "{}", code);
            }
            for tactic in TACTICS.iter().flat_map(|(_, tactics)| tactics.iter()) {
                prop_assert!(!file.contains(tactic), "{tactic}");
            }
            prop_assert!(!file.contains("t-all") && !file.contains("0123456789abcdef"));
        }
    }
}

#[test]
fn every_file_says_the_same_sentence() {
    for assessment in [empty(), empty().step("see-people", 2)] {
        for file in sharing(&assessment, Naming::default()) {
            assert!(file.contains("Answers may be left out of this copy."));
        }
    }
}

#[test]
fn the_complete_copy_does_hold_the_marker() {
    // So that the properties above cannot hold for the reason that nothing is written at all.
    let answer = Answer {
        note: MARKER.into(),
        confidentiality: Confidentiality::Confidential,
        ..crate::bank::at_step(2)
    };
    let elsewhere = Elsewhere { highest: HigherStep::new(Step::Four), place: MARKER.into() };
    let higher = Answer { note: String::new(), elsewhere, ..answer.clone() };
    let assessment = empty().answered("see-people", answer);
    does_hold_the_marker(&assessment);
    does_hold_the_marker(&empty().answered("see-people", higher));
}

fn does_hold_the_marker(assessment: &Assessment) {
    // A calendar holds the plan alone, and has tests of its own.
    for format in Format::ALL.into_iter().filter(|format| *format != Format::Calendar) {
        let source = Source::Complete(saved(assessment));
        let Outcome::Written(file) = run(&content(), Job::Write(source, MOMENT, format)) else {
            panic!()
        };
        assert!(packages::text(file.bytes).contains(MARKER));
    }
}
