//! Makes the keys of all texts from the English content, so that a text that is not there does not
//! compile. `content/en/interface` holds what the page says, `content/en/report` what reports say.

#![allow(
    clippy::unwrap_used,
    reason = "a fault here must stop the build, and its message is the panic"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// How the keys of the texts begin that nobody needs before the first question can be answered. They
/// come with the help, behind all others, so that the first load need not hold them. So do those that
/// stand in the page itself before any script runs, and nowhere else.
const LATER: [&str; 40] = [
    "confirm.",
    "download.",
    "example.",
    "frame.fault-",
    "frame.no-script",
    "frame.stopped-",
    "navigation.",
    "notices.",
    "paper.",
    "plan.",
    "questions.",
    "reading.",
    "result.",
    "review.",
    "sealed.",
    "section.before.",
    "section.evidence.",
    "section.help.",
    "section.phases",
    "section.tactic.",
    "sheets.",
    "source.",
    "start.again",
    "start.changed",
    "start.company",
    "start.continue",
    "start.delete",
    "start.description",
    "start.more",
    "start.only-here",
    "start.page-title",
    "start.product",
    "start.progress",
    "start.saved",
    "start.shelf-blocked",
    "start.shelf-empty",
    "start.shelf-refused",
    "start.shelf-unread",
    "start.un",
    "words.",
];

fn main() {
    let content = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap()).join("../content/en");
    let mut code = String::new();
    let mut next = 0;
    for (module, about) in [("interface", "what the page says"), ("report", "what reports say")] {
        let folder = content.join(module);
        println!("cargo::rerun-if-changed={}", folder.display());
        let keys = keys(&folder);
        writeln!(code, "/// Keys of {about}: file and place in `content/en/{module}`.").unwrap();
        writeln!(code, "#[allow(missing_docs)]\npub mod {module} {{\n    use super::Key;").unwrap();
        for key in &keys {
            let name = key.to_uppercase().replace(['.', '-'], "_");
            writeln!(code, "    pub const {name}: Key = Key({next});").unwrap();
            next += 1;
        }
        let first = keys.iter().filter(|key| !is_later(key)).count();
        writeln!(code, "    /// How many of them the first screens need.").unwrap();
        writeln!(code, "    pub const FIRST: usize = {first};").unwrap();
        writeln!(code, "    /// Their names in order, for the tools.").unwrap();
        writeln!(code, "    pub const NAMES: &[&str] = &{keys:?};\n}}").unwrap();
    }
    fs::write(PathBuf::from(env::var("OUT_DIR").unwrap()).join("keys.rs"), code).unwrap();
}

fn keys(folder: &Path) -> Vec<String> {
    let mut files = BTreeMap::new();
    if let Ok(entries) = fs::read_dir(folder) {
        for entry in entries {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                let text = fs::read_to_string(&path).unwrap();
                println!("cargo::rerun-if-changed={}", path.display());
                files.insert(path.file_stem().unwrap().to_str().unwrap().to_owned(), (path, text));
            }
        }
    }
    let mut keys = Vec::new();
    for (stem, (path, text)) in files {
        let table: toml::Table =
            text.parse().unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        collect(&stem, &table, &mut keys);
    }
    keys.sort_by_key(|key| is_later(key));
    keys
}

fn is_later(key: &str) -> bool {
    LATER.iter().any(|begin| key.starts_with(begin))
}

/// A table that has the form `other` is one text with plural forms; any other is a folder of texts.
fn collect(prefix: &str, table: &toml::Table, keys: &mut Vec<String>) {
    for (name, value) in table {
        let key = format!("{prefix}.{name}");
        match value {
            toml::Value::Table(inner) if !inner.contains_key("other") => collect(&key, inner, keys),
            _ => keys.push(key),
        }
    }
}
