//! What can be done with an assessment on this device without opening it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use common::{Tab, file, question};
use domain::answer::Choice;
use domain::assessment::{Assessment, Timestamp};
use domain::id::AssessmentId;
use domain::job::{Job, Outcome, WriteFault};
use domain::questions::Step;
use editor::download::FileState;
use editor::effect::Focus;
use editor::first::Answering;
use editor::keeping::{Deletion, Keeping, Unread, Unreadable, Wanted, Writing};
use editor::state::{Notice, Shelf};
use editor::target::Target;
use editor::{Place, first, later};

/// A window at the start screen, with an assessment on this device that is not open.
fn at_start() -> (Tab, AssessmentId) {
    let mut first = Tab::working();
    let choice = Answering::Choose(Choice::Step(Step::Two));
    first.send(first::Command::Answer(question::LADDER.into(), choice));
    first.settle();
    let id = first.assessment().id.clone();
    let mut tab = Tab::open(&first.device, "");
    first.close();
    tab.settle();
    tab.now += 10_000;
    (tab, id)
}

fn want(tab: &mut Tab, id: &AssessmentId, wanted: Wanted) {
    tab.send(later::Command::Want(id.clone(), wanted));
    tab.settle();
}

fn subjects(tab: &Tab) -> Vec<String> {
    let Shelf::Listed(listings) = &tab.state.shelf else { panic!("{:?}", tab.state.shelf) };
    let mut all: Vec<_> = listings.iter().map(|one| one.subject.clone()).collect();
    all.sort();
    all
}

#[test]
fn it_gets_another_name_and_its_file_lacks_that() {
    let (mut tab, id) = at_start();
    want(&mut tab, &id, Wanted::Name("Tidewell".into()));
    assert_eq!(subjects(&tab), ["Tidewell"]);
    let kept = tab.draft(&id).unwrap();
    assert_eq!((kept.answers.len(), kept.changed.0 > 1_010_000), (1, true));
    assert!(tab.state.work.is_none(), "it is not opened by that");
}

#[test]
fn a_copy_has_all_of_it_under_a_name_of_its_own() {
    let (mut tab, id) = at_start();
    want(&mut tab, &id, Wanted::Name("Tidewell".into()));
    want(&mut tab, &id, Wanted::Copy("Copy of Tidewell".into()));
    tab.settle();
    assert_eq!(subjects(&tab), ["Copy of Tidewell", "Tidewell"]);
    let before = tab.draft(&id).unwrap();
    let device = tab.device.borrow();
    let other = device.records.keys().find(|other| **other != *id.as_str()).unwrap().clone();
    drop(device);
    let copy = tab.draft(&other.as_str().into()).unwrap();
    assert_eq!(copy.answers, before.answers);
    assert_eq!(copy.saved_to_file, None);
}

#[test]
fn its_save_file_is_handed_out_and_counts_once_it_is_said_to_be_there() {
    let (mut tab, id) = at_start();
    let saved = hand_out(&mut tab, &id);
    assert_eq!(saved.answers.len(), 1);
    assert_eq!(tab.files, [file()]);
    assert_eq!(tab.focus.take(), Some(Focus::Screen), "what there is to say stands above the list");
    assert_eq!(in_file(&tab).0, None, "nobody said that it is there");
    tab.send(later::Command::SayArrived(Target::Listed(id.clone())));
    tab.settle();
    assert_eq!(in_file(&tab), (saved.saved_to_file, Some(0)));
    assert_eq!(tab.state.file_state(&Target::Listed(id)), None);
}

#[test]
fn what_changed_between_its_file_and_the_word_that_it_is_there_is_not_in_the_file() {
    let (mut tab, id) = at_start();
    let saved = hand_out(&mut tab, &id);
    want(&mut tab, &id, Wanted::Name("Tidewell".into()));
    tab.send(later::Command::SayArrived(Target::Listed(id)));
    tab.settle();
    assert_eq!(in_file(&tab), (saved.saved_to_file, Some(1)));
    assert_eq!(subjects(&tab), ["Tidewell"]);
}

#[test]
fn what_changed_while_the_clock_was_set_back_is_not_in_its_file() {
    let (mut tab, id) = at_start();
    // The draft of a build that counted no changes.
    for record in tab.device.borrow_mut().records.values_mut() {
        record.changes_since_file = None;
    }
    hand_out(&mut tab, &id);
    tab.now -= 24 * 60 * 60 * 1_000;
    want(&mut tab, &id, Wanted::Name("Tidewell".into()));
    tab.send(later::Command::SayArrived(Target::Listed(id)));
    tab.settle();
    assert_ne!(in_file(&tab).1, Some(0));
}

#[test]
fn its_file_counts_where_it_is_opened() {
    let (mut tab, id) = at_start();
    let saved = hand_out(&mut tab, &id);
    tab.open_file(&saved);
    tab.settle();
    assert!(tab.state.dialog.is_some(), "it is on this device already");
    tab.send(later::Command::CloseDialog);
    assert_eq!(in_file(&tab), (saved.saved_to_file, Some(0)));
}

