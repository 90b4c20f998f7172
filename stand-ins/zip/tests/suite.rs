//! What is written can be read again by its directory; what others write is read as well; what is damaged
//! says so.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code")]

use std::io::{Cursor, Read as _, Write as _};

use proptest::prelude::*;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

type Parts = Vec<(String, Vec<u8>)>;

fn stored() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Stored)
}

fn written(parts: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = ZipWriter::new(Vec::new());
    for (name, content) in parts {
        writer.start_file(name, options).unwrap();
        for piece in content.chunks(7) {
            writer.write_all(piece).unwrap();
        }
    }
    writer.finish().unwrap()
}

fn read(bytes: &[u8]) -> Result<Parts, ZipError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at)?;
        let mut content = Vec::new();
        part.read_to_end(&mut content)?;
        parts.push((part.name()?.into_owned(), content));
    }
    Ok(parts)
}

fn owned(parts: &[(&str, &[u8])]) -> Parts {
    parts.iter().map(|(name, content)| ((*name).into(), content.to_vec())).collect()
}

const PARTS: [(&str, &[u8]); 3] =
    [("a/é.xml", b"much of the same, much of the same"), ("b", b""), ("c", b"c")];

/// Where this stands for the last time.
fn last(bytes: &[u8], searched: &[u8]) -> usize {
    bytes.windows(searched.len()).rposition(|window| window == searched).unwrap()
}

fn set(bytes: &mut [u8], at: usize, value: &[u8]) {
    bytes[at..at + value.len()].copy_from_slice(value);
}

#[test]
fn parts_are_the_same_again_stored_or_deflated() {
    for options in [stored(), SimpleFileOptions::default()] {
        assert_eq!(read(&written(&PARTS, options)).unwrap(), owned(&PARTS));
        assert_eq!(read(&written(&[], options)).unwrap(), Parts::new());
    }
}

#[test]
fn the_same_parts_give_the_same_bytes_and_repetitions_take_little() {
    let long = b"much of the same ".repeat(900);
    let parts: [(&str, &[u8]); 1] = [("long", &long)];
    let bytes = written(&parts, SimpleFileOptions::default());
    assert_eq!(bytes, written(&parts, SimpleFileOptions::default()));
    assert!(bytes.len() < 250, "{}", bytes.len());
}

#[test]
fn no_two_parts_get_one_name_and_nothing_is_written_before_the_first() {
    let mut writer = ZipWriter::new(Vec::new());
    assert!(writer.write_all(b"before").is_err());
    writer.start_file("a", stored()).unwrap();
    assert!(writer.start_file("a", stored()).is_err());
    assert!(writer.start_file("n".repeat(65_536), stored()).is_err());
    writer.start_file("b", stored()).unwrap();
    assert_eq!(read(&writer.finish().unwrap()).unwrap(), owned(&[("a", b""), ("b", b"")]));
}

#[test]
fn a_part_is_found_by_its_name_the_last_of_several() {
    let mut bytes = written(&[("name", b"first"), ("nome", b"second")], stored());
    // In the directory, where it counts.
    let at = last(&bytes, b"nome");
    bytes[at + 1] = b'a';
    let mut archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
    assert_eq!(archive.index_for_name("name"), Some(1));
    let mut text = String::new();
    archive.by_name("name").unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "second");
    assert!(matches!(archive.by_name("nome"), Err(ZipError::FileNotFound)));
    assert!(matches!(archive.by_index(2), Err(ZipError::FileNotFound)));
}

#[test]
fn what_is_encrypted_or_packed_in_an_unknown_way_says_so() {
    let bytes = written(&[("a", b"text")], stored());
    let record = last(&bytes, b"PK\x01\x02");
    let opened = |at: usize, value: u8| {
        let mut changed = bytes.clone();
        changed[record + at] = value;
        ZipArchive::new(Cursor::new(changed)).unwrap().by_index(0).err().unwrap()
    };
    let is_encrypted = |fault: &ZipError| {
        matches!(fault, ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED))
    };
    assert!(is_encrypted(&opened(8, 1)));
    let unknown = opened(10, 14);
    assert!(matches!(unknown, ZipError::UnsupportedArchive(_)) && !is_encrypted(&unknown));
}

#[test]
fn a_changed_byte_of_what_a_part_holds_never_goes_unseen() {
    for options in [stored(), SimpleFileOptions::default()] {
        let bytes = written(&[("a", &b"text that is packed ".repeat(3))], options);
        let end = last(&bytes, b"PK\x01\x02");
        for at in 31..end {
            let mut changed = bytes.clone();
            changed[at] ^= 0x15;
            assert!(read(&changed).is_err(), "{at}");
        }
        for at in 0..bytes.len() {
            assert!(read(&bytes[..at]).is_err(), "cut at {at}");
        }
    }
}

