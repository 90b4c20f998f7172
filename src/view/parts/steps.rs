//! The way on and the way back, under a screen.

use yew::prelude::*;

/// Back first, then on; where the page is narrow, on stands first and both fill the width.
///
/// Accessibility: both say where they lead ("Next question: A1.9").
pub(crate) fn steps(back: Html, next: Html) -> Html {
    html! {
        <div class="steps">
            <div>{ back }</div>
            <div>{ next }</div>
        </div>
    }
}
