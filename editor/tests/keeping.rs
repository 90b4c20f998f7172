//! What is kept on the device: however late the storage answers, and whatever it refuses, nothing
//! is lost and “saved” is never said too early (the latter is checked after each single command,
//! see `common::Tab`).
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use common::{Tab, made, question};
use domain::answer::Choice;
use domain::assessment::Assessment;
use domain::questions::Step;
use editor::field::{AnswerText, ScopeText};
use editor::first::Choosing;
use editor::keeping::{Deletion, Keeping, StorageFault, Wish, Writing};
use editor::state::{Dialog, Shelf};
use editor::{Message, Place, first, later};
use proptest::prelude::*;
use proptest::sample::select;

/// What happens next.
#[derive(Clone, Debug)]
enum Next {
    Do(Vec<Message>),
    Go(Place),
    /// A file with the same name, or another one, takes the place of what is open.
    OpenFile(Vec<(&'static str, Step)>),
    /// The storage does one thing.
    Storage,
    /// The storage refuses from now on, or works again.
    Refuses(Option<StorageFault>),
}

fn next() -> impl Strategy<Value = Next> {
    let answers =
        prop::collection::vec((select(question::ALL.to_vec()), select(Step::ALL.to_vec())), 0..4);
    prop_oneof![
        8 => made::change_or_turn().prop_map(Next::Do),
        2 => made::place().prop_map(Next::Go),
        1 => answers.prop_map(Next::OpenFile),
        8 => Just(Next::Storage),
        1 => Just(Next::Refuses(Some(StorageFault::Full))),
        2 => Just(Next::Refuses(None)),
        1 => Just(Next::Do(vec![first::Command::Keep(Wish::Nowhere).into(), later::Command::Confirm.into(), first::Command::Keep(Wish::Device).into()])),
    ]
}

proptest! {
    #![proptest_config(common::made::config())]

    /// Once all batches are in, the records are the assessment.
    #[test]
    fn no_change_is_lost(all in prop::collection::vec(next(), 0..60)) {
        let mut tab = Tab::working();
        for next in all {
            match next {
                Next::Do(commands) => commands.into_iter().for_each(|command| tab.send(command)),
                Next::Go(place) => tab.send(first::Command::Go(place)),
                Next::OpenFile(answers) => {
                    let file = Assessment {
                        answers: answers.into_iter().map(|(id, step)| answered(id, step)).collect(),
                        ..tab.assessment().clone()
                    };
                    tab.open_file(&file);
                    tab.send(later::Command::Confirm);
                }
                Next::Storage => _ = tab.step(),
                Next::Refuses(fault) => tab.device.borrow_mut().refuses = fault,
            }
        }
        tab.device.borrow_mut().refuses = None;
        tab.settle();
        if tab.work().keeping != Keeping::Device(Writing::Saved) {
            // The last attempt failed: the next change tries again.
            tab.send(first::Command::Keep(Wish::Device));
            tab.settle();
        }
        prop_assert_eq!(&tab.work().keeping, &Keeping::Device(Writing::Saved));
        let kept = tab.draft(&tab.assessment().id).unwrap();
        prop_assert_eq!(&kept, tab.assessment());
        let place = tab.device.borrow().records[kept.id.as_str()].place.clone();
        prop_assert_eq!(&place, &tab.work().last_place);
        prop_assert!(place.needs_assessment(), "a draft is never left at {:?}", place);
    }

    /// Leaving for another assessment takes along what was still waiting.
    #[test]
    fn leaving_loses_nothing(
        changes in prop::collection::vec(made::change(), 0..20),
        steps in prop::collection::vec(0_usize..3, 20),
    ) {
        let mut tab = Tab::working();
        for (change, steps) in changes.into_iter().zip(steps) {
            tab.send(change);
            for _ in 0..steps {
                tab.step();
            }
        }
        let left = tab.assessment().clone();
        tab.send(first::Command::Begin);
        prop_assert!(tab.state.dialog.is_none(), "what is on its way to the device needs no asking");
        prop_assert_ne!(&tab.assessment().id, &left.id);
        tab.settle();
        prop_assert_eq!(tab.draft(&left.id).unwrap(), left.clone());
        tab.send(later::Command::Continue(left.id.clone()));
        tab.settle();
        prop_assert_eq!(tab.assessment(), &left);
    }
}

fn answered(id: &'static str, step: Step) -> (domain::id::QuestionId, domain::answer::Answer) {
    let answer = domain::answer::Answer { choice: Some(Choice::Step(step)), ..Default::default() };
    (id.into(), answer)
}

fn choose(question: &str, step: Step) -> first::Command {
    first::Command::Answer(question.into(), first::Answering::Choose(Choice::Step(step)))
}

fn note(typed: &str) -> first::Command {
    first::Command::Answer(
        question::LADDER.into(),
        first::Answering::Write(AnswerText::Note, typed.into()),
    )
}

#[test]
fn one_batch_is_in_flight_and_the_newest_state_waits_behind_it() {
    let mut tab = Tab::working();
    for typed in ["a", "ab", "abc", "abcd"] {
        tab.send(note(typed));
    }
    assert_eq!(tab.work().keeping, Keeping::Device(Writing::Saving));
    assert!(tab.step(), "the first letter");
    assert!(tab.step(), "all the others");
    assert!(!tab.step());
    assert_eq!(tab.work().keeping, Keeping::Device(Writing::Saved));
}

#[test]
fn a_refusal_is_said_and_the_next_change_tries_again() {
    let mut tab = Tab::working();
    tab.device.borrow_mut().refuses = Some(StorageFault::Full);
    tab.send(note("a"));
    tab.settle();
    assert_eq!(tab.work().keeping, Keeping::Device(Writing::Failed(StorageFault::Full)));
    assert!(tab.work().would_be_lost());
    assert!(!tab.is_busy(), "it is not tried again and again by itself");
    tab.device.borrow_mut().refuses = None;
    tab.send(choose(question::FIRST, Step::Two));
    tab.settle();
    assert_eq!(tab.work().keeping, Keeping::Device(Writing::Saved));
    assert_eq!(tab.draft(&tab.assessment().id).unwrap(), *tab.assessment());
}

#[test]
fn of_what_is_kept_since_the_list_was_read_it_is_not_said_that_nothing_is() {
    for place in [Place::Sealed, Place::Start] {
        let mut tab = Tab::working();
        tab.settle();
        assert_eq!(tab.state.shelf, Shelf::Listed([].into()), "read before it was begun");
        tab.send(first::Command::Go(place));
        assert_eq!(tab.state.shelf, Shelf::Reading);
        tab.settle();
        let Shelf::Listed(listings) = &tab.state.shelf else { panic!("it is read") };
        assert_eq!(listings.len(), 1);
    }
}

#[test]
fn a_file_that_replaces_the_draft_replaces_all_of_it_even_behind_a_batch_in_flight() {
    let mut tab = Tab::working();
    tab.send(choose(question::LADDER, Step::Two));
    tab.settle();
    let file = Assessment { answers: Default::default(), ..tab.assessment().clone() };
    tab.send(choose(question::FIRST, Step::Two));
    assert!(tab.is_busy());
    tab.open_file(&file);
    tab.send(later::Command::Confirm);
    tab.settle();
    assert!(tab.draft(&file.id).unwrap().answers.is_empty());
}

#[test]
fn not_keeping_it_after_all_deletes_the_draft_once_that_was_asked() {
    let mut tab = Tab::working();
    tab.send(choose(question::LADDER, Step::Two));
    tab.settle();
    tab.send(first::Command::Keep(Wish::Nowhere));
    let Some(Dialog::Delete(Deletion::Stored, going)) = tab.state.dialog.as_deref() else {
        panic!()
    };
    assert_eq!((going.answers, going.scope.unit), (1, true), "what goes from this device is named");
    tab.send(later::Command::CloseDialog);
    tab.settle();
    assert_eq!(tab.device.borrow().records.len(), 1, "nothing goes that was not agreed to");
    tab.send(first::Command::Keep(Wish::Nowhere));
    tab.send(later::Command::Confirm);
    tab.settle();
    assert!(tab.device.borrow().records.is_empty());
    assert_eq!(tab.work().keeping, Keeping::Nowhere);
    assert!(tab.work().would_be_lost());
    assert_eq!(tab.remembered, None);
    tab.send(first::Command::Choose(Choosing::Write(ScopeText::Company, "Example".into())));
    tab.settle();
    assert!(tab.device.borrow().records.is_empty(), "nothing is put");
}
