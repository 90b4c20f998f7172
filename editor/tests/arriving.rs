//! A file that was handed to the browser counts once the person says that it is there, or opens it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use std::rc::Rc;

use common::{Tab, file, question};
use domain::answer::Choice;
use domain::assessment::Assessment;
use domain::job::{File, Outcome};
use domain::questions::Step;
use domain::report::format::Format;
use editor::download::{Copying, FileState, HandedOut};
use editor::history::Way;
use editor::keeping::{Keeping, Wish};
use editor::later::Said;
use editor::state::Dialog;
use editor::target::Target;
use editor::{Message, Place, first, later};

const REPORTS: [Target; 2] = [Target::Report(Format::Html), Target::Report(Format::Csv)];

fn choose(question: &str, step: Step) -> first::Command {
    first::Command::Answer(question.into(), first::Answering::Choose(Choice::Step(step)))
}

/// An assessment with one answer that is kept nowhere.
fn unkept() -> Tab {
    let mut tab = Tab::open(&Rc::default(), "");
    tab.settle();
    tab.send(first::Command::Begin);
    tab.send(choose(question::LADDER, Step::Two));
    tab
}

/// Two windows in which the same assessment is open.
fn two() -> (Tab, Tab) {
    let mut first = Tab::working();
    first.send(choose(question::LADDER, Step::Two));
    first.settle();
    let mut second = Tab::open(&first.device, "");
    second.settle();
    second.send(later::Command::Continue(first.assessment().id.clone()));
    second.settle();
    (first, second)
}

fn say_arrived(tab: &mut Tab) {
    tab.send(later::Command::SayArrived(Target::SaveFile));
}

fn handed_out<'a>(tab: &'a Tab, target: &Target) -> &'a HandedOut {
    match tab.state.file_state(target) {
        Some(FileState::HandedOut(file)) => file,
        other => panic!("{other:?}"),
    }
}

fn asks_to_leave(tab: &mut Tab) -> bool {
    tab.send(first::Command::Begin);
    matches!(tab.state.dialog.as_deref(), Some(Dialog::Leave(..)))
}

#[test]
fn a_file_that_was_handed_out_does_not_count_before_somebody_says_that_it_is_there() {
    let mut tab = unkept();
    tab.hand_out();
    assert_eq!(tab.assessment().saved_to_file, None);
    assert_eq!(tab.work().changes_since_file, Some(1));
    assert!(tab.work().would_be_lost());
    assert!(asks_to_leave(&mut tab));
}

#[test]
fn a_file_that_is_said_to_be_there_counts_from_when_it_was_made() {
    let mut tab = unkept();
    let saved = tab.hand_out();
    tab.now += 60_000;
    say_arrived(&mut tab);
    assert!(saved.saved_to_file.is_some());
    assert_eq!(tab.assessment().saved_to_file, saved.saved_to_file);
    assert_eq!(tab.work().changes_since_file, Some(0));
    assert_eq!(tab.state.file_state(&Target::SaveFile), None, "it is not asked about any more");
    assert_eq!(tab.state.said.1, Some(Said::SavedToFile.into()));
    assert!(!asks_to_leave(&mut tab));
}

#[test]
fn that_it_is_there_is_kept_with_the_draft() {
    let mut tab = Tab::working();
    tab.send(choose(question::LADDER, Step::Two));
    tab.hand_out();
    tab.settle();
    let id = tab.assessment().id.clone();
    assert_eq!(tab.draft(&id).unwrap().saved_to_file, None);
    say_arrived(&mut tab);
    tab.settle();
    assert_eq!(tab.draft(&id).unwrap(), *tab.assessment());
    assert!(tab.assessment().saved_to_file.is_some());
}

#[test]
fn what_changes_between_the_file_and_the_word_is_not_in_the_file() {
    let mut tab = unkept();
    tab.hand_out();
    tab.send(choose(question::FIRST, Step::Two));
    tab.send(choose(question::FIRST, Step::Three));
    say_arrived(&mut tab);
    assert_eq!(tab.work().changes_since_file, Some(2));
    assert!(tab.work().would_be_lost());
}

#[test]
fn what_is_taken_back_between_the_file_and_the_word_counts_as_changed() {
    let mut tab = unkept();
    tab.hand_out();
    tab.send(Message::Turn(Way::Undo));
    say_arrived(&mut tab);
    assert!(tab.work().listing().changed_since_file());
    assert_eq!(tab.work().changes_since_file, Some(1));
}

