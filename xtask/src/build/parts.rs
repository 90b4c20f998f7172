//! What stands in the modules that ship: each package with its licence, where it is from, and which
//! others it needs.
//!
//! `cargo tree` says it of one module at a time, with the features that this module is compiled with.
//! `cargo metadata` puts the features of the tools to them, and would name packages that no module holds;
//! of it are the licences and the places of the sources alone. Sums are those of `Cargo.lock`.
//!
//! Macros and build scripts run in the compiler, and are no parts. Two things are that no manifest names:
//! the standard library, and the scripts that wasm-bindgen writes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use spdx::{Expression, ParseMode};

use crate::install::TARGET;
use crate::tree::{self, APP};

/// The packages of the worker's modules.
const WORKERS: [&str; 2] = ["documents", "lock"];

/// What writes the scripts that start the modules.
const WRITER: &str = "wasm-bindgen-cli-support";
const WRITER_IS: &str = "Wrote the scripts that start the modules, and is not linked";

/// What stands in every module beside what manifests name.
const STANDARD: &str = "rust-std";
const STANDARD_IS: &str = "The standard library, as the toolchain brings it";

/// Its licence, as its own notices have it; the tables of characters are Unicode's.
const STANDARD_LICENCE: &str = "(MIT OR Apache-2.0) AND Unicode-3.0";

/// Which package.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id {
    pub(super) name: String,
    pub(super) version: String,
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name, self.version)
    }
}

/// A package that stands in what ships.
#[derive(Debug)]
pub(super) struct Part {
    /// As SPDX has it.
    pub(super) licence: String,
    pub(super) origin: Origin,
    /// What it is linked with.
    pub(super) needs: BTreeSet<Id>,
    /// What it is here for, where it is not linked as its manifest says.
    pub(super) about: Option<&'static str>,
}

/// Where a package is from.
#[derive(Debug)]
pub(super) enum Origin {
    /// This tree: the folder in it, which is nothing for its root.
    Tree(String),
    /// The registry.
    Registry {
        /// The SHA-256 of its archive.
        sum: String,
        /// Where it is unpacked.
        folder: PathBuf,
    },
    /// The toolchain.
    Toolchain,
}

/// All of them.
pub(super) struct Parts {
    /// The app.
    pub(super) app: Id,
    /// The app and all that it is made of.
    pub(super) all: BTreeMap<Id, Part>,
}

/// What is linked, as the manifests are now.
pub(super) fn linked() -> Result<Parts, String> {
    let mut needs = Needs::new();
    let app = read(&printed(APP)?, &mut needs)?;
    let described = Described::of(&metadata()?)?;
    let sums = sums(&tree::root())?;
    let writer = described.only(WRITER)?;
    let standard = Id { name: STANDARD.into(), version: toolchain()? };
    needs.entry(writer.clone()).or_default();
    let mut own = vec![writer.clone(), standard.clone()];
    for worker in WORKERS {
        own.push(read(&printed(worker)?, &mut needs)?);
    }
    needs.entry(app.clone()).or_default().extend(own);
    let mut all = BTreeMap::new();
    for (id, needs) in needs {
        let mut part = described.part(&id, &sums, needs)?;
        part.about = (id == writer).then_some(WRITER_IS);
        all.insert(id, part);
    }
    let (licence, origin) = (STANDARD_LICENCE.into(), Origin::Toolchain);
    let about = Some(STANDARD_IS);
    all.insert(standard, Part { licence, origin, needs: BTreeSet::new(), about });
    Ok(Parts { app, all })
}

/// Who is linked with whom.
type Needs = BTreeMap<Id, BTreeSet<Id>>;

/// What a module is linked of, a line each with how deep it lies: `2serde v1.0.0`.
fn printed(package: &str) -> Result<String, String> {
    let mut cargo = tree::cargo();
    cargo.args(["tree", "--package", package, "--target", TARGET, "--charset", "ascii"]);
    cargo.args(["--edges", "normal,no-proc-macro", "--prefix", "depth", "--format", "{p}"]);
    tree::output(&mut cargo)
}

