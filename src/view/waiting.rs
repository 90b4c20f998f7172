//! While an assessment is being opened. Mostly too short to be seen.

use domain::texts::interface as key;
use yew::prelude::*;

use super::frame::Frame;
use super::{Shared, use_words};

/// What the screen is drawn from.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) state: Shared,
}

/// The screen.
#[component]
pub(crate) fn Waiting(props: &Props) -> Html {
    let words = use_words();
    html! {
        <Frame state={props.state.clone()} class="waiting">
            <h1 tabindex="-1">{ words.get(key::APP_WAITING) }</h1>
        </Frame>
    }
}
