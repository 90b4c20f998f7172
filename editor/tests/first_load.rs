//! What can be done before the later half is here, and what happens when it comes.
#![allow(clippy::unwrap_used)]

mod common;

use std::rc::Rc;

use common::{catalogue, question};
use domain::answer::Choice;
use domain::assessment::Timestamp;
use domain::catalogue::Catalogue;
use domain::date::Date;
use domain::guidance::Guidance;
use domain::questions::Step;
use domain::scope::{Form, Unit};
use editor::command::{Answering, Came, Choosing, ScopeText, Target};
use editor::keeping::Wish;
use editor::{Command, Effect, Later, Moment, Place, State, step, update};

const NOW: Moment = Moment { at: Timestamp(1), today: Date { year: 2026, month: 11, day: 24 } };

/// A page to which only the first load has come, with an assessment begun.
fn begun() -> State {
    let part = Rc::new(catalogue().first_part());
    let (mut state, _) = update::begin(part, Place::Start, None);
    for command in [Command::Begin, Came::Name("one".into()).into()] {
        state = alone(&state, command).0;
    }
    state
}

/// A command without the later half.
#[track_caller]
fn alone(state: &State, command: Command) -> (State, Vec<Effect>) {
    step(state, command, NOW, None).unwrap()
}

fn later(bank: &Rc<Catalogue>) -> Command {
    Came::LaterHalf(Rc::new(Guidance::default()), bank.clone()).into()
}

#[test]
fn beginning_choosing_answering_and_keeping_need_no_rest() {
    let mut state = begun();
    // Made anew each time: what came from the browser is held by nobody else.
    let commands: [fn() -> Command; 6] = [
        || Command::Choose(Choosing::Unit(Unit::Company)),
        || Command::Choose(Choosing::Write(ScopeText::Company, "Tidewell".into())),
        || Command::Keep(Wish::Device),
        || Command::GoToFirstQuestion,
        || Command::Answer(question::FIRST.into(), Answering::Choose(Choice::Step(Step::Two))),
        || Came::Held("one".into()).into(),
    ];
    let mut all = Vec::new();
    for command in commands {
        let (with, _) = update(&state, command(), NOW);
        let (next, effects) = alone(&state, command());
        assert_eq!(next, with, "{:?} is the same with the later half", command());
        state = next;
        all = effects;
    }
    assert!(all.iter().any(|effect| matches!(effect, Effect::Keep(_))), "it is kept");
    assert_eq!(state.place, Place::Question(question::FIRST.into(), None));
}

#[test]
fn a_command_of_the_rest_is_given_back_whole_until_that_is_here() {
    let state = begun();
    let commands: [fn() -> Command; 4] = [
        || Command::Write(Target::SaveFile),
        || Command::CloseNotice,
        || Came::Shelf([].into()).into(),
        || Command::Answer(question::FIRST.into(), Answering::AddEvidence),
    ];
    for command in commands {
        assert_eq!(step(&state, command(), NOW, None).unwrap_err(), command());
        assert!(step(&state, command(), NOW, Some(&Later::HERE)).is_ok());
        assert!(command().waits());
    }
    // Said later, it would take back what came after it.
    assert!(!Command::Undo.waits());
}

#[test]
fn to_keep_it_no_longer_waits_where_that_deletes_something() {
    let kept = alone(&begun(), Command::Keep(Wish::Device)).0;
    assert!(step(&begun(), Command::Keep(Wish::Nowhere), NOW, None).is_ok());
    assert!(step(&kept, Command::Keep(Wish::Nowhere), NOW, None).is_err());
}

#[test]
fn the_whole_bank_takes_the_place_of_its_part_and_answers_stay() {
    let whole = catalogue();
    let mut state = begun();
    state = alone(&state, Command::Choose(Choosing::Form(Form::Complete))).0;
    let answering = Answering::Choose(Choice::Step(Step::Two));
    state = alone(&state, Command::Answer(question::FIRST.into(), answering)).0;
    let asked = |state: &State| state.work.as_ref().unwrap().asked.questions().count();
    let few = asked(&state);
    state = alone(&state, later(&whole)).0;
    assert!(asked(&state) > few, "{few}");
    assert_eq!(state.catalogue, whole);
    assert!(state.work.unwrap().assessment.answers.get(&question::FIRST.into()).is_some());
}
