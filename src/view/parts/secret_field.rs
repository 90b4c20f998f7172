//! A field for what nobody sees who looks on.

use yew::prelude::*;

use crate::view::parts::field::{self, Field};

/// What stands in the field, for who could fill it in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Secret {
    /// A new one: a manager of passwords may make one up.
    New,
    /// One that is known.
    Known,
}

/// A field of one line in which dots stand. See [`field`] for its accessibility. What is typed stays in it until
/// it is given: nothing is told of it before, and no value is drawn.
pub(crate) fn secret_field(field: &Field, secret: Secret, has_focus: bool) -> Html {
    let autocomplete = match secret {
        Secret::New => "new-password",
        Secret::Known => "off",
    };
    field::wrapped(
        field,
        html! {
            <input
                type="password"
                id={field.id.clone()}
                {autocomplete}
                autofocus={has_focus}
                aria-describedby={field.described_by()}
                aria-invalid={field.invalid()}
                aria-required={field.required()}
            />
        },
    )
}