#[test]
fn something_before_or_behind_the_archive_and_a_remark_change_nothing() {
    let bytes = written(&PARTS, SimpleFileOptions::default());
    let before = [&b"#!/bin/sh\n"[..], &bytes].concat();
    assert_eq!(read(&before).unwrap(), owned(&PARTS), "before");
    let behind = [&bytes[..], &[0; 30]].concat();
    assert_eq!(read(&behind).unwrap(), owned(&PARTS), "behind");
    let mut remark = bytes.clone();
    let length = remark.len();
    set(&mut remark, length - 2, &8_u16.to_le_bytes());
    remark.extend_from_slice(b"a remark");
    assert_eq!(read(&remark).unwrap(), owned(&PARTS), "a remark");
}

/// As programs write that do not know yet how long a part becomes: lengths and checksum stand behind it,
/// and are none in its head.
#[test]
fn lengths_that_stand_behind_a_part_are_taken_from_the_directory() {
    let bytes = written(&[("a", b"some text")], stored());
    let end = last(&bytes, b"PK\x01\x02");
    let (part, directory) = bytes.split_at(end);
    let (mut part, mut directory) = (part.to_vec(), directory.to_vec());
    let described = [b"PK\x07\x08", &part[14..26]].concat();
    set(&mut part, 6, &8_u16.to_le_bytes());
    set(&mut part, 14, &[0; 12]);
    part.extend_from_slice(&described);
    set(&mut directory, 8, &8_u16.to_le_bytes());
    let at = directory.len() - 6;
    let place = u32::try_from(part.len()).unwrap();
    set(&mut directory, at, &place.to_le_bytes());
    assert_eq!(read(&[part, directory].concat()).unwrap(), owned(&[("a", b"some text")]));
}

/// As programs write that leave room for lengths of more than 32 bits, whether they are needed or not.
#[test]
fn the_larger_form_is_read_too() {
    let bytes = written(&[("a", b"some text")], stored());
    let begins = last(&bytes, b"PK\x01\x02");
    let (part, rest) = bytes.split_at(begins);
    let mut record = rest[..47].to_vec();
    let large = [
        &[2, 0, 1, 0, 9][..],
        &[1, 0, 24, 0],
        &9_u64.to_le_bytes(),
        &9_u64.to_le_bytes(),
        &0_u64.to_le_bytes(),
    ]
    .concat();
    set(&mut record, 20, &[0xff; 8]);
    set(&mut record, 30, &33_u16.to_le_bytes());
    set(&mut record, 42, &[0xff; 4]);
    record.extend_from_slice(&large);
    let number = |number: usize| (number as u64).to_le_bytes();
    let large_end = [
        &b"PK\x06\x06"[..],
        &number(44),
        &[45, 0, 45, 0],
        &[0; 8],
        &number(1),
        &number(1),
        &number(record.len()),
        &number(begins),
        b"PK\x06\x07",
        &[0; 4],
        &number(begins + record.len()),
        &[1, 0, 0, 0],
        b"PK\x05\x06",
        &[0; 4],
        &[0xff; 12],
        &[0; 2],
    ]
    .concat();
    let bytes = [part, &record, &large_end].concat();
    assert_eq!(read(&bytes).unwrap(), owned(&[("a", b"some text")]));
    let before = [b"before", &bytes[..]].concat();
    assert_eq!(read(&before).unwrap(), owned(&[("a", b"some text")]), "behind something else");
}

#[test]
fn a_length_that_is_not_there_takes_no_room() {
    let mut bytes = written(&[("a", b"text")], stored());
    let record = last(&bytes, b"PK\x01\x02");
    set(&mut bytes, record + 20, &[0xfe, 0xff, 0xff, 0xff]);
    assert!(read(&bytes).is_err(), "a part of 4 GB");
    let end = last(&bytes, b"PK\x05\x06");
    set(&mut bytes, end + 12, &[0xfe, 0xff, 0xff, 0xff]);
    assert!(ZipArchive::new(Cursor::new(&bytes)).is_err(), "a directory of 4 GB");
}

proptest! {
    #[test]
    fn any_parts_are_the_same_again(
        contents in prop::collection::vec(prop::collection::vec(0_u8..8, 0..3000), 0..5),
        level in 0_i64..10,
    ) {
        let names: Vec<String> = (0..contents.len()).map(|at| format!("part {at}")).collect();
        let parts: Vec<_> = names.iter().map(String::as_str).zip(contents.iter().map(Vec::as_slice)).collect();
        let bytes = written(&parts, SimpleFileOptions::default().compression_level(Some(level)));
        prop_assert_eq!(read(&bytes).unwrap(), owned(&parts));
    }

    #[test]
    fn damaged_bytes_end_with_an_error_or_with_parts(
        at in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        method in any::<bool>(),
    ) {
        let options = if method { stored() } else { SimpleFileOptions::default() };
        let mut bytes = written(&PARTS, options);
        for (at, value) in at {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        let _ = read(&bytes);
    }
}
