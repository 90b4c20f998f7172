//! Drafts as the records that lie on this device hold them.

use domain::assessment::Answers;
use domain::count::count;
use domain::earlier::numbers;
use domain::save::draft::{self, Beside, DraftHead};
use editor::Place;
use editor::keeping::{Draft, Listing, Unread, Unreadable};

use crate::browser::storage;

/// The draft that these records hold, if the head can be read, and the keys of those that cannot.
pub(super) fn draft(read: &storage::Draft) -> Option<(Draft, Vec<String>)> {
    let head = DraftHead::from_bytes(&read.head)?;
    let (place, written) = (Place::from_hash(&head.place), head.written);
    let (progress, changes_since_file) = (head.progress(), head.changes_since_file);
    let (beside, unread) = records(read);
    let assessment = beside.put_into(head.head.into_assessment(Answers::default()));
    let damaged = count(unread.len());
    Some((Draft { assessment, place, progress, changes_since_file, written, damaged }, unread))
}

/// What lies beside a head, and the keys of what cannot be read.
pub(super) fn records(read: &storage::Draft) -> (Beside, Vec<String>) {
    draft::read(read.answers.iter().map(|(key, bytes)| (key.clone(), bytes.as_slice())))
}

/// What is told of one that cannot be read.
pub(super) fn unreadable(id: &str, head: &[u8]) -> Unread {
    let newer = DraftHead::is_newer(head);
    let why = if newer { Unreadable::Newer } else { Unreadable::Damaged };
    Unread { id: id.into(), why, subject: String::new() }
}

/// How it is listed, with so many records put aside; none where its head cannot be read.
pub(super) fn listing(bytes: &[u8], aside: u32) -> Option<Listing> {
    let draft = DraftHead::from_bytes(bytes)?;
    let (progress, changes_since_file) = (draft.progress(), draft.changes_since_file);
    let assessment = draft.head.into_assessment(Default::default());
    Some(Listing {
        subject: assessment.scope.subject().to_owned(),
        unit: assessment.scope.unit,
        progress,
        changed: assessment.changed,
        saved_to_file: assessment.saved_to_file,
        changes_since_file,
        aside,
        version: numbers(&assessment.catalogue.version),
        id: assessment.id,
    })
}
