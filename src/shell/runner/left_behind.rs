//! What this page alone holds when the page around takes it out: it lies locked in the storage of the tab
//! until the same page around puts this one back.
//!
//! Neither half is of use without the other: the key is in the memory of the page around, which cannot
//! read the storage, and goes with that page. So what nobody chose to keep is on this device in no form
//! that anybody could read, and gone with the tab.

use std::cell::{OnceCell, RefCell};

use domain::save::draft::{self, DraftHead, Written};
use domain::save::locked::{Key, Random};
use editor::State;
use editor::keeping::{Draft, Wish};
use editor::later::Came;
use editor::work::Work;
use serde::{Deserialize, Serialize};

use super::{Runner, later, name};
use crate::browser::{host_page, locker, random, storage};

/// The locker of this page, and what opens it.
struct Own {
    name: String,
    key: Key,
}

thread_local! {
    static OWN: OnceCell<Own> = const { OnceCell::new() };
    /// What would be lost with the page, as it was drawn last.
    static ALONE_HERE: RefCell<Option<Work>> = const { RefCell::new(None) };
}

/// An assessment as it lies in a locker: its records, as they would lie on this device.
#[derive(Serialize, Deserialize)]
struct Records {
    /// Whether it was to be kept on this device, if that was chosen.
    wish: Option<bool>,
    head: Vec<u8>,
    beside: Vec<Vec<u8>>,
}

/// Notes what would be lost with the page now.
pub(super) fn note(state: &State) {
    let lost = state.work.as_ref().filter(|work| work.would_be_lost());
    ALONE_HERE.with_borrow_mut(|alone| *alone = lost.cloned());
}

/// Locks it up as the page goes, or leaves the locker empty.
pub(super) fn lock() {
    OWN.with(|own| {
        let Some(Own { name, key }) = own.get() else { return };
        let locked = ALONE_HERE.with_borrow(|alone| {
            let records = postcard::to_allocvec(&records(alone.as_ref()?)).ok()?;
            key.lock(Random(random::bytes()?), name, &records)
        });
        match locked {
            Some(locked) => locker::put(name, &locked),
            None => locker::empty(name),
        }
    });
}

/// Opens what the same page around has left in the locker of this one, and takes it out. What its key
/// does not open, nothing does any more: that goes, too. What lies in lockers of its other frames stays.
pub(super) async fn take(runner: &Runner) {
    if !host_page::is_framed() {
        return locker::empty_all();
    }
    let Some(locker::Locker { name, key }) = locker::own().await else { return };
    let Some(key) = Key::of(&key) else { return };
    let mut left = None;
    for (found, locked) in locker::all() {
        let opened = key.open(&found, &locked);
        let is_own = found == name;
        if is_own || opened.is_none() {
            locker::empty(&found);
        }
        if is_own {
            left = opened;
        }
    }
    OWN.with(|own| own.set(Own { name, key }).ok());
    if let Some(left) = left.as_deref().and_then(read) {
        let (draft, wish) = left;
        runner.send(Came::LeftBehind(Box::new(draft), wish));
    }
}

fn records(work: &Work) -> Records {
    let mut assessment = (*work.assessment).clone();
    let wish = work.wish();
    if wish == Some(Wish::Device) {
        // What lies there is not to be written over by what it refused: that opens beside it.
        assessment.id = name();
    }
    let (place, since) = (work.last_place.hash(), work.changes_since_file);
    let head = DraftHead::of(&assessment, &place, work.progress(), since, Written::default());
    let beside = draft::all_beside(&assessment).into_iter().map(|(_, bytes)| bytes);
    Records {
        wish: wish.map(|wish| wish == Wish::Device),
        head: head.to_bytes(),
        beside: beside.collect(),
    }
}

fn read(bytes: &[u8]) -> Option<(Draft, Option<Wish>)> {
    let Records { wish, head, beside } = postcard::from_bytes(bytes).ok()?;
    let answers = beside.into_iter().map(|bytes| (String::new(), bytes)).collect();
    let (draft, _) = later::draft(&storage::Draft { head, answers })?;
    let wish = wish.map(|device| if device { Wish::Device } else { Wish::Nowhere });
    Some((draft, wish))
}
