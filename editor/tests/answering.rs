//! From one question to the next: keys that act by themselves, the next open question, where one goes on,
//! and what can be taken back beside the message that it was done.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use std::rc::Rc;

use common::{Tab, question};
use domain::answer::{Choice, TacticState};
use domain::bounds::listed::EVIDENCE;
use domain::elsewhere::{Elsewhere, HigherStep};
use domain::plan::ActionId;
use domain::questions::Step;
use editor::field::AnswerText;
use editor::first::Answering;
use editor::history::Way;
use editor::keys::{Keys, Shortcut};
use editor::later::{Command, Effect, Planning};
use editor::state::Said;
use editor::{Message, Place, first, later};

fn choose(id: &str, choice: Choice) -> first::Command {
    first::Command::Answer(id.into(), Answering::Choose(choice))
}

fn not_known(id: &str) -> first::Command {
    first::Command::Answer(id.into(), Answering::NotKnown(String::new()))
}

fn place(id: &str, phase: Option<&str>) -> Place {
    Place::Question(id.into(), phase.map(Into::into))
}

/// A tab at a question.
fn at(id: &str, phase: Option<&str>) -> Tab {
    let mut tab = Tab::working();
    tab.send(first::Command::Go(place(id, phase)));
    tab.settle();
    tab
}

/// Everything has an answer but these stops.
fn all_but(open: &[Place]) -> Tab {
    let mut tab = Tab::working();
    let decided = Choice::Decision("yes".into());
    for (id, choice) in [
        (question::DECISION, decided),
        (question::LADDER, Choice::Step(Step::Two)),
        (question::ROUTED, Choice::Step(Step::Two)),
        (question::FIRST, Choice::Step(Step::Two)),
        (question::WORDS, Choice::NotKnown),
    ] {
        if !open.contains(&place(id, None)) {
            tab.send(choose(id, choice));
        }
    }
    for id in [question::GROUPS, question::PHASES] {
        let asked = tab.work().asked.question(&id.into()).unwrap().clone();
        for group in &asked.matrix().unwrap().groups {
            if open.contains(&place(id, (id == question::PHASES).then_some(&group.id))) {
                continue;
            }
            for tactic in &group.tactics {
                let state = later::Answering::Tactic(tactic.id.clone(), TacticState::Used);
                tab.send(Command::Answer(id.into(), state));
            }
        }
    }
    tab.settle();
    tab
}

fn next_open(tab: &Tab) -> Option<Place> {
    tab.state.next_open().map(|stop| stop.place())
}

#[test]
fn the_next_open_question_is_the_next_one_behind_this_and_after_the_last_the_first() {
    let first = place(question::LADDER, None);
    let last = place(question::PHASES, Some("design"));
    let mut tab = all_but(&[first.clone(), last.clone()]);
    tab.send(first::Command::Go(place(question::WORDS, None)));
    assert_eq!(next_open(&tab), Some(last.clone()));
    tab.send(first::Command::Go(last.clone()));
    assert_eq!(next_open(&tab), Some(first.clone()), "behind the last one again the first");
    tab.send(first::Command::Go(Place::Result));
    assert_eq!(next_open(&tab), Some(first), "from a screen that is no question the first");
}

#[test]
fn where_nothing_else_is_open_there_is_no_next_open_question() {
    let alone = place(question::WORDS, None);
    let mut tab = all_but(std::slice::from_ref(&alone));
    tab.send(first::Command::Go(alone));
    assert_eq!(next_open(&tab), None, "what is shown is no way on");
    tab.send(not_known(question::WORDS));
    tab.send(first::Command::Go(Place::Plan(None)));
    assert_eq!(next_open(&tab), None, "what is not known is answered");
}

/// Where a tab goes on that was left at a place.
fn goes_on(tab: &mut Tab, left: Place) -> Place {
    tab.send(first::Command::Go(left));
    tab.settle();
    tab.send(first::Command::Go(Place::Start));
    tab.settle();
    let id = tab.assessment().id.clone();
    tab.send(Command::Continue(id));
    tab.settle();
    tab.state.place.clone()
}

