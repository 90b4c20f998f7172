//! What keys do that are pressed by themselves.

use domain::count::count;

use super::travelling;
use crate::keys::{InAnswer, Keys, Shortcut};
use crate::later;
use crate::message::Effect;
use crate::place::Place;
use crate::state::State;

/// One of the keys was pressed, and not into a field.
pub(super) fn press(state: &mut State, effects: &mut Vec<Effect>, shortcut: Shortcut) {
    // What must be answered first is answered first.
    if state.keys == Keys::Off || state.dialog.is_some() {
        return;
    }
    let mut choose = |row| effects.push(later::Effect::ChooseInAnswer(row).into());
    match shortcut {
        Shortcut::Nth(nth) if u32::from(nth) <= rows(state) => choose(InAnswer::Nth(nth)),
        Shortcut::NotKnown if offers_not_known(state) => choose(InAnswer::NotKnown),
        Shortcut::Nth(_) | Shortcut::NotKnown => {}
        Shortcut::On => {
            if matches!(state.place, Place::Question(..)) {
                let on = state.neighbours().1.map_or(Place::Open, |stop| stop.place());
                travelling::go(state, effects, on);
            }
        }
        Shortcut::Back => {
            if let (Some(before), _) = state.neighbours() {
                travelling::go(state, effects, before.place());
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

/// How many rows the question that is shown has of its own, where one of them is its answer.
fn rows(state: &State) -> u32 {
    let Some((question, _)) = state.question() else { return 0 };
    let steps = question.ladder().map(|ladder| count(ladder.iter().count()));
    let values = question.decision().map(|decision| count(decision.values.len()));
    steps.or(values).unwrap_or(0)
}

/// Whether "I don't know yet" is said of the question that is shown as a whole.
fn offers_not_known(state: &State) -> bool {
    state.question().is_some_and(|(question, _)| question.matrix().is_none())
}
