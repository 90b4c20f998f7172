//! The packs that ship, made from the content.

use std::collections::BTreeMap;

use domain::example::Examples;
use serde::Serialize;

use domain::bank::Bank;
use domain::guidance::Guidance;

/// One file for what the first question waits for, with the short form; two for what comes later,
/// the first of them with the whole bank, the second, which the worker alone reads, with the examples.
/// In each language.
pub fn add(
    banks: &[Bank],
    examples: &Examples,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), String> {
    for bank in banks {
        let code = &bank.texts.language;
        let (first, later, report) = bank.texts.by_pack();
        let later = Guidance { texts: later, ..bank.guidance.clone() };
        let mut add = |name: &str, bytes| files.insert(format!("{name}.{code}.bin"), bytes);
        add("questions", packed(&(&bank.catalogue.first_part(), first))?);
        add("guidance", packed(&(later, &bank.catalogue))?);
        add("rules", packed(&(&bank.rules, report, examples))?);
    }
    Ok(())
}

fn packed(value: &impl Serialize) -> Result<Vec<u8>, String> {
    postcard::to_allocvec(value).map_err(|error| error.to_string())
}
