//! A field for what nobody sees who looks on.

use yew::prelude::*;

use crate::view::parts::field::{self, Field};

/// A field of one line in which dots stand, and what is wrong with what was given. What is typed stays in it until
/// it is given: nothing is told of it before, and no value is drawn.
///
/// Accessibility: see [`field`]. What is wrong comes while the field has the focus, so it is read out as an alert.
/// Chromium asks for a field with a name beside a new password that it is to remember; it is to remember none.
pub(crate) fn secret_field(field: &Field, problem: AttrValue, has_focus: bool) -> Html {
    let id = format!("{}-problem", field.id);
    let described_by = [field.described_by().unwrap_or_default(), id.clone().into()];
    let described_by = described_by.join(" ");
    field::wrapped(
        field,
        html! {
            <>
                <input
                    type="password"
                    id={field.id.clone()}
                    autocomplete="off"
                    autofocus={has_focus}
                    aria-describedby={described_by}
                    aria-invalid={(!problem.is_empty()).then_some("true")}
                />
                <div {id} role="alert">
                    if !problem.is_empty() {
                        <p class="problem">{ problem }</p>
                    }
                </div>
            </>
        },
    )
}
