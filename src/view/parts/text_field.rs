//! A field of one line.

use yew::prelude::*;

use crate::browser::event;
use crate::view::parts::field::{self, Field};

/// A field of one line. See [`field`] for its accessibility and for what it keeps to itself.
pub(crate) fn text_field(field: &Field) -> Html {
    field::wrapped(
        field,
        html! {
            <input
                type="text"
                id={field.id.clone()}
                data-most={field.most.map(|most| most.to_string())}
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
