//! Sheets of questions that come back: nothing changes before the person has chosen, and one step
//! takes all of it back.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::rc::Rc;

use common::{Tab, made, question};
use domain::answer::{Answer, Choice};
use domain::bounds::listed::SHEETS;
use domain::job::{File, Job, OpenFault, Outcome, Source, WriteFault};
use domain::questions::Step;
use domain::report::format::Format;
use domain::save::v4::AnswerRecord;
use domain::sheet::proposal::{Becomes, Given, Odd, OddRow, Proposal, Proposed, RowPlace};
use domain::sheet::record::{
    Arrival, CameAs, RecordedSheet, SheetForm, SheetId, SheetReturn, Stray,
};
use editor::day::{DayField, Typed};
use editor::history::{Because, Change, Way};
use editor::keeping::{Deletion, Wish};
use editor::later::{Recording, Taking};
use editor::returned_sheet::ReturnedSheet;
use editor::state::Notice;
use editor::target::Target;
use editor::{Message, Place, first, later};
use proptest::prelude::*;
use proptest::sample::select;

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
        is_plain: true,
        given: Given::Answer(AnswerRecord::of(&question.into(), &given)),
    }
}

fn proposal(rows: Vec<Proposed>) -> Outcome {
    Outcome::Compared(Box::new(of_other_subject(rows, None)))
}

