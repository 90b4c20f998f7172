//! Sheets of questions that come back: nothing changes before the person has chosen, and one step
//! takes all of it back.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::rc::Rc;

use common::{Tab, question};
use domain::answer::{Answer, Choice};
use domain::job::{Job, OpenFault, Outcome};
use domain::questions::Step;
use domain::save::v2::AnswerRecord;
use domain::sheet::proposal::{Becomes, Proposal, Proposed, RowPlace};
use editor::history::Way;
use editor::keeping::Wish;
use editor::later::Taking;
use editor::returned_sheet::ReturnedSheet;
use editor::state::Notice;
use editor::{Message, Place, first, later};

fn begun() -> Tab {
    let mut tab = Tab::working();
    tab.send(first::Command::Keep(Wish::Device));
    tab.settle();
    tab.send(first::Command::Go(Place::Open));
    tab
}

fn read(tab: &mut Tab) {
    tab.send(later::Command::FileChosen("answers.xlsx".into(), Rc::from(&b"PK\x03\x04"[..])));
}

fn row(question: &str, becomes: Becomes) -> Proposed {
    let given = Answer {
        choice: Some(Choice::Step(Step::Three)),
        note: "From sales.".into(),
        ..Answer::default()
    };
    Proposed {
        at: RowPlace { sheet: "Questions".into(), number: 2 },
        code: "A1".into(),
        asks: String::new(),
        today: Vec::new(),
        says: Vec::new(),
        becomes,
        given: AnswerRecord::of(&question.into(), &given),
    }
}

fn proposal(rows: Vec<Proposed>) -> Outcome {
    Outcome::Compared(Box::new(of_other_subject(rows, None)))
}

fn of_other_subject(rows: Vec<Proposed>, other_subject: Option<String>) -> Proposal {
    let odd = Vec::new();
    Proposal { rows, odd, empty: 0, same: 0, other_version: false, other_subject }
}

fn takes(tab: &Tab) -> Vec<usize> {
    match &tab.state.sheet {
        ReturnedSheet::Read(read) => read.takes.clone(),
        other => panic!("{other:?}"),
    }
}

fn step(tab: &Tab, id: &str) -> Option<Step> {
    tab.assessment().answers.get(&id.into()).and_then(|answer| answer.step())
}

fn both() -> Vec<Proposed> {
    vec![row(question::LADDER, Becomes::Adds), row(question::ROUTED, Becomes::Replaces)]
}

#[test]
fn what_is_added_is_chosen_and_what_is_replaced_is_not() {
    let mut tab = begun();
    read(&mut tab);
    assert_eq!(tab.state.place, Place::Open, "nothing is shown before it was read");
    assert!(matches!(&tab.jobs[0].1, Job::Compare(_, bytes) if bytes == b"PK\x03\x04"));
    tab.work_off(proposal(both()));
    assert_eq!(tab.state.place, Place::Sheets);
    assert_eq!(takes(&tab), [0]);
    assert!(tab.assessment().answers.is_empty(), "nothing was taken over");
    tab.send(later::Command::Take(Taking::Row(1)));
    tab.send(later::Command::Take(Taking::Row(1)));
    assert_eq!(takes(&tab), [0, 1]);
    tab.send(later::Command::Take(Taking::NotRow(0)));
    tab.send(later::Command::Take(Taking::Now));
    assert_eq!(step(&tab, question::LADDER), None);
    assert_eq!(step(&tab, question::ROUTED), Some(Step::Three));
    assert_eq!(tab.state.sheet, ReturnedSheet::Taken(1));
}

#[test]
fn nothing_is_chosen_of_a_sheet_that_was_made_for_something_else() {
    let mut tab = begun();
    read(&mut tab);
    let proposal = of_other_subject(both(), Some("Another product".into()));
    tab.work_off(Outcome::Compared(Box::new(proposal)));
    assert!(takes(&tab).is_empty());
}

#[test]
fn one_step_takes_all_of_it_back_and_it_is_kept() {
    let mut tab = begun();
    let answering = first::Answering::Choose(Choice::Step(Step::One));
    tab.send(first::Command::Answer(question::LADDER.into(), answering));
    read(&mut tab);
    tab.work_off(proposal(both()));
    tab.send(later::Command::Take(Taking::Row(1)));
    tab.send(later::Command::Take(Taking::Now));
    tab.settle();
    let draft = tab.draft(&tab.assessment().id).unwrap();
    assert_eq!(draft.answers, tab.assessment().answers);
    assert_eq!(step(&tab, question::LADDER), Some(Step::Three));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(step(&tab, question::LADDER), Some(Step::One));
    assert_eq!(step(&tab, question::ROUTED), None);
    tab.settle();
    assert_eq!(tab.draft(&tab.assessment().id).unwrap().answers, tab.assessment().answers);
}

#[test]
fn an_assessment_that_changed_is_compared_anew_before_anything_is_taken() {
    let mut tab = begun();
    read(&mut tab);
    tab.work_off(proposal(both()));
    let answering = first::Answering::Choose(Choice::Step(Step::One));
    tab.send(first::Command::Answer(question::LADDER.into(), answering));
    assert!(matches!(&tab.jobs[0].1, Job::Compare(..)), "{:?}", tab.jobs);
    tab.send(later::Command::Take(Taking::Now));
    assert_eq!(step(&tab, question::LADDER), Some(Step::One), "it is not known yet what it is");
    tab.work_off(proposal(vec![row(question::LADDER, Becomes::Replaces)]));
    assert!(takes(&tab).is_empty());
}

#[test]
fn a_workbook_of_the_oldest_format_is_compared_too() {
    let mut tab = begun();
    let bytes = &b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..];
    tab.send(later::Command::FileChosen("answers.xls".into(), Rc::from(bytes)));
    assert!(matches!(&tab.jobs[0].1, Job::Compare(_, found) if found == bytes), "{:?}", tab.jobs);
}

#[test]
fn a_sheet_that_cannot_be_read_is_refused_with_the_reason() {
    let mut tab = begun();
    read(&mut tab);
    tab.work_off(Outcome::NotOpened(OpenFault::NotASheet));
    assert_eq!(tab.state.sheet, ReturnedSheet::None);
    let refused = Notice::FileRefused("answers.xlsx".into(), OpenFault::NotASheet);
    assert_eq!(tab.state.notice, Some(refused));
    assert_eq!(tab.state.place, Place::Open);
}

#[test]
fn a_sheet_is_put_away_with_the_assessment_it_was_read_for() {
    let mut tab = begun();
    read(&mut tab);
    tab.work_off(proposal(both()));
    tab.send(later::Command::Take(Taking::Nothing));
    assert_eq!(tab.state.sheet, ReturnedSheet::None);
    read(&mut tab);
    tab.work_off(proposal(both()));
    tab.send(first::Command::Begin);
    tab.settle();
    assert_eq!(tab.state.sheet, ReturnedSheet::None);
}

#[test]
fn a_worker_that_was_stopped_for_another_file_compares_again() {
    let mut tab = begun();
    tab.send(later::Command::Write(editor::target::Target::SaveFile));
    read(&mut tab);
    tab.send(later::Command::CancelWriting(editor::target::Target::SaveFile));
    assert!(matches!(&tab.jobs[..], [(_, Job::Compare(..))]), "{:?}", tab.jobs);
    tab.send(Message::from(later::Came::WorkerStopped));
    assert_eq!(tab.state.sheet, ReturnedSheet::None);
    assert!(matches!(&tab.state.notice, Some(Notice::FileRefused(_, OpenFault::Stopped))));
}
