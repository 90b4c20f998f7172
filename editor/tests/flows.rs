//! Ways through the editor: beginning, leaving, opening files, deleting, downloading, printing.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use std::rc::Rc;

use common::{Tab, content, file, question};
use domain::answer::Choice;
use domain::assessment::Assessment;
use domain::drawing::Drawing;
use domain::job::{Extent, Job, OpenFault, Outcome, Source, Stands, WriteFault};
use domain::questions::Step;
use domain::report::Edition;
use domain::report::format::Format;
use domain::scope::Unit;
use domain::sharing::{Naming, Shown};
use editor::download::FileState;
use editor::field::ScopeText;
use editor::first::Choosing;
use editor::going::{Going, GoingScope};
use editor::keeping::{Deletion, Keeping, StorageFault, Wish, Writing};
use editor::offline::Newer;
use editor::seal::{FileWorker, Seal, SealFacts};
use editor::state::{Dialog, Notice, Shelf};
use editor::target::Target;
use editor::{Message, Place, first, later, offline};

fn choose(question: &str, step: Step) -> first::Command {
    first::Command::Answer(question.into(), first::Answering::Choose(Choice::Step(step)))
}

fn tab() -> Tab {
    let mut tab = Tab::open(&Rc::default(), "");
    tab.settle();
    tab
}

/// An assessment that is open and kept nowhere yet, with an answer.
fn unkept() -> Tab {
    let mut tab = tab();
    tab.send(first::Command::Begin);
    tab.send(choose(question::LADDER, Step::Two));
    tab
}

const NONE: GoingScope = GoingScope { unit: false, names: 0, functions: 0, facts: 0 };

fn going(tab: &Tab) -> Going {
    match tab.state.dialog.as_deref() {
        Some(Dialog::Leave(_)) => Going::of_work(tab.work()),
        Some(Dialog::Delete(_, going)) => going.clone(),
        other => panic!("{other:?}"),
    }
}

// ---- Beginning and leaving ----

#[test]
fn a_new_assessment_chooses_nothing_for_the_person() {
    let mut tab = tab();
    tab.send(first::Command::Begin);
    assert_eq!(tab.state.place, Place::Choose);
    assert_eq!(tab.work().keeping, Keeping::Undecided);
    let scope = &tab.assessment().scope;
    assert_eq!((scope.unit, scope.facts.len(), scope.functions.len()), (None, 0, 0));
    tab.settle();
    assert!(tab.device.borrow().records.is_empty(), "nothing is kept before it is chosen");
}

#[test]
fn what_would_be_lost_is_asked_about_and_leaving_can_be_left() {
    let mut tab = unkept();
    let before = tab.assessment().clone();
    tab.send(first::Command::Begin);
    assert_eq!(going(&tab), Going { answers: 1, assessments: 1, ..Going::default() });
    tab.send(later::Command::CloseDialog);
    assert_eq!(*tab.assessment(), before);
    tab.send(first::Command::Begin);
    tab.send(later::Command::Confirm);
    assert_ne!(tab.assessment().id, before.id);
    assert!(tab.assessment().answers.is_empty());
    assert_eq!(tab.state.place, Place::Choose);
}

#[test]
fn whatever_was_said_or_planned_counts_as_work_that_would_be_lost() {
    let scope = |choosing| Message::from(first::Command::Choose(choosing));
    let tension = domain::id::TensionId::from("t-any");
    let scoped = |scope| Going { scope, assessments: 1, ..Going::default() };
    let acts: [(Message, Going); 8] = [
        (
            later::Command::Plan(later::Planning::Write).into(),
            Going { actions: 1, assessments: 1, ..Going::default() },
        ),
        (
            later::Command::SetAside(tension, Some("They do fit.".into())).into(),
            Going { explained: 1, assessments: 1, ..Going::default() },
        ),
        (
            scope(Choosing::Write(ScopeText::Company, "One".into())),
            Going { subject: "One".into(), ..scoped(GoingScope { names: 1, ..NONE }) },
        ),
        (scope(Choosing::Unit(Unit::Product)), scoped(GoingScope { unit: true, ..NONE })),
        (scope(Choosing::Function("legal".into())), scoped(GoingScope { functions: 1, ..NONE })),
        (
            scope(Choosing::Write(ScopeText::Person, "Ada".into())),
            scoped(GoingScope { names: 1, ..NONE }),
        ),
        (
            scope(Choosing::Fact("scope-resale".into(), "yes".into())),
            scoped(GoingScope { facts: 1, ..NONE }),
        ),
        (
            choose(question::LADDER, Step::Two).into(),
            Going { answers: 1, assessments: 1, ..Going::default() },
        ),
    ];
    for (act, lost) in acts {
        let mut tab = tab();
        tab.send(first::Command::Begin);
        assert!(!tab.work().would_be_lost(), "nothing was done yet");
        tab.send(act.clone());
        assert!(tab.work().would_be_lost(), "{act:?}");
        tab.send(first::Command::Begin);
        assert_eq!(going(&tab), lost, "{act:?}");
    }
}