#[test]
fn going_on_leads_to_the_question_where_one_was_if_that_is_open_and_else_to_the_first_open_one() {
    let (one, other) = (place(question::FIRST, None), place(question::WORDS, None));
    let mut tab = all_but(&[one.clone(), other.clone()]);
    assert_eq!(goes_on(&mut tab, other.clone()), other, "where one was");
    assert_eq!(goes_on(&mut tab, place(question::LADDER, None)), one, "it has an answer");
    assert_eq!(goes_on(&mut tab, Place::Result), one);
    let mut done = all_but(&[]);
    assert_eq!(goes_on(&mut done, Place::Plan(None)), Place::Plan(None), "nothing is open");
}

#[test]
fn a_draft_that_is_opened_anew_goes_on_at_the_first_open_question() {
    let open = place(question::WORDS, None);
    let mut tab = all_but(std::slice::from_ref(&open));
    tab.send(first::Command::Go(place(question::LADDER, None)));
    tab.settle();
    let (device, id) = (tab.device.clone(), tab.assessment().id.clone());
    tab.close();
    let mut again = Tab::open(&device, "");
    again.settle();
    again.send(Command::Continue(id));
    again.settle();
    assert_eq!(again.state.place, open);
}

#[test]
fn a_file_whose_first_section_is_answered_opens_at_the_first_open_question() {
    let open = place(question::WORDS, None);
    let tab = all_but(std::slice::from_ref(&open));
    let file = Rc::new(tab.assessment().clone());
    let mut other = Tab::open(&Rc::default(), "");
    other.settle();
    other.send(Command::OpenFromFile(file));
    other.settle();
    assert_eq!(other.state.place, open);
}

/// What a key has the browser do.
fn pressed(tab: &mut Tab, shortcut: Shortcut) -> Vec<editor::Effect> {
    let moment = tab.moment();
    let later = &editor::LaterUpdate::HERE;
    editor::step(&mut tab.state, Command::Press(shortcut).into(), moment, Some(later)).effects
}

fn choice(tab: &Tab, id: &str) -> Option<Choice> {
    tab.assessment().answers.get(&id.into()).and_then(|answer| answer.choice.clone())
}

#[test]
fn a_number_chooses_where_one_row_is_the_answer_and_nowhere_else() {
    for (id, phase, nth, expected) in [
        (question::LADDER, None, 5, Some(Choice::Step(Step::Five))),
        (question::DECISION, None, 3, Some(Choice::Decision("not-looked".into()))),
        (question::DECISION, None, 4, None),
        (question::WORDS, None, 1, None),
        (question::GROUPS, None, 1, None),
        (question::PHASES, Some("design"), 1, None),
    ] {
        let mut tab = at(id, phase);
        let effects = pressed(&mut tab, Shortcut::Nth(nth));
        assert_eq!(choice(&tab, id), expected, "{id} {nth}");
        let focus = editor::Effect::from(Effect::FocusOnChoice(id.into()));
        assert_eq!(effects.contains(&focus), expected.is_some(), "what was chosen is read out");
    }
}

#[test]
fn the_question_mark_says_not_known_of_a_question_and_not_of_a_whole_matrix() {
    for (id, phase, expected) in [
        (question::LADDER, None, true),
        (question::WORDS, None, true),
        (question::PHASES, Some("design"), false),
    ] {
        let mut tab = at(id, phase);
        let effects = pressed(&mut tab, Shortcut::NotKnown);
        let effect = editor::Effect::from(Effect::ChooseNotKnown(id.into()));
        assert_eq!(effects.contains(&effect), expected, "{id}");
    }
}

