//! Inside another page: which one it is, where what is kept is found again, and the way out of it.

use std::cell::OnceCell;

use domain::texts::later as key;
use editor::keeping::{Keeping, Writing};
use editor::opened::{HostPage, Keeps};
use editor::state::{Shelf, State};
use yew::prelude::*;

use crate::browser::{host, host_page, lock, page};
use crate::view::given::LaterGiven;
use crate::view::parts::button::{Button, link_outside};
use crate::view::parts::icon::{Icon, icon};
use crate::view::words::LaterWords;

/// The page around this one, if there is one. It stays the same for as long as this one stands.
fn here() -> Option<HostPage> {
    thread_local! {
        static HERE: OnceCell<Option<HostPage>> = const { OnceCell::new() };
    }
    HERE.with(|here| {
        let found = || {
            let all = host_page::around();
            all.split_first().and_then(|(own, around)| HostPage::of(own, around))
        };
        here.get_or_init(found).clone()
    })
}

/// The line in the header: inside which page, and what follows for what is open.
///
/// Accessibility: words and an icon; whether it is kept is read out beside it.
pub(crate) fn line(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, .. } = given;
    let Some(around) = here() else { return Html::default() };
    let inside = match &around.inside {
        Some(host) => words.with(key::WITHIN_INSIDE, &[("host", host)]),
        None => words.get(key::WITHIN_INSIDE_UNKNOWN),
    };
    let lost = state.would_be_lost();
    html! {
        <p class="within">
            <span>{ inside }</span>
            if lost {
                <span class="status urgent">
                    { icon(Icon::Triangle) }<span>{ words.get(key::WITHIN_LOST) }</span>
                </span>
            } else {
                <span>{ of_open(state, &around, words) }</span>
            }
        </p>
    }
}

/// Where what is open is found again, if that is another place than people expect.
fn of_open(state: &State, around: &HostPage, words: &LaterWords) -> AttrValue {
    let keeping = state.work.as_ref().map(|work| &work.keeping);
    match (keeping, around.keeps) {
        (Some(Keeping::Device(Writing::Saved | Writing::Saving)), keeps) => {
            match (keeps, &around.top) {
                (Keeps::Apart, Some(host)) => {
                    words.with(key::WITHIN_SAVED_APART, &[("host", host)])
                }
                (Keeps::Apart | Keeps::NotKnown, _) => words.get(key::WITHIN_SAVED_MAY_BE_APART),
                (Keeps::AsAlone | Keeps::Nothing, _) => AttrValue::default(),
            }
        }
        _ => AttrValue::default(),
    }
}

/// Beside the choice of keeping: that nothing holds two windows apart, and where what is kept inside
/// another page is found again.
pub(crate) fn beside_keeping(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, .. } = given;
    html! {
        <>
            if !lock::are_here() {
                <p class="hint">{ words.get(key::NOTICES_NOT_HELD) }</p>
            }
            { kept(state, words) }
            if let Some(says) = kept_by_all(state, words) {
                <p class="hint">{ says }</p>
            }
        </>
    }
}

/// Where the page is one file that can keep something: that what is kept is shown to others on the disk, and so
/// is not kept unasked.
pub(crate) fn kept_by_all(state: &State, words: &LaterWords) -> Option<AttrValue> {
    let can_keep = !matches!(state.shelf, Shelf::Refused(_));
    (can_keep && host::is_one_file()).then(|| words.get(key::ONE_FILE_KEPT_BY_ALL))
}

/// Where what is kept inside another page is found again, or why nothing can be kept and where it can.
pub(crate) fn kept(state: &State, words: &LaterWords) -> Html {
    let Some(around) = here() else { return Html::default() };
    let is_refused = matches!(state.shelf, Shelf::Refused(_));
    let says = match (around.keeps, &around.top) {
        (Keeps::Nothing, _) if !has_address() => words.get(key::ONE_FILE_NOTHING),
        (Keeps::Nothing, _) => words.get(key::WITHIN_NOTHING),
        _ if is_refused => words.get(key::WITHIN_REFUSED),
        (Keeps::AsAlone, _) => words.get(key::WITHIN_AS_ALONE),
        (Keeps::Apart, Some(host)) => words.with(key::WITHIN_APART, &[("host", host)]),
        (Keeps::Apart | Keeps::NotKnown, _) => words.get(key::WITHIN_MAY_BE_APART),
    };
    html! {
        <>
            <p class="hint">{ says }</p>
            if is_refused {
                { outside(words) }
            }
        </>
    }
}

/// That what is kept in other namespaces is not listed, where this page has one.
pub(crate) fn listed(words: &LaterWords) -> AttrValue {
    let own = host::own("");
    let named = |name: &str| words.with(key::WITHIN_NAMESPACE, &[("namespace", name)]);
    own.strip_prefix('.').map(named).unwrap_or_default()
}

/// Who else may read what is written here, where that is the page around this one.
pub(crate) fn read_by(words: &LaterWords) -> Option<AttrValue> {
    here().filter(|around| around.reads).map(|_| words.get(key::WITHIN_READS))
}

/// Whether a window of its own could be opened at the address of the page. Where the page around this one
/// holds it in its own text, it has none.
pub(crate) fn has_address() -> bool {
    !page::address().starts_with("about:")
}

/// The page in a window of its own. Where the page around it refuses that, too, it does not say so.
pub(crate) fn outside(words: &LaterWords) -> Html {
    let address = page::address();
    if !has_address() {
        return Html::default();
    }
    let refused = words.with(key::WITHIN_NO_WINDOW, &[("address", &address)]);
    let window = Button::plain(words.get(key::WITHIN_WINDOW));
    html! {
        <>
            { link_outside(window, address.into()) }
            <p class="hint">{ refused }</p>
        </>
    }
}
