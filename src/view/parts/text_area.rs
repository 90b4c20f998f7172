//! A field of many lines.

use yew::prelude::*;

use crate::browser::event;
use crate::view::parts::field::{self, Field};

/// What is written in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Writing {
    /// A note: short, in the voice of what operates.
    Note,
    /// An answer in long words, in the voice of what asks.
    Reflection,
}

/// A field of many lines that grows with its text, and has three rows where the browser cannot.
/// See [`field`] for its accessibility and for what it keeps to itself.
pub(crate) fn text_area(field: &Field, writing: Writing) -> Html {
    let class = match writing {
        Writing::Note => "",
        Writing::Reflection => "voice",
    };
    field::wrapped(
        field,
        html! {
            <textarea
                {class}
                id={field.id.clone()}
                data-most={field.most.map(|most| most.to_string())}
                rows="3"
                value={field.value.clone()}
                autocomplete="off"
                spellcheck="false"
                writingsuggestions="false"
                aria-describedby={field.described_by()}
                aria-invalid={field.invalid()}
                aria-required={field.required()}
                oninput={field.oninput.reform(|input: InputEvent| event::text(&input))}
            />
        },
    )
}
