//! The screen *section*.

use yew::prelude::*;

use super::Shared;

/// What the screen is drawn from.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) state: Shared,
}

/// The screen.
#[component]
pub(crate) fn Section(props: &Props) -> Html {
    html! { <h1 tabindex="-1">{ props.state.place.hash() }</h1> }
}
