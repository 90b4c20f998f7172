//! What is on this device, and what is open in this tab alone.

use domain::scope::Unit;
use domain::texts::later::{self as key, Key};
use editor::keeping::{Deletion, Keeping, Listing, StorageFault, Unread, Unreadable, Wanted};
use editor::later;
use editor::state::{Shelf, State};
use editor::work::Work;
use yew::prelude::*;

use crate::browser::event;
use crate::view::counted::counted;
use crate::view::dispatch::Dispatch;
use crate::view::given::LaterGiven;
use crate::view::parts::button::{Button, button};
use crate::view::parts::icon::{Icon, icon};
use crate::view::parts::list::{Entry, list};
use crate::view::start::ago::{Sentences, ago};
use crate::view::unread;
use crate::view::words::LaterWords;

const CHANGED: Sentences = Sentences {
    today: key::START_CHANGED_TODAY,
    yesterday: key::START_CHANGED_YESTERDAY,
    days: key::START_CHANGED_DAYS,
    on: key::START_CHANGED_ON,
};

const SAVED: Sentences = Sentences {
    today: key::START_SAVED_TODAY,
    yesterday: key::START_SAVED_YESTERDAY,
    days: key::START_SAVED_DAYS,
    on: key::START_SAVED_ON,
};

/// The list, or the sentence that stands in its place.
pub(crate) fn shelf(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let rows = rows(state);
    let is_kept = matches!(&state.shelf, Shelf::Listed(listings) if !listings.is_empty())
        || !state.unread.is_empty();
    let everything = Button::quiet(words.get(key::START_DELETE_EVERYTHING));
    let unread = state.unread.iter().map(|unread| closed(unread, words, dispatch));
    let entries: Vec<_> =
        rows.iter().map(|row| entry(row, words, dispatch)).chain(unread).collect();
    html! {
        <>
            <div class="rows">
                if entries.is_empty() || matches!(state.shelf, Shelf::Refused(_)) {
                    <p class="none">{ words.get(sentence(&state.shelf)) }</p>
                }
                if !entries.is_empty() {
                    { list(entries) }
                }
            </div>
            <div class="everything">
                if is_kept {
                    { button(
                        everything,
                        dispatch.always(later::Command::AskToDelete(Deletion::Everything)),
                    ) }
                }
            </div>
        </>
    }
}

fn sentence(shelf: &Shelf) -> Key {
    match shelf {
        Shelf::Reading => key::START_SHELF_NONE,
        Shelf::Listed(_) => key::START_SHELF_EMPTY,
        Shelf::Refused(StorageFault::Refused) => key::START_SHELF_REFUSED,
        Shelf::Refused(StorageFault::Blocked) => key::START_SHELF_BLOCKED,
        Shelf::Refused(StorageFault::Newer) => key::START_SHELF_NEWER,
        Shelf::Refused(StorageFault::Full | StorageFault::Other(_)) => key::START_SHELF_UNREAD,
    }
}

/// One assessment that can be gone on with.
struct Row {
    listing: Listing,
    /// Whether it is the one that is open.
    open: bool,
    /// Whether it is on this device; else it is in this tab alone.
    kept: bool,
}

/// What is on this device, newest change first; before it, what is open and kept nowhere.
fn rows(state: &State) -> Vec<Row> {
    let open = state.work.as_ref();
    let mut rows: Vec<_> = match &state.shelf {
        Shelf::Listed(listings) => listings
            .iter()
            .map(|listing| Row {
                listing: listing.clone(),
                open: open.is_some_and(|work| work.assessment.id == listing.id),
                kept: true,
            })
            .collect(),
        Shelf::Reading | Shelf::Refused(_) => Vec::new(),
    };
    if let Some(work) = open.filter(|work| only_here(work))
        && !rows.iter().any(|row| row.open)
    {
        rows.insert(0, Row { listing: work.listing(), open: true, kept: false });
    }
    rows
}

/// Whether an open assessment is in this tab alone. One that was begun and left blank is not listed.
fn only_here(work: &Work) -> bool {
    matches!(work.keeping, Keeping::Undecided | Keeping::Nowhere) && work.assessment.holds_work()
}

fn entry(row: &Row, words: &LaterWords, dispatch: &Dispatch) -> Entry {
    let listing = &row.listing;
    let subject = subject(listing, words);
    let saved = match listing.saved_to_file {
        Some(at) => ago(at, SAVED, words),
        None => words.get(key::START_SAVED_NEVER),
    };
    Entry {
        key: listing.id.as_str().into(),
        mark: Html::default(),
        text: html! {
            <>
                <b>{ subject.clone() }</b>
                <span class="hint">{ words.get(unit(listing.unit)) }</span>
            </>
        },
        note: html! {
            <>
                <p>{ counted(listing.progress, words) }</p>
                <p class="hint">
                    { ago(listing.changed, CHANGED, words) }{ " " }{ saved }
                    if listing.changed_since_file() {
                        { " " }{ words.get(key::START_CHANGED_SINCE) }
                    }
                </p>
                if listing.aside > 0 {
                    <p>{ words.count(key::START_ASIDE, listing.aside) }</p>
                }
                if !row.kept {
                    <p><b>{ words.get(key::START_ONLY_HERE) }</b></p>
                }
            </>
        },
        end: end(row, subject, words, dispatch),
    }
}

