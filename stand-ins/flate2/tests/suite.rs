//! What is packed is the same again, in whatever pieces it is written and read; what is damaged says so.

#![allow(clippy::unwrap_used)]

use std::io::{BufReader, Read, Write};

use flate2::Compression;
use flate2::bufread::DeflateDecoder;
use flate2::write::DeflateEncoder;
use proptest::prelude::*;

fn packed(bytes: &[u8], level: u32, piece: usize) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(level));
    for piece in bytes.chunks(piece) {
        encoder.write_all(piece).unwrap();
    }
    encoder.reset(Vec::new()).unwrap()
}

fn unpacked(packed: &[u8], room: usize) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    DeflateDecoder::new(BufReader::with_capacity(room, packed)).read_to_end(&mut out)?;
    Ok(out)
}

proptest! {
    #[test]
    fn what_is_packed_is_the_same_again(
        bytes in prop::collection::vec(0_u8..8, 0..4000),
        level in 0_u32..10,
        piece in 1_usize..500,
        room in 1_usize..500,
    ) {
        let packed = packed(&bytes, level, piece);
        // What another program packs and unpacks.
        prop_assert_eq!(&miniz_oxide::inflate::decompress_to_vec(&packed).unwrap(), &bytes);
        prop_assert_eq!(unpacked(&packed, room).unwrap(), bytes);
    }

    #[test]
    fn damaged_bytes_end_with_an_error_or_with_bytes(damaged in prop::collection::vec(any::<u8>(), 0..500)) {
        let found = unpacked(&damaged, 64);
        prop_assert_eq!(found.is_ok(), unpacked(&damaged, 7).is_ok());
    }
}

#[test]
fn an_encoder_begins_anew_with_each_part() {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    for text in ["the first part", "the second part, which is longer"] {
        encoder.write_all(text.as_bytes()).unwrap();
        let packed = encoder.reset(Vec::new()).unwrap();
        assert_eq!(unpacked(&packed, 512).unwrap(), text.as_bytes());
    }
}

#[test]
fn what_stands_behind_is_left_for_whoever_reads_on() {
    let mut bytes = packed(b"a part", 6, 100);
    bytes.extend_from_slice(b"behind");
    let mut decoder = DeflateDecoder::new(&*bytes);
    let mut out = String::new();
    decoder.read_to_string(&mut out).unwrap();
    assert_eq!((out.as_str(), decoder.into_inner()), ("a part", &b"behind"[..]));
}
