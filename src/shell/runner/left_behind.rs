//! What this page alone holds when the page around takes it out: it lies locked in the storage of the tab
//! until the same page around puts this one back.
//!
//! Neither half is of use without the other: the key is in the memory of the page around, which cannot
//! read the storage, and goes with that page. So what nobody chose to keep is on this device in no form
//! that anybody could read, and gone with the tab.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use domain::assessment::Assessment;
use domain::progress::Progress;
use domain::save::draft::{self, DraftHead, Written};
use domain::save::locked::{Key, Random};
use editor::keeping::{Draft, Wish};
use editor::later::Came;
use editor::left_behind::Left;
use editor::work::Work;
use editor::{Place, State};
use serde::{Deserialize, Serialize};

use super::{Runner, name, records as on_device};
use crate::browser::{host_page, locker, random, storage};

/// The locker of this page, and what opens it.
struct Own {
    name: String,
    key: Key,
}

thread_local! {
    static OWN: OnceCell<Own> = const { OnceCell::new() };
    /// What would be lost with the page, as it was drawn last.
    static ALONE_HERE: RefCell<Option<AloneHere>> = const { RefCell::new(None) };
}

/// What would be lost with the page.
struct AloneHere {
    /// What is open, if that would be.
    open: Option<Work>,
    /// What was left behind before, and waits.
    waits: Option<Rc<[Left]>>,
}

/// How the contents of a locker are written: first, so that another version can tell. What versions before
/// this one wrote begins otherwise.
const VERSION: u8 = 2;

/// What lies in a locker.
#[derive(Serialize, Deserialize)]
struct Contents {
    open: Option<Kept>,
    waited: Vec<Kept>,
}

#[derive(Serialize, Deserialize)]
enum Kept {
    Records(Records),
    /// The contents of a locker that another version has written.
    OfAnotherVersion(Vec<u8>),
}

/// An assessment as it lies in a locker: its records, as they would lie on this device.
#[derive(Serialize, Deserialize)]
struct Records {
    /// Whether it was to be kept on this device, if that was chosen.
    wish: Option<bool>,
    head: Vec<u8>,
    beside: Vec<Vec<u8>>,
}

/// What a locker gave back.
#[derive(Default)]
struct GivenBack {
    /// What was open.
    open: Option<Left>,
    /// What waited beside that.
    waited: Vec<Left>,
}

/// Notes what would be lost with the page now.
pub(super) fn note(state: &State) {
    let open = state.work.as_ref().filter(|work| work.would_be_lost()).cloned();
    let waits = state.left_behind.clone();
    let is_any = open.is_some() || waits.is_some();
    ALONE_HERE.set(is_any.then_some(AloneHere { open, waits }));
}

/// Locks it up as the page goes, or leaves the locker empty.
pub(super) fn lock() {
    OWN.with(|own| {
        let Some(Own { name, key }) = own.get() else { return };
        let locked = ALONE_HERE.with_borrow(|alone| {
            let contents = contents(alone.as_ref()?).to_bytes()?;
            key.lock(Random(random::bytes()?), name, &contents)
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
    if let Some(left) = left {
        let GivenBack { open, waited } = read(&left);
        let was_open = open.is_some();
        runner.send(Came::LeftBehind(open.into_iter().chain(waited).collect(), was_open));
    }
}

fn contents(alone: &AloneHere) -> Contents {
    let open = alone.open.as_ref().map(|work| {
        let mut assessment = (*work.assessment).clone();
        let wish = work.wish();
        if wish == Some(Wish::Device) {
            // What lies there is not to be written over by what it refused: that opens beside it.
            assessment.id = name();
        }
        let since = work.changes_since_file;
        Kept::Records(records(&assessment, wish, &work.last_place, work.progress(), since))
    });
    let waits = alone.waits.iter().flat_map(|all| all.iter());
    let waited = waits.map(|left| match left {
        Left::Draft(draft, wish) => {
            let Draft { assessment, place, progress, changes_since_file, .. } = &**draft;
            Kept::Records(records(assessment, *wish, place, *progress, *changes_since_file))
        }
        Left::OfAnotherVersion(bytes) => Kept::OfAnotherVersion(bytes.to_vec()),
    });
    Contents { open, waited: waited.collect() }
}

fn records(
    assessment: &Assessment,
    wish: Option<Wish>,
    place: &Place,
    progress: Progress,
    since: Option<u32>,
) -> Records {
    let head = DraftHead::of(assessment, &place.hash(), progress, since, Written::default());
    let beside = draft::all_beside(assessment).into_iter().map(|(_, bytes)| bytes);
    Records {
        wish: wish.map(|wish| wish == Wish::Device),
        head: head.to_bytes(),
        beside: beside.collect(),
    }
}

impl Contents {
    fn to_bytes(&self) -> Option<Vec<u8>> {
        postcard::to_allocvec(&(VERSION, self)).ok()
    }

    fn of(bytes: &[u8]) -> Option<Self> {
        let behind = bytes.strip_prefix(&[VERSION])?;
        postcard::from_bytes(behind).ok()
    }
}

/// What lies in these bytes. What this version cannot read is given as it is, and never in part.
fn read(bytes: &[u8]) -> GivenBack {
    let Some(Contents { open, waited }) = Contents::of(bytes) else {
        let as_it_is = Left::OfAnotherVersion(bytes.into());
        return GivenBack { open: Some(as_it_is), waited: Vec::new() };
    };
    let mut given = open.map(of_kept).unwrap_or_default();
    for kept in waited {
        let GivenBack { open, waited } = of_kept(kept);
        given.waited.extend(open.into_iter().chain(waited));
    }
    given
}

fn of_kept(kept: Kept) -> GivenBack {
    let records = match kept {
        Kept::OfAnotherVersion(bytes) => return read(&bytes),
        Kept::Records(records) => records,
    };
    let left = match draft_of(&records) {
        Some(draft) => {
            let wish = records.wish.map(|device| if device { Wish::Device } else { Wish::Nowhere });
            Some(Left::Draft(Box::new(draft), wish))
        }
        None => {
            let alone = Contents { open: Some(Kept::Records(records)), waited: Vec::new() };
            alone.to_bytes().map(|bytes| Left::OfAnotherVersion(bytes.into()))
        }
    };
    GivenBack { open: left, waited: Vec::new() }
}

/// The draft that these records hold, if all of them can be read.
fn draft_of(records: &Records) -> Option<Draft> {
    let beside = records.beside.iter();
    let answers = beside.map(|bytes| (String::new(), bytes.clone())).collect();
    let (draft, unread) =
        on_device::draft(&storage::Draft { head: records.head.clone(), answers })?;
    unread.is_empty().then_some(draft)
}
