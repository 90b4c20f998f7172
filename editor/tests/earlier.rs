//! Assessments of another version of the questions: an earlier one is carried over, shown, and counts
//! as no change; a newer one is left as it lies.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use std::cell::RefCell;
use std::rc::Rc;

use common::{Device, Tab, catalogue, question};
use domain::answer::{Answer, Choice};
use domain::assessment::Assessment;
use domain::earlier::{Became, Earlier, Unknown, is_of_earlier_wording, kept};
use domain::guidance::Guidance;
use domain::questions::Step;
use domain::save::draft::Written;
use editor::history::Way;
use editor::keeping::{Draft, Keeping, StorageFault, Unreadable, Wish, Writing};
use editor::state::Notice;
use editor::{Message, Place, first, later};

fn rules() -> Vec<Earlier> {
    let rule = |id: &str, became| Earlier {
        id: id.into(),
        since: "1.0.0".into(),
        became,
        prompt: "Before?".into(),
        offered: vec![("2".into(), "Somebody.".into())],
    };
    let into = vec![question::FIRST.into(), question::ROUTED.into()];
    vec![
        rule("older-name", Became::Renamed(question::LADDER.into())),
        rule("both", Became::Split { into, holds: vec![question::FIRST.into()] }),
        rule("gone", Became::Retired("Nobody could answer it.".into())),
        rule(question::DECISION, Became::Reworded),
    ]
}

/// A tab to which the later half has come, with the rules.
fn with_rules(mut tab: Tab) -> Tab {
    let guidance = Guidance { earlier: rules(), ..Guidance::default() };
    tab.send(first::Came::LaterHalf(Rc::new(guidance), catalogue()));
    tab
}

fn at_step(step: Step) -> Answer {
    Answer { choice: Some(Choice::Step(step)), ..Answer::default() }
}

/// The assessment as an earlier version of the page left it.
fn of_earlier(mut assessment: Assessment) -> Assessment {
    assessment.catalogue.version = "0.9.0".into();
    for id in ["older-name", "both", "gone", "of-nobody"] {
        assessment.answers.set(&id.into(), Some(at_step(Step::Two).into()));
    }
    let decided = Answer { choice: Some(Choice::Decision("yes".into())), ..Answer::default() };
    assessment.answers.set(&question::DECISION.into(), Some(decided.into()));
    assessment
}

/// A device on which an earlier version of the page has kept an assessment; and that.
fn device_of_earlier() -> (Rc<RefCell<Device>>, Assessment) {
    let tab = Tab::working();
    let (device, id) = (tab.device.clone(), tab.assessment().id.clone());
    let before = of_earlier(tab.assessment().clone());
    tab.close();
    let mut records = device.borrow_mut();
    let record = records.records.get_mut(id.as_str()).unwrap();
    record.assessment = Rc::new(before.clone());
    let answers = before.answers.iter();
    record.answers = answers.map(|(id, answer)| (id.to_string(), answer.clone())).collect();
    record.changes_since_file = Some(0);
    drop(records);
    (device, before)
}

fn opened(device: &Rc<RefCell<Device>>, before: &Assessment) -> Tab {
    let mut tab = with_rules(Tab::open(device, ""));
    tab.settle();
    tab.send(later::Command::Continue(before.id.clone()));
    tab.settle();
    tab
}

#[test]
fn a_draft_of_an_earlier_version_is_carried_over_and_kept_so() {
    let (device, before) = device_of_earlier();
    let tab = opened(&device, &before);
    let after = tab.assessment();
    assert_eq!(&*after.catalogue.version, "1.0.0");
    assert_eq!(after.answers.get(&question::LADDER.into()).unwrap().step(), Some(Step::Two));
    assert_eq!(after.answers.get(&question::FIRST.into()).unwrap().step(), Some(Step::Two));
    assert_eq!(after.answers.get(&question::ROUTED.into()), None);
    for id in ["both", "gone", "of-nobody"] {
        assert_eq!(after.answers.get(&id.into()), before.answers.get(&id.into()), "{id}");
    }
    let said = tab.state.carried_over.as_ref().unwrap();
    let carried: Vec<_> = said.earlier.iter().map(|earlier| earlier.id.as_str()).collect();
    assert_eq!(carried, ["older-name", "both", "gone", question::DECISION]);
    assert_eq!(said.unknown, Unknown { answers: 1, others: 0 });

    // What lies on the device is what is open, and opens so again.
    assert_eq!(tab.work().keeping, Keeping::Device(Writing::Saved));
    assert_eq!(tab.draft(&before.id).as_ref(), Some(after));
    let after = after.clone();
    tab.close();
    let again = opened(&device, &before);
    assert_eq!(*again.assessment(), after);
    assert_eq!(again.state.carried_over, None, "it was said once");
    assert_eq!(kept(&rules(), &after.answers).count(), 3, "and stands under what is open");
}

