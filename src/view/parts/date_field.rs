//! Fields for a day and for a month.

use yew::prelude::*;

use crate::browser::event;
use crate::view::parts::field::{self, Field};

/// A field for a day; its value is empty, or as `2027-01-31`. The browser draws its own calendar,
/// in the person's own order of day, month and year. See [`field`] for its accessibility.
pub(crate) fn date_field(field: &Field) -> Html {
    calendar(field, "date")
}

/// The same for a month: empty, or as `2027-01`. Browsers without a calendar for months take it as typed.
pub(crate) fn month_field(field: &Field) -> Html {
    calendar(field, "month")
}

fn calendar(field: &Field, kind: &'static str) -> Html {
    field::wrapped(
        field,
        html! {
            <input
                type={kind}
                id={field.id.clone()}
                value={field.value.clone()}
                autocomplete="off"
                aria-invalid={field.invalid()}
                aria-describedby={field.described_by()}
                onchange={field.oninput.reform(|change: Event| event::text(&change))}
            />
        },
    )
}
