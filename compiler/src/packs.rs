//! The packs that ship, made from the content.

use std::collections::BTreeMap;

use domain::example::Examples;
use serde::Serialize;

use crate::content::Bank;

/// One file for what the first question waits for, with the short form; two for what comes later,
/// the first of them with the whole bank, the second, which the worker alone reads, with the examples.
/// In each language.
pub fn add(
    banks: &[Bank],
    examples: &Examples,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), String> {
    for bank in banks {
        let code = &bank.language.code;
        let mut add = |name: &str, bytes| files.insert(format!("{name}.{code}.bin"), bytes);
        add("questions", packed(&(&bank.catalogue.first_part(), &bank.interface))?);
        add("guidance", packed(&(&bank.guidance, &bank.catalogue))?);
        add("rules", packed(&(&bank.rules, &bank.report, examples))?);
    }
    Ok(())
}

fn packed(value: &impl Serialize) -> Result<Vec<u8>, String> {
    postcard::to_allocvec(value).map_err(|error| error.to_string())
}
