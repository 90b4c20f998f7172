//! While an assessment is being opened. Mostly too short to be seen.

use domain::texts::interface as key;
use yew::prelude::*;

use super::Words;

/// The screen.
pub(crate) fn screen(words: &Words) -> Html {
    html! {
        <h1 tabindex="-1">{ words.get(key::APP_WAITING) }</h1>
    }
}
