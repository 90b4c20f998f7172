//! What happened, what is safe, and what can be done.

use yew::prelude::*;

use super::{Dispatch, Shared, Words};

/// All notices that stand above a screen.
pub(crate) fn notices(_state: &Shared, _words: &Words, _dispatch: &Dispatch) -> Html {
    html! {}
}
