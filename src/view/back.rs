//! The way back from what is read beside one's own work.

use domain::texts::later as key;
use editor::{Place, State};
use yew::prelude::*;

use crate::view::link::address;
use crate::view::parts::button::{self, Button};
use crate::view::parts::icon::Icon;
use crate::view::words::LaterWords;

/// Back to where one was in the open assessment, or to the start.
pub(crate) fn back(state: &State, words: &LaterWords) -> Html {
    let (place, back) = match &state.work {
        Some(work) => (&work.last_place, key::READING_BACK),
        None => (&Place::Start, key::READING_BACK_START),
    };
    button::link(Button::plain(words.get(back)).before(Icon::Back), address(place))
}
