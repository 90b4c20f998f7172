//! A save file that is locked with a passphrase: asked for, given, and kept by nobody.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use std::rc::Rc;

use common::{Tab, file, question};
use domain::answer::Choice;
use domain::job::{Job, OpenFault, Outcome, WriteFault};
use domain::passphrase::{LockFault, Passphrase};
use domain::questions::Step;
use domain::save::Save;
use editor::download::FileState;
use editor::passphrase::{Aim, Given, Problem};
use editor::state::{Dialog, Notice};
use editor::target::Target;
use editor::{Place, first, later};

const PASSPHRASE: &str = "twelve boxers in the night";
const LOCKED: &[u8] = b"age-encryption.org/v1\n-> scrypt";

/// An assessment with one answer that is kept nowhere, on the screen with the files.
fn unkept() -> Tab {
    let mut tab = Tab::open(&Rc::default(), "");
    tab.settle();
    tab.send(first::Command::Begin);
    let choice = first::Answering::Choose(Choice::Step(Step::Two));
    tab.send(first::Command::Answer(question::LADDER.into(), choice));
    tab.send(first::Command::Go(Place::Download));
    tab
}

fn give(tab: &mut Tab, passphrase: &str, again: &str) {
    let [passphrase, again] = [passphrase, again].map(|text| Passphrase(text.into()));
    tab.send(later::Command::GivePassphrase(Given { passphrase, again }));
}

fn asked(tab: &Tab) -> Option<(&Aim, Option<Problem>)> {
    match tab.state.dialog.as_deref() {
        Some(Dialog::Passphrase(aim, problem)) => Some((aim, *problem)),
        _ => None,
    }
}

fn ask_to_lock(tab: &mut Tab) {
    tab.send(later::Command::Write(Target::LockedFile));
    assert_eq!(asked(tab), Some((&Aim::Lock, None)));
}

/// Chooses a locked file.
fn choose(tab: &mut Tab) {
    tab.send(later::Command::FileChosen("theirs.age".into(), LOCKED.into()));
}

fn wrong() -> Outcome {
    Outcome::NotOpened(OpenFault::Locked(LockFault::WrongPassphrase))
}

#[test]
fn nothing_is_written_before_a_passphrase_is_given_that_is_long_enough_and_twice_the_same() {
    let mut tab = unkept();
    ask_to_lock(&mut tab);
    for (passphrase, again, problem) in [
        ("", "", Problem::Short),
        ("eleven char", "eleven char", Problem::Short),
        (PASSPHRASE, "", Problem::Differs),
        (PASSPHRASE, "twelve boxers in the Night", Problem::Differs),
    ] {
        give(&mut tab, passphrase, again);
        assert_eq!(asked(&tab), Some((&Aim::Lock, Some(problem))), "{passphrase}");
        assert!(tab.jobs.is_empty());
    }
    give(&mut tab, PASSPHRASE, PASSPHRASE);
    assert_eq!(asked(&tab), None);
    let [(_, Job::SaveLocked(save, _, Passphrase(passphrase)))] = &tab.jobs[..] else {
        panic!("{:?}", tab.jobs)
    };
    assert_eq!(passphrase, PASSPHRASE);
    assert_eq!(save.clone().into_assessment().answers, tab.assessment().answers);
}

#[test]
fn whoever_cancels_or_gives_one_where_none_is_asked_for_gets_no_file() {
    let mut tab = unkept();
    ask_to_lock(&mut tab);
    tab.send(later::Command::CloseDialog);
    give(&mut tab, PASSPHRASE, PASSPHRASE);
    assert!(tab.jobs.is_empty());
    assert_eq!(tab.state.file_state(&Target::LockedFile), None);
}

#[test]
fn a_locked_file_counts_as_the_open_one_does_once_it_is_said_to_be_there() {
    let mut tab = unkept();
    ask_to_lock(&mut tab);
    give(&mut tab, PASSPHRASE, PASSPHRASE);
    tab.work_off(Outcome::Written(file()));
    assert!(tab.work().would_be_lost());
    let made = tab.state.awaited_file().expect("it is asked whether it is there").1.made;
    tab.now += 60_000;
    tab.send(later::Command::SayArrived(Target::LockedFile));
    assert_eq!(tab.assessment().saved_to_file, Some(made));
    assert_eq!(tab.work().changes_since_file, Some(0));
    assert!(!tab.work().would_be_lost());
    assert!(tab.state.awaited_file().is_none());
}

#[test]
fn of_two_files_that_nobody_has_found_yet_the_newer_one_is_asked_about() {
    let mut tab = unkept();
    tab.send(later::Command::Write(Target::SaveFile));
    tab.work_off(Outcome::Written(file()));
    let plain = tab.state.awaited_file().unwrap().1.made;
    tab.now += 60_000;
    ask_to_lock(&mut tab);
    give(&mut tab, PASSPHRASE, PASSPHRASE);
    tab.work_off(Outcome::Written(file()));
    assert!(tab.state.awaited_file().unwrap().1.made > plain);
}

