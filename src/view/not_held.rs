//! Beside the choice of keeping, where the browser gives the page no locks: that two tabs can write one
//! over the other.

use domain::texts::later as key;
use yew::prelude::*;

use crate::browser::lock;
use crate::view::given::LaterGiven;

/// One line, or none.
pub(crate) fn said(given: LaterGiven<'_>) -> Html {
    if lock::are_here() {
        return Html::default();
    }
    html! { <p class="hint">{ given.words.get(key::NOTICES_NOT_HELD) }</p> }
}
