//! Two tabs: the second one only reads, whatever is done in it, and writes once the first is gone.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use common::{Tab, content, made, question};
use domain::answer::Choice;
use domain::questions::Step;
use editor::drawn::DrawnReport;
use editor::keeping::{Deletion, Keeping, StorageFault, Wish, Writing};
use editor::state::Notice;
use editor::{Message, Place, first, later};
use proptest::prelude::*;

/// A tab that writes, and a second one on the same assessment.
fn two() -> (Tab, Tab) {
    let first = Tab::working();
    let mut second = Tab::open(&first.device, "");
    second.settle();
    second.send(later::Command::Continue(first.assessment().id.clone()));
    second.settle();
    assert_eq!(second.work().keeping, Keeping::ReadOnly);
    (first, second)
}

fn choose(step: Step) -> first::Command {
    first::Command::Answer(question::LADDER.into(), first::Answering::Choose(Choice::Step(step)))
}

proptest! {
    #![proptest_config(common::made::config())]

    /// Nothing that is done in the second tab changes the assessment, or reaches the device.
    #[test]
    fn a_tab_that_reads_changes_nothing(
        commands in prop::collection::vec(made::change_or_turn(), 0..20),
        places in prop::collection::vec(made::place(), 20),
    ) {
        let (first, mut second) = two();
        let before = first.assessment().clone();
        for (commands, place) in commands.into_iter().zip(places) {
            for command in commands {
                second.send(command);
            }
            second.send(first::Command::Keep(Wish::Device));
            second.send(first::Command::Keep(Wish::Nowhere));
            second.send(first::Command::Go(place));
            second.settle();
        }
        second.save_file();
        second.settle();
        prop_assert_eq!(content(second.assessment()), content(&before));
        prop_assert_eq!(first.draft(&before.id).unwrap(), before);
        prop_assert!(!second.work().would_be_lost());
    }
}

#[test]
fn the_second_tab_takes_over_with_what_the_first_wrote() {
    let (mut first, mut second) = two();
    second.send(first::Command::Go(Place::Result));
    first.send(choose(Step::Four));
    first.settle();
    assert!(second.assessment().answers.is_empty(), "what it reads is as it was opened");
    second.notice_free();
    assert_eq!(second.work().keeping, Keeping::ReadOnly, "the first is still there");
    let last = first.assessment().clone();
    first.close();
    second.notice_free();
    second.settle();
    assert_eq!(*second.assessment(), last);
    assert_eq!(second.work().keeping, Keeping::Device(Writing::Saved));
    assert_eq!(second.state.place, Place::Result, "and it stays where it is");
    assert_eq!(second.jobs.len(), 2, "the result is drawn anew");
    second.send(choose(Step::Five));
    second.settle();
    assert_eq!(second.draft(&last.id).unwrap(), *second.assessment());
}

#[test]
fn going_elsewhere_while_the_draft_is_read_again_is_not_undone_by_it() {
    let (first, mut second) = two();
    first.close();
    second.notice_free();
    second.send(first::Command::Go(Place::Start));
    second.settle();
    assert_eq!(second.state.place, Place::Start);
}

#[test]
fn a_third_tab_reads_on() {
    let (first, mut second) = two();
    let mut third = Tab::open(&first.device, "");
    third.settle();
    third.send(later::Command::Continue(first.assessment().id.clone()));
    third.settle();
    first.close();
    second.notice_free();
    third.notice_free();
    second.settle();
    third.settle();
    assert_eq!(second.work().keeping, Keeping::Device(Writing::Saved));
    assert_eq!(third.work().keeping, Keeping::ReadOnly);
}

#[test]
fn a_draft_that_the_first_tab_deleted_is_kept_nowhere_and_says_so() {
    let (mut first, mut second) = two();
    first.send(choose(Step::Two));
    first.send(later::Command::AskToDelete(Deletion::Draft(first.assessment().id.clone())));
    first.send(later::Command::Confirm);
    first.settle();
    second.notice_free();
    second.settle();
    assert_eq!(second.state.notice, Some(Notice::DraftGone));
    assert_eq!(
        second.work().keeping,
        Keeping::Undecided,
        "it can be kept again, or saved to a file"
    );
}

#[test]
fn what_another_tab_writes_cannot_be_deleted_under_its_hands() {
    let first = Tab::working();
    let mut second = Tab::open(&first.device, "");
    second.settle();
    for deletion in [Deletion::Draft(first.assessment().id.clone()), Deletion::Everything] {
        second.send(later::Command::AskToDelete(deletion));
        second.send(later::Command::Confirm);
        second.settle();
        assert_eq!(second.state.notice, Some(Notice::NotDeleted(StorageFault::Blocked)));
    }
    assert_eq!(first.draft(&first.assessment().id).unwrap(), *first.assessment());
}

#[test]
fn a_file_of_an_assessment_that_another_tab_writes_does_not_overwrite_it() {
    let mut first = Tab::working();
    first.send(choose(Step::Two));
    first.settle();
    let file = first.save_file();
    first.send(choose(Step::Three));
    first.settle();
    let mut second = Tab::open(&first.device, "");
    second.settle();
    second.open_file(&file);
    second.send(later::Command::Confirm);
    second.settle();
    assert_eq!(second.state.notice, Some(Notice::HeldElsewhere));
    assert_eq!(second.work().keeping, Keeping::Undecided);
    assert_eq!(first.draft(&file.id).unwrap(), *first.assessment());
}

#[test]
fn what_was_drawn_for_another_reading_is_dropped() {
    let (first, mut second) = two();
    second.send(first::Command::Go(Place::Result));
    let (number, _) = second.jobs[0].clone();
    first.close();
    second.notice_free();
    second.settle();
    let drawn = domain::job::Outcome::Stopped;
    second.send(Message::from(later::Came::Job(number, drawn)));
    assert_ne!(second.state.result, DrawnReport::default(), "the new drawing is still waited for");
    assert!(!second.state.result.failed);
}