#[test]
fn what_is_carried_over_is_no_change_and_no_progress() {
    let (device, before) = device_of_earlier();
    let mut tab = opened(&device, &before);
    assert_eq!(tab.work().changes_since_file, Some(0));
    assert_eq!(tab.assessment().changed, before.changed);
    assert!(!tab.work().history.has(Way::Undo));
    let after = tab.assessment().clone();
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(*tab.assessment(), after);
}

#[test]
fn a_file_of_an_earlier_version_is_carried_over_and_lacks_nothing() {
    let mut before = of_earlier(Tab::working().assessment().clone());
    before.id = "0123456789abcdef0123456789abcdef".into();
    let mut tab = with_rules(Tab::open(&Rc::default(), ""));
    tab.settle();
    tab.open_file(&before);
    assert_eq!(tab.state.carried_over.as_ref().unwrap().earlier.len(), 4);
    assert_eq!(tab.state.notice, Some(Notice::FileOpened));
    assert!(!tab.work().would_be_lost(), "all of it is in the file");
    tab.send(first::Command::Keep(Wish::Device));
    tab.settle();
    assert_eq!(tab.draft(&before.id).as_ref(), Some(tab.assessment()));
    tab.send(later::Command::CloseCarriedOver);
    assert_eq!(tab.state.carried_over, None);
    // Beside the one that is on this device.
    tab.open_file(&before);
    tab.send(later::Command::ConfirmBeside);
    assert_ne!(tab.assessment().id, before.id);
    assert_eq!(&*tab.assessment().catalogue.version, "1.0.0");
    assert_eq!(tab.state.carried_over.as_ref().unwrap().earlier.len(), 4);
    tab.send(first::Command::Keep(Wish::Device));
    tab.settle();
    // In the place of the one that is on this device.
    tab.open_file(&before);
    tab.send(later::Command::Confirm);
    tab.settle();
    assert_eq!(tab.state.carried_over.as_ref().unwrap().earlier.len(), 4);
    assert_eq!(tab.draft(&before.id).as_ref(), Some(tab.assessment()));
}

#[test]
fn what_the_bank_does_not_know_goes_from_file_to_file_as_it_was() {
    let before = of_earlier(Tab::working().assessment().clone());
    let mut tab = with_rules(Tab::open(&Rc::default(), ""));
    tab.settle();
    tab.open_file(&before);
    let choose = first::Answering::Choose(Choice::Step(Step::Three));
    tab.send(first::Command::Answer(question::ROUTED.into(), choose));
    let saved = tab.save_file();
    let id = "of-nobody".into();
    assert_eq!(saved.answers.get(&id), before.answers.get(&id));
}

#[test]
fn an_answer_to_an_earlier_wording_is_confirmed_and_that_can_be_taken_back() {
    let (device, before) = device_of_earlier();
    let mut tab = opened(&device, &before);
    let is_earlier = |tab: &Tab| {
        is_of_earlier_wording(&rules(), &tab.assessment().answers, &question::DECISION.into())
    };
    assert!(is_earlier(&tab));
    let progress = tab.work().progress();
    tab.send(first::Command::Go(Place::Open));
    let kept_as = rules()[3].kept_as();
    tab.send(later::Command::StillHolds(kept_as));
    tab.settle();
    assert!(!is_earlier(&tab));
    assert_eq!(tab.work().progress(), progress);
    assert_eq!(tab.work().changes_since_file, Some(1), "that is a change that the file lacks");
    assert_eq!(tab.draft(&before.id).as_ref(), Some(tab.assessment()));
    tab.send(first::Command::Go(Place::Result));
    tab.send(Message::Turn(Way::Undo));
    assert!(is_earlier(&tab));
    tab.send(first::Command::Go(Place::Choose));
    tab.send(Message::Turn(Way::Redo));
    assert_eq!(tab.state.place, Place::Question(question::DECISION.into(), None));

    // Nothing else can be taken away like this.
    let answers = tab.assessment().answers.clone();
    tab.send(later::Command::StillHolds(question::LADDER.into()));
    assert_eq!(tab.assessment().answers, answers);
}

