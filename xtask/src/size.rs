//! Sizes after brotli against the budget, and the largest functions of the first WASM by name.

mod functions;

use std::collections::BTreeMap;
use std::fs;

use crate::build::packed::{self, Packing};
use crate::build::{self, halves, one_file};
use crate::tree;

const BUDGET: &str = "size-budget.toml";

/// What the first question waits for, without what depends on the language. The rules for the screens
/// up to it stand in the page.
const FIRST: &[&str] = &["index.html", "start.js", "app.js", "app.wasm"];

/// What it waits for beside that inside another page.
const FRAMED: &str = "framed.js";

/// What a page loads that holds one or several.
const ELEMENT: &str = "respect-in-practice.js";

/// What is fetched once it stands.
const LATER: &[&str] = &["later.bin", "powers.js", "styles.css", "documents.js"];

/// What must never come into the first WASM, as the names of functions begin.
const KEPT_OUT: &[&str] = &["serde_json::", "domain::findings::", "domain::report::"];

/// How many functions are listed.
const LISTED: usize = 10;

/// Sums by the names of the budget file.
type Sizes = BTreeMap<String, u64>;

/// The budget file.
#[derive(Clone, Default)]
struct Budget {
    /// The limits.
    limits: Sizes,
    /// What is allowed for now where a limit is not kept yet.
    debts: Sizes,
    /// What must stay free below a limit.
    free: Sizes,
    /// The limits that were raised, which happens to each once at most.
    raised: BTreeMap<String, Raised>,
}

/// A limit that was raised.
#[derive(Clone, PartialEq)]
struct Raised {
    /// What it was before.
    from: u64,
    /// Why that had to be.
    because: String,
}

