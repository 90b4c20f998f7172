//! Boxes to tick.

use yew::prelude::*;

use crate::browser::event;
use crate::view::parts::radios;

/// A box.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Checkbox {
    /// Its id, and its key among others.
    pub(crate) id: AttrValue,
    /// What is true when it is ticked.
    pub(crate) label: AttrValue,
    /// The consequence in words.
    pub(crate) hint: Option<AttrValue>,
    /// Whether it is ticked.
    pub(crate) checked: bool,
    /// Told what it became.
    pub(crate) onchange: Callback<bool>,
}

/// A box by itself, with its consequence below the words.
///
/// Accessibility: a native box; words and consequence are its label; 44 px high; ticked is a tick,
/// not only a colour.
pub(crate) fn checkbox(checkbox: &Checkbox) -> Html {
    html! {
        <label class="check" key={checkbox.id.to_string()}>
            { input(checkbox) }
            <span class="text">
                { checkbox.label.clone() }
                if let Some(hint) = checkbox.hint.clone() {
                    <span class="hint">{ hint }</span>
                }
            </span>
        </label>
    }
}

/// Boxes under one question, in columns.
///
/// Accessibility: a group named by the id in `labelled_by`.
pub(crate) fn checkboxes(labelled_by: AttrValue, boxes: &[Checkbox]) -> Html {
    html! {
        <div class="checks" role="group" aria-labelledby={labelled_by}>
            for one in boxes {
                { checkbox(one) }
            }
        </div>
    }
}

/// Boxes with a consequence, as rows of one frame.
///
/// Accessibility: as [`checkboxes`]; the whole row is the label.
pub(crate) fn framed(labelled_by: AttrValue, boxes: &[Checkbox]) -> Html {
    html! {
        <div class="choices" role="group" aria-labelledby={labelled_by}>
            for one in boxes {
                <div class="choice" key={one.id.to_string()}>
                    <label>
                        { input(one) }
                        { radios::words(None, one.label.clone(), one.hint.clone()) }
                    </label>
                </div>
            }
        </div>
    }
}

fn input(checkbox: &Checkbox) -> Html {
    html! {
        <input
            type="checkbox"
            id={checkbox.id.clone()}
            checked={checkbox.checked}
            onchange={checkbox.onchange.reform(|change: Event| event::checked(&change))}
        />
    }
}
