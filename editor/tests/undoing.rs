//! Undo and redo: whatever was done can be taken back and put back, and typing is one change.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use common::{Tab, content, made, question};
use domain::answer::{Choice, Confidentiality};
use domain::id::QuestionId;
use domain::questions::Step;
use editor::field::{AnswerText, ScopeText};
use editor::first::Choosing;
use editor::history::Way;
use editor::keeping::Deletion;
use editor::{Message, Place, first, later};
use proptest::prelude::*;

proptest! {
    #![proptest_config(common::made::config())]

    /// Taking back all that was done gives the start, putting it back gives the end; and each step
    /// changes something, so that nobody presses Undo and sees nothing.
    #[test]
    fn undo_gives_the_start_and_redo_the_end(
        commands in prop::collection::vec(made::change_or_turn(), 0..40),
        pauses in prop::collection::vec(0_i64..4_000, 40),
    ) {
        let mut tab = Tab::working();
        // The beginning itself can be taken back as well; here it is the start.
        while tab.work().history.has(Way::Undo) {
            tab.send(Message::Turn(Way::Undo));
        }
        let start = content(tab.assessment());
        for (commands, pause) in commands.into_iter().zip(pauses) {
            tab.now += pause;
            for command in commands {
                tab.send(command);
            }
        }
        while tab.work().history.has(Way::Redo) {
            tab.send(Message::Turn(Way::Redo));
        }
        let end = content(tab.assessment());
        let mut steps = vec![end.clone()];
        while tab.work().history.has(Way::Undo) {
            tab.send(Message::Turn(Way::Undo));
            steps.push(content(tab.assessment()));
            prop_assert!(steps.len() < 200, "undo comes to an end");
        }
        prop_assert_eq!(steps.last().unwrap(), &start);
        for pair in steps.windows(2) {
            prop_assert_ne!(&pair[0], &pair[1], "each step changes something");
        }
        while let Some(before) = steps.pop() {
            prop_assert_eq!(&content(tab.assessment()), &before);
            tab.send(Message::Turn(Way::Redo));
        }
        prop_assert_eq!(&content(tab.assessment()), &end);
    }

    /// Text typed in one field without a pause is taken back at once, whatever its letters are.
    #[test]
    fn typing_is_one_change(words in "\\PC{2,20}") {
        let mut tab = at(question::WORDS);
        let before = content(tab.assessment());
        let letters: Vec<char> = words.chars().collect();
        for end in 1..=letters.len() {
            tab.now -= 90;
            tab.send(write(AnswerText::Words, &letters[..end].iter().collect::<String>()));
        }
        tab.send(Message::Turn(Way::Undo));
        prop_assert_eq!(content(tab.assessment()), before);
        tab.send(Message::Turn(Way::Redo));
        prop_assert_eq!(&tab.assessment().answers.get(&question::WORDS.into()).unwrap().words, &words);
    }
}

fn at(question: &str) -> Tab {
    let mut tab = Tab::working();
    tab.send(first::Command::Go(Place::Question(question.into(), None)));
    tab.settle();
    tab
}

fn write(text: AnswerText, typed: &str) -> first::Command {
    first::Command::Answer(question::WORDS.into(), first::Answering::Write(text, typed.into()))
}

fn words(tab: &Tab) -> &str {
    tab.assessment().answers.get(&question::WORDS.into()).map_or("", |answer| &answer.words)
}

#[test]
fn a_pause_another_field_and_a_choice_each_begin_a_new_change() {
    let mut tab = at(question::WORDS);
    tab.send(write(AnswerText::Words, "one"));
    tab.now += 3_000;
    tab.send(write(AnswerText::Words, "one two"));
    tab.send(write(AnswerText::Note, "note"));
    tab.send(write(AnswerText::Words, "one two three"));
    for expected in ["one two", "one two", "one", ""] {
        tab.send(Message::Turn(Way::Undo));
        assert_eq!(words(&tab), expected);
    }
}

