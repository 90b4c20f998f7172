//! What a workbook of the oldest format (XLS, MS-XLS) may cost, and whether its records are as long
//! as the library that reads them takes them to be. It sets up a table as large as a sheet says, or
//! as its farthest cell lies away; so that is counted before it reads one.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use cfb::CompoundFile;
use domain::bounds::sheet::{PLACES, RECORDS};
use domain::job::{OpenFault, TooMuch};

/// The records of a workbook (MS-XLS 2.1.2), in the two spellings of their name.
pub(super) const STREAMS: [&str; 2] = ["Workbook", "Book"];

/// Begins the records of a sheet.
const BOF: u16 = 0x0809;
/// Names a sheet, and where its records begin.
const BOUND_SHEET: u16 = 0x0085;
/// Says how large the table of a sheet is.
const DIMENSIONS: u16 = 0x0200;
/// Names something, with a formula of a length that it says.
const LABEL: u16 = 0x0018;
/// Says that what follows is encrypted (MS-XLS 2.4.117).
const PASSWORD: u16 = 0x002f;
/// A comment beside a cell.
const COMMENT: u16 = 0x001c;
/// Cells of a row beside each other.
const MANY_NUMBERS: u16 = 0x00bd;
/// Cells: a formula, and what else begins with its row and column.
const CELLS: [u16; 7] = [0x0006, 0x0203, 0x0204, 0x00d6, 0x0205, 0x027e, 0x00fd];

/// Looks whether a workbook can be read. How many comments stand on each of its sheets, in their order.
///
/// # Errors
/// Where it has a password, is not whole, or is larger than is read.
pub(super) fn check(bytes: &[u8]) -> Result<Vec<u32>, OpenFault> {
    let too_much = OpenFault::TooMuch(TooMuch::Unpacked);
    let stream = stream(bytes).ok_or(OpenFault::DamagedWorkbook)?;
    if stream.len() as u64 > RECORDS {
        return Err(too_much);
    }
    let found = looked_through(&stream).ok_or(OpenFault::DamagedWorkbook)?;
    if found.has_password {
        Err(OpenFault::Protected)
    } else if found.places > PLACES {
        Err(too_much)
    } else {
        Ok(found.comments)
    }
}

fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).ok()?;
    let stream = STREAMS.iter().find_map(|name| file.open_stream(name).ok())?;
    let mut records = Vec::new();
    stream.take(RECORDS + 1).read_to_end(&mut records).ok()?;
    Some(records)
}

/// What the records of a workbook say.
#[derive(Default)]
struct Found {
    /// How many places the tables have.
    places: u64,
    /// How many comments each sheet has, in the order in which the workbook names them.
    comments: Vec<u32>,
    /// Whether what follows is encrypted.
    has_password: bool,
}

/// What the records say. None where a record is not what it should be.
fn looked_through(stream: &[u8]) -> Option<Found> {
    let mut rest = stream;
    let (mut sheets, mut named) = (BTreeMap::new(), Vec::new());
    let (mut found, mut farthest, mut begun) = (Found::default(), (0_u64, 0_u64), 0);
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
                found.places += farthest.0 * farthest.1;
                farthest = (0, 0);
                begun = at;
                sheets.insert(at, 0);
            }
            // Nothing behind it says anything to whoever does not know the password.
            PASSWORD => {
                found.has_password = true;
                return Some(found);
            }
            COMMENT => *sheets.entry(begun).or_default() += 1,
            BOUND_SHEET => {
                named.push(usize::try_from(long(record, 0)?).ok()?);
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
    found.places += farthest.0 * farthest.1;
    found.comments = named.iter().map(|at| sheets.get(at).copied()).collect::<Option<_>>()?;
    Some(found)
}

/// How long a record is at least, as far as the library counts on it.
fn least(kind: u16) -> usize {
    match kind {
        // A password, an encoding, how days are counted, what stands outside.
        PASSWORD | 0x0042 | 0x0022 | 0x0017 => 2,
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

    fn places(stream: &[u8]) -> Option<u64> {
        looked_through(stream).map(|found| found.places)
    }

    #[test]
    fn comments_are_counted_sheet_by_sheet_and_a_password_ends_the_reading() {
        let comment = record(COMMENT, &[0; 12]);
        let comments = looked_through(&sheet(&[comment.clone(), comment])).map(|one| one.comments);
        assert_eq!(comments, Some(vec![2]));
        let locked = [record(BOF, &[0, 6, 5, 0]), record(PASSWORD, &[1; 6]), vec![9; 3]].concat();
        assert_eq!(looked_through(&locked).map(|found| found.has_password), Some(true));
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
