//! Texts of the interface and of reports: each key that the code knows, in each language, with the
//! plural forms that the language needs.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use domain::texts::{Category, Text};

use super::languages::Language;
use super::node::{Node, Value};
use crate::problem::{At, Problems};

/// A text and the names in braces that it holds.
#[derive(Clone)]
pub(crate) struct Entry {
    /// The text.
    pub(crate) text: Text,
    at: At,
    names: BTreeSet<String>,
}

/// Reads the texts of one folder in the order of the keys.
pub(crate) fn read(
    files: &BTreeMap<String, Node>,
    folder: &str,
    keys: &[&str],
    language: &Language,
    problems: &Problems,
) -> Vec<Entry> {
    let mut found = BTreeMap::new();
    for (stem, node) in files {
        collect(stem, node, &mut found, problems);
    }
    let mut entries = Vec::new();
    for key in keys {
        let entry = found.remove(*key).map(|node| entry(key, node, language, problems));
        let entry = entry.unwrap_or_else(|| {
            let stem = key.split('.').next().unwrap_or_default();
            let at = At::file(&format!("{folder}/{stem}.toml"));
            problems.add(&at, *key, format!("missing in {}", language.name));
            Entry { text: Text::Plain(Rc::default()), at, names: BTreeSet::new() }
        });
        entries.push(entry);
    }
    for (key, node) in found {
        problems.add(&node.at, key, "no such text in the master language");
    }
    entries
}

/// Every language fills in the same names as the master: a text without `{count}` where the master
/// has it would say too little, one with a name that nobody fills would show the braces.
pub(crate) fn same_names(keys: &[&str], master: &[Entry], entries: &[Entry], problems: &Problems) {
    for ((key, master), entry) in keys.iter().zip(master).zip(entries) {
        if master.names != entry.names {
            let names = |names: &BTreeSet<String>| {
                names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(" ")
            };
            let (expected, found) = (names(&master.names), names(&entry.names));
            problems.add(&entry.at, *key, format!("expected the names {expected}, found {found}"));
        }
    }
}

/// Flattens tables to keys, as `domain/build.rs` does.
fn collect<'a>(
    prefix: &str,
    node: &'a Node,
    found: &mut BTreeMap<String, &'a Node>,
    problems: &Problems,
) {
    let Value::Table(fields) = &node.value else {
        return problems.add(&node.at, prefix, "expected a table of texts");
    };
    for (name, inner) in fields {
        let key = format!("{prefix}.{name}");
        match &inner.value {
            Value::Table(fields) if !fields.contains_key("other") => {
                collect(&key, inner, found, problems);
            }
            _ => drop(found.insert(key, inner)),
        }
    }
}

fn entry(key: &str, node: &Node, language: &Language, problems: &Problems) -> Entry {
    let mut names = BTreeSet::new();
    let text = match &node.value {
        Value::Text(text) => {
            check(key, text, &node.at, problems);
            names.extend(braces(text));
            Text::Plain(text.clone())
        }
        Value::Table(forms) => {
            let mut counted = Vec::new();
            for (name, form) in forms {
                let (Some(category), Value::Text(text)) = (Category::from_name(name), &form.value)
                else {
                    let reason =
                        "a table that has “other” is one text with plural forms: this is none";
                    problems.add(&form.at, format!("{key}.{name}"), reason);
                    continue;
                };
                check(key, text, &form.at, problems);
                names.extend(braces(text));
                counted.push((category, text.clone()));
            }
            forms_match(key, node, &counted, language, problems);
            // "One question" need not say the number.
            names.remove("count");
            counted.sort_by_key(|(category, _)| *category);
            Text::Counted(counted)
        }
        other => {
            problems.add(&node.at, key, format!("expected a text, found {}", other.name()));
            Text::Plain(Rc::default())
        }
    };
    Entry { text, at: node.at.clone(), names }
}

fn check(key: &str, text: &str, at: &At, problems: &Problems) {
    if text.trim().is_empty() {
        problems.add(at, key, "expected words, found an empty text");
    }
    if text.matches('{').count() != text.matches('}').count() {
        problems.add(at, key, "a brace is not closed");
    }
}

/// The forms are those of the language, no more and no fewer.
fn forms_match(
    key: &str,
    node: &Node,
    counted: &[(Category, Rc<str>)],
    language: &Language,
    problems: &Problems,
) {
    let mut needed: BTreeSet<_> =
        language.plurals.0.iter().map(|(category, _)| *category).collect();
    needed.insert(Category::Other);
    let found: BTreeSet<_> = counted.iter().map(|(category, _)| *category).collect();
    if needed != found {
        let reason = format!("expected the forms {needed:?} of {}, found {found:?}", language.name);
        problems.add(&node.at, key, reason);
    }
}

fn braces(text: &str) -> impl Iterator<Item = String> {
    text.split('{').skip(1).filter_map(|behind| Some(behind.split_once('}')?.0.to_owned()))
}
