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
use domain::scope::{Form, Unit};
use domain::step::Step;
use editor::field::ScopeText;
use editor::first::Choosing;
use editor::history::Way;
use editor::keeping::Wish;
use editor::opened::Wishes;
use editor::target::Target;
use editor::{
    Effect, Follows, LaterUpdate, Message, Moment, Place, State, first, later, step, update,
};

const NOW: Moment = Moment { now: Timestamp(1), today: Date { year: 2026, month: 11, day: 24 } };

/// A page to which only the first load has come, with an assessment begun.
fn begun() -> State {
    let part = Rc::new(catalogue().first_part());
    let wishes = Wishes::of(&part, |_| false, false);
    let (mut state, _) = update::begin(part, Place::Start, None, 1, wishes);
    state = alone(&state, first::Command::Begin.into()).0;
    alone(&state, first::Came::Name("one".into()).into()).0
}

/// A state after a message.
fn after(state: &State, message: Message, later: Option<&LaterUpdate>) -> (State, Follows) {
    let mut next = state.clone();
    let follows = step(&mut next, message, NOW, later);
    (next, follows)
}

/// A message without the later half, of which nothing waits for that.
#[track_caller]
fn alone(state: &State, message: Message) -> (State, Vec<Effect>) {
    let (state, step) = after(state, message, None);
    assert_eq!(step.waits, None);
    (state, step.effects)
}

fn later_half(bank: &Rc<Catalogue>) -> Message {
    first::Came::LaterHalf(Rc::new(Guidance::default()), bank.clone()).into()
}

fn choose_two() -> first::Command {
    let choice = Choice::Step(Step::Two);
    first::Command::Answer(question::FIRST.into(), first::Answering::Choose(choice))
}

#[test]
fn beginning_choosing_answering_and_keeping_need_no_later_half() {
    let mut state = begun();
    let company = Choosing::Write(ScopeText::Company, "Tidewell".into());
    let messages: [Message; 6] = [
        first::Command::Choose(Choosing::Unit(Unit::Company)).into(),
        first::Command::Choose(company).into(),
        first::Command::Keep(Wish::Device).into(),
        first::Command::GoToFirstQuestion.into(),
        first::Command::Go(Place::Question(question::FIRST.into(), None)).into(),
        choose_two().into(),
    ];
    let mut all = Vec::new();
    for message in messages {
        let (with, _) = after(&state, message.clone(), Some(&LaterUpdate::HERE));
        let (next, effects) = alone(&state, message.clone());
        assert_eq!(next, with, "{message:?} is the same with the later half");
        state = next;
        all.extend(effects);
    }
    let is_batch = |effect: &Effect| matches!(effect, Effect::First(first::Effect::Keep(_)));
    assert!(all.iter().any(is_batch), "it is kept");
    assert_eq!(state.place, Place::Question(question::FIRST.into(), None));
}

#[test]
fn what_is_for_the_later_half_waits_whole_until_that_is_here() {
    let state = begun();
    let add_evidence = later::Answering::AddEvidence;
    let messages = [
        later::Message::Command(later::Command::Write(Target::SaveFile)),
        later::Message::Command(later::Command::CloseNotice),
        later::Message::Command(later::Command::Answer(question::FIRST.into(), add_evidence)),
        later::Message::Came(later::Came::Shelf([].into(), [].into())),
    ];
    for message in messages {
        let (same, waiting) = after(&state, message.clone().into(), None);
        assert_eq!(waiting.waits, Some(Rc::new(message.clone())));
        assert_eq!(same, state, "{message:?}");
        let (_, done) = after(&state, message.into(), Some(&LaterUpdate::HERE));
        assert_eq!(done.waits, None);
    }
}

#[test]
fn what_takes_something_back_waits_for_nothing() {
    let answered = alone(&begun(), choose_two().into()).0;
    // Said later, it would take back what came after it.
    let (state, effects) = alone(&answered, Message::Turn(Way::Undo));
    assert_eq!((state, effects), (answered, Vec::new()));
}

#[test]
fn to_keep_it_no_longer_waits_where_that_deletes_something() {
    let kept = alone(&begun(), first::Command::Keep(Wish::Device).into()).0;
    let nowhere = || Message::from(first::Command::Keep(Wish::Nowhere));
    assert_eq!(after(&begun(), nowhere(), None).1.waits, None);
    let (same, waiting) = after(&kept, nowhere(), None);
    assert_eq!(same, kept, "until it is deleted it is not said to be kept nowhere");
    let take_off = later::Message::Command(later::Command::TakeOffDevice);
    assert_eq!(waiting.waits, Some(Rc::new(take_off.clone())));
    let later = Some(&LaterUpdate::HERE);
    assert_eq!(after(&kept, nowhere(), later), after(&kept, take_off.into(), later));
}

#[test]
fn the_whole_bank_takes_the_place_of_its_part_and_answers_stay() {
    let whole = catalogue();
    let mut state = begun();
    state = alone(&state, first::Command::Choose(Choosing::Form(Form::Complete)).into()).0;
    state = alone(&state, choose_two().into()).0;
    let asked = |state: &State| state.work.as_ref().unwrap().asked.questions().count();
    let few = asked(&state);
    state = alone(&state, later_half(&whole)).0;
    assert!(asked(&state) > few, "{few}");
    assert_eq!(state.catalogue, whole);
    assert!(state.work.unwrap().assessment.answers.get(&question::FIRST.into()).is_some());
}