fn of_other_subject(rows: Vec<Proposed>, other_subject: Option<String>) -> Proposal {
    let odd = Vec::new();
    let came_as = CameAs::Earlier;
    Proposal {
        came_as,
        rows,
        odd,
        empty: 0,
        same: 0,
        other_version: false,
        other_subject,
        unread: Vec::new(),
        guessed: Vec::new(),
    }
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

#[test]
fn whoever_waits_for_a_file_from_outside_can_stop_it_and_all_else_goes_on() {
    let mut tab = begun();
    tab.send(later::Command::Write(editor::target::Target::SaveFile));
    read(&mut tab);
    // Most files are read before anybody would see that they are.
    assert_eq!(tab.state.reading_file(), None);
    let long = tab.long.pop().unwrap();
    tab.send(later::Came::TakesLong(long));
    assert_eq!(tab.state.reading_file().map(|name| &**name), Some("answers.xlsx"));
    tab.send(later::Command::StopReading);
    assert!(matches!(&tab.jobs[..], [(_, Job::Save(..))]), "{:?}", tab.jobs);
    assert_eq!((tab.state.reading_file(), &tab.state.sheet), (None, &ReturnedSheet::None));
    assert!(matches!(&tab.state.notice, Some(Notice::FileRefused(_, OpenFault::PutOff))));
    // Where nothing is read, nothing is stopped.
    let jobs = tab.jobs.len();
    tab.send(later::Command::StopReading);
    assert_eq!(tab.jobs.len(), jobs);
}

#[test]
fn a_row_that_could_mean_something_else_has_no_tick_until_somebody_sets_one() {
    let mut tab = begun();
    read(&mut tab);
    let unsure = Proposed { is_plain: false, ..row(question::LADDER, Becomes::Adds) };
    tab.work_off(proposal(vec![row(question::LADDER, Becomes::Adds), unsure]));
    assert_eq!(takes(&tab), [0]);
}

/// Somebody in sales could know one question, and its sheet goes out in this format.
fn hand_out(tab: &mut Tab, format: Format) -> u32 {
    let not_known = first::Answering::NotKnown("Sales".into());
    tab.send(first::Command::Answer(question::LADDER.into(), not_known));
    tab.send(later::Command::Write(Target::QuestionSheet("Sales".into(), format)));
    let Some((_, Job::Write(Source::QuestionSheet(_, who, number), ..))) = tab.jobs.last() else {
        panic!("{:?}", tab.jobs)
    };
    assert_eq!(who, "Sales");
    *number
}

/// A sheet for somebody, who need not know anything.
fn hand_out_of(tab: &mut Tab, who: &str, format: Format) {
    tab.jobs.clear();
    tab.send(later::Command::Write(Target::QuestionSheet(who.into(), format)));
    tab.jobs.retain(|(_, job)| matches!(job, Job::Write(..)));
}

fn handed_out() -> Outcome {
    Outcome::Written(File {
        name: "questions-for-Sales.xlsx".into(),
        media_type: String::new(),
        bytes: b"PK".to_vec(),
    })
}

fn on_record(tab: &Tab) -> Vec<(u32, Arrival, String)> {
    let all = tab.assessment().sheets.all().to_vec();
    let saved = all.iter().filter_map(|one| Some((one, one.saved()?)));
    saved.map(|(one, saved)| (one.id.0, saved.arrival, one.to.clone())).collect()
}

#[test]
fn a_sheet_is_on_record_once_it_is_handed_out_and_not_before() {
    let mut tab = begun();
    let number = hand_out(&mut tab, Format::Xlsx);
    assert!(tab.assessment().sheets.is_empty(), "nothing was handed out");
    tab.work_off(handed_out());
    assert_eq!(on_record(&tab), [(number, Arrival::NotSaid, String::new())]);
    let saved = tab.assessment().sheets.all()[0].saved().cloned().unwrap();
    assert_eq!((&*saved.who, saved.form, saved.rows), ("Sales", SheetForm::Workbook, 1));
    // Once more, as nothing arrived: it is the same sheet. To write on, it is another one.
    assert_eq!(hand_out(&mut tab, Format::Xlsx), number);
    tab.work_off(handed_out());
    assert_ne!(hand_out(&mut tab, Format::Docx), number);
    tab.work_off(handed_out());
    assert_eq!(on_record(&tab).len(), 2);
    tab.settle();
    assert_eq!(tab.draft(&tab.assessment().id).unwrap().sheets, tab.assessment().sheets);
}

#[test]
fn a_sheet_that_could_not_be_written_is_not_on_record() {
    let mut tab = begun();
    hand_out(&mut tab, Format::Xlsx);
    tab.work_off(Outcome::NotWritten(WriteFault::NotReadBack));
    hand_out(&mut tab, Format::Xlsx);
    tab.send(later::Command::CancelWriting(Target::QuestionSheet("Sales".into(), Format::Xlsx)));
    assert!(tab.assessment().sheets.is_empty());
}

#[test]
fn what_is_said_of_a_sheet_is_one_change_each_and_can_be_taken_back() {
    let mut tab = begun();
    let id = SheetId(hand_out(&mut tab, Format::Xlsx));
    tab.work_off(handed_out());
    for typed in ["A", "An", "Anna"] {
        tab.send(later::Command::Record(id, Recording::To(typed.into())));
    }
    tab.send(later::Command::Record(id, Recording::Arrived));
    let said = [(id.0, Arrival::Said, "Anna".to_owned())];
    assert_eq!(on_record(&tab), said);
    // A sheet went out on some day: what is none changes nothing, and is told.
    let went_out = |tab: &Tab| tab.assessment().sheets.all()[0].saved().unwrap().on.to_string();
    let day = went_out(&tab);
    let typed = |text: &str| Recording::TypeOn(Typed { text: Some(text.into()), is_left: true });
    for none in ["", "0026-11-12", "2200-01-01"] {
        tab.send(later::Command::Record(id, typed(none)));
        assert_eq!(went_out(&tab), day, "{none:?}");
    }
    assert!(tab.state.unread_day(DayField::WentOut(id)).is_some_and(|unread| unread.is_told));
    tab.send(later::Command::Record(id, typed("2026-11-12")));
    assert_eq!(
        (&*went_out(&tab), tab.state.unread_day(DayField::WentOut(id))),
        ("2026-11-12", None)
    );
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(went_out(&tab), day);
    tab.send(later::Command::Record(id, Recording::Remove));
    assert!(tab.assessment().sheets.is_empty());
    // Of a sheet that is gone nothing can be said.
    tab.send(later::Command::Record(id, Recording::To("Ben".into())));
    tab.send(first::Command::Go(Place::Result));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!((on_record(&tab), &tab.state.place), (said.to_vec(), &Place::Sheets));
    tab.send(Message::Turn(Way::Undo));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(on_record(&tab), [(id.0, Arrival::NotSaid, String::new())]);
}

#[test]
fn that_a_sheet_went_out_is_no_step_of_undo_and_outlives_those_before_and_after_it() {
    let mut tab = begun();
    let id = hand_out(&mut tab, Format::Xlsx);
    let known = first::Answering::Choose(Choice::Step(Step::Two));
    tab.send(first::Command::Answer(question::FIRST.into(), known));
    tab.work_off(handed_out());
    assert_eq!(tab.state.said.1, Some(later::Said::FileReady.into()));
    assert_eq!(tab.state.offered(), None, "beside “handed out” nothing is taken back");
    let record = [(id, Arrival::NotSaid, String::new())];
    assert_eq!(on_record(&tab), record);
    tab.send(Message::Turn(Way::Undo));
    assert_eq!((step(&tab, question::FIRST), on_record(&tab)), (None, record.to_vec()));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(tab.assessment().answers.get(&question::LADDER.into()), None);
    assert_eq!(on_record(&tab), record);
    tab.send(Message::Turn(Way::Redo));
    tab.send(Message::Turn(Way::Redo));
    assert_eq!((step(&tab, question::FIRST), on_record(&tab)), (Some(Step::Two), record.to_vec()));
    // Handed out between Undo and Redo, it takes nothing away that can be put back.
    tab.send(Message::Turn(Way::Undo));
    hand_out_of(&mut tab, "Legal", Format::Xlsx);
    tab.work_off(handed_out());
    tab.send(Message::Turn(Way::Redo));
    assert_eq!((step(&tab, question::FIRST), on_record(&tab).len()), (Some(Step::Two), 2));
    tab.settle();
    assert_eq!(tab.draft(&tab.assessment().id).as_ref(), Some(tab.assessment()));
}

#[test]
fn what_goes_out_while_somebody_types_who_has_another_one_is_not_taken_back_with_that() {
    let mut tab = begun();
    let id = SheetId(hand_out(&mut tab, Format::Xlsx));
    tab.work_off(handed_out());
    hand_out_of(&mut tab, "Legal", Format::Xlsx);
    tab.send(later::Command::Record(id, Recording::To("An".into())));
    tab.work_off(handed_out());
    tab.send(later::Command::Record(id, Recording::To("Anna".into())));
    for to in ["An", ""] {
        tab.send(Message::Turn(Way::Undo));
        let all = tab.assessment().sheets.all();
        assert_eq!((all.len(), &*all[0].to), (2, to));
    }
}

#[test]
fn a_wrong_record_and_a_wrong_return_are_taken_off_where_they_are_listed_and_undo_brings_them_back()
{
    let mut tab = begun();
    let id = hand_out(&mut tab, Format::Xlsx);
    tab.work_off(handed_out());
    for _ in 0..2 {
        read(&mut tab);
        tab.work_off(came_back(CameAs::Numbered(id)));
        tab.send(later::Command::Take(Taking::NotRow(0)));
        tab.send(later::Command::Take(Taking::Now));
    }
    let returns = |tab: &Tab| {
        tab.assessment().sheets.all().iter().map(|one| one.returns.len()).collect::<Vec<_>>()
    };
    assert_eq!(returns(&tab), [2]);
    tab.send(later::Command::Record(SheetId(id), Recording::RemoveReturn));
    assert_eq!(returns(&tab), [1]);
    assert_eq!(tab.state.offered(), Some(&later::Said::ReturnRemoved.into()));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(returns(&tab), [2]);
    tab.send(later::Command::Record(SheetId(id), Recording::Remove));
    assert_eq!(tab.state.offered(), Some(&later::Said::SheetRemoved.into()));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(returns(&tab), [2]);
}

/// One row that adds, one that replaces, one that cannot be taken, and five that say nothing.
fn came_back(came_as: CameAs) -> Outcome {
    let odd = OddRow {
        at: RowPlace { sheet: "Questions".into(), number: 4 },
        about: String::new(),
        why: Odd::Formula,
    };
    let proposal =
        Proposal { came_as, odd: vec![odd], empty: 3, same: 2, ..of_other_subject(both(), None) };
    Outcome::Compared(Box::new(proposal))
}

#[test]
fn what_came_back_stays_on_record_when_the_answers_are_taken_back() {
    let mut tab = begun();
    let number = hand_out(&mut tab, Format::Xlsx);
    tab.work_off(handed_out());
    read(&mut tab);
    tab.work_off(came_back(CameAs::Numbered(number)));
    tab.send(later::Command::Take(Taking::Now));
    let record = tab.assessment().sheets.all()[0].clone();
    let [back] = &record.returns[..] else { panic!("{record:?}") };
    let SheetReturn { rows, taken, left, unreadable, .. } = *back;
    assert_eq!((rows, taken, left, unreadable), (8, 1, 1, 1));
    assert_eq!(record.saved().unwrap().arrival, Arrival::Said);
    assert_eq!(step(&tab, question::LADDER), Some(Step::Three));
    tab.send(Message::Turn(Way::Undo));
    let LeftAs { known, taken, left } = LeftAs::of(&tab);
    assert_eq!(
        (known, taken, left),
        (false, 0, 2),
        "it came back, and nothing of it is taken over"
    );
    assert_eq!(tab.state.sheet, ReturnedSheet::None, "what was said of it is so no longer");
    tab.send(Message::Turn(Way::Redo));
    let LeftAs { known, taken, left } = LeftAs::of(&tab);
    assert_eq!((known, taken, left), (true, 1, 1));
    tab.settle();
    assert_eq!(tab.draft(&tab.assessment().id).as_ref(), Some(tab.assessment()));
}

/// What is left of one row that was taken over.
struct LeftAs {
    known: bool,
    taken: u32,
    left: u32,
}

impl LeftAs {
    fn of(tab: &Tab) -> Self {
        let record = tab.assessment().sheets.all().first().unwrap();
        let [back] = record.returns.as_slice() else { panic!("{record:?}") };
        let known = step(tab, question::LADDER).is_some();
        Self { known, taken: back.taken, left: back.left }
    }
}

#[test]
fn a_sheet_that_came_back_without_rows_offers_nothing_to_take_back() {
    let mut tab = begun();
    read(&mut tab);
    tab.work_off(came_back(CameAs::Earlier));
    tab.send(later::Command::Take(Taking::NotRow(0)));
    let before = tab.work().history.next(Way::Undo).cloned();
    tab.send(later::Command::Take(Taking::Now));
    assert_eq!(tab.state.said.1, Some(later::Said::SheetTaken(0).into()));
    assert_eq!(tab.state.offered(), None);
    assert_eq!(tab.work().history.next(Way::Undo).cloned(), before);
}

#[test]
fn rows_that_were_taken_over_are_taken_back_beside_the_message() {
    let mut tab = begun();
    read(&mut tab);
    tab.work_off(came_back(CameAs::Earlier));
    tab.send(later::Command::Take(Taking::Now));
    assert_eq!(tab.state.offered(), Some(&later::Said::SheetTaken(1).into()));
    let Some(Change::Answers(.., because)) = tab.work().history.next(Way::Undo) else { panic!() };
    assert!(matches!(because, Because::Taken(_, came) if came.taken == 1), "named for what it is");
}

#[derive(Clone, Debug)]
enum Act {
    Change(Box<Message>),
    Turn(Way),
    HandOut(&'static str, Format),
    ComesBack { numbered: bool, takes: bool },
    Say(usize, String),
    Arrived(usize),
}

fn act() -> impl Strategy<Value = Act> {
    let format = select(vec![Format::Xlsx, Format::Docx]);
    prop_oneof![
        6 => made::change().prop_map(|message| Act::Change(Box::new(message))),
        6 => select(vec![Way::Undo, Way::Undo, Way::Redo]).prop_map(Act::Turn),
        3 => (select(vec!["Sales", "Legal", "Anna"]), format).prop_map(|(who, format)| Act::HandOut(who, format)),
        2 => (any::<bool>(), any::<bool>()).prop_map(|(numbered, takes)| Act::ComesBack { numbered, takes }),
        1 => (0_usize..4, "[a-z]{0,3}").prop_map(|(at, typed)| Act::Say(at, typed)),
        1 => (0_usize..4).prop_map(Act::Arrived),
    ]
}

proptest! {
    #![proptest_config(made::config())]

    /// Whatever else is done, taken back and put back, what went out and what came back stays on record.
    #[test]
    fn no_undo_takes_anything_off_the_record(acts in prop::collection::vec(act(), 0..40)) {
        let mut tab = begun();
        let mut on_record: Vec<(SheetId, usize)> = Vec::new();
        for act in acts {
            let nth = |at: usize| on_record.get(at).map(|(id, _)| *id);
            match act {
                Act::Change(message) => tab.send(*message),
                Act::Turn(way) => tab.send(Message::Turn(way)),
                Act::HandOut(who, format) => {
                    hand_out_of(&mut tab, who, format);
                    tab.work_off(handed_out());
                }
                Act::ComesBack { numbered, takes } => {
                    tab.send(first::Command::Go(Place::Open));
                    read(&mut tab);
                    let numbered = nth(0).filter(|_| numbered);
                    tab.jobs.retain(|(_, job)| matches!(job, Job::Compare(..)));
                    tab.work_off(came_back(numbered.map_or(CameAs::Blank, |id| CameAs::Numbered(id.0))));
                    if !takes {
                        tab.send(later::Command::Take(Taking::NotRow(0)));
                    }
                    tab.send(later::Command::Take(Taking::Now));
                }
                Act::Say(at, typed) => {
                    if let Some(id) = nth(at) {
                        tab.send(later::Command::Record(id, Recording::To(typed)));
                    }
                }
                Act::Arrived(at) => {
                    if let Some(id) = nth(at) {
                        tab.send(later::Command::Record(id, Recording::Arrived));
                    }
                }
            }
            let all = &tab.assessment().sheets;
            for (id, returns) in &on_record {
                let found = all.sheet(*id);
                prop_assert!(found.is_some_and(|one| one.returns.len() >= *returns), "{:?}", id);
            }
            on_record = all.all().iter().map(|one| (one.id, one.returns.len())).collect();
        }
        tab.settle();
        let kept = tab.draft(&tab.assessment().id);
        prop_assert_eq!(kept.as_ref(), Some(tab.assessment()));
    }
}

#[test]
fn that_a_sheet_came_back_can_be_noted_where_nothing_of_it_is_taken() {
    let mut tab = begun();
    for came_as in [CameAs::Earlier, CameAs::Blank, CameAs::Numbered(77)] {
        read(&mut tab);
        tab.work_off(came_back(came_as));
        tab.send(later::Command::Take(Taking::NotRow(0)));
        tab.send(later::Command::Take(Taking::Now));
        assert_eq!(tab.state.sheet, ReturnedSheet::Taken(0));
    }
    read(&mut tab);
    tab.work_off(came_back(CameAs::Earlier));
    tab.send(later::Command::Take(Taking::Nothing));
    let sheets = &tab.assessment().sheets;
    let strays: Vec<_> = sheets.all().iter().map(|one| one.sheet.clone()).collect();
    let expected = [Stray::Earlier, Stray::Blank, Stray::Elsewhere].map(RecordedSheet::Stray);
    assert_eq!(strays, expected, "what was put away is not on record");
    assert!(sheets.sheet(SheetId(77)).is_some(), "it is known from now on");
    assert!(tab.assessment().answers.is_empty());
}

#[test]
fn to_start_again_takes_the_record_with_it_and_undo_brings_it_back() {
    let mut tab = begun();
    hand_out(&mut tab, Format::Xlsx);
    tab.work_off(handed_out());
    tab.send(later::Command::AskToDelete(Deletion::Answers));
    tab.send(later::Command::Confirm);
    assert!(tab.assessment().sheets.is_empty());
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(tab.assessment().sheets.count(), 1);
    tab.settle();
    assert_eq!(tab.draft(&tab.assessment().id).as_ref(), Some(tab.assessment()));
}

/// What comes back on a sheet that is on record needs no more room.
#[test]
fn a_full_record_hands_out_and_takes_no_further_sheet_and_says_so() {
    let mut tab = begun();
    let number = hand_out(&mut tab, Format::Xlsx);
    tab.work_off(handed_out());
    for _ in 1..SHEETS {
        read(&mut tab);
        tab.work_off(came_back(CameAs::Earlier));
        tab.send(later::Command::Take(Taking::NotRow(0)));
        tab.send(later::Command::Take(Taking::Now));
    }
    let before = tab.assessment().clone();
    assert!(before.sheets.is_full());
    tab.state.notice = None;
    hand_out_of(&mut tab, "Legal", Format::Xlsx);
    assert!(tab.jobs.is_empty(), "nothing is written that could not be put on record");
    assert_eq!(tab.state.notice.take(), Some(Notice::SheetsFull));
    read(&mut tab);
    tab.work_off(came_back(CameAs::Blank));
    tab.send(later::Command::Take(Taking::Now));
    assert_eq!(tab.state.notice.take(), Some(Notice::SheetsFull));
    assert_eq!(tab.assessment(), &before);
    assert!(matches!(tab.state.sheet, ReturnedSheet::Read(_)), "it can still be taken");
    read(&mut tab);
    tab.work_off(came_back(CameAs::Numbered(number)));
    tab.send(later::Command::Take(Taking::Now));
    assert_eq!(tab.state.sheet, ReturnedSheet::Taken(1));
    assert_eq!(tab.assessment().sheets.count(), before.sheets.count());
}
