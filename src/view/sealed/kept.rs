//! What is kept in this browser's storage, and how to delete it.

use domain::count::count;
use domain::scope::Unit;
use domain::texts::later::{self as key, Key};
use editor::keeping::{Deletion, Keeping, Listing, StorageFault, Unread};
use editor::later;
use editor::offline::{Stands, Why};
use editor::state::{Shelf, State};
use yew::prelude::*;

use crate::browser::{clock, host};
use crate::view::counted::counted;
use crate::view::dispatch::Dispatch;
use crate::view::parts::button::{self, Button};
use crate::view::unread;
use crate::view::within;
use crate::view::words::LaterWords;

pub(super) fn kept(state: &State, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let listings: &[Listing] = match &state.shelf {
        Shelf::Listed(listings) => listings,
        Shelf::Reading | Shelf::Refused(_) => &[],
    };
    let only_here = state
        .work
        .as_ref()
        .is_some_and(|work| matches!(work.keeping, Keeping::Undecided | Keeping::Nowhere));
    let everything = Button::plain(words.get(key::SEALED_DELETE_ALL));
    html! {
        <>
            <p>{ sentence(&state.shelf, state.unread.len(), words) }</p>
            <div class="only-here">
                if only_here {
                    <p>{ words.get(key::SEALED_ONLY_HERE) }</p>
                }
            </div>
            <ul class="kept">
                for listing in listings {
                    <li key={listing.id.as_str()}>{ one(listing, words, dispatch) }</li>
                }
                for unread in &*state.unread {
                    <li key={unread.id.as_str()}>{ closed(unread, words, dispatch) }</li>
                }
            </ul>
            <div class="buttons">
                if !listings.is_empty() || !state.unread.is_empty() {
                    { button::button(
                        everything,
                        dispatch.always(later::Command::AskToDelete(Deletion::Everything)),
                    ) }
                }
            </div>
            <div>{ within::kept(state, words) }</div>
            <p>{ within::listed(words) }</p>
            <p>{ within::kept_by_all(state, words).unwrap_or_default() }</p>
            <p>{ words.get(kept_else()) }</p>
            <p class="offline">{ offline(state.offline.stands, words) }</p>
        </>
    }
}

/// What a browser keeps beside that.
fn kept_else() -> Key {
    if host::is_one_file() { key::ONE_FILE_KEPT_ELSE } else { key::SEALED_KEPT_ELSE }
}

/// Whether the page itself is kept, to be opened without a connection.
fn offline(stands: Stands, words: &LaterWords) -> AttrValue {
    let said = match stands {
        Stands::NotKnown => return AttrValue::default(),
        Stands::Kept => key::SEALED_OFFLINE_KEPT,
        Stands::Not(Why::Failed) => key::SEALED_OFFLINE_FAILED,
        Stands::Not(Why::Insecure) => key::SEALED_OFFLINE_INSECURE,
        Stands::Not(Why::Absent) => key::SEALED_OFFLINE_ABSENT,
        Stands::Not(Why::Framed) => key::SEALED_OFFLINE_FRAMED,
        Stands::Not(Why::Nowhere) => key::SEALED_OFFLINE_NOWHERE,
        Stands::Not(Why::Without) => key::SEALED_OFFLINE_WITHOUT,
        // What a page holds in its own text opens where that page does, and lies nowhere.
        Stands::Not(Why::OneFile) if !within::has_address() => return AttrValue::default(),
        Stands::Not(Why::OneFile) => key::ONE_FILE_OFFLINE,
    };
    words.get(said)
}

fn sentence(shelf: &Shelf, unread: usize, words: &LaterWords) -> AttrValue {
    match shelf {
        Shelf::Reading => words.get(key::SEALED_KEPT_READING),
        Shelf::Listed(listings) => match listings.len() + unread {
            0 => words.get(key::SEALED_KEPT_NONE),
            all => words.count(key::SEALED_KEPT_SOME, count(all)),
        },
        Shelf::Refused(StorageFault::Refused) => words.get(key::SEALED_KEPT_REFUSED),
        Shelf::Refused(StorageFault::Newer) => words.get(key::START_SHELF_NEWER),
        Shelf::Refused(StorageFault::Full | StorageFault::Blocked | StorageFault::Other(_)) => {
            words.get(key::SEALED_KEPT_UNREAD)
        }
    }
}

/// One that cannot be opened as it is.
fn closed(unread: &Unread, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let name = unread::name(unread, words);
    let delete = Button::plain(words.get(key::SEALED_DELETE)).for_context(name.clone());
    let deletion = Deletion::Draft(unread.id.clone());
    html! {
        <>
            <p><b dir="auto">{ name }</b>{ " " }{ unread::about(unread, words) }</p>
            { button::button(delete, dispatch.always(later::Command::AskToDelete(deletion))) }
        </>
    }
}

fn one(listing: &Listing, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let language = words.language();
    let name = name(listing, words);
    let changed = [
        ("day", &*clock::day(language, listing.changed.0)),
        ("time", &*clock::time(language, listing.changed.0)),
    ];
    let saved = match listing.saved_to_file {
        None => words.get(key::SEALED_NEVER_SAVED),
        Some(saved) => words.with(
            key::SEALED_SAVED,
            &[("day", &*clock::day(language, saved.0)), ("time", &*clock::time(language, saved.0))],
        ),
    };
    let delete = Button::plain(words.get(key::SEALED_DELETE)).for_context(name.clone());
    let deletion = Deletion::Draft(listing.id.clone());
    html! {
        <>
            <p>
                <b dir="auto">{ name }</b>
                { " " }{ words.with(key::SEALED_ANSWERS, &[("counted", &counted(listing.progress, words))]) }
                { " " }{ words.with(key::SEALED_CHANGED, &changed) }
                { " " }{ saved }
                if listing.changed_since_file() {
                    { " " }{ words.get(key::START_CHANGED_SINCE) }
                }
            </p>
            { button::button(delete, dispatch.always(later::Command::AskToDelete(deletion))) }
        </>
    }
}

fn name(listing: &Listing, words: &LaterWords) -> AttrValue {
    match (listing.subject.as_str(), listing.unit) {
        ("", Some(Unit::Company)) => words.get(key::SEALED_COMPANY),
        ("", Some(Unit::Product)) => words.get(key::SEALED_PRODUCT),
        ("", None) => words.get(key::SEALED_NAMELESS),
        (subject, _) => subject.to_owned().into(),
    }
}
