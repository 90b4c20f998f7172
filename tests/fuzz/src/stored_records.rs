//! What lies in the storage of the browser: the head of a draft, and the records beside it.
//!
//! An input is a draft: records, each behind two bytes that say how long it is, the head first.

use documents::worker::{RescueFault, rescue};
use domain::merge;
use domain::save::Save;
use domain::save::draft::{self, DraftHead, Record};
use editor::Place;
use fixtures::bank::{DATE, bank, empty};

use crate::{content, data, kept};

/// What can be read is written as the same, and what all of it makes is an assessment like any other, also for
/// the file that is made of it after a crash.
pub(crate) fn check(bytes: &[u8]) {
    let records = records(bytes);
    records.iter().for_each(|record| reads_as_written(record));
    let [head, beside @ ..] = &records[..] else { return };
    let rescued = content::with(|it| rescue(it, head, beside.iter().copied(), DATE));
    let Some(head) = DraftHead::from_bytes(head) else {
        assert_eq!(rescued, Err(RescueFault::NoHead));
        return;
    };
    let place = Place::from_hash(&head.place);
    assert_eq!(Place::from_hash(&place.hash()), place, "a place is found again");
    let _ = head.progress();
    let (assessment, unread) = head.with_records(beside.iter().copied());
    assert!(usize::try_from(unread).unwrap() <= beside.len());
    kept::survives_storage(&assessment);
    // Of a risk that cannot be read its record says more than its bytes do, so a file holds less.
    let mut told = Save::of(&assessment).into_assessment();
    let file = rescued.expect("what can be read can be had as a file");
    let opened = documents::json::read(&file.bytes, &bank().catalogue).map(Save::into_assessment);
    if told.catalogue == empty().catalogue {
        assert_eq!(opened.as_ref(), Ok(&told), "the file after a crash holds all that can be read");
    }
    // What is of another bank opens in no page of this one.
    told.catalogue = empty().catalogue;
    kept::survives_saving(&told);
    kept::can_be_told(&told, bytes.len());
    let (merged, collisions) = merge::assessments(&assessment, &assessment, &assessment);
    assert!(collisions.is_empty(), "nothing collides with itself: {collisions:?}");
    assert_eq!(merged, assessment, "put together with itself, it is what it was");
}

fn reads_as_written(record: &[u8]) {
    if let Some(head) = DraftHead::from_bytes(record) {
        assert!(!DraftHead::is_newer(record), "what this build reads is not of a newer one");
        assert_eq!(DraftHead::from_bytes(&head.to_bytes()), Some(head));
    }
    if let Some(read) = Record::from_bytes(record) {
        let written = match &read {
            Record::Answer(id, answer) => draft::answer_to_bytes(id, answer),
            Record::Plan(plan) => draft::plan_to_bytes(plan),
            Record::Sheets(sheets) => draft::sheets_to_bytes(sheets),
            Record::Risks(risks) => draft::risks_to_bytes(risks),
        };
        assert_eq!(Record::from_bytes(&written), Some(read), "a record reads as it was written");
    }
}

/// The records in an input. The last may be shorter than it says.
fn records(bytes: &[u8]) -> Vec<&[u8]> {
    let mut rest = bytes;
    let mut records = Vec::new();
    while let Some((length, behind)) = rest.split_first_chunk() {
        let length = usize::from(u16::from_le_bytes(*length)).min(behind.len());
        let (record, behind) = behind.split_at(length);
        records.push(record);
        rest = behind;
    }
    records
}

/// Drafts of every build that kept one.
pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let files = data::files("domain/tests/data/draft", ".draft");
    let kept = files.iter().map(|file| {
        let text = std::str::from_utf8(file).unwrap();
        let records = text.lines().map(|line| hexadecimal(line.split_once(' ').unwrap().1));
        records.flat_map(|record| with_length(&record)).collect::<Vec<_>>()
    });
    kept.filter(|draft| draft.len() < 20_000).collect()
}

fn with_length(record: &[u8]) -> Vec<u8> {
    let length = u16::try_from(record.len()).unwrap().to_le_bytes();
    [&length, record].concat()
}

fn hexadecimal(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}