#[test]
fn what_is_in_a_file_may_be_left_unasked_until_it_changes() {
    let mut tab = unkept();
    tab.save_file();
    assert!(!tab.work().would_be_lost());
    tab.send(choose(question::LADDER, Step::Three));
    assert!(tab.work().would_be_lost());
    tab.save_file();
    tab.send(first::Command::Begin);
    assert_eq!(tab.state.dialog, None);
}

#[test]
fn what_is_typed_while_a_file_is_written_is_not_in_it() {
    let mut tab = unkept();
    tab.send(later::Command::Write(Target::SaveFile));
    tab.send(choose(question::LADDER, Step::Three));
    tab.work_off(Outcome::Written(file()));
    tab.send(later::Command::SayArrived(Target::SaveFile));
    assert_eq!(tab.work().changes_since_file, Some(1));
    assert!(tab.work().would_be_lost());
}

#[test]
fn a_clock_that_was_set_back_does_not_make_changes_count_as_saved() {
    for back in [1, 3_600_000, 40 * 365 * 86_400_000] {
        let mut tab = unkept();
        tab.save_file();
        tab.now -= back;
        tab.send(choose(question::LADDER, Step::Three));
        assert!(tab.work().would_be_lost(), "{back}");
        assert!(tab.work().listing().changed_since_file(), "{back}");
        tab.save_file();
        assert!(!tab.work().would_be_lost(), "{back}");
        // Nor does one that was set forward make what is in the file count as changed.
        tab.now += 2 * back;
        assert!(!tab.work().would_be_lost(), "{back}");
        assert!(!tab.work().listing().changed_since_file(), "{back}");
    }
}

#[test]
fn how_many_changes_came_after_the_file_is_kept_with_the_draft() {
    let device = Rc::default();
    let mut tab = Tab::open(&device, "");
    tab.settle();
    tab.begin_kept();
    tab.send(choose(question::LADDER, Step::Two));
    tab.save_file();
    tab.now -= 3_600_000;
    tab.send(choose(question::LADDER, Step::Three));
    tab.send(choose(question::FIRST, Step::Three));
    tab.settle();
    let id = tab.assessment().id.clone();
    tab.close();
    let mut tab = Tab::open(&device, "");
    tab.settle();
    let Shelf::Listed(listings) = &tab.state.shelf else { panic!() };
    assert_eq!(listings[0].changes_since_file, Some(2));
    tab.send(later::Command::Continue(id));
    tab.settle();
    assert_eq!(tab.work().changes_since_file, Some(2));
    tab.send(first::Command::Keep(Wish::Nowhere));
    tab.send(later::Command::Confirm);
    assert!(tab.work().would_be_lost());
}

#[test]
fn a_draft_of_a_build_that_did_not_count_is_not_taken_for_saved_nor_said_to_have_changed() {
    let device = Rc::default();
    let mut tab = Tab::open(&device, "");
    tab.settle();
    tab.begin_kept();
    tab.send(choose(question::LADDER, Step::Two));
    tab.save_file();
    tab.settle();
    let id = tab.assessment().id.clone();
    tab.close();
    device.borrow_mut().records.get_mut(id.as_str()).unwrap().changes_since_file = None;
    let mut tab = Tab::open(&device, "");
    tab.settle();
    tab.send(later::Command::Continue(id));
    tab.settle();
    assert!(!tab.work().listing().changed_since_file());
    tab.send(first::Command::Keep(Wish::Nowhere));
    tab.send(later::Command::Confirm);
    assert!(tab.work().would_be_lost());
    tab.send(choose(question::LADDER, Step::Three));
    assert!(tab.work().listing().changed_since_file());
}