#[test]
fn the_word_is_about_the_file_that_was_handed_out_last() {
    let mut tab = unkept();
    let first = tab.hand_out();
    tab.send(choose(question::FIRST, Step::Two));
    let second = tab.hand_out();
    assert_ne!(first.saved_to_file, second.saved_to_file);
    say_arrived(&mut tab);
    assert_eq!(tab.assessment().saved_to_file, second.saved_to_file);
    assert_eq!(tab.work().changes_since_file, Some(0));
    let before = tab.state.clone();
    say_arrived(&mut tab);
    assert_eq!(tab.state, before, "nothing is left to be said");
}

#[test]
fn while_a_second_file_is_made_the_first_cannot_be_said_to_be_there() {
    let mut tab = unkept();
    tab.hand_out();
    tab.send(later::Command::Write(Target::SaveFile));
    say_arrived(&mut tab);
    assert!(tab.work().would_be_lost());
    tab.send(later::Command::CancelWriting(Target::SaveFile));
    say_arrived(&mut tab);
    assert!(tab.work().would_be_lost());
}

#[test]
fn a_file_that_is_opened_is_there_without_a_word() {
    for wish in [None, Some(Wish::Nowhere), Some(Wish::Device)] {
        let mut tab = unkept();
        if let Some(wish) = wish {
            tab.send(first::Command::Keep(wish));
        }
        let saved = tab.hand_out();
        tab.open_file(&saved);
        assert!(!matches!(tab.state.dialog.as_deref(), Some(Dialog::Leave(..))), "{wish:?}");
        tab.send(later::Command::CloseDialog);
        assert_eq!(tab.assessment().saved_to_file, saved.saved_to_file, "{wish:?}");
        assert_eq!(tab.work().changes_since_file, Some(0), "{wish:?}");
        assert!(!tab.work().would_be_lost(), "{wish:?}");
    }
}

#[test]
fn what_changed_after_a_file_is_asked_about_as_that_file_is_opened() {
    let mut tab = unkept();
    let saved = tab.hand_out();
    tab.send(choose(question::FIRST, Step::Two));
    tab.open_file(&saved);
    assert!(matches!(tab.state.dialog.as_deref(), Some(Dialog::Leave(..))));
    assert_eq!(tab.work().changes_since_file, Some(1), "all but that is in the file");
}

#[test]
fn another_file_of_the_same_assessment_says_nothing_of_the_one_that_was_handed_out() {
    let mut tab = unkept();
    let saved = tab.hand_out();
    let other = Assessment { saved_to_file: None, ..saved };
    tab.open_file(&other);
    assert!(tab.work().would_be_lost());
    assert!(handed_out(&tab, &Target::SaveFile).awaited.is_some());
}

#[test]
fn a_file_that_was_opened_has_what_it_holds_in_a_file() {
    let saved = unkept().hand_out();
    let mut tab = Tab::open(&Rc::default(), "");
    tab.settle();
    tab.open_file(&saved);
    assert_eq!(tab.work().keeping, Keeping::Undecided);
    assert_eq!(tab.assessment().saved_to_file, saved.saved_to_file);
    assert!(!tab.work().would_be_lost());
}

#[test]
fn the_question_before_leaving_can_be_answered_with_the_word() {
    let mut tab = unkept();
    let before = tab.assessment().id.clone();
    tab.hand_out();
    assert!(asks_to_leave(&mut tab));
    say_arrived(&mut tab);
    assert_eq!(tab.state.dialog, None);
    assert_ne!(tab.assessment().id, before, "what was wanted is done");
}

#[test]
fn the_question_before_leaving_stays_where_the_file_lacks_something() {
    let mut tab = unkept();
    tab.hand_out();
    tab.send(choose(question::FIRST, Step::Two));
    assert!(asks_to_leave(&mut tab));
    say_arrived(&mut tab);
    assert!(tab.state.dialog.is_some());
    assert_eq!(tab.work().changes_since_file, Some(1));
}

#[test]
fn what_another_window_wrote_between_the_file_and_the_word_is_not_in_the_file() {
    let (mut here, mut there) = two();
    here.hand_out();
    there.send(choose(question::FIRST, Step::Two));
    there.settle();
    here.notice();
    here.settle();
    say_arrived(&mut here);
    here.settle();
    assert_eq!(here.work().changes_since_file, Some(1));
    there.notice();
    there.settle();
    assert_eq!(there.assessment().saved_to_file, here.assessment().saved_to_file);
    assert!(there.work().listing().changed_since_file());
}

