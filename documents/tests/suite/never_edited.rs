//! What earlier builds have written is added to and never edited, and no version of a format is
//! without a file that was written in it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use domain::{save, sheet};
use sha2::{Digest, Sha256};

use crate::golden::root;

/// Folders of such files. Each has a list of their sums.
const KEPT: [&str; 2] = ["domain/tests/data", "documents/tests/data"];

/// The list of sums in each of them.
const SUMS: &str = "sums.txt";

/// The sums of all files below a folder but its list and what is written about them.
fn sums(folder: &Path, below: &str, found: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            sums(&entry.path(), &format!("{name}/"), found);
        } else if name != SUMS && name != "README.md" {
            let mut sum = String::new();
            for byte in Sha256::digest(std::fs::read(entry.path()).unwrap()) {
                write!(sum, "{byte:02x}").unwrap();
            }
            found.insert(name, sum);
        }
    }
}

fn listed(path: &Path) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let lines = text.lines().map(|line| line.split_once("  ").unwrap());
    lines.map(|(sum, name)| (name.to_owned(), sum.to_owned())).collect()
}

#[test]
fn no_file_of_an_earlier_build_was_edited_or_taken_away() {
    for folder in KEPT {
        let list = root().join(folder).join(SUMS);
        let (mut found, mut listed) = (BTreeMap::new(), listed(&list));
        sums(&root().join(folder), "", &mut found);
        if std::env::var_os("UPDATE").is_some() {
            // What is new is entered. What is there stays as it is.
            for (name, sum) in &found {
                listed.entry(name.clone()).or_insert_with(|| sum.clone());
            }
            let lines = listed.iter().map(|(name, sum)| format!("{sum}  {name}\n"));
            std::fs::write(&list, lines.collect::<String>()).unwrap();
        }
        for (name, sum) in &listed {
            assert_eq!(found.get(name), Some(sum), "{folder}/{name} was edited or is gone");
        }
        for name in found.keys() {
            assert!(listed.contains_key(name), "{folder}/{name}: UPDATE=1 enters its sum");
        }
    }
}

#[test]
fn each_version_of_a_format_has_a_file_that_was_written_in_it() {
    let formats = [
        ("domain/tests/data/save", "json", save::OLDEST..=save::VERSION),
        ("domain/tests/data/draft", "draft", save::OLDEST..=save::VERSION),
        ("documents/tests/data/sheets", "xlsx", 1..=sheet::VERSION),
    ];
    for (folder, extension, versions) in formats {
        for version in versions {
            let folder = root().join(format!("{folder}/v{version}"));
            let files = std::fs::read_dir(&folder).unwrap_or_else(|_| panic!("{folder:?}"));
            let mut files = files.map(|file| file.unwrap().path());
            let is_one = files.any(|file| file.extension().is_some_and(|is| is == extension));
            assert!(is_one, "{folder:?} holds no file of this version");
        }
    }
}

#[test]
fn the_version_that_is_written_is_the_newest_that_has_wire_types() {
    let types = std::fs::read_dir(root().join("domain/src/save")).unwrap();
    let version = |name: &str| name.strip_prefix('v')?.strip_suffix(".rs")?.parse::<u32>().ok();
    let names = types.map(|file| file.unwrap().file_name().to_string_lossy().into_owned());
    let mut versions: Vec<u32> = names.filter_map(|name| version(&name)).collect();
    versions.sort_unstable();
    assert_eq!(versions, (save::OLDEST..=save::VERSION).collect::<Vec<_>>());
}