/// Measures `dist` as it lies there.
pub(crate) fn run() -> Result<(), String> {
    let mut files = BTreeMap::new();
    for (name, bytes) in build::read(&tree::dist())? {
        let size = packed::by(Packing::Brotli, &bytes)?.len() as u64;
        files.insert(name, (bytes.len(), size));
    }
    let size = |name: &str| files.get(name).map_or(0, |(_, size)| *size);
    let plain = |name: &str| files.get(name).map_or(0, |(plain, _)| *plain as u64);
    let largest = |prefix: &str| {
        let languages = files.iter().filter(|(name, _)| {
            name.strip_prefix(prefix).is_some_and(|code| code.ends_with(".bin"))
        });
        languages.map(|(_, (_, size))| *size).max().unwrap_or_default()
    };
    let first: u64 = FIRST.iter().map(|name| size(name)).sum::<u64>() + largest("questions.");
    let later: u64 = LATER.iter().map(|name| size(name)).sum::<u64>() + largest("later.");

    for (name, (plain, size)) in &files {
        println!("{size:>9} {plain:>9}  {name}");
    }
    let sums = Sizes::from([
        ("element".to_owned(), size(ELEMENT)),
        ("first_load".to_owned(), first),
        ("first_load_framed".to_owned(), first + size(FRAMED)),
        ("styles".to_owned(), size("styles.css")),
        ("later".to_owned(), later),
        ("one_file".to_owned(), plain(one_file::NAME)),
    ]);
    let mut faults = over(&sums, &budget(&read(BUDGET)?)?);
    faults.extend(raised()?);
    let functions = functions::of(&halves::first_with_names()?)?;
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

/// Prints each sum beside its limit, and returns what is over.
fn over(sums: &Sizes, budget: &Budget) -> Vec<String> {
    let mut faults = Vec::new();
    println!();
    for (name, sum) in sums {
        let limit = budget.limits.get(name);
        let free = budget.free.get(name).copied().unwrap_or_default();
        match (limit, budget.debts.get(name)) {
            (None, _) => faults.push(format!("{BUDGET}: no limit for {name}")),
            (Some(limit), None) if sum + free <= *limit => match free {
                0 => println!("{sum:>9} of {limit:>9}  {name}"),
                _ => println!("{sum:>9} of {limit:>9}  {name}: {free} of it stay free"),
            },
            (Some(limit), None) if sum <= limit => faults.push(format!(
                "{name}: {sum} bytes leave {} of the limit of {limit} free; {free} must be",
                limit - sum
            )),
            (Some(limit), None) => {
                faults.push(format!("{name}: {sum} bytes are over the limit of {limit}"));
            }
            (Some(limit), Some(_)) if sum <= limit => {
                faults.push(format!("{BUDGET}: {name} keeps its limit again: take its debt out"));
            }
            (Some(limit), Some(debt)) if sum <= debt => println!(
                "{sum:>9} of {limit:>9}  {name}: {} over its limit, {debt} are allowed for now",
                sum - limit
            ),
            (Some(_), Some(debt)) => {
                faults.push(format!("{name}: {sum} bytes are over the {debt} allowed for now"));
            }
        }
    }
    faults
}

fn read(name: &str) -> Result<String, String> {
    fs::read_to_string(tree::root().join(name)).map_err(|error| format!("{name}: {error}"))
}

fn budget(text: &str) -> Result<Budget, String> {
    let mut table: toml::Table = text.parse().map_err(|error| format!("{BUDGET}: {error}"))?;
    let mut inside = |name: &str| match table.remove(name) {
        None => Ok(toml::Table::new()),
        Some(toml::Value::Table(inside)) => Ok(inside),
        Some(_) => Err(format!("{BUDGET}: expected a table [{name}]")),
    };
    let (debts, free, raised) = (inside("debt")?, inside("free")?, inside("raised")?);
    let raised = raised.into_iter().map(raise).collect::<Result<_, _>>()?;
    Ok(Budget { limits: sizes(table)?, debts: sizes(debts)?, free: sizes(free)?, raised })
}

fn raise((name, value): (String, toml::Value)) -> Result<(String, Raised), String> {
    let from = value.get("from").and_then(toml::Value::as_integer);
    let from = from.and_then(|from| u64::try_from(from).ok());
    let because = value.get("because").and_then(toml::Value::as_str);
    match (from, because) {
        (Some(from), Some(because)) => Ok((name, Raised { from, because: because.to_owned() })),
        _ => Err(format!("{BUDGET}: that {name} was raised has to say from where, and because")),
    }
}

fn sizes(table: toml::Table) -> Result<Sizes, String> {
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

/// What rose from one version to the next without saying so. That a limit was raised stays in the
/// file: it is not raised twice.
fn raised_between(name: &str, new: &Budget, old: &Budget) -> Vec<String> {
    let said = |key: &str, before: u64| {
        let raised = new.raised.get(key).filter(|raised| !raised.because.trim().is_empty());
        !old.raised.contains_key(key) && raised.is_some_and(|raised| raised.from == before)
    };
    let limits = rises(&new.limits, &old.limits).filter(|(key, before, _)| !said(key, *before));
    let rises = limits.chain(rises(&new.debts, &old.debts)).map(|(key, before, limit)| {
        format!("{BUDGET} in {name}: {key} rose from {before} to {limit}")
    });
    let changed = old.raised.iter().filter(|(key, raised)| new.raised.get(*key) != Some(*raised));
    let changed = changed.map(|(key, raised)| {
        format!("{BUDGET} in {name}: that {key} was raised from {} is said otherwise", raised.from)
    });
    rises.chain(changed).collect()
}

/// Name, number before and number after of what is larger now.
fn rises<'a>(new: &'a Sizes, old: &'a Sizes) -> impl Iterator<Item = (&'a str, u64, u64)> {
    new.iter().filter_map(|(key, limit)| {
        let before = old.get(key)?;
        (limit > before).then_some((key.as_str(), *before, *limit))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(first: u64) -> Sizes {
        Sizes::from([("first_load".to_owned(), first)])
    }

    fn limit(first: u64) -> Budget {
        Budget { limits: sum(first), ..Budget::default() }
    }

    fn with_debt(first: u64, debt: u64) -> Budget {
        Budget { debts: sum(debt), ..limit(first) }
    }

    fn raised_from(before: u64, first: u64) -> Budget {
        let raised = Raised { from: before, because: "Libraries.".to_owned() };
        Budget { raised: BTreeMap::from([("first_load".to_owned(), raised)]), ..limit(first) }
    }

    #[test]
    fn a_sum_over_its_limit_fails() {
        assert!(over(&sum(10), &limit(10)).is_empty());
        assert_eq!(over(&sum(11), &limit(10)), ["first_load: 11 bytes are over the limit of 10"]);
        assert_eq!(
            over(&sum(1), &Budget::default()),
            ["size-budget.toml: no limit for first_load"]
        );
    }

    #[test]
    fn what_must_stay_free_below_a_limit_stays_free() {
        let budget = Budget { free: sum(2), ..limit(10) };
        assert!(over(&sum(8), &budget).is_empty());
        assert_eq!(
            over(&sum(9), &budget),
            ["first_load: 9 bytes leave 1 of the limit of 10 free; 2 must be"]
        );
    }

    #[test]
    fn a_debt_is_allowed_until_the_limit_is_kept() {
        assert!(over(&sum(12), &with_debt(10, 12)).is_empty());
        assert_eq!(
            over(&sum(13), &with_debt(10, 12)),
            ["first_load: 13 bytes are over the 12 allowed for now"]
        );
        assert_eq!(
            over(&sum(10), &with_debt(10, 12)),
            ["size-budget.toml: first_load keeps its limit again: take its debt out"]
        );
    }

    #[test]
    fn limits_and_debts_only_go_down() {
        assert!(raised_between("x", &limit(9), &limit(10)).is_empty());
        let rose = ["size-budget.toml in x: first_load rose from 10 to 11"];
        assert_eq!(raised_between("x", &limit(11), &limit(10)), rose);
        assert_eq!(raised_between("x", &with_debt(5, 11), &with_debt(5, 10)), rose);
    }

    #[test]
    fn a_limit_rises_once_and_says_from_where_and_why() {
        assert!(raised_between("x", &raised_from(10, 20), &limit(10)).is_empty());
        let rose = ["size-budget.toml in x: first_load rose from 10 to 20"];
        assert_eq!(raised_between("x", &raised_from(9, 20), &limit(10)), rose);
        let mut silent = raised_from(10, 20);
        silent.raised.values_mut().for_each(|raised| raised.because = " ".to_owned());
        assert_eq!(raised_between("x", &silent, &limit(10)), rose);
        assert!(raised_between("x", &raised_from(10, 15), &raised_from(10, 20)).is_empty());
        let twice = raised_between("x", &raised_from(20, 30), &raised_from(10, 20));
        assert_eq!(
            twice,
            [
                "size-budget.toml in x: first_load rose from 20 to 30",
                "size-budget.toml in x: that first_load was raised from 10 is said otherwise",
            ]
        );
        let forgotten = raised_between("x", &limit(20), &raised_from(10, 20));
        assert_eq!(forgotten.len(), 1, "{forgotten:?}");
    }

    #[test]
    fn limits_are_numbers() {
        let read =
            budget("first_load = 10\n[debt]\nfirst_load = 12\n[free]\nfirst_load = 1").unwrap();
        assert_eq!((read.limits, read.debts, read.free), (sum(10), sum(12), sum(1)));
        assert!(budget("first_load = -1").is_err());
        assert!(budget("[raised.first_load]\nfrom = 10").is_err(), "no reason");
    }
}
