//! While an assessment is being opened. Mostly too short to be seen.

use domain::texts::first::Key;
use yew::prelude::*;

use crate::view::words::Words;

/// The screen.
pub(crate) fn screen(words: &Words, says: Key) -> Html {
    html! {
        <h1 tabindex="-1">{ words.get(says) }</h1>
    }
}
