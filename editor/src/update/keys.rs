//! What keys do that are pressed by themselves.

use domain::answer::Choice;
use domain::assessment::Timestamp;
use domain::questions::{Question, Step};

use super::{answering, travelling};
use crate::first::Answering;
use crate::keys::{Keys, Shortcut};
use crate::later;
use crate::message::Effect;
use crate::state::State;

/// One of the keys was pressed, and not into a field.
pub(super) fn press(
    state: &mut State,
    effects: &mut Vec<Effect>,
    shortcut: Shortcut,
    now: Timestamp,
) {
    // What must be answered first is answered first.
    if state.keys == Keys::Off || state.dialog.is_some() {
        return;
    }
    match shortcut {
        Shortcut::Nth(nth) => choose(state, effects, nth, now),
        Shortcut::NotKnown => {
            // Of a matrix, that is said of each tactic.
            if let Some((question, _)) = state.question()
                && question.matrix().is_none()
            {
                effects.push(later::Effect::ChooseNotKnown(question.id.clone()).into());
            }
        }
        Shortcut::On => {
            if let Some((_, on)) = state.neighbours() {
                travelling::go(state, effects, on.place());
            }
        }
        Shortcut::Back => {
            if let Some((back, _)) = state.neighbours() {
                travelling::go(state, effects, back.place());
            }
        }
        Shortcut::NextOpen => {
            if let Some(open) = state.next_open() {
                travelling::go(state, effects, open.place());
            }
        }
    }
}

/// The person said whether the keys do anything.
pub(super) fn switch(state: &mut State, effects: &mut Vec<Effect>, keys: Keys) {
    state.keys = keys;
    effects.push(later::Effect::RememberKeys(keys).into());
}

/// Chooses at once, and not by pressing what is drawn: the next key may lead on before that is.
fn choose(state: &mut State, effects: &mut Vec<Effect>, nth: u8, now: Timestamp) {
    let Some((question, _)) = state.question() else { return };
    let Some(choice) = row(question, nth) else { return };
    let id = question.id.clone();
    answering::answer(state, &id, Answering::Choose(choice), now);
    effects.push(later::Effect::FocusOnChoice(id).into());
}

/// What stands in a row of a question, where one of its rows is its answer.
fn row(question: &Question, nth: u8) -> Option<Choice> {
    if question.ladder().is_some() {
        return Step::from_number(nth).map(Choice::Step);
    }
    let at = usize::from(nth.checked_sub(1)?);
    question.decision()?.values.get(at).map(|value| Choice::Decision(value.id.clone()))
}
