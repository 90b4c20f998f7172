//! What was said about the gravest risk, and which questions speak of it.

use std::rc::Rc;

use domain::answer::{Answer, Choice};
use domain::gravest::{Gravest, TERMS, is_spoken_of};
use domain::guidance::{Guidance, Term};
use domain::questions::Question;
use domain::risk::{Mark, Needed, Register, Risk, RiskId};
use domain::step::Step;

use crate::bank::{MATRIX, bank};

fn question(id: &str) -> Rc<Question> {
    bank().catalogue.question(&id.into()).unwrap().clone()
}

#[test]
fn it_is_named_by_words_alone_and_what_was_said_instead_is_told_apart() {
    let asked_by = question("plan-first");
    let answer = |choice, words: &str, because: &str| Answer {
        choice,
        words: words.into(),
        because: because.into(),
        ..Answer::default()
    };
    let (not_known, does_not_apply) = (Some(Choice::NotKnown), Some(Choice::DoesNotApply));
    for (answer, expected) in [
        (answer(None, " A door is broken in.\n", ""), Gravest::Named("A door is broken in.")),
        (answer(None, " \n", ""), Gravest::Open),
        (answer(not_known, "Kept beside it.", ""), Gravest::NotKnown),
        (
            answer(does_not_apply.clone(), "Kept.", " We make none. "),
            Gravest::None("We make none."),
        ),
        (answer(does_not_apply, "", " "), Gravest::Open),
    ] {
        let none_listed = Register::default();
        assert_eq!(Gravest::of(&asked_by, Some(&answer), &none_listed), expected, "{answer:?}");
    }
    assert_eq!(Gravest::of(&asked_by, None, &Register::default()), Gravest::Open);
}

#[test]
fn where_risks_are_listed_it_is_the_first_of_them_by_its_name_or_else_its_story() {
    let asked_by = question("plan-first");
    let answer = Answer { words: "A door is broken in.".into(), ..Answer::default() };
    let says = |register: &Register| match Gravest::of(&asked_by, Some(&answer), register) {
        Gravest::Listed { id, words } => (id.0, words.to_string()),
        other => panic!("{other:?}"),
    };
    let mut grave = Risk { story: " Police come. ".into(), ..Risk::new(RiskId(2)) };
    grave.severity.scale.mark = Some(Mark::Known(Step::Five));
    let mut slight = Risk { name: Needed::filled("A delay".into()), ..Risk::new(RiskId(1)) };
    slight.severity.scale.mark = Some(Mark::Known(Step::One));
    assert_eq!(says(&Register::of([&slight, &grave])), (2, "Police come.".into()));
    grave.name = Needed { value: "A raid".into(), not_known: false };
    assert_eq!(says(&Register::of([&slight, &grave])), (2, "A raid".into()));
    grave.name.not_known = true;
    grave.story.clear();
    assert_eq!(says(&Register::of([&slight, &grave])), (2, String::new()));
}

/// The help of the bank, with a term beside one question.
fn with_term(id: &str, term: &str) -> Guidance {
    let mut guidance = bank().guidance.clone();
    guidance.terms = vec![Term {
        id: term.into(),
        name: "A term".into(),
        says: "It means this.".into(),
        sources: Vec::new(),
    }];
    let mut helps = guidance.questions.iter_mut();
    helps.find(|(found, _)| found.as_str() == id).unwrap().1.terms = vec![term.into()];
    guidance
}

#[test]
fn a_question_speaks_of_it_by_its_terms_and_each_one_about_tactics_does() {
    let asked_by = question("plan-first");
    let speaks =
        |id: &str, guidance: &Guidance| is_spoken_of(&asked_by, &question(id), None, guidance);
    for term in TERMS {
        let guidance = with_term("see-people", term);
        assert!(speaks("see-people", &guidance), "{term}");
        assert!(!speaks("see-part", &guidance), "{term} stands beside another");
        assert!(speaks(MATRIX, &guidance), "tactics are to fit it");
        let guidance = with_term("plan-first", term);
        assert!(!speaks("plan-first", &guidance), "{term}: where it is asked for it is not named");
    }
    assert!(!speaks("see-people", &with_term("see-people", "drill")));
}