/// Takes in what a module is linked of, and returns the package that it is of.
fn read(printed: &str, needs: &mut Needs) -> Result<Id, String> {
    let mut above: Vec<Id> = Vec::new();
    for line in printed.lines().filter(|line| !line.is_empty()) {
        let fault = || format!("cargo tree says what nobody knows to read: {line}");
        let at = line.find(|c: char| !c.is_ascii_digit()).ok_or_else(fault)?;
        let (depth, package) = line.split_at(at);
        let depth: usize = depth.parse().map_err(|_| fault())?;
        let mut words = package.split(' ');
        let name = words.next().ok_or_else(fault)?.to_owned();
        let version = words.next().and_then(|word| word.strip_prefix('v')).ok_or_else(fault)?;
        let id = Id { name, version: version.to_owned() };
        above.truncate(depth);
        if above.len() != depth {
            return Err(fault());
        }
        if let Some(parent) = above.last() {
            needs.entry(parent.clone()).or_default().insert(id.clone());
        }
        needs.entry(id.clone()).or_default();
        above.push(id);
    }
    above.into_iter().next().ok_or_else(|| "cargo tree names no package".into())
}

/// What cargo says of all packages.
fn metadata() -> Result<Value, String> {
    let mut cargo = tree::cargo();
    cargo.args(["metadata", "--format-version", "1", "--filter-platform", TARGET]);
    serde_json::from_str(&tree::output(&mut cargo)?).map_err(|error| error.to_string())
}

/// A package as its manifest describes it.
struct Manifest {
    licence: Option<String>,
    is_of_tree: bool,
    folder: PathBuf,
}

/// All packages of the lock file, as their manifests describe them.
struct Described(BTreeMap<Id, Manifest>);

impl Described {
    fn of(metadata: &Value) -> Result<Self, String> {
        let packages = metadata.get("packages").and_then(Value::as_array);
        let packages = packages.ok_or("cargo metadata names no packages")?;
        let all = packages.iter().map(|package| {
            let text = |key: &str| package.get(key).and_then(Value::as_str);
            let needed = |key: &str| {
                text(key).ok_or_else(|| format!("cargo metadata: a package without {key}"))
            };
            let id = Id { name: needed("name")?.into(), version: needed("version")?.into() };
            let path = Path::new(needed("manifest_path")?);
            let folder = path.parent().unwrap_or(path).to_owned();
            let licence = text("license").map(str::to_owned);
            Ok((id, Manifest { licence, is_of_tree: text("source").is_none(), folder }))
        });
        all.collect::<Result<_, String>>().map(Self)
    }

    /// The package of a name that is there once.
    fn only(&self, name: &str) -> Result<Id, String> {
        let mut all = self.0.keys().filter(|id| id.name == name);
        match (all.next(), all.next()) {
            (Some(id), None) => Ok(id.clone()),
            (None, _) => Err(format!("no package {name}")),
            (Some(_), Some(_)) => Err(format!("more than one version of {name}")),
        }
    }

    fn part(
        &self,
        id: &Id,
        sums: &BTreeMap<Id, String>,
        needs: BTreeSet<Id>,
    ) -> Result<Part, String> {
        let manifest = self.0.get(id).ok_or_else(|| format!("{id}: cargo metadata has none"))?;
        let licence = manifest.licence.as_deref().ok_or_else(|| {
            format!("{id} names no licence, and ships; find it out, or do without this package")
        })?;
        let licence = expression(licence).map_err(|reason| format!("{id}: {reason}"))?;
        let origin = if manifest.is_of_tree {
            let folder = manifest.folder.strip_prefix(tree::root()).unwrap_or(&manifest.folder);
            Origin::Tree(folder.to_string_lossy().into_owned())
        } else {
            let sum = sums.get(id).ok_or_else(|| format!("{id}: no sum in Cargo.lock"))?;
            Origin::Registry { sum: sum.clone(), folder: manifest.folder.clone() }
        };
        Ok(Part { licence, origin, needs, about: None })
    }
}