#[test]
fn several_assessments_stand_side_by_side() {
    let mut tab = Tab::working();
    tab.send(choose(question::LADDER, Step::Two));
    tab.send(first::Command::Choose(Choosing::Write(ScopeText::Company, "One".into())));
    tab.settle();
    let one = tab.assessment().clone();
    tab.begin_kept();
    tab.send(first::Command::Choose(Choosing::Write(ScopeText::Company, "Two".into())));
    tab.send(choose(question::LADDER, Step::Five));
    tab.settle();
    let two = tab.assessment().clone();
    tab.send(first::Command::Go(Place::Start));
    tab.settle();
    let Shelf::Listed(listings) = &tab.state.shelf else { panic!() };
    let subjects: Vec<_> = listings.iter().map(|listing| listing.subject.as_str()).collect();
    // Newest change first.
    assert_eq!(subjects, ["Two", "One"]);
    tab.send(later::Command::Continue(one.id.clone()));
    tab.settle();
    assert_eq!(*tab.assessment(), one);
    tab.send(later::Command::Continue(two.id.clone()));
    tab.settle();
    assert_eq!(*tab.assessment(), two);
}

#[test]
fn without_storage_work_is_possible_and_says_where_it_is() {
    let device = Rc::default();
    let mut tab = Tab::open(&device, "");
    tab.send(Message::from(first::Came::StorageRefused(StorageFault::Refused)));
    tab.send(first::Command::Begin);
    assert_eq!(tab.work().keeping, Keeping::Nowhere);
    tab.send(choose(question::LADDER, Step::Two));
    assert!(tab.work().would_be_lost());
    let saved = tab.save_file();
    assert_eq!(content(&saved), content(tab.assessment()));
    assert!(!tab.work().would_be_lost());
}

#[test]
fn an_address_with_storage_refused_leads_to_the_start() {
    let mut tab = Tab::open(&Rc::default(), "result");
    tab.send(Message::from(first::Came::StorageRefused(StorageFault::Refused)));
    assert_eq!((&tab.state.place, tab.address()), (&Place::Start, ""));
}

// ---- Files from outside ----

#[test]
fn a_file_opens_as_it_was_saved_and_whether_to_keep_it_is_asked() {
    let mut tab = unkept();
    let saved = tab.save_file();
    let mut other = self::tab();
    other.open_file(&saved);
    assert_eq!(*other.assessment(), saved);
    assert_eq!(other.state.notice, Some(Notice::FileOpened));
    assert_eq!(other.work().keeping, Keeping::Undecided);
    assert!(!other.work().would_be_lost());
    other.send(first::Command::Go(Place::Result));
    assert_eq!(other.state.notice, Some(Notice::FileOpened), "it stays until it is answered");
    other.send(first::Command::Keep(Wish::Device));
    other.settle();
    assert_eq!(other.state.notice, None);
    assert_eq!(other.draft(&saved.id).unwrap(), saved);
    let again = other.save_file();
    assert_eq!(
        Assessment { saved_to_file: None, ..again },
        Assessment { saved_to_file: None, ..saved }
    );
}

#[test]
fn a_refused_file_says_why_and_touches_nothing() {
    let mut tab = Tab::working();
    tab.send(choose(question::LADDER, Step::Two));
    tab.settle();
    let before = tab.state.work.clone();
    let damaged = OpenFault::Damaged { line: 3, column: 4 };
    for fault in [OpenFault::Empty, OpenFault::NotASaveFile, damaged] {
        tab.send(later::Command::FileChosen("a.json".into(), Rc::new([])));
        tab.work_off(Outcome::NotOpened(fault.clone()));
        assert_eq!(tab.state.notice, Some(Notice::FileRefused("a.json".into(), fault)));
    }
    tab.send(later::Command::FileRefused("b.json".into(), OpenFault::TooLarge));
    assert_eq!(tab.state.notice, Some(Notice::FileRefused("b.json".into(), OpenFault::TooLarge)));
    tab.send(later::Command::FileUnreadable("c.json".into()));
    assert_eq!(tab.state.notice, Some(Notice::FileUnreadable("c.json".into())));
    assert_eq!(tab.state.work, before);
}