#[test]
fn a_clock_that_is_set_back_does_not_make_one_change_of_what_was_typed_apart() {
    let mut tab = at(question::WORDS);
    tab.send(write(AnswerText::Words, "one"));
    tab.now -= 3_600_000;
    tab.send(write(AnswerText::Words, "one two"));
    for expected in ["one", ""] {
        tab.send(Message::Turn(Way::Undo));
        assert_eq!(words(&tab), expected);
    }
}

#[test]
fn what_was_typed_and_taken_away_again_leaves_no_step() {
    let mut tab = at(question::WORDS);
    tab.send(first::Command::Answer(
        question::WORDS.into(),
        first::Answering::Choose(Choice::NotKnown),
    ));
    tab.send(write(AnswerText::Note, "x"));
    tab.send(write(AnswerText::Note, ""));
    tab.send(Message::Turn(Way::Undo));
    assert!(tab.assessment().answers.is_empty(), "the choice was taken back at once");
}

#[test]
fn typing_after_undo_goes_on_and_nothing_can_be_put_back() {
    let mut tab = at(question::WORDS);
    tab.send(write(AnswerText::Words, "one"));
    tab.send(write(AnswerText::Note, "note"));
    tab.send(Message::Turn(Way::Undo));
    tab.send(write(AnswerText::Words, "one two"));
    assert!(!tab.work().history.has(Way::Redo));
    tab.send(Message::Turn(Way::Redo));
    assert_eq!(tab.state.said.1, Some(later::Said::NothingThere.into()));
    assert_eq!(words(&tab), "one two");
}

#[test]
fn undo_leads_to_where_the_change_was_and_says_so() {
    let mut tab = at(question::LADDER);
    tab.send(choose(question::LADDER, Choice::Step(Step::Two)));
    tab.send(first::Command::Go(Place::Download));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(tab.state.place, Place::Question(question::LADDER.into(), None));
    assert_eq!(tab.state.said.1, Some(later::Said::Undone(Some("A1.1".into())).into()));
    tab.send(first::Command::Go(Place::Result));
    tab.send(Message::Turn(Way::Redo));
    assert_eq!(tab.state.place, Place::Result, "the result shows the change where it is");
    assert_eq!(tab.state.said.1, Some(later::Said::Redone(Some("A1.1".into())).into()));
    tab.send(first::Command::Choose(Choosing::Write(ScopeText::Company, "Example".into())));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(tab.state.place, Place::Choose);
}

#[test]
fn starting_again_can_be_taken_back() {
    let mut tab = at(question::LADDER);
    tab.send(choose(question::LADDER, Choice::Step(Step::Two)));
    tab.send(first::Command::Answer(
        question::LADDER.into(),
        first::Answering::Confidentiality(Confidentiality::Confidential),
    ));
    tab.send(later::Command::SetAside("t-one".into(), Some("they do".into())));
    let before = content(tab.assessment());
    tab.send(later::Command::AskToDelete(Deletion::Answers));
    tab.send(later::Command::Confirm);
    tab.settle();
    assert!(tab.assessment().answers.is_empty() && tab.assessment().dismissals.is_empty());
    assert_eq!(tab.state.place, Place::Choose);
    assert_eq!(tab.draft(&tab.assessment().id).unwrap(), *tab.assessment());
    tab.send(Message::Turn(Way::Undo));
    tab.settle();
    assert_eq!(content(tab.assessment()), before);
    assert_eq!(tab.draft(&tab.assessment().id).unwrap(), *tab.assessment());
}

#[test]
fn nothing_to_take_back_is_said_each_time() {
    let mut tab = Tab::working();
    while tab.work().history.has(Way::Undo) {
        tab.send(Message::Turn(Way::Undo));
    }
    tab.send(Message::Turn(Way::Undo));
    let first = tab.state.said.clone();
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(first.1, Some(later::Said::NothingThere.into()));
    assert_ne!(first, tab.state.said, "so that it is read out again");
}

fn choose(question: &str, choice: Choice) -> first::Command {
    first::Command::Answer(QuestionId::from(question), first::Answering::Choose(choice))
}
