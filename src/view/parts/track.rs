//! Answers that do not fit each other yet.

use yew::prelude::*;
use yew::virtual_dom::Key;

use super::square::{self, Size, Square};

/// A tension.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tension {
    /// Tells it apart from the others.
    pub(crate) key: Key,
    /// Its title.
    pub(crate) title: AttrValue,
    /// The answers that are steps of ladders, each with its step.
    pub(crate) steps: Vec<(u8, Square)>,
    /// Every answer: its square, where it has one, and what was asked and said.
    pub(crate) sides: Vec<Html>,
    /// Why it matters, what to ask, why it was set aside.
    pub(crate) lines: Vec<AttrValue>,
    /// What can be done about it.
    pub(crate) actions: Html,
}

/// Tensions, each with a track of five steps.
///
/// Accessibility: the track is hidden; title and both answers in words stand beside it.
pub(crate) fn tensions(tensions: Vec<Tension>) -> Html {
    html! {
        <ul class="tensions">
            for tension in tensions {
                <li key={tension.key.clone()}>{ one(tension) }</li>
            }
        </ul>
    }
}

fn one(tension: Tension) -> Html {
    html! {
        <>
            <div class="track-of">{ track(&tension.steps) }</div>
            <div class="text">
                <h3>{ tension.title }</h3>
                <ul class="sides">
                    for (at, side) in tension.sides.into_iter().enumerate() {
                        <li key={at}>{ side }</li>
                    }
                </ul>
                <div class="asks">
                    for line in tension.lines {
                        <p key={line.to_string()}>{ line }</p>
                    }
                </div>
                <div class="actions">{ tension.actions }</div>
            </div>
        </>
    }
}

/// Five hairlines with squares on their steps, and a line from the lowest to the highest. Draws
/// nothing where there are no steps.
fn track(steps: &[(u8, Square)]) -> Html {
    if steps.is_empty() {
        return Html::default();
    }
    let lowest = steps.iter().map(|(step, _)| *step).min();
    let highest = steps.iter().map(|(step, _)| *step).max();
    let line = match (lowest, highest) {
        (Some(low), Some(high)) => classes!("between", from(low), to(high)),
        _ => classes!("between"),
    };
    html! {
        <div class="track" aria-hidden="true">
            <span class={line}></span>
            for step in 1..=5u8 {
                <span class="stop" key={step}>
                    for (_, one) in steps.iter().filter(|(on, _)| *on == step) {
                        { decoration(one) }
                    }
                    <span class="digit">{ step }</span>
                </span>
            }
        </div>
    }
}

fn from(step: u8) -> &'static str {
    ["from1", "from2", "from3", "from4"].get(usize::from(step).wrapping_sub(1)).copied().unwrap_or("from5")
}

fn to(step: u8) -> &'static str {
    ["to1", "to2", "to3", "to4"].get(usize::from(step).wrapping_sub(1)).copied().unwrap_or("to5")
}

fn decoration(one: &Square) -> Html {
    let plain = Square { words: None, href: None, ..one.clone() };
    square::square(&plain, Size::Tag)
}