#[test]
fn without_a_worker_no_file_is_read_or_made_and_none_is_waited_for() {
    let mut tab = Tab::working();
    let Seal::Sealed(facts) = tab.state.seal.clone() else { panic!("{:?}", tab.state.seal) };
    let refused = FileWorker::Refused("worker-src".into());
    let seals = [FileWorker::NotHere, refused]
        .map(|worker| Seal::Sealed(Rc::new(SealFacts { worker, ..(*facts).clone() })));
    for seal in seals.into_iter().chain([Seal::Loading, Seal::Not("".into())]) {
        tab.state.seal = seal;
        tab.state.notice = None;
        tab.state.download.files.clear();
        tab.send(later::Command::FileChosen("a.json".into(), Rc::from(*b"{")));
        let fault = OpenFault::NotHere;
        assert_eq!(tab.state.notice, Some(Notice::FileRefused("a.json".into(), fault)));
        tab.send(later::Command::Write(Target::SaveFile));
        let failed = FileState::Failed(WriteFault::NotHere);
        assert_eq!(tab.state.file_state(&Target::SaveFile), Some(&failed));
        assert!(tab.jobs.is_empty());
    }
}

/// A kept assessment, and a file of it that has one answer more.
fn with_newer_file() -> (Tab, Assessment) {
    let mut tab = Tab::working();
    tab.send(choose(question::LADDER, Step::Two));
    tab.settle();
    let mut file = tab.save_file();
    file.answers.set(&question::FIRST.into(), file.answers.get(&question::LADDER.into()).cloned());
    tab.settle();
    (tab, file)
}

#[test]
fn a_file_of_the_open_assessment_asks_and_can_replace_it() {
    let (mut tab, file) = with_newer_file();
    let before = tab.assessment().clone();
    tab.open_file(&file);
    assert!(
        matches!(tab.state.dialog.as_deref(), Some(Dialog::Replace(_, here)) if here.going.answers == 1)
    );
    assert_eq!(*tab.assessment(), before, "nothing happens before the answer");
    tab.send(later::Command::Confirm);
    tab.settle();
    assert_eq!(*tab.assessment(), file);
    assert_eq!(tab.draft(&file.id).unwrap(), file);
}

#[test]
fn a_file_of_the_open_assessment_can_be_opened_beside_it() {
    let (mut tab, file) = with_newer_file();
    let before = tab.assessment().clone();
    tab.open_file(&file);
    tab.send(later::Command::ConfirmBeside);
    assert_ne!(tab.assessment().id, before.id);
    assert_eq!(tab.assessment().answers, file.answers);
    tab.settle();
    assert_eq!(tab.draft(&before.id).unwrap(), before);
}

#[test]
fn a_file_of_a_draft_does_not_push_out_unasked_what_is_open_and_unkept() {
    let (mut tab, file) = with_newer_file();
    tab.send(first::Command::Go(Place::Start));
    tab.settle();
    tab.send(first::Command::Begin);
    tab.send(choose(question::LADDER, Step::Five));
    let open = tab.assessment().clone();
    tab.open_file(&file);
    assert_eq!(tab.state.dialog, None, "what it would replace is read first");
    tab.settle();
    let Some(Dialog::Replace(_, here)) = tab.state.dialog.as_deref() else { panic!() };
    let kept = tab.draft(&file.id).unwrap();
    assert_eq!((here.changed, here.going.answers), (kept.changed, 1), "all of it is named");
    assert!(here.going.scope.unit);
    tab.send(later::Command::Confirm);
    assert!(matches!(tab.state.dialog.as_deref(), Some(Dialog::Leave(..))));
    assert_eq!(*tab.assessment(), open);
    tab.send(later::Command::Confirm);
    tab.settle();
    assert_eq!(*tab.assessment(), file);
    assert_eq!(tab.draft(&file.id).unwrap(), file);
}

