//! Question sheets in encodings of before Unicode: what can be read reads the same, and the rest is
//! refused as a whole. Nothing of ours is in one; a program may save a workbook so when it is asked to.

use std::io::{Cursor, Write as _};

use calamine::{Data, Reader as _, Xlsx};
use cfb::{CompoundFile, Version};
use domain::job::OpenFault;

use crate::packages::{packed, parts_as_bytes};
use crate::sheets::{ODS, asking, compared, fault, xlsx};

/// What somebody typed into the sheet.
const TYPED: &str = "We sell nothing.";

/// Two Chinese characters in GBK.
const COMPANY: &[u8] = b"\xb9\xab\xcb\xbe";

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

/// Begins the records of a workbook (5) or of a sheet (0x10) as Excel 5 wrote them.
fn begins(what: u8) -> Vec<u8> {
    record(0x0809, &[0, 5, what, 0])
}

fn ends() -> Vec<u8> {
    record(0x000a, &[])
}

/// The sheet that is filled in, as Excel wrote workbooks before 1997: each text in the bytes of a
/// code page.
fn before_1997(code_page: u16, bytes_of: impl Fn(&str) -> Vec<u8>) -> Vec<u8> {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(xlsx())).unwrap();
    let sheets = workbook.worksheets().into_iter().map(|(name, table)| {
        let cells = table.used_cells().map(|(row, column, value)| {
            let text = match value {
                Data::String(text) => bytes_of(text),
                other => other.to_string().into_bytes(),
            };
            let numbers = [row, column, 0, text.len()];
            let numbers = numbers.map(|number| u16::try_from(number).unwrap().to_le_bytes());
            record(0x0204, &[&numbers.concat()[..], &text].concat())
        });
        (bytes_of(&name), [begins(0x10), cells.collect::<Vec<_>>().concat(), ends()].concat())
    });
    let sheets: Vec<_> = sheets.collect();
    let head = [begins(5), record(0x0042, &code_page.to_le_bytes())].concat();
    let bound = |at: usize, name: &[u8]| {
        let at = u32::try_from(at).unwrap().to_le_bytes();
        record(0x0085, &[&at[..], &[0, 0, u8::try_from(name.len()).unwrap()], name].concat())
    };
    let names: usize = sheets.iter().map(|(name, _)| bound(0, name).len()).sum();
    let mut at = head.len() + names + ends().len();
    let mut records = head;
    for (name, sheet) in &sheets {
        records.extend(bound(at, name));
        at += sheet.len();
    }
    records.extend(ends());
    records.extend(sheets.into_iter().flat_map(|(_, sheet)| sheet));
    let mut file = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new())).unwrap();
    file.create_stream("Book").unwrap().write_all(&records).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// In windows-1252.
fn western(text: &str) -> Vec<u8> {
    let byte = |letter| match letter {
        '€' => 0x80,
        '…' => 0x85,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '–' => 0x96,
        '—' => 0x97,
        other => u8::try_from(other).unwrap_or_else(|_| panic!("{other} in {text}")),
    };
    text.chars().map(byte).collect()
}

/// In GBK as far as its ASCII goes, and what was typed in Chinese.
fn chinese(text: &str) -> Vec<u8> {
    if text == TYPED { COMPANY.to_vec() } else { western(text) }
}

#[test]
fn a_workbook_of_before_1997_in_a_western_code_page_reads_the_same() {
    let assessment = asking();
    let read = compared(&assessment, before_1997(1252, western));
    assert_eq!(read, compared(&assessment, xlsx()));
    assert!(format!("{read:?}").contains(TYPED));
}

#[test]
fn a_workbook_of_before_1997_in_a_code_page_that_is_not_known_here_is_refused() {
    // Chinese, Japanese, Korean, Thai, and what a Mac wrote; ASCII is the same in each.
    for code_page in [936, 950, 932, 949, 874, 10_000] {
        assert_eq!(fault(before_1997(code_page, chinese)), OpenFault::NotASheet, "{code_page}");
    }
}

/// A package whose parts say that they are in GBK, and are.
fn in_gbk(package: &[u8]) -> Vec<u8> {
    let replaced = |bytes: Vec<u8>, from: &[u8], to: &[u8]| match bytes
        .windows(from.len())
        .position(|part| part == from)
    {
        Some(at) => [&bytes[..at], to, &bytes[at + from.len()..]].concat(),
        None => bytes,
    };
    let mut typed = 0;
    let parts = parts_as_bytes(package).into_iter().map(|(name, bytes)| {
        let declared = replaced(bytes, b"encoding=\"UTF-8\"", b"encoding=\"GBK\"");
        let with_typed = replaced(declared.clone(), TYPED.as_bytes(), COMPANY);
        typed += usize::from(with_typed != declared);
        (name, with_typed)
    });
    let bytes = packed(&parts.collect::<Vec<_>>());
    assert_eq!(typed, 1);
    bytes
}

#[test]
fn xml_in_another_encoding_than_utf_8_is_refused() {
    for package in [&xlsx()[..], ODS] {
        assert_eq!(fault(in_gbk(package)), OpenFault::DamagedWorkbook);
    }
}