#[test]
fn how_a_step_is_chosen_stays_unfolded_at_other_questions_until_it_is_folded() {
    let mut tab = at(question::LADDER, None);
    let before = tab.assessment().clone();
    assert!(!tab.state.card_open, "one line at first");
    tab.send(Command::ShowCard(true));
    tab.send(first::Command::Go(place(question::ROUTED, None)));
    assert!(tab.state.card_open);
    assert_eq!(*tab.assessment(), before, "it is no answer");
    tab.send(Command::ShowCard(false));
    tab.send(first::Command::Go(place(question::LADDER, None)));
    assert!(!tab.state.card_open);
}

#[test]
fn letters_lead_on_back_and_to_the_next_open_question() {
    let mut tab = at(question::LADDER, None);
    pressed(&mut tab, Shortcut::On);
    assert_eq!(tab.state.place, place(question::DECISION, None));
    pressed(&mut tab, Shortcut::Back);
    assert_eq!(tab.state.place, place(question::LADDER, None));
    pressed(&mut tab, Shortcut::Back);
    assert_eq!(tab.state.place, Place::Reach(None), "before all sections stand the facts");
    pressed(&mut tab, Shortcut::On);
    assert_eq!(tab.state.place, place(question::LADDER, None));
    tab.send(choose(question::DECISION, Choice::NotKnown));
    pressed(&mut tab, Shortcut::NextOpen);
    assert_eq!(tab.state.place, place(question::ROUTED, None));
    tab.send(first::Command::Go(Place::Plan(None)));
    pressed(&mut tab, Shortcut::On);
    assert_eq!(tab.state.place, Place::Plan(None), "only on the way there is a next one");
    pressed(&mut tab, Shortcut::NextOpen);
    assert_eq!(tab.state.place, place(question::FIRST, None), "from every screen");
    tab.send(first::Command::Go(place(question::PHASES, Some("design"))));
    pressed(&mut tab, Shortcut::On);
    assert_eq!(tab.state.place, Place::Open, "after the last one, what is open");
}

#[test]
fn keys_that_are_off_or_wait_behind_a_dialog_do_nothing() {
    let mut tab = at(question::LADDER, None);
    let before = tab.state.place.clone();
    tab.send(Command::ShowKeys);
    for shortcut in [Shortcut::On, Shortcut::Nth(2), Shortcut::NotKnown] {
        assert_eq!(pressed(&mut tab, shortcut), [], "behind a dialog");
    }
    assert_eq!((tab.state.place.clone(), choice(&tab, question::LADDER)), (before.clone(), None));
    tab.send(Command::UseKeys(Keys::Off));
    tab.send(Command::CloseDialog);
    for shortcut in [Shortcut::On, Shortcut::NextOpen, Shortcut::Nth(2), Shortcut::NotKnown] {
        assert_eq!(pressed(&mut tab, shortcut), [], "switched off");
    }
    assert_eq!((tab.state.place.clone(), choice(&tab, question::LADDER)), (before.clone(), None));
    tab.send(Command::UseKeys(Keys::On));
    pressed(&mut tab, Shortcut::On);
    assert_ne!(tab.state.place, before);
}

#[test]
fn a_key_is_the_same_with_caps_lock_and_others_are_none() {
    for (one, other) in [("n", "N"), ("p", "P"), ("o", "O")] {
        assert!(Shortcut::of(one).is_some());
        assert_eq!(Shortcut::of(one), Shortcut::of(other));
    }
    for key in ["0", "6", "a", "Enter", "Tab", "ArrowDown", "F5", ""] {
        assert_eq!(Shortcut::of(key), None, "{key}");
    }
}

