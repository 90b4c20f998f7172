//! Makes the keys of all texts from the English content, so that a text that is not there does not
//! compile. The keys of each folder are a type of their own.

#![allow(
    clippy::unwrap_used,
    reason = "a fault here must stop the build, and its message is the panic"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The sets of texts: a module of keys each, the folder it is made from, and what it holds. Behind one
/// another, they make the order in which texts lie in their packs.
const SETS: [(&str, &str, &str); 3] = [
    ("first", "interface/first", "what the first half of the page says"),
    ("later", "interface/later", "what the page says, with all that its later half says"),
    ("report", "report", "what reports say"),
];

fn main() {
    let content = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap()).join("../content/en");
    let mut code = String::new();
    let mut before = Vec::new();
    for (module, folder, about) in SETS {
        let path = content.join(folder);
        println!("cargo::rerun-if-changed={}", path.display());
        let first = before.len();
        let own = keys(&path);
        before.extend(own.iter().cloned());
        // The later half says what the first says, too.
        let known = if module == "later" { 0 } else { first };
        writeln!(code, "/// Keys of {about}: file and place in `content/en/{folder}`.").unwrap();
        writeln!(code, "#[allow(missing_docs)]\npub mod {module} {{").unwrap();
        writeln!(code, "    /// A key of one of these texts.").unwrap();
        writeln!(code, "    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]")
            .unwrap();
        writeln!(code, "    pub struct Key(u16);\n").unwrap();
        writeln!(code, "    impl super::Place for Key {{").unwrap();
        writeln!(code, "        fn place(self) -> u16 {{ self.0 }}\n    }}\n").unwrap();
        for (at, key) in before.iter().enumerate().skip(known) {
            let name = key.to_uppercase().replace(['.', '-'], "_");
            writeln!(code, "    pub const {name}: Key = Key({at});").unwrap();
        }
        writeln!(code, "    /// The names of its own in order, for the tools.").unwrap();
        writeln!(code, "    pub const NAMES: &[&str] = &{own:?};\n}}").unwrap();
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
    keys
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
