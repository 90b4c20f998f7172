//! Sizes after brotli against the budget, and the largest functions of the first WASM by name.

mod functions;

use std::collections::BTreeMap;
use std::fs;
use std::io;

use brotli::enc::BrotliEncoderParams;

use crate::build::{self, wasm};
use crate::tree;

const BUDGET: &str = "size-budget.toml";

/// What the first screen waits for, without what depends on the language.
const FIRST: &[&str] = &["index.html", "styles.css", "start.js", "app.js", "app.wasm"];

/// What is fetched once it stands.
const LATER: &[&str] = &["documents.js", "documents.wasm"];

/// What must never come into the first WASM, as the names of functions begin.
const KEPT_OUT: &[&str] = &["serde_json::", "domain::findings::", "domain::catalogue::check::"];

/// How many functions are listed.
const LISTED: usize = 10;

/// Sums by the names of the budget file.
type Sizes = BTreeMap<String, u64>;

/// Measures `dist` as it lies there.
pub(crate) fn run() -> Result<(), String> {
    let mut files = BTreeMap::new();
    for (name, bytes) in build::read(&tree::dist())? {
        let size = compressed(&bytes)?;
        files.insert(name, (bytes.len(), size));
    }
    let size = |name: &str| files.get(name).map_or(0, |(_, size)| *size);
    let largest = |prefix: &str| {
        let languages = files.iter().filter(|(name, _)| {
            name.strip_prefix(prefix).is_some_and(|code| code.ends_with(".bin"))
        });
        languages.map(|(_, (_, size))| *size).max().unwrap_or_default()
    };
    let first: u64 = FIRST.iter().map(|name| size(name)).sum::<u64>() + largest("questions.");
    let later: u64 =
        LATER.iter().map(|name| size(name)).sum::<u64>() + largest("guidance.") + largest("rules.");

    for (name, (plain, size)) in &files {
        println!("{size:>9} {plain:>9}  {name}");
    }
    let sums = Sizes::from([
        ("first_load".to_owned(), first),
        ("styles".to_owned(), size("styles.css")),
        ("later".to_owned(), later),
    ]);
    let mut faults = over(&sums, &budget(&read(BUDGET)?)?);
    faults.extend(raised()?);
    let functions = functions::of(&wasm::with_names(wasm::APP)?)?;
    println!("\nThe largest functions of the first WASM, before compression:");
    for (name, size) in functions.iter().take(LISTED) {
        println!("{size:>9}  {name}");
    }
    for (name, size) in functions.iter().filter(|(name, _)| {
        KEPT_OUT.iter().any(|kept_out| name.trim_start_matches('<').starts_with(kept_out))
    }) {
        faults.push(format!("{name} ({size} bytes) came into the first WASM"));
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

fn compressed(bytes: &[u8]) -> Result<u64, String> {
    let options = BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut io::Cursor::new(bytes), &mut out, &options)
        .map_err(|error| error.to_string())?;
    Ok(out.len() as u64)
}

/// Prints each sum beside its limit, and returns what is over.
fn over(sums: &Sizes, budget: &Sizes) -> Vec<String> {
    let mut faults = Vec::new();
    println!();
    for (name, sum) in sums {
        match budget.get(name) {
            Some(limit) if sum <= limit => println!("{sum:>9} of {limit:>9}  {name}"),
            Some(limit) => {
                faults.push(format!("{name}: {sum} bytes are over the limit of {limit}"))
            }
            None => faults.push(format!("{BUDGET}: no limit for {name}")),
        }
    }
    faults
}

fn read(name: &str) -> Result<String, String> {
    fs::read_to_string(tree::root().join(name)).map_err(|error| format!("{name}: {error}"))
}

fn budget(text: &str) -> Result<Sizes, String> {
    let table: toml::Table = text.parse().map_err(|error| format!("{BUDGET}: {error}"))?;
    let limit = |(name, value): (String, toml::Value)| {
        let limit = value.as_integer().and_then(|limit| u64::try_from(limit).ok());
        limit.map(|limit| (name, limit)).ok_or(format!("{BUDGET}: expected numbers of bytes"))
    };
    table.into_iter().map(limit).collect()
}

/// Limits that were raised in any change of the budget that the history still knows.
fn raised() -> Result<Vec<String>, String> {
    // Without a history (an archive of the sources) there is nothing to compare with.
    if !tree::root().join(".git").exists() {
        return Ok(Vec::new());
    }
    let log = tree::output(tree::command("git").args(["log", "--format=%h", "--", BUDGET]))?;
    let mut versions = vec![("the tree".to_owned(), read(BUDGET)?)];
    for commit in log.lines() {
        let mut show = tree::command("git");
        let text = tree::output(show.args(["show", &format!("{commit}:{BUDGET}")]))?;
        versions.push((commit.to_owned(), text));
    }
    let mut faults = Vec::new();
    for pair in versions.windows(2) {
        if let [(name, new), (_, old)] = pair {
            faults.extend(raised_between(name, &budget(new)?, &budget(old)?));
        }
    }
    Ok(faults)
}

fn raised_between(name: &str, new: &Sizes, old: &Sizes) -> Vec<String> {
    let raised = new.iter().filter_map(|(key, limit)| {
        let before = old.get(key)?;
        (limit > before).then(|| format!("{BUDGET} in {name}: {key} rose from {before} to {limit}"))
    });
    raised.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(first: u64) -> Sizes {
        Sizes::from([("first_load".to_owned(), first)])
    }

    #[test]
    fn a_sum_over_its_limit_fails() {
        assert!(over(&sizes(10), &sizes(10)).is_empty());
        assert_eq!(over(&sizes(11), &sizes(10)), ["first_load: 11 bytes are over the limit of 10"]);
        assert_eq!(over(&sizes(1), &Sizes::new()), ["size-budget.toml: no limit for first_load"]);
    }

    #[test]
    fn a_limit_only_goes_down() {
        assert!(raised_between("x", &sizes(9), &sizes(10)).is_empty());
        assert_eq!(
            raised_between("x", &sizes(11), &sizes(10)),
            ["size-budget.toml in x: first_load rose from 10 to 11"]
        );
    }

    #[test]
    fn limits_are_numbers() {
        assert_eq!(budget("first_load = 10").unwrap(), sizes(10));
        assert!(budget("first_load = -1").is_err());
    }
}
