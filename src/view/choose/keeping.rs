//! Whether it is kept on this device.

use domain::texts::first as key;
use editor::first;
use editor::keeping::Wish;
use editor::state::Shelf;
use yew::prelude::*;

use crate::view::choose::Here;
use crate::view::parts::radios::{Row, radios};

pub(super) const ID: &str = "keeping";

const DEVICE: &str = "device";
const NOWHERE: &str = "nowhere";

/// The group. Where the browser keeps nothing, that is not offered.
pub(super) fn group(here: Here<'_>) -> Html {
    let refused = matches!(here.state.shelf, Shelf::Refused(_));
    let row = |value: &'static str, name, about| Row {
        value: value.into(),
        text: here.words.get(name),
        hint: Some(here.words.get(about)),
        ..Row::default()
    };
    let rows = if refused {
        vec![row(NOWHERE, key::CHOOSE_KEEP_NOT, key::CHOOSE_KEEP_REFUSED_ABOUT)]
    } else {
        vec![
            row(DEVICE, key::CHOOSE_KEEP, key::CHOOSE_KEEP_ABOUT),
            row(NOWHERE, key::CHOOSE_KEEP_NOT, key::CHOOSE_KEEP_NOT_ABOUT),
        ]
    };
    let chosen = here.work.wish().map(|wish| match wish {
        Wish::Device => DEVICE,
        Wish::Nowhere => NOWHERE,
    });
    let onchoose = here.dispatch.on(|value: AttrValue| {
        first::Command::Keep(match value.as_str() {
            DEVICE => Wish::Device,
            _ => Wish::Nowhere,
        })
    });
    let inside = html! {
        <>
            { radios(&ID.into(), ID.into(), None, chosen, vec![rows], &onchoose) }
            <div class="not-held">{ here.given.draw(|later| later.beside_keeping) }</div>
        </>
    };
    here.group(ID, key::CHOOSE_KEEPING, key::CHOOSE_KEEPING_ABOUT, inside)
}
