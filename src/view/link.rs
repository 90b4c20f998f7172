//! Links to places in the page.

use editor::{Place, first};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;

/// The address of a place, for parts that draw a link. The shell hears where it leads.
pub(crate) fn address(place: &Place) -> AttrValue {
    format!("#{}", place.hash()).into()
}

/// A link to a place in the page. A plain press goes there at once; with a key held, or the middle
/// button, the browser opens the address itself.
pub(crate) fn link(
    place: &Place,
    class: &'static str,
    dispatch: &Dispatch,
    children: Html,
) -> Html {
    html! {
        <a {class} href={address(place)} onclick={going(place, dispatch)}>{ children }</a>
    }
}

/// What a press on a link to a place does.
fn going(place: &Place, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let (place, dispatch) = (place.clone(), dispatch.clone());
    Callback::from(move |press: MouseEvent| {
        let held = press.ctrl_key() || press.meta_key() || press.shift_key() || press.alt_key();
        if !held && press.button() == 0 {
            press.prevent_default();
            dispatch.send(first::Command::Go(place.clone()));
        }
    })
}
