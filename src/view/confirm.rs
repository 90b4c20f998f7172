//! A question that must be answered before something goes.

use yew::prelude::*;

use super::{Dispatch, Shared, Words};

/// The dialog that is open, if one is.
pub(crate) fn dialog(_state: &Shared, _words: &Words, _dispatch: &Dispatch) -> Html {
    html! {}
}
