//! What a change costs does not depend on how many questions there are: what it does not concern stays
//! the value it was, and whoever draws from it compares pointers.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use std::rc::Rc;

use common::{Tab, question};
use domain::answer::Choice;
use domain::asked::Asked;
use domain::progress::{ProgressBySection, SectionProgress};
use domain::questions::Step;
use editor::field::AnswerText;
use editor::first::{Answering, Command};
use editor::history::Way;
use editor::{Message, Place};

/// What the screens are drawn from, as it is now.
fn drawn_from(tab: &Tab) -> (Rc<Asked>, Rc<ProgressBySection>) {
    (tab.work().asked.clone(), tab.work().by_section.clone())
}

fn answer(tab: &mut Tab, id: &str, answering: Answering) {
    tab.send(Command::Answer(id.into(), answering));
}

fn step(number: u8) -> Answering {
    Answering::Choose(Choice::Step(Step::from_number(number).unwrap()))
}

/// Which sections are other values than before, by their place.
fn counted_anew(before: &ProgressBySection, after: &ProgressBySection) -> Vec<usize> {
    let section = |all: &ProgressBySection, at| all.section(at).cloned();
    let all = (0..).map_while(|at| section(before, at).zip(section(after, at)));
    let anew = |(before, after): (Rc<SectionProgress>, _)| !Rc::ptr_eq(&before, &after);
    all.map(anew).enumerate().filter_map(|(at, anew)| anew.then_some(at)).collect()
}

#[test]
fn an_answer_counts_its_own_section_anew_and_no_other() {
    let mut tab = Tab::working();
    let (asked, before) = drawn_from(&tab);
    answer(&mut tab, question::WORDS, Answering::NotKnown(String::new()));
    let (same, after) = drawn_from(&tab);
    assert!(Rc::ptr_eq(&asked, &same), "what is asked stays the value it was");
    assert_eq!(counted_anew(&before, &after), [2]);
    // From another section, as undo does it.
    tab.send(Command::Go(Place::Question(question::FIRST.into(), None)));
    answer(&mut tab, question::FIRST, step(2));
    assert_eq!(counted_anew(&after, &tab.work().by_section), [0]);
    let after = tab.work().by_section.clone();
    tab.send(Message::Turn(Way::Undo));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(counted_anew(&after, &tab.work().by_section), [0, 2]);
}

#[test]
fn another_step_and_words_beside_it_leave_every_square_the_value_it_was() {
    let mut tab = Tab::working();
    answer(&mut tab, question::LADDER, step(2));
    let (asked, squares) = drawn_from(&tab);
    answer(&mut tab, question::LADDER, step(4));
    for typed in ["a", "ab", "abc"] {
        answer(&mut tab, question::LADDER, Answering::Write(AnswerText::Note, typed.to_owned()));
    }
    let (asked_then, squares_then) = drawn_from(&tab);
    assert!(Rc::ptr_eq(&asked, &asked_then) && Rc::ptr_eq(&squares, &squares_then));
}

#[test]
fn a_change_copies_neither_the_answers_nor_what_was_done_before() {
    let mut tab = Tab::working();
    answer(&mut tab, question::FIRST, step(2));
    tab.settle();
    let held = |tab: &Tab| (Rc::as_ptr(&tab.work().assessment), Rc::as_ptr(&tab.work().history));
    let before = held(&tab);
    for answering in [step(3), Answering::Write(AnswerText::Note, "a".to_owned())] {
        // What is on its way to the device holds the assessment.
        tab.settle();
        answer(&mut tab, question::LADDER, answering);
    }
    assert_eq!(held(&tab), before, "nobody else holds them");
}

#[test]
fn only_a_decision_that_routes_something_works_out_anew_what_is_asked() {
    let mut tab = Tab::working();
    let (asked, _) = drawn_from(&tab);
    answer(&mut tab, question::LADDER, step(3));
    assert!(Rc::ptr_eq(&asked, &tab.work().asked));
    answer(&mut tab, question::DECISION, Answering::Choose(Choice::Decision("no".into())));
    assert_eq!(tab.work().asked.sections[1].folded.len(), 1);
    assert!(!Rc::ptr_eq(&asked, &tab.work().asked));
}
