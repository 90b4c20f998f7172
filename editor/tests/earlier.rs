//! Assessments of another version of the questions: an earlier one is carried over, shown, and counts
//! as no change; a newer one is left as it lies.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use std::cell::RefCell;
use std::rc::Rc;

use common::{Device, Tab, catalogue, file, question};
use domain::answer::{Answer, Choice};
use domain::assessment::{Assessment, Timestamp};
use domain::earlier::{Became, Earlier, Unknown, is_of_earlier_wording, kept};
use domain::guidance::Guidance;
use domain::id::AssessmentId;
use domain::job::{Job, Outcome};
use domain::questions::Step;
use domain::save::draft::Written;
use editor::effect::Focus;
use editor::history::Way;
use editor::keeping::{
    Deletion, Draft, Keeping, Listing, StorageFault, Unread, Unreadable, Wanted, Wish, Writing,
};
use editor::state::{Dialog, Notice, Shelf};
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

/// Everything that can be wanted of an assessment in the list.
fn all_wanted() -> [Wanted; 3] {
    [Wanted::Name("Tidewell".into()), Wanted::Copy("Copy".into()), Wanted::File]
}

fn want(tab: &mut Tab, id: &AssessmentId, wanted: Wanted) {
    tab.send(later::Command::Want(id.clone(), wanted));
    tab.settle();
}

/// The same on another device, with what the newer page wrote in its place.
fn device_of_newer() -> (Rc<RefCell<Device>>, Assessment) {
    let (device, mut before) = device_of_earlier();
    before.catalogue.version = "1.1.0".into();
    Rc::make_mut(&mut before.scope).company = "Example Systems".into();
    put_in_place(&device, &before);
    (device, before)
}

fn put_in_place(device: &Rc<RefCell<Device>>, assessment: &Assessment) {
    let mut device = device.borrow_mut();
    let record = device.records.get_mut(assessment.id.as_str()).unwrap();
    record.assessment = Rc::new(assessment.clone());
}

/// All that lies on a device, to the last byte.
fn lies(device: &Rc<RefCell<Device>>) -> String {
    format!("{:?}", device.borrow().records)
}

/// What is open without what tells two assessments apart that say the same.
fn says(tab: &Tab) -> Assessment {
    let mut assessment = tab.assessment().clone();
    Rc::make_mut(&mut assessment.scope).company.clear();
    let (changed, created, saved_to_file) = (Timestamp(0), Timestamp(0), None);
    Assessment { id: "same".into(), changed, created, saved_to_file, ..assessment }
}

#[test]
fn a_draft_of_a_newer_version_of_the_questions_is_left_as_it_lies() {
    let (device, before) = device_of_newer();
    let lay = lies(&device);
    let tab = opened(&device, &before);
    assert!(tab.state.work.is_none());
    assert_eq!(tab.state.notice, Some(Notice::DraftUnread(Unreadable::Newer)));
    assert_eq!(lies(&device), lay);
}

#[test]
fn a_draft_of_a_newer_version_is_listed_as_that_and_not_offered() {
    let (device, before) = device_of_newer();
    let mut tab = with_rules(Tab::open(&device, ""));
    tab.settle();
    let subject = "Example Systems".into();
    let newer = Unread { id: before.id.clone(), why: Unreadable::Newer, subject };
    assert_eq!(&*tab.state.unread, [newer]);
    assert_eq!(tab.state.shelf, Shelf::Listed([].into()));
    // Nor is it the newest, where an address needs an assessment.
    let mut at_question = with_rules(Tab::open(&device, "#result"));
    at_question.settle();
    assert_eq!((at_question.state.notice.clone(), at_question.state.opening.clone()), (None, None));
    // It can be deleted, and it is counted where everything is.
    tab.send(later::Command::AskToDelete(Deletion::Everything));
    let dialog = tab.state.dialog.clone().unwrap();
    assert!(matches!(&*dialog, Dialog::Delete(_, going) if going.assessments == 1));
    tab.send(later::Command::CloseDialog);
    tab.send(later::Command::AskToDelete(Deletion::Draft(before.id.clone())));
    let dialog = tab.state.dialog.clone().unwrap();
    assert!(matches!(&*dialog, Dialog::Delete(_, going) if going.subject == "Example Systems"));
    tab.send(later::Command::Confirm);
    tab.settle();
    assert_eq!((device.borrow().records.len(), tab.state.unread.len()), (0, 0));
}