#[test]
fn a_locked_file_that_was_opened_is_there() {
    let mut tab = unkept();
    ask_to_lock(&mut tab);
    give(&mut tab, PASSPHRASE, PASSPHRASE);
    let [(_, Job::SaveLocked(save, ..))] = &tab.jobs[..] else { panic!("{:?}", tab.jobs) };
    let save = save.clone();
    tab.work_off(Outcome::Written(file()));
    choose(&mut tab);
    give(&mut tab, PASSPHRASE, "");
    tab.work_off(Outcome::Opened(save));
    assert!(tab.state.awaited_file().is_none());
    assert!(!tab.work().would_be_lost());
}

#[test]
fn a_worker_that_is_started_anew_asks_again_and_writes_nothing_that_is_not_locked() {
    let mut tab = unkept();
    ask_to_lock(&mut tab);
    give(&mut tab, PASSPHRASE, PASSPHRASE);
    let example = Target::Blank(domain::report::format::Format::Html);
    tab.send(later::Command::Write(example.clone()));
    tab.jobs.clear();
    tab.send(later::Command::CancelWriting(example));
    assert!(tab.jobs.is_empty(), "{:?}", tab.jobs);
    assert_eq!(asked(&tab), Some((&Aim::Lock, None)));
    assert_eq!(tab.state.file_state(&Target::LockedFile), None);
}

#[test]
fn that_it_could_not_be_locked_is_said_and_nothing_is_handed_out() {
    let mut tab = unkept();
    ask_to_lock(&mut tab);
    give(&mut tab, PASSPHRASE, PASSPHRASE);
    tab.work_off(Outcome::NotWritten(WriteFault::NotLocked));
    let failed = FileState::Failed(WriteFault::NotLocked);
    assert_eq!(tab.state.file_state(&Target::LockedFile), Some(&failed));
    assert!(tab.state.awaited_file().is_none());
}

#[test]
fn a_wrong_passphrase_is_told_and_another_one_is_asked_for_with_the_same_file() {
    let mut tab = unkept();
    choose(&mut tab);
    let aim = Aim::Open("theirs.age".into(), LOCKED.into());
    assert_eq!(asked(&tab), Some((&aim, None)));
    for _ in 0..3 {
        give(&mut tab, "x", "");
        assert_eq!(asked(&tab), None);
        let [(_, Job::OpenLocked(bytes, _))] = &tab.jobs[..] else { panic!("{:?}", tab.jobs) };
        assert_eq!(bytes, LOCKED);
        tab.work_off(wrong());
        assert_eq!(asked(&tab), Some((&aim, Some(Problem::Wrong))));
        assert_eq!(tab.state.notice, None);
    }
}

#[test]
fn whoever_gives_up_a_locked_file_has_what_was_open() {
    let mut tab = unkept();
    let before = tab.assessment().clone();
    choose(&mut tab);
    give(&mut tab, "x", "");
    tab.work_off(wrong());
    tab.send(later::Command::CloseDialog);
    assert_eq!(*tab.assessment(), before);
    assert_eq!(tab.state.place, Place::Download);
    assert_eq!(tab.state.notice, None);
}

#[test]
fn a_locked_file_that_no_passphrase_opens_is_refused_with_its_reason() {
    for fault in [LockFault::Damaged, LockFault::TooMuchWork, LockFault::NeedsKey] {
        let mut tab = unkept();
        choose(&mut tab);
        give(&mut tab, PASSPHRASE, "");
        tab.work_off(Outcome::NotOpened(OpenFault::Locked(fault)));
        assert_eq!(asked(&tab), None);
        let notice = Notice::FileRefused("theirs.age".into(), OpenFault::Locked(fault));
        assert_eq!(tab.state.notice, Some(notice));
    }
}

#[test]
fn what_a_locked_file_holds_is_opened_as_any_save_file_is() {
    let mut tab = Tab::working();
    tab.settle();
    let mut other = tab.assessment().clone();
    other.id = "b".repeat(32).as_str().into();
    choose(&mut tab);
    give(&mut tab, PASSPHRASE, "");
    tab.work_off(Outcome::Opened(Box::new(Save::of(&other))));
    tab.settle();
    assert_eq!(tab.assessment().id, other.id);
}

#[test]
fn a_locked_file_that_takes_long_can_be_put_off() {
    let mut tab = unkept();
    choose(&mut tab);
    give(&mut tab, PASSPHRASE, "");
    let (number, _) = tab.jobs[0];
    tab.send(later::Came::TakesLong(number));
    assert_eq!(tab.state.reading_file().map(|name| &**name), Some("theirs.age"));
    tab.send(later::Command::StopReading);
    let notice = Notice::FileRefused("theirs.age".into(), OpenFault::PutOff);
    assert_eq!(tab.state.notice, Some(notice));
}

#[test]
fn a_passphrase_is_in_no_state_and_in_nothing_that_is_shown_to_who_looks_for_a_fault() {
    let mut tab = unkept();
    ask_to_lock(&mut tab);
    give(&mut tab, PASSPHRASE, "another one that differs");
    assert!(!format!("{:?}", tab.state).contains("twelve boxers"));
    give(&mut tab, PASSPHRASE, PASSPHRASE);
    choose(&mut tab);
    give(&mut tab, PASSPHRASE, "");
    let shown = format!("{:?} {:?}", tab.state, tab.jobs);
    assert!(!shown.contains("twelve boxers") && shown.contains("SaveLocked"), "{shown}");
}
