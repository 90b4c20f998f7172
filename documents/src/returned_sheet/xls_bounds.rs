//! What a workbook of the oldest format (XLS, MS-XLS) may cost, and whether its records are as long
//! as the library that reads them takes them to be. It sets up a table as large as a sheet says, or
//! as its farthest cell lies away; so that is counted before it reads one.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use cfb::CompoundFile;

/// The longest that the records may be together, in bytes: they are not compressed.
const LONGEST: u64 = 8 * 1024 * 1024;

/// The most places that all tables may have, empty ones too.
const MOST_PLACES: u64 = 2_000_000;

/// The records of a workbook (MS-XLS 2.1.2), in the two spellings of their name.
const STREAMS: [&str; 2] = ["Workbook", "Book"];

/// Begins the records of a sheet.
const BOF: u16 = 0x0809;
/// Names a sheet, and where its records begin.
const BOUND_SHEET: u16 = 0x0085;
/// Says how large the table of a sheet is.
const DIMENSIONS: u16 = 0x0200;
/// Names something, with a formula of a length that it says.
const LABEL: u16 = 0x0018;
/// Cells of a row beside each other.
const MANY_NUMBERS: u16 = 0x00bd;
/// Cells: a formula, and what else begins with its row and column.
const CELLS: [u16; 7] = [0x0006, 0x0203, 0x0204, 0x00d6, 0x0205, 0x027e, 0x00fd];

/// Whether a workbook is whole and stays within the limits as it is read.
pub(super) fn are_within_limits(bytes: &[u8]) -> bool {
    stream(bytes).is_some_and(|stream| places(&stream).is_some_and(|most| most <= MOST_PLACES))
}

fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).ok()?;
    let stream = STREAMS.iter().find_map(|name| file.open_stream(name).ok())?;
    let mut records = Vec::new();
    stream.take(LONGEST + 1).read_to_end(&mut records).ok()?;
    (records.len() as u64 <= LONGEST).then_some(records)
}

/// How many places the tables have. None where a record is not what it should be.
fn places(stream: &[u8]) -> Option<u64> {
    let mut rest = stream;
    let (mut sheets, mut named) = (BTreeSet::new(), BTreeSet::new());
    let (mut places, mut farthest) = (0_u64, (0_u64, 0_u64));
    while !rest.is_empty() {
        let at = stream.len() - rest.len();
        let (kind, length) = (short(rest, 0)?, short(rest, 2)?);
        let (record, behind) = rest.get(4..)?.split_at_checked(usize::from(length))?;
        rest = behind;
        (record.len() >= least(kind)).then_some(())?;
        let mut reaches = |row: u64, column: u64| {
            farthest = (farthest.0.max(row + 1), farthest.1.max(column + 1));
        };
        match kind {
            BOF => {
                places += farthest.0 * farthest.1;
                farthest = (0, 0);
                sheets.insert(at);
            }
            BOUND_SHEET => {
                named.insert(usize::try_from(long(record, 0)?).ok()?);
            }
            DIMENSIONS => {
                let (first, last) = match record.len() {
                    10 => (short(record, 0)?.into(), short(record, 2)?.into()),
                    _ => (long(record, 0)?, long(record, 4)?),
                };
                let column = short(record, if record.len() == 10 { 6 } else { 10 })?;
                (first <= last && last <= 65_536 && column <= 256).then_some(())?;
                reaches(last.into(), column.into());
            }
            LABEL => {
                let formula = usize::from(short(record, 4)?);
                (formula <= record.len()).then_some(())?;
            }
            MANY_NUMBERS => {
                let last = short(record, record.len() - 2)?;
                reaches(short(record, 0)?.into(), last.into());
            }
            kind if CELLS.contains(&kind) => {
                reaches(short(record, 0)?.into(), short(record, 2)?.into());
            }
            _ => {}
        }
    }
    places += farthest.0 * farthest.1;
    named.is_subset(&sheets).then_some(places)
}

/// How long a record is at least, as far as the library counts on it.
fn least(kind: u16) -> usize {
    match kind {
        // A password, an encoding, how days are counted, what stands outside.
        0x002f | 0x0042 | 0x0022 | 0x0017 => 2,
        BOF => 4,
        MANY_NUMBERS => 6,
        BOUND_SHEET | 0x00fc => 8,
        DIMENSIONS => 10,
        LABEL => 14,
        kind if CELLS.contains(&kind) => 6,
        _ => 0,
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap_or_default();
        [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
    }

    /// A workbook of one sheet with these records.
    fn sheet(records: &[Vec<u8>]) -> Vec<u8> {
        let begins = record(BOF, &[0, 6, 5, 0]);
        let bound = |at: u8| record(BOUND_SHEET, &[at, 0, 0, 0, 0, 0, 1, 0, b'a']);
        let at = u8::try_from(begins.len() + bound(0).len()).unwrap_or_default();
        [begins.clone(), bound(at), begins, records.concat()].concat()
    }

    #[test]
    fn a_table_is_as_large_as_its_farthest_cell_lies_away_or_as_is_said() {
        let cell = |row: u8, column: u8| record(0x0203, &[row, 0, column, 0, 0, 0, 0, 0]);
        assert_eq!(places(&sheet(&[cell(2, 0), cell(0, 4)])), Some(3 * 5));
        let far = record(0x00fd, &[255, 255, 255, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(places(&sheet(&[far])), Some(65_536 * 256));
        let said = |rows: u32| {
            let rows = rows.to_le_bytes();
            record(DIMENSIONS, &[&[0; 4], &rows[..], &[0, 0, 9, 0, 0, 0]].concat())
        };
        assert_eq!(places(&sheet(&[said(99)])), Some(100 * 10));
        assert_eq!(places(&sheet(&[said(u32::MAX)])), None);
    }

    #[test]
    fn a_record_that_is_too_short_or_a_sheet_that_begins_elsewhere_is_refused() {
        let whole = sheet(&[record(0x0203, &[0; 14])]);
        assert_eq!(places(&whole), Some(1));
        for cut in 1..whole.len() {
            let cut = whole.get(..cut).unwrap_or_default();
            assert!(places(cut).is_none_or(|places| places == 0), "{cut:?}");
        }
        assert_eq!(places(&record(BOUND_SHEET, &[9, 0, 0, 0, 0, 0, 0, 0])), None);
        assert_eq!(places(&sheet(&[record(LABEL, &[255; 14])])), None);
        assert_eq!(places(&sheet(&[record(0x0022, &[1])])), None);
    }
}