#[test]
fn what_became_newer_behind_the_list_is_refused_whatever_is_wanted_of_it() {
    for wanted in all_wanted() {
        let (device, before) = device_of_earlier();
        let mut tab = with_rules(Tab::open(&device, ""));
        tab.settle();
        let mut newer = before.clone();
        newer.catalogue.version = "1.1.0".into();
        put_in_place(&device, &newer);
        let lay = lies(&device);
        want(&mut tab, &before.id, wanted.clone());
        assert_eq!(tab.state.notice, Some(Notice::DraftUnread(Unreadable::Newer)), "{wanted:?}");
        assert_eq!(tab.focus, Some(Focus::Screen), "the notice stands above the list");
        assert_eq!(lies(&device), lay, "{wanted:?}");
        assert!(tab.jobs.is_empty(), "nothing is written to a file");
        assert_eq!(tab.state.unread.len(), 1, "and the list knows it now");
    }
}

#[test]
fn what_is_gone_behind_the_list_is_said_to_be() {
    for wanted in all_wanted() {
        let (device, before) = device_of_earlier();
        let mut tab = with_rules(Tab::open(&device, ""));
        tab.settle();
        device.borrow_mut().records.clear();
        want(&mut tab, &before.id, wanted);
        assert_eq!(tab.state.notice, Some(Notice::DraftGone));
        assert_eq!(tab.state.shelf, Shelf::Listed([].into()));
    }
}

#[test]
fn a_file_of_what_lies_there_unread_is_opened_beside_it() {
    let (device, before) = device_of_newer();
    let lay = device.borrow().draft(&before.id);
    let mut tab = with_rules(Tab::open(&device, ""));
    tab.settle();
    let mut in_file = before.clone();
    in_file.catalogue.version = "1.0.0".into();
    tab.open_file(&in_file);
    tab.send(first::Command::Keep(Wish::Device));
    tab.settle();
    assert_ne!(tab.assessment().id, before.id);
    assert_eq!(tab.assessment().answers, in_file.answers);
    assert_eq!(device.borrow().draft(&before.id), lay);
}

#[test]
fn what_is_done_from_the_list_leaves_an_earlier_version_one_until_it_is_opened() {
    let (device, before) = device_of_earlier();
    let directly = {
        let (device, before) = device_of_earlier();
        let tab = opened(&device, &before);
        (says(&tab), tab.state.carried_over.clone())
    };
    assert!(directly.1.is_some());
    let mut tab = with_rules(Tab::open(&device, ""));
    tab.settle();
    let Shelf::Listed(listings) = tab.state.shelf.clone() else { panic!() };
    let squares = |listing: &Listing| listing.progress;

    // Renamed: its name is another, and nothing else.
    want(&mut tab, &before.id, Wanted::Name("Tidewell".into()));
    let renamed = tab.draft(&before.id).unwrap();
    assert_eq!(renamed.scope.subject(), "Tidewell");
    let other_name = Assessment {
        scope: before.scope.clone(),
        changed: before.changed,
        saved_to_file: before.saved_to_file,
        ..renamed
    };
    assert_eq!(other_name, before);
    // Copied: the copy is of that version too.
    want(&mut tab, &before.id, Wanted::Copy("Copy".into()));
    let other = |id: &&String| id.as_str() != before.id.as_str();
    let copy = device.borrow().records.keys().find(other).unwrap().as_str().into();
    let copied = tab.draft(&copy).unwrap();
    assert_eq!((&copied.catalogue, &copied.answers), (&before.catalogue, &before.answers));
    // Saved: so is the file.
    want(&mut tab, &before.id, Wanted::File);
    let (number, job) = tab.jobs.remove(0);
    let Job::Save(save, _) = job else { panic!("{job:?}") };
    let in_file = save.into_assessment();
    assert_eq!((&in_file.catalogue, &in_file.answers), (&before.catalogue, &before.answers));
    tab.send(later::Came::Job(number, Outcome::Written(file())));
    tab.settle();
    assert_eq!(tab.draft(&before.id).unwrap().catalogue, before.catalogue);
    // None of it is progress.
    let Shelf::Listed(after) = &tab.state.shelf else { panic!() };
    assert_eq!(after.len(), 2);
    assert!(after.iter().all(|one| squares(one) == squares(&listings[0])), "{after:?}");
    tab.close();

    // Each says what was carried over as it is opened, just as if nothing had been done before.
    for id in [&before.id, &copy] {
        let mut tab = with_rules(Tab::open(&device, ""));
        tab.settle();
        tab.send(later::Command::Continue(id.clone()));
        tab.settle();
        assert_eq!((says(&tab), tab.state.carried_over.clone()), directly);
        tab.close();
    }
    let mut tab = with_rules(Tab::open(&Rc::default(), ""));
    tab.settle();
    tab.open_file(&in_file);
    assert_eq!((says(&tab), tab.state.carried_over.clone()), directly);
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
        progress: Default::default(),
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
