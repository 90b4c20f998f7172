//! Builds the commit that is checked out twice, in two folders of other names and lengths, with other
//! target folders, times of day and languages around them, and compares what came out byte by byte. So
//! whoever has the source can tell that a copy was made of it and of nothing else.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::tree;

/// Where the first copy of the tree is built, below the target folder.
const ONE: &str = "reproduce/a";

/// Where the second one is: a path that came into a build would make it longer.
const OTHER: &str = "reproduce/another-folder-with-a-longer-name";

/// What is different around the second build, beside its folder.
const AROUND: [(&str, &str); 3] =
    [("TZ", "Pacific/Kiritimati"), ("LC_ALL", "C"), ("CARGO_TARGET_DIR", "target/elsewhere")];

/// The files of a folder.
type Files = BTreeMap<String, Vec<u8>>;

/// Builds twice and compares. What was equal is taken away, what differs stays to be looked at.
pub(crate) fn run() -> Result<(), String> {
    let changed = tree::output(tree::command("git").args(["status", "--porcelain"]))?;
    if !changed.trim().is_empty() {
        return Err(format!("a commit is built, and this is in none; commit it first:\n{changed}"));
    }
    let commit = tree::output(tree::command("git").args(["rev-parse", "HEAD"]))?;
    let target = tree::target()?;
    let (one, other) = (target.join(ONE), target.join(OTHER));
    let first = built(commit.trim(), &one, &[])?;
    let second = built(commit.trim(), &other, &AROUND)?;
    let differences = differences(&first, &second);
    if !differences.is_empty() {
        let lines: Vec<_> = differences.iter().map(Difference::to_string).collect();
        let (one, other) = (one.display(), other.display());
        return Err(format!("not the same, in {one} and {other}:\n{}", lines.join("\n")));
    }
    println!("equal: {} files, byte by byte; build {}", first.len(), build(&first)?);
    for folder in [one, other] {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(())
}

/// Builds a copy of the tree, as whoever cloned it would.
fn built(commit: &str, folder: &Path, around: &[(&str, &str)]) -> Result<Files, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(fault)?;
    }
    let mut clone = tree::command("git");
    clone.args(["clone", "--quiet", "--no-hardlinks", "--no-checkout"]);
    clone.arg(tree::root()).arg(folder);
    tree::run(&mut clone)?;
    // What is committed in the meantime is not meant.
    let mut checkout = tree::command("git");
    checkout.args(["checkout", "--quiet", "--detach", commit]).current_dir(folder);
    tree::run(&mut checkout)?;
    let mut cargo = tree::cargo();
    cargo.args(["xtask", "build"]).current_dir(folder).env_remove("CARGO_TARGET_DIR");
    tree::run(cargo.envs(around.iter().copied()))?;
    files(&folder.join("dist"))
}

fn files(folder: &Path) -> Result<Files, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Files::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        files.insert(name, fs::read(entry.path()).map_err(fault)?);
    }
    Ok(files)
}

/// The hash that a build says of itself.
fn build(files: &Files) -> Result<String, String> {
    let about = files.get("build.json").ok_or("no build.json")?;
    let about: Value = serde_json::from_slice(about).map_err(|error| error.to_string())?;
    let build = about.get("build").and_then(Value::as_str);
    build.map(str::to_owned).ok_or_else(|| "build.json names no build".into())
}

/// In what two builds differ.
#[derive(Debug, PartialEq, Eq)]
enum Difference {
    /// A file that only the first one has.
    OnlyFirst(String),
    /// A file that only the second one has.
    OnlySecond(String),
    /// A file that both have, and the first byte at which they differ.
    At(String, usize),
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OnlyFirst(name) => write!(f, "{name}: only in the first"),
            Self::OnlySecond(name) => write!(f, "{name}: only in the second"),
            Self::At(name, at) => write!(f, "{name}: differs from byte {at} on"),
        }
    }
}

fn differences(first: &Files, second: &Files) -> Vec<Difference> {
    let mut found = Vec::new();
    for (name, bytes) in first {
        match second.get(name) {
            None => found.push(Difference::OnlyFirst(name.clone())),
            Some(other) if other == bytes => {}
            Some(other) => {
                let same = bytes.iter().zip(other).take_while(|(one, other)| one == other);
                found.push(Difference::At(name.clone(), same.count()));
            }
        }
    }
    let more = second.keys().filter(|name| !first.contains_key(*name));
    found.extend(more.map(|name| Difference::OnlySecond(name.clone())));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(all: &[(&str, &str)]) -> Files {
        all.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn each_file_that_differs_is_named_with_the_place_and_what_is_missing_in_either_too() {
        let first = files(&[("a", "same"), ("b", "one more"), ("c", "x"), ("d", "cut off")]);
        let second = files(&[("a", "same"), ("b", "one less"), ("d", "cut"), ("e", "y")]);
        let found = differences(&first, &second);
        let expected = [
            Difference::At("b".into(), 4),
            Difference::OnlyFirst("c".into()),
            Difference::At("d".into(), 3),
            Difference::OnlySecond("e".into()),
        ];
        assert_eq!(found, expected);
        assert_eq!(expected[0].to_string(), "b: differs from byte 4 on");
        assert_eq!(differences(&first, &first), []);
    }

    #[test]
    fn the_second_build_lies_in_a_folder_of_another_length() {
        assert_ne!(ONE.len(), OTHER.len());
        assert!(
            build(&files(&[("build.json", "{\"build\":\"1f\"}")])).is_ok_and(|hash| hash == "1f")
        );
        assert!(build(&files(&[("build.json", "{}")])).is_err());
    }
}