#[test]
fn what_was_removed_is_offered_back_until_the_next_change_or_screen_or_until_it_is_closed() {
    let planned = || {
        let mut tab = Tab::working();
        tab.send(first::Command::Go(Place::Plan(None)));
        tab.send(Command::Plan(Planning::Write));
        let id = tab.assessment().plan.actions()[0].id;
        assert_eq!(tab.state.offered(), None, "writing one says nothing");
        tab.send(Command::Plan(Planning::Remove(id)));
        assert_eq!(tab.state.offered(), Some(&Said::Later(later::Said::ActionRemoved)));
        tab
    };
    let mut tab = planned();
    tab.send(Command::Plan(Planning::Write));
    assert_eq!(tab.state.offered(), None, "another change would be taken back");
    let mut tab = planned();
    tab.send(first::Command::Go(Place::Result));
    assert_eq!(tab.state.offered(), None, "it belongs to its screen");
    let mut tab = planned();
    tab.send(Command::CloseSaid);
    assert_eq!(tab.state.offered(), None, "it was closed");
    let mut tab = planned();
    tab.send(first::Command::ShowHelp(true));
    assert!(tab.state.offered().is_some(), "what changes nothing leaves it");
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(tab.state.offered(), None, "it is taken back");
    assert_eq!(tab.assessment().plan.actions().len(), 1);
}

#[test]
fn a_higher_step_and_where_stay_whatever_is_chosen_and_are_taken_back_one_by_one() {
    let mut tab = at(question::LADDER, None);
    let elsewhere = |tab: &Tab| {
        let answer = tab.assessment().answers.get(&question::LADDER.into());
        answer.map(|answer| answer.elsewhere.clone()).unwrap_or_default()
    };
    let higher = |step| {
        let answering = later::Answering::Highest(step);
        Command::Answer(question::LADDER.into(), answering)
    };
    let four = HigherStep::new(Step::Four);
    tab.send(higher(four));
    let place = Answering::Write(AnswerText::Elsewhere, "In one market.".into());
    tab.send(first::Command::Answer(question::LADDER.into(), place));
    let said = Elsewhere { highest: four, place: "In one market.".into() };
    assert_eq!(choice(&tab, question::LADDER), None, "it is no answer");
    for choice in [Choice::Step(Step::Two), Choice::NotKnown, Choice::Step(Step::Five)] {
        tab.send(choose(question::LADDER, choice));
        assert_eq!(elsewhere(&tab), said);
    }
    tab.send(first::Command::Answer(question::LADDER.into(), Answering::Clear));
    assert_eq!(elsewhere(&tab), said, "to clear an answer takes no words");
    tab.send(higher(None));
    assert_eq!(elsewhere(&tab), Elsewhere { highest: None, ..said.clone() });
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(elsewhere(&tab), said);
    for _ in 0..4 {
        tab.send(Message::Turn(Way::Undo));
    }
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(elsewhere(&tab), Elsewhere { highest: four, place: String::new() });
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(elsewhere(&tab), Elsewhere::default());
}

#[test]
fn what_was_said_without_a_change_offers_nothing_back() {
    let mut tab = Tab::working();
    tab.send(Message::Turn(Way::Undo));
    tab.send(Message::Turn(Way::Undo));
    tab.send(Message::Turn(Way::Undo));
    assert!(tab.state.said.1.is_some());
    assert_eq!(tab.state.offered(), None);
    tab.send(Command::Plan(Planning::Remove(ActionId(7))));
    assert_eq!(tab.state.offered(), None, "there was no such action");
}

#[test]
fn an_answer_takes_ten_rows_of_evidence_and_says_that_it_takes_no_more() {
    let mut tab = Tab::working();
    let add = || Command::Answer(question::LADDER.into(), later::Answering::AddEvidence);
    for _ in 0..EVIDENCE {
        tab.send(add());
    }
    let before = tab.assessment().clone();
    tab.state.said.1 = None;
    tab.send(add());
    assert_eq!(tab.assessment(), &before);
    assert_eq!(tab.state.said.1, Some(later::Said::NoMoreEvidence.into()));
    tab.send(Command::Answer(question::LADDER.into(), later::Answering::RemoveEvidence(3)));
    tab.send(add());
    assert_eq!(
        tab.assessment().answers.get(&question::LADDER.into()).unwrap().evidence.len(),
        EVIDENCE
    );
}
