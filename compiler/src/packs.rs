//! The packs that ship, made from the content.

use std::collections::BTreeMap;

use domain::bank::Bank;
use domain::example::Examples;
use domain::pack::{Build, First, Later, Worker};

/// The three packs of each language, as files of a build.
pub fn add(
    banks: &[Bank],
    examples: &Examples,
    build: Build,
    files: &mut BTreeMap<String, Vec<u8>>,
) {
    for bank in banks {
        let code = &bank.texts.language;
        let mut add = |name: &str, bytes| files.insert(format!("{name}.{code}.bin"), bytes);
        add("questions", First::of(bank, build).to_bytes());
        add("guidance", Later::of(bank, examples, build).to_bytes());
        add("rules", Worker::of(bank, examples, build).to_bytes());
    }
}