fn end(row: &Row, subject: AttrValue, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let go_on = Button::plain(words.get(key::START_CONTINUE)).for_context(subject.clone());
    html! {
        <>
            { button(go_on, dispatch.always(later::Command::Continue(row.listing.id.clone()))) }
            if row.kept || row.open {
                { more(row, subject, words, dispatch) }
            }
        </>
    }
}

/// What else can be done with it: what goes is asked about first.
fn more(row: &Row, subject: AttrValue, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let quiet = |label: Key| Button::quiet(words.get(label)).for_context(subject.clone());
    let ask = |deletion: Deletion| dispatch.always(later::Command::AskToDelete(deletion));
    let want =
        |wanted: Wanted| dispatch.always(later::Command::Want(row.listing.id.clone(), wanted));
    let copy = words.with(key::START_COPY_NAME, &[("name", &subject)]);
    unfolds(
        subject.clone(),
        words,
        html! {
            <>
                if row.kept {
                    { rename(&row.listing, words, dispatch) }
                    { button(quiet(key::START_SAVE), want(Wanted::File)) }
                    { button(quiet(key::START_COPY), want(Wanted::Copy(copy.to_string()))) }
                    if row.listing.aside > 0 {
                        { button(
                            quiet(key::START_SAVE_UNREAD),
                            dispatch.always(later::Command::SaveUnread(row.listing.id.clone())),
                        ) }
                    }
                    { button(quiet(key::START_DELETE), ask(Deletion::Draft(row.listing.id.clone()))) }
                }
                if row.open {
                    { button(quiet(key::START_AGAIN), ask(Deletion::Answers)) }
                }
            </>
        },
    )
}

/// What unfolds beside an entry of this name.
fn unfolds(name: AttrValue, words: &LaterWords, inside: Html) -> Html {
    html! {
        <details class="more">
            <summary>
                <span>
                    { words.get(key::START_MORE) }
                    <span class="unseen">{ " " }{ name }</span>
                </span>
                { icon(Icon::Down) }
            </summary>
            <div>{ inside }</div>
        </details>
    }
}

/// A field for another name. What stands in it is the person's until it is done: other windows may have
/// the list drawn anew meanwhile.
fn rename(listing: &Listing, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let id = format!("name-{}", listing.id.as_str());
    let (dispatch, assessment) = (dispatch.clone(), listing.id.clone());
    let onchange = Callback::from(move |change: Event| {
        let name = event::text(&change);
        if !name.trim().is_empty() {
            dispatch.send(later::Command::Want(assessment.clone(), Wanted::Name(name)));
        }
    });
    html! {
        <div class="field">
            <label class="label" for={id.clone()}>{ words.get(key::START_NEW_NAME) }</label>
            <input
                type="text"
                {id}
                autocomplete="off"
                spellcheck="false"
                writingsuggestions="false"
                {onchange}
            />
            // Leaving the field for it is what changes the name.
            { button(Button::quiet(words.get(key::START_RENAME)), Callback::noop()) }
        </div>
    }
}

/// One that cannot be opened as it is.
fn closed(unread: &Unread, words: &LaterWords, dispatch: &Dispatch) -> Entry {
    let always = |command: later::Command| dispatch.always(command);
    let id = || unread.id.clone();
    let can_open = unread.why == Unreadable::Damaged;
    let name = unread::name(unread, words);
    let plain = |label: Key| Button::plain(words.get(label));
    let quiet = |label: Key| Button::quiet(words.get(label));
    let inside = html! {
        <>
            { button(quiet(key::START_SAVE_UNREAD), always(later::Command::SaveUnread(id()))) }
            { button(
                quiet(key::START_DELETE),
                always(later::Command::AskToDelete(Deletion::Draft(id()))),
            ) }
        </>
    };
    Entry {
        key: id().as_str().into(),
        mark: Html::default(),
        text: html! { <b dir="auto">{ name.clone() }</b> },
        note: html! { <p>{ unread::about(unread, words) }</p> },
        end: html! {
            <>
                if can_open {
                    { button(plain(key::START_OPEN_UNREAD), always(later::Command::OpenUnread(id()))) }
                }
                { unfolds(name.clone(), words, inside) }
            </>
        },
    }
}

fn subject(listing: &Listing, words: &LaterWords) -> AttrValue {
    match (listing.subject.is_empty(), listing.unit) {
        (false, _) => listing.subject.clone().into(),
        (true, Some(Unit::Company)) => words.get(key::START_COMPANY_UNNAMED),
        (true, Some(Unit::Product)) => words.get(key::START_PRODUCT_UNNAMED),
        (true, None) => words.get(key::START_UNNAMED),
    }
}

fn unit(unit: Option<Unit>) -> Key {
    match unit {
        Some(Unit::Company) => key::START_COMPANY,
        Some(Unit::Product) => key::START_PRODUCT,
        None => key::START_UNIT_OPEN,
    }
}
