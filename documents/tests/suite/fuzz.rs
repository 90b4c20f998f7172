//! Real save files and sheets with something broken in them, opened by the hundred. `FUZZ_CASES` sets how many
//! (a few by default; millions for an afternoon), `FUZZ_SEED` where to begin.

use documents::json;
use documents::worker::run;
use domain::assessment::Assessment;
use domain::job::{Job, Outcome};
use domain::save::Save;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::bank::bank;
use crate::jobs::content;
use crate::{arbitrary, packages, sheets};

/// A generator of numbers that is the same everywhere (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}

const PIECES: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b",",
    b":",
    b"null",
    b"true",
    b"0",
    b"-1",
    b"1e999",
    b"6",
    b"\\u0000",
    b"\\ud800",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\"format\"",
    b"\"version\": 2",
    b"\"question\": \"\"",
    b"\"step\": 5",
    b"18446744073709551616",
    b"\"\\",
    b"\n",
    b"\0",
];

fn broken(bytes: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(bytes.len());
        let to = (at + numbers.below(40)).min(bytes.len());
        match numbers.below(6) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..to)),
            2 => {
                let piece = bytes[at..to].to_vec();
                let there = numbers.below(bytes.len());
                bytes.splice(there..there, piece);
            }
            3 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << numbers.below(8);
                }
            }
            _ => {
                let piece = PIECES[numbers.below(PIECES.len())];
                bytes.splice(at..to, piece.iter().copied());
            }
        }
    }
    bytes
}

fn from_environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn a_broken_save_file_is_answered_and_what_opens_survives_being_saved() {
    let cases = from_environment("FUZZ_CASES", 400);
    let mut numbers = Numbers(from_environment("FUZZ_SEED", 1));
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let strategy = arbitrary::assessment().boxed();
    let catalogue = bank().catalogue.clone();
    let mut made = Vec::new();
    for case in 0..cases {
        if case % 50 == 0 {
            let assessment: Assessment = strategy.new_tree(&mut runner).unwrap().current();
            made = json::write(&assessment).unwrap();
        }
        let bytes = broken(&made, &mut numbers);
        let read = |bytes: &[u8]| json::read(bytes, &catalogue).map(Save::into_assessment);
        if let Ok(assessment) = read(&bytes) {
            let again = json::write(&assessment).unwrap();
            assert_eq!(read(&again), Ok(assessment), "case {case}");
        }
    }
}

/// Workbooks with something broken in the file, and in each part of a whole archive.
#[test]
fn a_broken_workbook_is_answered() {
    let cases = from_environment("FUZZ_CASES", 200);
    let mut numbers = Numbers(from_environment("FUZZ_SEED", 1));
    let content = content();
    let answered = |bytes| match run(&content, Job::Open(bytes)) {
        Outcome::NotOpened(_) => {}
        other => panic!("{other:?}"),
    };
    for whole in [sheets::xlsx(), sheets::ODS.to_vec()] {
        let parts = packages::parts_as_bytes(&whole);
        for _ in 0..cases {
            answered(broken(&whole, &mut numbers));
            let mut changed = parts.clone();
            let part = numbers.below(changed.len());
            changed[part].1 = broken(&changed[part].1, &mut numbers);
            answered(packages::packed(&changed));
        }
    }
    for _ in 0..cases {
        answered(broken(sheets::XLS, &mut numbers));
    }
    for cut in (0..sheets::XLS.len()).step_by(97) {
        answered(sheets::XLS[..cut].to_vec());
    }
}
