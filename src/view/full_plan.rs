//! That the plan takes no more.

use domain::bounds::listed::ACTIONS;
use domain::texts::later as key;
use yew::prelude::*;

use crate::view::words::LaterWords;

/// That, in the place of what would add to it.
pub(crate) fn full_plan(words: &LaterWords) -> Html {
    let most = ACTIONS.to_string();
    html! { <span class="second">{ words.with(key::PLAN_FULL, &[("most", &most)]) }</span> }
}