/// A licence as SPDX has it: older manifests put a slash where a choice is left.
fn expression(licence: &str) -> Result<String, String> {
    let fault = |error: spdx::ParseError| error.to_string();
    Expression::parse_mode(licence, ParseMode::LAX).map_err(fault)?;
    Ok(Expression::canonicalize(licence).map_err(fault)?.unwrap_or_else(|| licence.to_owned()))
}

/// The sums that the lock file holds.
fn sums(root: &Path) -> Result<BTreeMap<Id, String>, String> {
    let name = "Cargo.lock";
    let text = fs::read_to_string(root.join(name)).map_err(|error| format!("{name}: {error}"))?;
    let lock: toml::Table = text.parse().map_err(|error| format!("{name}: {error}"))?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let sums = packages.into_iter().flatten().filter_map(|package| {
        let text = |key: &str| Some(package.get(key)?.as_str()?.to_owned());
        Some((Id { name: text("name")?, version: text("version")? }, text("checksum")?))
    });
    Ok(sums.collect())
}

/// The version of the toolchain.
fn toolchain() -> Result<String, String> {
    let said = tree::output(tree::command("rustc").arg("-vV"))?;
    let release = said.lines().find_map(|line| line.strip_prefix("release: "));
    release.map(str::to_owned).ok_or_else(|| "rustc names no release".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str, version: &str) -> Id {
        Id { name: name.into(), version: version.into() }
    }

    #[test]
    fn who_needs_whom_is_read_by_depth_and_what_was_shown_before_still_counts() {
        let printed = "0app v0.1.0 (a folder)\n1a v1.0.0\n2c v1.0.0+x\n1b v2.0.0\n2a v1.0.0 (*)\n";
        let mut needs = Needs::new();
        assert_eq!(read(printed, &mut needs).unwrap(), id("app", "0.1.0"));
        let (a, b, c) = (id("a", "1.0.0"), id("b", "2.0.0"), id("c", "1.0.0+x"));
        assert_eq!(needs[&id("app", "0.1.0")], [a.clone(), b.clone()].into());
        assert_eq!(needs[&a], [c.clone()].into());
        assert_eq!(needs[&b], [a].into());
        assert_eq!(needs[&c], BTreeSet::new());
        assert!(read("0app v0.1.0\n2a v1.0.0\n", &mut needs).is_err(), "a step is missing");
        assert!(read("", &mut needs).is_err());
    }

    #[test]
    fn licences_of_older_manifests_are_written_as_spdx_has_them_and_no_made_up_one_is_taken() {
        assert_eq!(expression("MIT/Apache-2.0").unwrap(), "MIT OR Apache-2.0");
        assert_eq!(expression("Apache-2.0 / MIT").unwrap(), "Apache-2.0 OR MIT");
        let both = "(MIT OR Apache-2.0) AND Unicode-3.0";
        assert_eq!(expression(both).unwrap(), both);
        assert!(expression("Free to use").is_err());
        assert!(Expression::parse(STANDARD_LICENCE).is_ok());
    }

    #[test]
    fn what_ships_is_both_modules_with_their_own_features_and_neither_macros_nor_tools() {
        let Parts { app, all } = linked().unwrap();
        let names: BTreeSet<_> = all.keys().map(|id| &*id.name).collect();
        for linked in
            [APP, WORKERS[0], WORKERS[1], "domain", "yew", "calamine", "talc", STANDARD, WRITER]
        {
            assert!(names.contains(linked), "{linked} is missing");
        }
        // A macro; what only tests and tools have of `domain`; what only the tools have.
        for other in ["serde_derive", "schemars", "clap", "xtask", "proptest", "brotli"] {
            assert!(!names.contains(other), "{other} is no part of what ships");
        }
        for worker in WORKERS {
            assert!(all[&app].needs.iter().any(|id| id.name == worker), "{worker}");
        }
        for (id, part) in &all {
            assert!(Expression::parse(&part.licence).is_ok(), "{id}: {}", part.licence);
            assert!(part.needs.iter().all(|needed| all.contains_key(needed)), "{id}");
            if let Origin::Registry { sum, .. } = &part.origin {
                assert_eq!(sum.len(), 64, "{id}");
            }
        }
    }
}
