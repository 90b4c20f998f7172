//! Keys that do something by themselves: the line below an answer that names them, and the list in which
//! they are switched off.

use domain::count::count;
use domain::texts::later as key;
use editor::keys::Keys;
use editor::{State, later};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::parts::button::{Button, button};
use crate::view::parts::checkbox::{Checkbox, checkbox};
use crate::view::parts::facts::facts;
use crate::view::pieces::Beside;
use crate::view::words::LaterWords;

/// The line below an answer: which keys there are, or that they are off, and the way to the list.
pub(crate) fn line(from: &Beside, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let all = match from.keys {
        Keys::On => key::KEYS_ALL,
        Keys::Off => key::KEYS_ALL_OFF,
    };
    html! {
        <>
            <p>
                if from.keys == Keys::On {
                    <span class="key">{ words.get(key::KEYS_LEAD) }</span>
                    for (name, does) in named(from, words) {
                        <span class="key" key={name.to_string()}><kbd>{ name }</kbd>{ " " }{ does }</span>
                    }
                } else {
                    <span>{ words.get(key::KEYS_OFF) }</span>
                }
            </p>
            { button(Button::quiet(words.get(all)), dispatch.always(later::Command::ShowKeys)) }
        </>
    }
}

/// What can be done here by keys, each by its name.
fn named(from: &Beside, words: &LaterWords) -> Vec<(AttrValue, AttrValue)> {
    let question = &from.question;
    let steps = question.ladder().map(|ladder| (count(ladder.iter().count()), key::KEYS_STEP));
    let values = || question.decision().map(|all| (count(all.values.len()), key::KEYS_VALUE));
    let rows = steps.or_else(values).map(|(all, does)| {
        (words.with(key::KEYS_RANGE, &[("last", &all.to_string())]), words.get(does))
    });
    let not_known = question.matrix().is_none();
    let not_known = not_known.then(|| ("?".into(), words.get(key::KEYS_NOT_KNOWN)));
    let others = [("N", key::KEYS_NEXT), ("P", key::KEYS_BACK), ("O", key::KEYS_NEXT_OPEN)];
    let others = others.map(|(name, does)| (AttrValue::from(name), words.get(does)));
    rows.into_iter().chain(not_known).chain(others).collect()
}

/// The list of all keys, and the box that switches them off.
pub(crate) fn list(state: &State, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let last = words.with(key::KEYS_RANGE, &[("last", "5")]);
    let row = |name: AttrValue, does| (name, words.get(does));
    let rows = vec![
        row(last, key::KEYS_LIST_ROWS),
        row("?".into(), key::KEYS_LIST_NOT_KNOWN),
        row("N".into(), key::KEYS_LIST_NEXT),
        row("P".into(), key::KEYS_LIST_BACK),
        row("O".into(), key::KEYS_LIST_NEXT_OPEN),
    ];
    let held = vec![
        row(words.get(key::KEYS_UNDO), key::KEYS_LIST_UNDO),
        row(words.get(key::KEYS_REDO), key::KEYS_LIST_REDO),
    ];
    let onchange = dispatch.on(|on| later::Command::UseKeys(if on { Keys::On } else { Keys::Off }));
    html! {
        <>
            <p>{ words.get(key::KEYS_ABOUT) }</p>
            { facts(rows) }
            { checkbox(&Checkbox {
                id: "use-keys".into(),
                label: words.get(key::KEYS_USE),
                hint: Some(words.get(key::KEYS_USE_HINT)),
                checked: state.keys == Keys::On,
                onchange,
            }) }
            <p>{ words.get(key::KEYS_HELD) }</p>
            { facts(held) }
        </>
    }
}
