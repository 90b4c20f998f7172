//! A field for a day.

use yew::prelude::*;

use crate::browser::event;
use crate::view::parts::field::{self, Field};

/// A field for a day; its value is empty, or as `2027-01-31`. The browser draws its own calendar,
/// in the person's own order of day, month and year. See [`field`] for its accessibility.
pub(crate) fn date_field(field: &Field) -> Html {
    field::wrapped(
        field,
        html! {
            <input
                type="date"
                id={field.id.clone()}
                value={field.value.clone()}
                autocomplete="off"
                aria-describedby={field.described_by()}
                onchange={field.oninput.reform(|change: Event| event::text(&change))}
            />
        },
    )
}
