//! What bytes say in each encoding, in one piece and in several.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "all of this is test code, helpers included"
)]

use encoding_rs::{DecoderResult, Encoding};

/// The encoding that is called so.
fn named(label: &str) -> &'static Encoding {
    Encoding::for_label(label.as_bytes()).unwrap_or_else(|| panic!("{label} is not known"))
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// Texts in the encodings that can be read: label, bytes, text.
fn texts() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let wide = "Aé€\u{feff}公😀z";
    let single = |label, text: &[u8], says| (label, text.to_vec(), says);
    vec![
        ("UTF-8", wide.as_bytes().to_vec(), wide),
        ("UTF-16LE", utf_16(wide, u16::to_le_bytes), wide),
        ("UTF-16BE", utf_16(wide, u16::to_be_bytes), wide),
        single("windows-1250", b"A\x80\xb3\xf8\xff", "A€łř˙"),
        single("windows-1251", b"A\x88\xcf\xf0\xff", "A€Пря"),
        single("windows-1252", b"A\x80\x92\xe9\xff", "A€’éÿ"),
        single("windows-1253", b"A\x80\xa2\xc1\xfe", "A€ΆΑώ"),
        single("windows-1254", b"A\x80\xdd\xfe\xff", "A€İşÿ"),
        single("windows-1255", b"A\x80\xa4\xca\xfa", "A€₪\u{5ba}ת"),
        single("windows-1256", b"A\x80\x81\xc7\xff", "A€پاے"),
        single("windows-1257", b"A\x80\xc0\xfe\xff", "A€Ąž˙"),
        single("windows-1258", b"A\x80\xd0\xfe\xcc", "A€Đ₫\u{300}"),
    ]
}

/// Reads pieces with so much room for each step, and says with what it ended.
fn in_pieces(
    encoding: &'static Encoding,
    pieces: &[&[u8]],
    room: usize,
) -> (String, DecoderResult) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let mut rest = *piece;
        loop {
            let mut place = vec![0; room];
            let last = at + 1 == pieces.len();
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(rest, &mut place, last);
            rest = &rest[read..];
            text.extend_from_slice(&place[..written]);
            match result {
                DecoderResult::InputEmpty => break assert!(rest.is_empty(), "{encoding:?}"),
                DecoderResult::OutputFull => assert!(written + 4 > room, "{encoding:?}"),
                DecoderResult::Malformed(..) => return (String::from_utf8(text).unwrap(), result),
            }
        }
    }
    (String::from_utf8(text).unwrap(), DecoderResult::InputEmpty)
}

#[test]
fn each_encoding_says_what_its_bytes_mean() {
    for (label, bytes, text) in texts() {
        let encoding = named(label);
        assert_eq!(encoding.name(), label);
        assert_eq!(encoding.decode(&bytes), (text.into(), encoding, false), "{label}");
        let whole = encoding.decode_without_bom_handling_and_without_replacement(&bytes);
        assert_eq!(whole.as_deref(), Some(text), "{label}");
    }
}

#[test]
fn text_may_be_cut_anywhere_and_there_may_be_room_for_one_letter_at_a_time() {
    for (label, bytes, text) in texts() {
        for cut in 0..=bytes.len() {
            let (begin, end) = bytes.split_at(cut);
            for room in [4, 5, 64] {
                let read = in_pieces(named(label), &[begin, end, b""], room);
                assert_eq!(read, (text.to_owned(), DecoderResult::InputEmpty), "{label} at {cut}");
            }
        }
        let bytes: Vec<_> = bytes.chunks(1).collect();
        let read = in_pieces(named(label), &bytes, 4);
        assert_eq!(read, (text.to_owned(), DecoderResult::InputEmpty), "{label}");
    }
}

#[test]
fn a_letter_without_room_is_read_once_there_is_some() {
    let mut decoder = named("utf-8").new_decoder_without_bom_handling();
    let mut place = [0; 3];
    let emoji = "😀".as_bytes();
    let begun = decoder.decode_to_utf8_without_replacement(&emoji[..2], &mut place, false);
    assert_eq!(begun, (DecoderResult::InputEmpty, 2, 0));
    let full = decoder.decode_to_utf8_without_replacement(&emoji[2..], &mut place, true);
    assert_eq!(full, (DecoderResult::OutputFull, 0, 0));
    let mut place = [0; 4];
    let read = decoder.decode_to_utf8_without_replacement(&emoji[2..], &mut place, true);
    assert_eq!((read, &place[..]), ((DecoderResult::InputEmpty, 2, 4), emoji));
}

#[test]
fn a_text_does_not_grow_and_has_room_enough_where_it_was_asked_how_much() {
    for (label, bytes, text) in texts() {
        let mut decoder = named(label).new_decoder_without_bom_handling();
        let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap();
        let mut read = String::with_capacity(room);
        let result = decoder.decode_to_string_without_replacement(&bytes, &mut read, true);
        assert_eq!((result, &*read), ((DecoderResult::InputEmpty, bytes.len()), text), "{label}");
        let mut none = String::new();
        let result = decoder.decode_to_string_without_replacement(&bytes, &mut none, true);
        assert_eq!((result, none.capacity()), ((DecoderResult::OutputFull, 0), 0), "{label}");
        assert_eq!(decoder.max_utf8_buffer_length_without_replacement(usize::MAX), None);
    }
}