#[test]
fn an_assessment_that_is_kept_nowhere_stays_so_when_a_file_replaces_it() {
    let (mut tab, file) = with_newer_file();
    tab.send(first::Command::Keep(Wish::Nowhere));
    tab.send(later::Command::Confirm);
    tab.settle();
    tab.open_file(&file);
    tab.send(later::Command::Confirm);
    tab.settle();
    assert_eq!(*tab.assessment(), file);
    assert_eq!(tab.work().keeping, Keeping::Nowhere);
    assert!(tab.device.borrow().records.is_empty());
}

#[test]
fn another_assessment_from_a_file_comes_beside_the_kept_one() {
    let mut tab = Tab::working();
    tab.send(choose(question::LADDER, Step::Two));
    let kept = tab.assessment().clone();
    let file = Assessment { id: "f".repeat(32).as_str().into(), ..kept.clone() };
    tab.open_file(&file);
    assert_eq!(tab.state.dialog, None);
    assert_eq!(tab.assessment().id, file.id);
    tab.settle();
    assert_eq!(tab.draft(&kept.id).unwrap(), kept);
}

// ---- Deleting ----

#[test]
fn deleting_says_what_goes_and_goes_only_when_confirmed() {
    let mut tab = Tab::working();
    tab.send(first::Command::Choose(Choosing::Write(ScopeText::Company, "One".into())));
    tab.send(choose(question::LADDER, Step::Two));
    tab.send(choose(question::FIRST, Step::Two));
    tab.settle();
    let id = tab.assessment().id.clone();
    tab.send(later::Command::AskToDelete(Deletion::Answers));
    assert_eq!(going(&tab), Going { subject: "One".into(), answers: 2, ..Going::default() });
    tab.send(later::Command::CloseDialog);
    tab.send(first::Command::Go(Place::Start));
    tab.settle();
    tab.send(later::Command::AskToDelete(Deletion::Draft(id.clone())));
    assert_eq!(
        going(&tab),
        Going {
            subject: "One".into(),
            answers: 2,
            assessments: 1,
            scope: GoingScope { unit: true, names: 1, ..NONE },
            ..Going::default()
        }
    );
    tab.send(later::Command::CloseDialog);
    tab.settle();
    assert!(tab.draft(&id).is_some());
    tab.send(later::Command::AskToDelete(Deletion::Draft(id.clone())));
    tab.send(later::Command::Confirm);
    assert_eq!(tab.state.shelf, Shelf::Listed(Rc::new([])), "it cannot be opened while it goes");
    assert_eq!(tab.state.notice, None, "it is said once it is true");
    tab.send(first::Command::Go(Place::Questions));
    tab.send(first::Command::Go(Place::Start));
    tab.step();
    assert_eq!(tab.state.shelf, Shelf::Listed(Rc::new([])), "nor is it listed again meanwhile");
    tab.settle();
    assert!(tab.draft(&id).is_none());
    assert!(tab.state.work.is_none());
    assert!(matches!(tab.state.notice, Some(Notice::Deleted(_))));
    assert_eq!(tab.remembered, None);
}

#[test]
fn of_a_draft_that_is_not_open_all_that_it_holds_is_read_before_it_is_asked_about() {
    let mut tab = Tab::working();
    tab.send(first::Command::Choose(Choosing::Write(ScopeText::Company, "One".into())));
    tab.send(choose(question::LADDER, Step::Two));
    tab.send(later::Command::Plan(later::Planning::Write));
    tab.send(later::Command::SetAside("t-one".into(), Some("They do fit.".into())));
    tab.send(later::Command::Write(Target::QuestionSheet("Sales".into(), Format::Xlsx)));
    tab.work_off(Outcome::Written(file()));
    tab.settle();
    let all = Going {
        subject: "One".into(),
        answers: 1,
        explained: 1,
        actions: 1,
        sheets: 1,
        scope: GoingScope { unit: true, names: 1, ..NONE },
        assessments: 1,
        ..Going::default()
    };
    let id = tab.assessment().id.clone();
    let deletion = Deletion::Draft(id.clone());
    tab.send(later::Command::AskToDelete(deletion.clone()));
    assert_eq!(going(&tab), all, "as long as it is open");
    tab.send(later::Command::CloseDialog);
    tab.begin_kept();
    tab.send(first::Command::Go(Place::Start));
    tab.settle();
    tab.send(later::Command::AskToDelete(deletion.clone()));
    assert_eq!(tab.state.dialog, None);
    tab.settle();
    assert_eq!(going(&tab), all, "and when it is not");
    tab.send(later::Command::Confirm);
    tab.settle();
    assert_eq!(tab.draft(&id), None);
    // Gone by another window meanwhile, there is nothing to ask.
    tab.send(later::Command::AskToDelete(deletion));
    tab.settle();
}