#[test]
fn a_newer_file_of_another_window_stays_the_last_one() {
    let (mut here, mut there) = two();
    here.hand_out();
    there.now = here.now + 60_000;
    there.send(choose(question::FIRST, Step::Two));
    let newer = there.save_file();
    there.settle();
    here.notice();
    here.settle();
    say_arrived(&mut here);
    assert_eq!(here.assessment().saved_to_file, newer.saved_to_file);
    assert_eq!(here.work().changes_since_file, Some(0));
}

#[test]
fn a_file_of_what_was_open_before_says_nothing_of_what_is_open_now() {
    let mut tab = Tab::working();
    tab.send(choose(question::LADDER, Step::Two));
    tab.settle();
    tab.hand_out();
    tab.begin_kept();
    tab.send(choose(question::LADDER, Step::Two));
    say_arrived(&mut tab);
    assert_eq!(tab.assessment().saved_to_file, None);
}

// ---- Nothing arrived ----

fn written(bytes: &[u8]) -> Outcome {
    let (name, media_type) = ("file".into(), "text/plain".into());
    Outcome::Written(File { name, media_type, bytes: bytes.to_vec() })
}

/// A tab that handed out two reports as text.
fn with_reports() -> Tab {
    let mut tab = Tab::working();
    tab.send(first::Command::Go(Place::Download));
    tab.jobs.clear();
    for target in REPORTS {
        tab.send(later::Command::Write(target));
        tab.work_off(written("caf\u{e9}".as_bytes()));
    }
    tab
}

#[test]
fn a_file_that_is_text_can_be_had_as_text_and_a_packed_one_cannot() {
    let cases: [(&[u8], Option<&str>); 3] =
        [(b"{}\n", Some("{}\n")), (b"PK\x03\x04", None), (&[0xff, 0xfe], None)];
    for (bytes, text) in cases {
        let mut tab = Tab::working();
        tab.send(later::Command::Write(Target::SaveFile));
        tab.work_off(written(bytes));
        assert_eq!(handed_out(&tab, &Target::SaveFile).text.as_deref(), text);
        tab.send(later::Command::CopyText(Target::SaveFile));
        let copies: Vec<&str> = tab.copies.iter().map(|(_, text)| &**text).collect();
        assert_eq!(copies, Vec::from_iter(text));
    }
}

#[test]
fn whether_it_was_copied_is_said_once_the_browser_has_said_so() {
    let mut tab = with_reports();
    let [report, _] = REPORTS;
    tab.send(later::Command::CopyText(report.clone()));
    assert_eq!(tab.copies, [(report.clone(), "caf\u{e9}".into())]);
    assert_eq!(handed_out(&tab, &report).copying, Copying::NotAsked);
    tab.send(later::Came::Copied(report.clone()));
    assert_eq!(handed_out(&tab, &report).copying, Copying::Copied);
    tab.send(later::Command::CopyText(report.clone()));
    tab.send(later::Came::NotCopied(report.clone()));
    assert_eq!(handed_out(&tab, &report).copying, Copying::Refused);
}

#[test]
fn the_text_of_one_file_at_a_time_is_shown() {
    let mut tab = with_reports();
    let [one, other] = REPORTS;
    for target in [&one, &other] {
        tab.send(later::Command::CopyText(target.clone()));
        tab.send(later::Came::NotCopied(target.clone()));
    }
    assert_eq!(handed_out(&tab, &one).copying, Copying::NotAsked);
    assert_eq!(handed_out(&tab, &other).copying, Copying::Refused);
}

#[test]
fn a_text_that_was_copied_after_its_file_is_gone_changes_nothing() {
    let mut tab = with_reports();
    let [one, _] = REPORTS;
    tab.send(later::Command::CopyText(one.clone()));
    tab.send(later::Command::CancelWriting(one.clone()));
    let before = tab.state.clone();
    tab.send(later::Came::Copied(one));
    assert_eq!(tab.state, before);
}

#[test]
fn a_save_file_that_was_copied_as_text_counts_by_the_same_word() {
    let mut tab = unkept();
    tab.send(later::Command::Write(Target::SaveFile));
    tab.work_off(Outcome::Written(File { bytes: b"{}".to_vec(), ..file() }));
    tab.send(later::Command::CopyText(Target::SaveFile));
    tab.send(later::Came::Copied(Target::SaveFile));
    assert!(tab.work().would_be_lost());
    say_arrived(&mut tab);
    assert!(!tab.work().would_be_lost());
}