#[test]
fn its_file_that_was_not_made_is_said_not_to_be() {
    let (mut tab, id) = at_start();
    want(&mut tab, &id, Wanted::File);
    tab.send(later::Came::WorkerStopped);
    let failed = FileState::Failed(WriteFault::Stopped);
    assert_eq!(tab.state.file_state(&Target::Listed(id)), Some(&failed));
}

/// What the list says of its file.
fn in_file(tab: &Tab) -> (Option<Timestamp>, Option<u32>) {
    let Shelf::Listed(listings) = &tab.state.shelf else { panic!() };
    (listings[0].saved_to_file, listings[0].changes_since_file)
}

/// Its save file is asked for in the list and handed out. What is in it.
fn hand_out(tab: &mut Tab, id: &AssessmentId) -> Assessment {
    want(tab, id, Wanted::File);
    let at = tab.jobs.iter().position(|(_, job)| matches!(job, Job::Save(..))).unwrap();
    let (number, job) = tab.jobs.remove(at);
    let Job::Save(save, _) = job else { unreachable!() };
    tab.send(later::Came::Job(number, Outcome::Written(file())));
    tab.settle();
    save.into_assessment()
}

#[test]
fn what_was_deleted_comes_back_whole() {
    let (mut tab, id) = at_start();
    let before = tab.draft(&id).unwrap();
    for deletion in [Deletion::Draft(id.clone()), Deletion::Everything] {
        tab.send(later::Command::AskToDelete(deletion));
        tab.settle();
        tab.send(later::Command::Confirm);
        tab.settle();
        assert_eq!(tab.draft(&id), None);
        assert!(matches!(&tab.state.notice, Some(Notice::Deleted(records)) if records.len() == 1));
        assert_eq!(
            tab.focus.take(),
            Some(Focus::Screen),
            "where the notice is, not where the list was"
        );
        tab.send(later::Command::PutBack);
        tab.settle();
        assert_eq!(tab.focus.take(), Some(Focus::Screen), "the button is gone");
        assert_eq!(tab.draft(&id), Some(before.clone()));
        assert_eq!(subjects(&tab).len(), 1);
        assert_eq!(tab.state.notice, None);
    }
}

#[test]
fn what_can_be_read_of_an_assessment_without_its_beginning_is_opened_and_put_anew() {
    let (mut tab, id) = at_start();
    let Assessment { answers, .. } = tab.draft(&id).unwrap();
    tab.device.borrow_mut().records.clear();
    tab.device.borrow_mut().unread =
        vec![Unread { id: id.clone(), why: Unreadable::Damaged, subject: String::new() }];
    tab.send(first::Command::Go(Place::Start));
    tab.send(later::Came::MayDiffer);
    tab.settle();
    assert_eq!(tab.state.unread.len(), 1);
    tab.send(later::Command::OpenUnread(id.clone()));
    let mut draft = tab.blanks.remove(0);
    draft.assessment.answers = answers;
    tab.send(later::Came::WithoutHead(Box::new(draft)));
    tab.settle();
    assert_eq!(tab.state.place, Place::Choose, "what is assessed has to be chosen again");
    assert_eq!(tab.state.notice, Some(Notice::WithoutHead));
    assert_eq!(tab.work().keeping, Keeping::Device(Writing::Saved));
    assert_eq!(tab.draft(&id).unwrap().answers.len(), 1);
}

#[test]
fn opening_it_does_not_give_up_what_is_open_and_kept_nowhere() {
    let (mut tab, id) = at_start();
    tab.send(first::Command::Begin);
    tab.send(first::Command::Keep(editor::keeping::Wish::Nowhere));
    let choice = Answering::Choose(Choice::Step(Step::Two));
    tab.send(first::Command::Answer(question::LADDER.into(), choice));
    tab.send(later::Command::OpenUnread(id));
    assert!(tab.state.dialog.is_some(), "it asks first");
    assert!(tab.blanks.is_empty());
    assert_eq!(tab.assessment().answers.len(), 1);
}

#[test]
fn a_file_that_lacks_changes_and_is_a_day_old_is_reminded_of() {
    const DAY: i64 = 24 * 60 * 60 * 1_000;
    let mut tab = Tab::working();
    tab.save_file();
    tab.settle();
    let saved: Timestamp = tab.assessment().saved_to_file.unwrap();
    tab.now = saved.0 + DAY;
    tab.notice();
    assert_eq!(tab.state.notice, None, "nothing is missing from it");
    tab.now = saved.0 + DAY - 1_000;
    let choice = Answering::Choose(Choice::Step(Step::Two));
    tab.send(first::Command::Answer(question::LADDER.into(), choice));
    tab.notice();
    assert_eq!(tab.state.notice, None, "it is not a day old");
    tab.now = saved.0 + DAY;
    tab.notice();
    assert_eq!(tab.state.notice, Some(Notice::FileIsOld(1)));
    tab.hand_out();
    assert_eq!(tab.state.notice, Some(Notice::FileIsOld(1)), "until the new one is there");
    tab.send(later::Command::SayArrived(Target::SaveFile));
    assert_eq!(tab.state.notice, None);
}