#[test]
fn to_start_again_names_all_that_goes_and_nothing_that_stays() {
    let mut tab = Tab::working();
    tab.send(choose(question::LADDER, Step::Two));
    tab.send(later::Command::Write(Target::QuestionSheet("Sales".into(), Format::Xlsx)));
    tab.work_off(Outcome::Written(file()));
    tab.send(later::Command::AskToDelete(Deletion::Answers));
    assert_eq!(going(&tab), Going { answers: 1, sheets: 1, ..Going::default() });
    tab.send(later::Command::CloseDialog);
    tab.send(later::Command::AskToDelete(Deletion::Stored));
    assert_eq!((going(&tab).sheets, going(&tab).scope.unit), (1, true));
}

#[test]
fn deleting_everything_counts_what_is_open_too() {
    let mut tab = Tab::working();
    tab.send(choose(question::LADDER, Step::Two));
    tab.begin_kept();
    tab.send(choose(question::LADDER, Step::Two));
    tab.send(choose(question::FIRST, Step::Two));
    tab.send(first::Command::Go(Place::Start));
    tab.settle();
    tab.send(later::Command::AskToDelete(Deletion::Everything));
    assert_eq!(going(&tab), Going { answers: 3, assessments: 2, ..Going::default() });
    tab.send(later::Command::Confirm);
    tab.settle();
    assert!(tab.device.borrow().records.is_empty());
    assert_eq!((&tab.state.work, &tab.state.place), (&None, &Place::Start));
    assert_eq!(tab.state.shelf, Shelf::Listed(Rc::new([])));
}

#[test]
fn a_failed_deletion_says_so_and_lists_again_what_is_there() {
    let mut tab = Tab::working();
    tab.send(first::Command::Go(Place::Start));
    tab.settle();
    let id = tab.assessment().id.clone();
    tab.device.borrow_mut().refuses = Some(StorageFault::Blocked);
    tab.send(later::Command::AskToDelete(Deletion::Draft(id)));
    tab.send(later::Command::Confirm);
    tab.settle();
    assert_eq!(tab.state.notice, Some(Notice::NotDeleted(StorageFault::Blocked)));
    assert!(matches!(&tab.state.shelf, Shelf::Listed(listings) if listings.len() == 1));
}

// ---- Files to take away, drawings, printing ----

/// A tab at a place, with nothing asked of the worker yet.
fn at(place: Place) -> Tab {
    let mut tab = Tab::working();
    tab.send(first::Command::Go(place));
    tab
}

fn drawn() -> Outcome {
    Outcome::Drawn(Box::new(Drawing {
        risks: Vec::new(),
        running: String::new(),
        lead: String::new(),
        contents: Vec::new(),
        nodes: Vec::new(),
        suggestions: Vec::new(),
    }))
}

#[test]
fn the_result_is_drawn_once_and_again_when_an_answer_changes() {
    let mut tab = at(Place::Result);
    assert_eq!(tab.jobs.len(), 1);
    tab.work_off(drawn());
    assert!(tab.state.result.drawn.is_some());
    tab.send(first::Command::Go(Place::Open));
    tab.send(first::Command::Go(Place::Result));
    assert!(tab.jobs.is_empty(), "nothing changed");
    tab.send(choose(question::LADDER, Step::Two));
    assert_eq!(tab.jobs.len(), 1);
    assert!(tab.state.result.drawn.is_some(), "the last one stays until the next has come");
}

