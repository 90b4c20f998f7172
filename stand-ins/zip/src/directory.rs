//! The directory at the end of an archive, 4.3.12 to 4.3.16 of the format. What it says is what counts.

use std::io::{Read, Seek, SeekFrom};

use crate::result::{ZipError, ZipResult};

/// How a record of the directory, of its end and of the larger end begin, and what leads to that.
pub(crate) const RECORD: u32 = 0x0201_4b50;
pub(crate) const END: u32 = 0x0605_4b50;
const LARGE_END: u32 = 0x0606_4b50;
const LEADS_TO_LARGE_END: u32 = 0x0706_4b50;

/// How long the end is without the remark behind it, and what leads to the larger one before it.
const END_LENGTH: usize = 22;
const LEAD_LENGTH: usize = 20;
/// How long a record of the directory is without its name, what is added to it and the remark on it.
const RECORD_LENGTH: usize = 46;
/// How long a remark may be.
const REMARK: u64 = 65_535;
/// The kind of what is added to a record whose lengths do not fit in 32 bits.
const LARGE: u16 = 1;

/// A part, as the directory has it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Its name as it stands there.
    pub(crate) name: Vec<u8>,
    /// Its marks: the lowest bit says that it is encrypted.
    pub(crate) flags: u16,
    /// How it is packed.
    pub(crate) method: u16,
    /// The checksum of what it holds.
    pub(crate) checksum: u32,
    /// How long it is, packed.
    pub(crate) packed: u64,
    /// How long it is said to become.
    pub(crate) length: u64,
    /// Where it begins.
    pub(crate) at: u64,
}

/// A number of this many bytes, the lowest first. None where the bytes end before.
pub(crate) fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    number(bytes, at, 2)?.try_into().ok()
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    number(bytes, at, 4)?.try_into().ok()
}

const NONE: ZipError = ZipError::InvalidArchive("it is no archive");
const DAMAGED: ZipError = ZipError::InvalidArchive("the directory of the archive is damaged");

/// These bytes, which have to be there.
pub(crate) fn bytes<R: Read + Seek>(from: &mut R, at: u64, length: u64) -> ZipResult<Vec<u8>> {
    from.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    // What is not there takes no room, whatever the archive says of it.
    from.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(DAMAGED) }
}

/// The parts of an archive, in the order of its directory.
pub(crate) fn of<R: Read + Seek>(from: &mut R) -> ZipResult<Vec<Entry>> {
    let length = from.seek(SeekFrom::End(0))?;
    let start = length.saturating_sub(REMARK + (END_LENGTH + LEAD_LENGTH) as u64);
    let tail = bytes(from, start, length - start)?;
    let (at, end) = end(&tail).ok_or(NONE)?;
    let mut before = start + at as u64;
    let mut told = end;
    if let Some(large) = at.checked_sub(LEAD_LENGTH).and_then(|lead| leads_to(&tail, lead)) {
        // Its place is counted from where the archive begins, which may be behind something else: it
        // stands before what leads to it, too.
        let place = before.checked_sub((LEAD_LENGTH + LARGE_LENGTH) as u64).ok_or(DAMAGED)?;
        let place = if bytes(from, large, 4).is_ok_and(|found| long(&found, 0) == Some(LARGE_END)) {
            large
        } else {
            place
        };
        let record = bytes(from, place, LARGE_LENGTH as u64)?;
        told = large_end(&record).ok_or(DAMAGED)?;
        before = place;
    }
    // The directory ends where its end begins, even if something stands before the archive.
    let behind = before.checked_sub(told.length);
    let begins = |at: &u64| {
        let is_record = |found: Vec<u8>| long(&found, 0) == Some(RECORD);
        told.count == 0 || bytes(from, *at, 4).is_ok_and(is_record)
    };
    let place = behind.filter(begins).unwrap_or(told.at);
    let directory = bytes(from, place, told.length)?;
    entries(&directory, told.count, place.wrapping_sub(told.at)).ok_or(DAMAGED)
}

/// What the end says of the directory.
#[derive(Clone, Copy)]
struct Told {
    count: u64,
    length: u64,
    at: u64,
}

/// How long the larger end is without what may be added to it.
const LARGE_LENGTH: usize = 56;

/// The last place that could be the end, and what it says.
fn end(tail: &[u8]) -> Option<(usize, Told)> {
    let last = tail.len().checked_sub(END_LENGTH)?;
    (0..=last).rev().find_map(|at| {
        let is_end = long(tail, at)? == END;
        let behind = at + END_LENGTH + usize::from(short(tail, at + 20)?);
        (is_end && behind <= tail.len()).then_some(())?;
        let told = Told {
            count: number(tail, at + 10, 2)?,
            length: number(tail, at + 12, 4)?,
            at: number(tail, at + 16, 4)?,
        };
        Some((at, told))
    })
}

/// Where the larger end stands, if this leads to one.
fn leads_to(tail: &[u8], at: usize) -> Option<u64> {
    (long(tail, at)? == LEADS_TO_LARGE_END).then_some(())?;
    number(tail, at + 8, 8)
}

fn large_end(record: &[u8]) -> Option<Told> {
    (long(record, 0)? == LARGE_END).then_some(())?;
    Some(Told {
        count: number(record, 32, 8)?,
        length: number(record, 40, 8)?,
        at: number(record, 48, 8)?,
    })
}

/// So many records of a directory. Parts begin this much further behind than they say.
fn entries(directory: &[u8], count: u64, further: u64) -> Option<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut rest = directory;
    for _ in 0..count {
        (long(rest, 0)? == RECORD).then_some(())?;
        let name = RECORD_LENGTH + usize::from(short(rest, 28)?);
        let added = name + usize::from(short(rest, 30)?);
        let remark = added + usize::from(short(rest, 32)?);
        let mut entry = Entry {
            name: rest.get(RECORD_LENGTH..name)?.to_vec(),
            flags: short(rest, 8)?,
            method: short(rest, 10)?,
            checksum: long(rest, 16)?,
            packed: number(rest, 20, 4)?,
            length: number(rest, 24, 4)?,
            at: number(rest, 42, 4)?,
        };
        enlarge(&mut entry, rest.get(name..added)?);
        entry.at = entry.at.wrapping_add(further);
        entries.push(entry);
        rest = rest.get(remark..)?;
    }
    Some(entries)
}

/// Takes what did not fit in 32 bits from what is added to a record, 4.5.3: what is missing there is
/// left out of it, in this order.
fn enlarge(entry: &mut Entry, added: &[u8]) {
    let mut at = 0;
    while let (Some(kind), Some(length)) = (short(added, at), short(added, at + 2)) {
        at += 4;
        if kind == LARGE {
            let mut place = at;
            for field in [&mut entry.length, &mut entry.packed, &mut entry.at] {
                if *field == u64::from(u32::MAX)
                    && let Some(large) = number(added, place, 8)
                {
                    *field = large;
                    place += 8;
                }
            }
            return;
        }
        at += usize::from(length);
    }
}
