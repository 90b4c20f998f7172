//! All that a fuzzer has found or passed through and that was kept, once more, without a fuzzer.
#![allow(clippy::unwrap_used, clippy::panic, reason = "test code")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fuzz::ALL;

/// All that is kept together, in bytes: it comes with every copy of the tree.
const MOST: u64 = 200 * 1024;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

fn inputs(target: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(corpus().join(target)).unwrap();
    let mut inputs: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    inputs.sort();
    inputs
}

#[test]
fn each_way_in_has_a_corpus_and_each_corpus_a_way_in() {
    let named: BTreeSet<String> = ALL.iter().map(|target| target.name.to_owned()).collect();
    let folders = fs::read_dir(corpus()).unwrap();
    let there = folders.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(there.collect::<BTreeSet<_>>(), named);
}

#[test]
fn what_is_kept_stays_small() {
    let inputs = ALL.iter().flat_map(|target| inputs(target.name));
    let all: u64 = inputs.map(|input| fs::metadata(input).unwrap().len()).sum();
    assert!(all <= MOST, "{all} bytes are kept, {MOST} may be");
}

#[test]
fn what_a_search_begins_with_holds_at_every_way_in() {
    for target in ALL {
        let seeds = (target.seeds)();
        assert!(!seeds.is_empty(), "{}", target.name);
        seeds.iter().for_each(|seed| (target.check)(seed));
    }
}

/// A test for each way in, so that a find is told by the name of the test and of the file.
macro_rules! replayed {
    ($($test:ident: $name:literal;)+) => {
        $(
            #[test]
            fn $test() {
                replay($name);
            }
        )+

        #[test]
        fn every_corpus_is_replayed() {
            assert_eq!(ALL.iter().map(|target| target.name).collect::<Vec<_>>(), [$($name),+]);
        }
    };
}

replayed! {
    every_save_file_that_was_kept_holds: "save-file";
    every_locked_file_that_was_kept_holds: "locked-file";
    every_xlsx_sheet_that_was_kept_holds: "sheet-xlsx";
    every_ods_sheet_that_was_kept_holds: "sheet-ods";
    every_xls_sheet_that_was_kept_holds: "sheet-xls";
    every_stored_record_that_was_kept_holds: "stored-records";
    every_message_of_the_worker_that_was_kept_holds: "worker-messages";
    every_word_of_a_frame_that_was_kept_holds: "frame-words";
    every_file_of_own_words_that_was_kept_holds: "own-words";
}

fn replay(name: &str) {
    let target = fuzz::target(name).unwrap_or_else(|| panic!("{name} is no way in"));
    for path in inputs(name) {
        let input = fs::read(&path).unwrap();
        // Named before: a panic tells no more than where it was.
        eprintln!("{}", path.display());
        (target.check)(&input);
    }
}