#[test]
fn what_is_set_aside_folds_once_the_person_comes_back() {
    let mut tab = at(Place::Result);
    let folded = |tab: &mut Tab| {
        let (number, job) = tab.jobs.remove(0);
        tab.send(Message::from(later::Came::Job(number, drawn())));
        let Job::Draw(_, _, Extent::Result(aside)) = job else { panic!("{job:?}") };
        aside
    };
    assert!(folded(&mut tab).is_empty());
    tab.send(later::Command::SetAside("t-one".into(), Some("they do".into())));
    assert!(folded(&mut tab).is_empty(), "nothing moves while people write");
    tab.send(first::Command::Go(Place::Open));
    tab.send(first::Command::Go(Place::Result));
    assert_eq!(folded(&mut tab), ["t-one".into()]);
    assert!(tab.jobs.is_empty());
}

#[test]
fn a_drawing_that_a_newer_one_has_overtaken_is_dropped() {
    let mut tab = at(Place::Result);
    tab.send(choose(question::LADDER, Step::Two));
    let numbers: Vec<_> = tab.jobs.iter().map(|(number, _)| *number).collect();
    tab.send(Message::from(later::Came::Job(numbers[0], drawn())));
    assert_eq!(tab.state.result.drawn, None);
    tab.send(Message::from(later::Came::Job(numbers[1], drawn())));
    assert!(tab.state.result.drawn.is_some());
}

#[test]
fn the_copy_for_sharing_is_made_with_the_names_that_were_chosen() {
    let mut tab = at(Place::Download);
    let naming = Naming { company: Shown::Yes, ..Naming::default() };
    tab.send(later::Command::ChooseEdition(Edition::Sharing));
    tab.send(later::Command::ChooseNaming(naming));
    tab.send(later::Command::Write(Target::Report(Format::Html)));
    let Job::Write(Source::Sharing(_, asked), _, Format::Html) = &tab.jobs[0].1 else { panic!() };
    assert_eq!(*asked, naming);
    // Names are chosen anew: the file that is being written is no longer meant.
    tab.send(later::Command::ChooseNaming(Naming::default()));
    tab.work_off(Outcome::Written(file()));
    assert!(tab.files.is_empty());
    assert_eq!(tab.state.file_state(&Target::Report(Format::Html)), None);
}

#[test]
fn a_file_is_said_to_be_handed_out_once_it_is() {
    let mut tab = at(Place::Download);
    tab.send(later::Command::Write(Target::SaveFile));
    assert_eq!(tab.state.file_state(&Target::SaveFile), Some(&FileState::Writing));
    tab.work_off(Outcome::Written(file()));
    let Some(FileState::HandedOut(handed_out)) = tab.state.file_state(&Target::SaveFile) else {
        panic!("{:?}", tab.state.download.files)
    };
    assert_eq!((handed_out.size, &*handed_out.name), (3, "file"));
    assert_eq!(tab.files, [file()]);
}

#[test]
fn cancelling_one_file_asks_again_for_the_others() {
    let mut tab = at(Place::Result);
    tab.send(later::Command::Write(Target::SaveFile));
    tab.send(later::Command::Write(Target::Report(Format::Html)));
    assert_eq!(tab.jobs.len(), 3);
    tab.send(later::Command::CancelWriting(Target::Report(Format::Html)));
    assert_eq!(tab.restarts, 1);
    assert!(matches!(&tab.jobs[..], [(_, Job::Save(..)), (_, Job::Draw(..))]), "{:?}", tab.jobs);
    assert_eq!(tab.state.file_state(&Target::Report(Format::Html)), None);
    assert_eq!(tab.state.file_state(&Target::SaveFile), Some(&FileState::Writing));
}

#[test]
fn a_worker_that_stops_fails_what_was_asked_and_is_started_again() {
    let mut tab = at(Place::Download);
    tab.send(later::Command::Write(Target::SaveFile));
    tab.send(Message::from(later::Came::WorkerStopped));
    let failed = FileState::Failed(WriteFault::Stopped);
    assert_eq!(tab.state.file_state(&Target::SaveFile), Some(&failed));
    assert_eq!(tab.restarts, 1);
    tab.send(later::Command::Write(Target::SaveFile));
    tab.work_off(Outcome::Written(file()));
    assert_eq!(tab.files.len(), 1);
}