#[test]
fn another_answer_is_one_to_the_question_as_it_is_asked_now() {
    let (device, before) = device_of_earlier();
    let mut tab = opened(&device, &before);
    let choose = first::Answering::Choose(Choice::Decision("no".into()));
    tab.send(first::Command::Answer(question::DECISION.into(), choose));
    let answers = &tab.assessment().answers;
    assert!(!is_of_earlier_wording(&rules(), answers, &question::DECISION.into()));
}

#[test]
fn a_draft_of_a_newer_version_of_the_questions_is_left_as_it_lies() {
    let (device, mut before) = device_of_earlier();
    before.catalogue.version = "1.1.0".into();
    let id = before.id.as_str().to_owned();
    device.borrow_mut().records.get_mut(&id).unwrap().assessment = Rc::new(before.clone());
    let lies = device.borrow().draft(&before.id);
    let tab = opened(&device, &before);
    assert!(tab.state.work.is_none());
    assert_eq!(tab.state.notice, Some(Notice::DraftUnread(Unreadable::Newer)));
    assert_eq!(device.borrow().draft(&before.id), lies);
}

#[test]
fn a_draft_that_cannot_be_read_is_not_said_to_be_deleted() {
    for fault in [Unreadable::Newer, Unreadable::Damaged] {
        let mut tab = with_rules(Tab::open(&Rc::default(), ""));
        let id = "0123456789abcdef0123456789abcdef".into();
        tab.send(later::Command::Continue(id));
        let id = "0123456789abcdef0123456789abcdef".into();
        tab.send(later::Came::UnreadDraft(id, fault));
        assert_eq!(tab.state.notice, Some(Notice::DraftUnread(fault)));
        assert!(tab.state.opening.is_none() && tab.remembered.is_none());
    }
}

#[test]
fn a_window_of_an_earlier_version_beside_this_one_loses_nothing_and_one_of_a_newer_is_left_alone() {
    let (device, before) = device_of_earlier();
    let mut tab = opened(&device, &before);
    let lies = tab.draft(&before.id).unwrap();
    // The other window still runs the earlier page: it answers once more under the old name.
    let mut theirs = before.clone();
    theirs.answers.set(&"older-name".into(), Some(at_step(Step::Four).into()));
    let draft = |assessment: Assessment, window| Draft {
        assessment,
        place: Place::Open,
        changes_since_file: Some(1),
        written: Written::new(window, 1),
        damaged: 0,
    };
    tab.send(later::Came::Beside(Box::new(draft(theirs, 8))));
    let answers = &tab.assessment().answers;
    assert_eq!(answers.get(&question::LADDER.into()).unwrap().step(), Some(Step::Four));
    assert_eq!(answers.get(&"older-name".into()), None);
    assert_eq!(&*tab.assessment().catalogue.version, "1.0.0");

    let mut newer = lies;
    newer.catalogue.version = "1.1.0".into();
    let open = tab.assessment().clone();
    tab.send(later::Came::Beside(Box::new(draft(newer, 9))));
    assert_eq!(*tab.assessment(), open);
    assert_eq!(tab.work().keeping, Keeping::Device(Writing::Failed(StorageFault::Newer)));
    let choose = first::Answering::Choose(Choice::Decision("no".into()));
    tab.send(first::Command::Answer(question::DECISION.into(), choose));
    assert_eq!(tab.work().keeping, Keeping::Device(Writing::Failed(StorageFault::Newer)));
}
