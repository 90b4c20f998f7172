//! Content in a language other than the master: words by id. Ids, order, codes, weights and rules
//! are the master's; the words take the place of its words, and every one of them must be there.

use std::collections::BTreeMap;

use super::node::{Node, Value};
use crate::kinds;
use crate::problem::{At, Problems};

/// Fields that hold words, whatever kind of question they stand in.
const WORDS: &[&str] = &[
    "about",
    "ask",
    "because",
    "because_asks",
    "beneath",
    "decision",
    "evidence",
    "help",
    "name",
    "next",
    "prompt",
    "reason",
    "says",
    "text",
    "title",
    "unknown",
    "who_knows",
    "why",
];

/// Files that hold no words.
const RULES: &[&str] = &["short-form", "ties"];

/// Files that hold nothing but words under names that the code knows: each language says them itself, and
/// their reader finds what is missing.
pub(crate) const WORDS_ALONE: &[&str] = &["risks"];

/// The files of the master with the words of another language.
pub(crate) fn translate(
    master: &BTreeMap<String, Node>,
    words: &BTreeMap<String, Node>,
    folder: &str,
    problems: &Problems,
) -> BTreeMap<String, Node> {
    let mut nodes = BTreeMap::new();
    for (name, master) in master {
        let node = match words.get(name) {
            _ if RULES.contains(&name.as_str()) => master.clone(),
            Some(words) if WORDS_ALONE.contains(&name.as_str()) => words.clone(),
            Some(words) => merge(master, words, "", problems),
            None if !holds_words(master) => master.clone(),
            None => {
                problems.add(&At::file(&format!("{folder}/{name}.toml")), "file", "missing");
                master.clone()
            }
        };
        nodes.insert(name.clone(), node);
    }
    for (name, node) in words {
        if !master.contains_key(name) || RULES.contains(&name.as_str()) {
            problems.add(&node.at, name, "the master language has no words in such a file");
        }
    }
    nodes
}

fn merge(master: &Node, words: &Node, field: &str, problems: &Problems) -> Node {
    match (&master.value, &words.value) {
        (Value::Table(master), Value::Table(found)) => {
            let value = Value::Table(table(master, found, words, field, problems));
            Node { at: words.at.clone(), value }
        }
        (Value::List(master), Value::List(found)) => {
            let value = Value::List(list(master, found, words, field, problems));
            Node { at: words.at.clone(), value }
        }
        _ => {
            problems.add(&words.at, field, format!("expected {}", master.value.name()));
            master.clone()
        }
    }
}

fn table(
    master: &BTreeMap<String, Node>,
    found: &BTreeMap<String, Node>,
    whole: &Node,
    field: &str,
    problems: &Problems,
) -> BTreeMap<String, Node> {
    let inside = |name: &str| {
        if field.is_empty() { name.to_owned() } else { format!("{field}, {name}") }
    };
    let mut fields = BTreeMap::new();
    for (name, value) in master {
        let here = found.get(name);
        let node = match here {
            Some(here) if is_words(name) => {
                same_shape(value, here, &inside(name), problems);
                here.clone()
            }
            Some(here) if holds_words(value) => merge(value, here, &inside(name), problems),
            None if is_words(name) || holds_words(value) => {
                problems.add(&whole.at, inside(name), "missing in this language");
                value.clone()
            }
            _ => value.clone(),
        };
        fields.insert(name.clone(), node);
    }
    for (name, node) in found {
        let known = master
            .get(name)
            .is_some_and(|value| is_key(name) || is_words(name) || holds_words(value));
        if !known {
            problems.add(&node.at, inside(name), "only words and ids stand in this language");
        }
    }
    fields
}

fn list(
    master: &[Node],
    found: &[Node],
    whole: &Node,
    field: &str,
    problems: &Problems,
) -> Vec<Node> {
    let mut nodes = Vec::new();
    for value in master {
        let key = key(value);
        match found.iter().find(|node| self::key(node) == key) {
            Some(node) => nodes.push(merge(value, node, &format!("{field} {key}"), problems)),
            None => {
                problems.add(&whole.at, format!("{field} {key}"), "missing in this language");
                nodes.push(value.clone());
            }
        }
    }
    for node in found {
        let key = key(node);
        if !master.iter().any(|value| self::key(value) == key) {
            let field = format!("{field} {key}");
            problems.add(&node.at, field, "the master language has no such entry");
        }
    }
    nodes
}

/// A text for a text; a list of as many texts, with the same steps that add to the one before.
fn same_shape(master: &Node, here: &Node, field: &str, problems: &Problems) {
    let adds = |node: &Node| matches!(&node.value, Value::Text(text) if text.starts_with("+ "));
    match (&master.value, &here.value) {
        (Value::Text(_), Value::Text(_)) => {}
        (Value::List(master), Value::List(here_list)) => {
            if master.len() != here_list.len() {
                let (expected, found) = (master.len(), here_list.len());
                problems.add(&here.at, field, format!("expected {expected} texts, found {found}"));
            }
            for (master, here) in master.iter().zip(here_list) {
                if adds(master) != adds(here) {
                    problems.add(&here.at, field, "the “+ ” of the master language must be kept");
                }
            }
        }
        (master, _) => problems.add(&here.at, field, format!("expected {}", master.name())),
    }
}

/// Whether a field holds words.
fn is_words(field: &str) -> bool {
    WORDS.contains(&field) || kinds::is_words(field)
}

/// Whether words stand somewhere inside, so that the other language has to say them.
fn holds_words(node: &Node) -> bool {
    match &node.value {
        Value::Table(fields) => {
            fields.iter().any(|(name, value)| is_words(name) || holds_words(value))
        }
        Value::List(items) => items.iter().any(holds_words),
        Value::Text(_) | Value::Number(_) | Value::Truth(_) | Value::Other(_) => false,
    }
}

/// Fields by which entries of two languages are paired.
fn is_key(name: &str) -> bool {
    matches!(name, "id" | "since" | "code" | "first" | "then")
}

fn key(node: &Node) -> String {
    let Value::Table(fields) = &node.value else { return String::new() };
    let text = |name: &str| match fields.get(name).map(|node| &node.value) {
        Some(Value::Text(text)) => vec![text.to_string()],
        Some(Value::List(items)) => items
            .iter()
            .filter_map(|item| match &item.value {
                Value::Text(text) => Some(text.to_string()),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    if let Some(id) = text("id").pop().or_else(|| text("code").pop()) {
        // The same question can have had other words more than once.
        return [vec![id], text("since")].concat().join(" ");
    }
    [text("first"), text("then")].concat().join(" ")
}