#[test]
fn printing_waits_for_the_paper_and_prints_once() {
    let mut tab = at(Place::Download);
    tab.send(later::Command::Print);
    assert_eq!(tab.prints, 0);
    tab.work_off(drawn());
    assert_eq!(tab.prints, 1);
    tab.send(later::Command::Print);
    assert_eq!(tab.prints, 2, "the paper is there already");
    tab.send(later::Command::ShowGoingOut(true));
    assert!(matches!(tab.jobs[0].1, Job::Draw(_, _, Extent::Whole(Stands::Below))));
    tab.work_off(drawn());
    assert_eq!(tab.prints, 2);
}

#[test]
fn the_questions_are_printed_without_an_assessment() {
    let mut tab = at(Place::Questions);
    tab.work_off(drawn());
    assert_eq!(tab.prints, 0);
    tab.send(later::Command::Print);
    assert_eq!(tab.prints, 1);
}

#[test]
fn printing_that_was_left_or_did_not_succeed_does_not_come_later() {
    let mut tab = at(Place::Download);
    tab.send(later::Command::Print);
    tab.send(first::Command::Go(Place::Open));
    tab.send(first::Command::Go(Place::Download));
    tab.work_off(drawn());
    assert_eq!(tab.prints, 0, "the person went elsewhere meanwhile");
    tab.send(later::Command::ChooseEdition(Edition::Sharing));
    tab.send(later::Command::Print);
    tab.work_off(Outcome::Stopped);
    assert!(tab.state.paper.failed);
    tab.send(later::Command::Print);
    assert!(!tab.state.paper.failed, "it is tried again");
    tab.work_off(drawn());
    assert_eq!(tab.prints, 1);
}

#[test]
fn the_privacy_panel_lists_what_is_kept_now() {
    let mut tab = Tab::working();
    tab.settle();
    tab.send(first::Command::Go(Place::Sealed));
    tab.settle();
    let Shelf::Listed(listings) = &tab.state.shelf else { panic!("{:?}", tab.state.shelf) };
    assert_eq!(listings.len(), 1);
}

#[test]
fn a_command_that_changes_nothing_gives_an_equal_state() {
    let mut tab = Tab::working();
    tab.send(choose(question::LADDER, Step::Two));
    tab.settle();
    let before = tab.state.clone();
    let messages: [Message; 9] = [
        choose(question::LADDER, Step::Two).into(),
        later::Command::CloseNotice.into(),
        later::Command::CloseDialog.into(),
        first::Came::Kept(u32::MAX).into(),
        first::Came::NotKept(u32::MAX, StorageFault::Full).into(),
        later::Came::Job(u32::MAX, drawn()).into(),
        later::Came::GoneFromDevice("other".into()).into(),
        first::Command::Wandered(before.place.clone()).into(),
        first::Command::Keep(Wish::Device).into(),
    ];
    for message in messages {
        tab.send(message.clone());
        assert_eq!(tab.state, before, "{message:?}");
    }
    assert_eq!(tab.work().keeping, Keeping::Device(Writing::Saved));
}

#[test]
fn a_newer_version_is_said_until_that_is_closed_and_changes_nothing_else() {
    let mut tab = Tab::working();
    tab.send(later::Came::Offline(offline::Stands::Kept));
    let work = tab.state.work.clone();
    tab.send(later::Came::NewerPage);
    let here = offline::Offline { stands: offline::Stands::Kept, newer: Newer::Here };
    assert_eq!((tab.state.offline, &tab.state.work, &tab.state.notice), (here, &work, &None));
    // It stands beside what happened, and outlasts it.
    tab.send(later::Command::FileUnreadable("a.json".into()));
    tab.send(later::Command::CloseNotice);
    assert_eq!(tab.state.offline.newer, Newer::Here);
    tab.send(later::Command::CloseNewer);
    assert_eq!(tab.state.offline, offline::Offline { newer: Newer::Closed, ..here });
}
