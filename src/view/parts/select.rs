//! A list to choose one from, where radios would take too much room.

use yew::prelude::*;

use crate::browser::event;
use crate::view::parts::field::{self, Field};

/// A list of `(value, words)`. The field's `value` is the chosen one; a value that is not in the
/// list shows the first. See [`field`] for its accessibility.
///
/// `selected` chooses when the list is drawn first. Later the value is set as a property: once a
/// person has chosen an option, its attribute has no effect any more (HTML, "dirtiness").
pub(crate) fn select(field: &Field, options: Vec<(AttrValue, AttrValue)>) -> Html {
    field::wrapped(
        field,
        html! {
            <select
                id={field.id.clone()}
                ~value={field.value.to_string()}
                autocomplete="off"
                aria-describedby={field.described_by()}
                onchange={field.oninput.reform(|change: Event| event::text(&change))}
            >
                for (value, words) in options {
                    <option
                        key={value.to_string()}
                        value={value.clone()}
                        selected={value == field.value}
                    >
                        { words }
                    </option>
                }
            </select>
        },
    )
}