#[test]
fn what_is_malformed_is_said_with_its_length_and_reading_goes_on_behind_it() {
    let malformed = |label, bytes: &[u8], before, length, after| {
        let encoding = named(label);
        let stops = (String::from(before), DecoderResult::Malformed(length, 0));
        for cut in 0..=bytes.len() {
            let (begin, end) = bytes.split_at(cut);
            assert_eq!(in_pieces(encoding, &[begin, end, b""], 64), stops, "{label} {bytes:x?}");
        }
        assert_eq!(encoding.decode_without_bom_handling_and_without_replacement(bytes), None);
        let replaced = format!("{before}\u{fffd}{after}");
        assert_eq!(encoding.decode(bytes), (replaced.into(), encoding, true), "{bytes:x?}");
    };
    malformed("utf-8", b"A\xffB", "A", 1, "B");
    malformed("utf-8", b"A\xe2\x82B", "A", 2, "B");
    malformed("utf-8", b"A\xf0\x9f\x98", "A", 3, "");
    malformed("utf-8", b"A\xc0B", "A", 1, "B");
    // Half a letter: the second half alone, the first with another letter behind it, and at the end.
    malformed("utf-16le", b"A\0\0\xdcB\0", "A", 2, "B");
    malformed("utf-16le", b"A\0\0\xd8B\0", "A", 2, "B");
    malformed("utf-16be", b"\0A\xd8\0\0B", "A", 2, "B");
    malformed("utf-16le", b"A\0\0\xd8", "A", 2, "");
    malformed("utf-16le", b"A\0B", "A", 1, "");
    malformed("windows-1253", b"A\xaaB", "A", 1, "B");
    malformed("windows-1255", b"A\xffB", "A", 1, "B");
    malformed("windows-1257", b"A\xa1B", "A", 1, "B");
}

#[test]
fn behind_what_is_malformed_nothing_is_lost() {
    let mut decoder = named("utf-16le").new_decoder_without_bom_handling();
    let mut place = [0; 8];
    let begun = decoder.decode_to_utf8_without_replacement(b"\0\xd8B", &mut place, false);
    assert_eq!(begun, (DecoderResult::InputEmpty, 3, 0));
    // The half letter is none, and what was begun behind it ends with this piece.
    let half = decoder.decode_to_utf8_without_replacement(b"\0C\0", &mut place, true);
    assert_eq!(half, (DecoderResult::Malformed(2, 0), 0, 0));
    let rest = decoder.decode_to_utf8_without_replacement(b"\0C\0", &mut place, true);
    assert_eq!((rest, &place[..2]), ((DecoderResult::InputEmpty, 3, 2), &b"BC"[..]));
}

#[test]
fn a_mark_of_the_byte_order_counts_for_more_than_what_is_asked_for() {
    let [utf_8, little, big, western] =
        ["utf-8", "utf-16le", "utf-16be", "windows-1252"].map(named);
    let marked =
        [(&b"\xef\xbb\xbfA"[..], utf_8, 3), (b"\xff\xfeA\0", little, 2), (b"\xfe\xff\0A", big, 2)];
    for (bytes, encoding, length) in marked {
        assert_eq!(Encoding::for_bom(bytes), Some((encoding, length)));
        assert_eq!(western.decode(bytes), ("A".into(), encoding, false));
        assert_eq!(Encoding::for_bom(&bytes[..length - 1]), None);
    }
    assert_eq!(western.decode(b"\xff\xff"), ("ÿÿ".into(), western, false));
    let kept = utf_8.decode_without_bom_handling_and_without_replacement(marked[0].0);
    assert_eq!(kept.as_deref(), Some("\u{feff}A"));
    assert_eq!(in_pieces(little, &[b"\xff\xfeA\0"], 8).0, "\u{feff}A");
}

#[test]
fn labels_are_found_in_small_and_large_letters_and_only_of_what_can_be_read() {
    for (label, name) in [
        (" utf8\n", "UTF-8"),
        ("Utf-16", "UTF-16LE"),
        ("ISO-8859-1", "windows-1252"),
        ("CP1251", "windows-1251"),
    ] {
        assert_eq!(named(label).name(), name);
    }
    for label in ["GBK", "gb2312", "Shift_JIS", "Big5", "EUC-KR", "ISO-8859-2", "replacement", ""] {
        assert_eq!(Encoding::for_label(label.as_bytes()), None, "{label}");
    }
}

#[test]
fn every_byte_in_an_encoding_that_cannot_be_read_is_malformed() {
    for missing in [&encoding_rs::GBK_INIT, &encoding_rs::BIG5_INIT, encoding_rs::REPLACEMENT] {
        assert_eq!(missing.decode(b"A\xb9\xab").0, "\u{fffd}\u{fffd}\u{fffd}", "{missing:?}");
        assert_eq!(missing.decode_without_bom_handling_and_without_replacement(b"A"), None);
        let stops = (String::new(), DecoderResult::Malformed(1, 0));
        assert_eq!(in_pieces(missing, &[b"A"], 8), stops, "{missing:?}");
        assert_eq!(missing.decode(b""), ("".into(), missing, false), "{missing:?}");
    }
}

#[test]
fn encodings_are_the_same_if_their_names_are() {
    assert_eq!(encoding_rs::UTF_8, named("utf-8"));
    assert_ne!(encoding_rs::UTF_16LE, encoding_rs::UTF_16BE);
    assert_ne!(encoding_rs::GBK_INIT, encoding_rs::GB18030_INIT);
}
