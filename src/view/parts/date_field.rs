//! Fields for a day and for a month.

use yew::prelude::*;

use crate::browser::event::{self, Entered};
use crate::view::parts::field::{self, Field};

/// A field for a day; its value is empty, or as `2027-01-31`. The browser draws its own calendar,
/// in the person's own order of day, month and year. What it says of it is told as it is typed, and once
/// more as the field is left: the browser tells of a day on the way to another one, too. See [`field`] for
/// its accessibility.
pub(crate) fn date_field(field: &Field, onentered: &Callback<Entered>) -> Html {
    calendar(field, onentered, "date")
}

/// The same for a month: empty, or as `2027-01`. Browsers without a calendar for months take it as typed.
pub(crate) fn month_field(field: &Field, onentered: &Callback<Entered>) -> Html {
    calendar(field, onentered, "month")
}

fn calendar(field: &Field, onentered: &Callback<Entered>, kind: &'static str) -> Html {
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
                onchange={onentered.reform(|change: Event| event::entered(&change, false))}
                onblur={onentered.reform(|blur: FocusEvent| event::entered(&blur, true))}
            />
        },
    )
}
