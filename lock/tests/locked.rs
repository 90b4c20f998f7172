//! What is locked opens with its passphrase, and with nothing else.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "all of this is test code")]

use lock::{Fault, Work, lock as lock_for, open};
use proptest::prelude::*;

const PASSPHRASE: &str = "Zwölf Boxkämpfer jagen Viktor";
const PLAIN: &[u8] = b"Our supplier in the north.";

/// As little work as can be, where nothing depends on it.
fn easy() -> Work {
    Work::of(1).unwrap()
}

fn locked(plain: &[u8]) -> Vec<u8> {
    lock_for(plain, PASSPHRASE, easy()).unwrap()
}

/// The same as text, as some tools write it.
fn as_text(locked: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let format = age::armor::Format::AsciiArmor;
    let mut writer = age::armor::ArmoredWriter::wrap_output(Vec::new(), format).unwrap();
    writer.write_all(locked).unwrap();
    writer.finish().unwrap()
}

#[test]
fn what_was_locked_opens_with_its_passphrase_whatever_it_is_and_however_long() {
    // A part is 64 KiB: none, one, one exactly, several.
    for length in [0, 1, 65_535, 65_536, 65_537, 200_000] {
        let plain: Vec<u8> = (0..length).map(|at: u32| (at % 251) as u8).collect();
        let locked = locked(&plain);
        assert_eq!(open(&locked, PASSPHRASE, Work::MOST), Ok(plain.clone()), "{length}");
        assert_eq!(open(&as_text(&locked), PASSPHRASE, Work::MOST), Ok(plain), "{length}, as text");
    }
}

fn kept(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn what_other_programs_and_earlier_versions_locked_opens() {
    let line = b"What was locked by another program.\n";
    for name in
        ["by-age-1.1.1.age", "by-age-1.1.1.txt.age", "by-us.age", "easy.age", "easy.txt.age"]
    {
        let opened = open(&kept(name), "twelve boxers in the night", Work::MOST);
        assert_eq!(opened.as_deref(), Ok(&line[..]), "{name}");
    }
}

#[test]
fn what_ships_asks_for_the_work_that_was_decided_and_opens() {
    let locked = lock_for(PLAIN, PASSPHRASE, Work::OURS).unwrap();
    let head = String::from_utf8_lossy(&locked[..100]).into_owned();
    let line = head.lines().nth(1).unwrap();
    assert!(line.starts_with("-> scrypt ") && line.ends_with(" 17"), "{line}");
    assert_eq!(open(&locked, PASSPHRASE, Work::MOST).unwrap(), PLAIN);
}

#[test]
fn nothing_of_what_is_locked_can_be_read_without_opening_it() {
    let locked = locked(PLAIN);
    for secret in [PLAIN, PASSPHRASE.as_bytes()] {
        for window in secret.windows(4) {
            assert!(!locked.windows(4).any(|found| found == window));
        }
    }
}

#[test]
fn the_same_locked_twice_is_never_the_same() {
    assert_ne!(locked(PLAIN), locked(PLAIN));
}

#[test]
fn any_other_passphrase_is_told_as_a_wrong_one() {
    let locked = locked(PLAIN);
    for wrong in ["", " ", "Zwölf Boxkämpfer jagen viktor", "Zwölf Boxkämpfer jagen Viktor ", "x"]
    {
        assert_eq!(open(&locked, wrong, Work::MOST), Err(Fault::WrongPassphrase), "{wrong:?}");
    }
}

#[test]
fn a_file_that_is_cut_short_anywhere_is_damaged() {
    let plain = vec![7; 66_000];
    let locked = locked(&plain);
    let parts = (0..300).chain([65_000, 65_800, locked.len() - 17, locked.len() - 1]);
    for at in parts {
        let cut = open(&locked[..at], PASSPHRASE, Work::MOST);
        assert_eq!(cut, Err(Fault::Damaged), "cut at {at}");
    }
}

#[test]
fn a_file_in_which_any_bit_was_changed_does_not_open() {
    let locked = locked(PLAIN);
    for at in 0..locked.len() * 8 {
        let mut changed = locked.clone();
        changed[at / 8] ^= 1 << (at % 8);
        let opened = open(&changed, PASSPHRASE, easy());
        assert!(opened.is_err(), "bit {at} was changed, and it opens: {opened:?}");
    }
}

#[test]
fn what_stands_behind_a_file_is_seen() {
    let mut longer = locked(PLAIN);
    longer.push(0);
    assert_eq!(open(&longer, PASSPHRASE, Work::MOST), Err(Fault::Damaged));
}

#[test]
fn a_file_that_asks_for_more_work_than_is_done_is_told_before_any_of_it() {
    let more = lock_for(PLAIN, PASSPHRASE, Work::of(11).unwrap()).unwrap();
    assert_eq!(open(&more, PASSPHRASE, Work::of(11).unwrap()).unwrap(), PLAIN);
    assert_eq!(open(&more, PASSPHRASE, Work::of(10).unwrap()), Err(Fault::TooMuchWork));
    // 16 million terabytes.
    let text = String::from_utf8_lossy(&more).into_owned();
    let at = text.find(" 11\n").unwrap();
    let mut most = more;
    most[at + 1..at + 3].copy_from_slice(b"63");
    assert_eq!(open(&most, PASSPHRASE, Work::MOST), Err(Fault::TooMuchWork));
}

#[test]
fn a_file_that_is_locked_with_a_key_says_so() {
    assert_eq!(open(&kept("with-a-key.age"), PASSPHRASE, Work::MOST), Err(Fault::NeedsKey));
}

#[test]
fn a_later_version_of_the_format_is_no_damage() {
    let later = b"age-encryption.org/v2\n-> scrypt2 x\n\n---\n";
    assert_eq!(open(later, PASSPHRASE, Work::MOST), Err(Fault::Newer));
}

#[test]
fn what_is_none_of_these_files_is_a_fault() {
    let begun = b"age-encryption.org/v1";
    for bytes in [&b""[..], b"{}", begun, b"-----BEGIN AGE ENCRYPTED FILE-----\n", b"\xff\xfe\0"] {
        assert!(open(bytes, PASSPHRASE, Work::MOST).is_err());
    }
}

#[test]
fn each_fault_has_a_code_of_its_own_in_the_order_in_which_they_are_listed() {
    let codes: Vec<u8> = Fault::ALL.into_iter().map(Fault::code).collect();
    assert_eq!(codes, [1, 2, 3, 4, 5, 6]);
}

#[test]
fn steps_that_the_format_does_not_know_are_no_work() {
    assert!([0, 64, 255].into_iter().all(|steps| Work::of(steps).is_none()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_open_again_with_any_passphrase(plain: Vec<u8>, passphrase: String, other: String) {
        let locked = lock_for(&plain, &passphrase, easy()).unwrap();
        prop_assert_eq!(open(&locked, &passphrase, Work::MOST), Ok(plain));
        if other != passphrase {
            prop_assert_eq!(open(&locked, &other, Work::MOST), Err(Fault::WrongPassphrase));
        }
    }

    #[test]
    fn no_bytes_whatsoever_do_harm(bytes: Vec<u8>) {
        let begun = [b"age-encryption.org/v1\n-> scrypt ".as_slice(), &bytes].concat();
        prop_assert!(open(&bytes, PASSPHRASE, easy()).is_err());
        prop_assert!(open(&begun, PASSPHRASE, easy()).is_err());
    }
}
