//! What nobody reads: texts of the page that no source names, sources that no question cites.
//! Terms are all read, on a page of their own. The other way round, a name that nothing answers to, is found by the reader.

use std::collections::{BTreeMap, BTreeSet};

use super::Fault;
use crate::content::node::{Node, Value};
use crate::problem::At;

/// Names of texts that sources use: `key::START_TITLE` in Rust, `{{text:start.title}}` in the page.
/// Whoever calls reads the sources; what is Rust is nothing that a compiler of content knows.
#[derive(Default)]
pub struct Used {
    /// As constants. The page and reports share a name now and then (`paper.…`); one that is used is
    /// then taken for the other as well.
    constants: BTreeSet<String>,
    /// As they are.
    keys: BTreeSet<String>,
}

impl Used {
    /// What Rust names as constants, and what the page has marks for.
    #[must_use]
    pub fn new(constants: BTreeSet<String>, page: &str) -> Self {
        let marks = page.split("{{text:").skip(1);
        let keys = marks.filter_map(|mark| Some(mark.split_once("}}")?.0.to_owned()));
        Self { constants, keys: keys.collect() }
    }

    fn has(&self, key: &str) -> bool {
        let constant = key.to_uppercase().replace(['.', '-'], "_");
        self.keys.contains(key) || self.constants.contains(&constant)
    }
}

/// Texts of a file of the interface or of reports that nothing names.
pub(crate) fn texts(key: &str, node: &Node, used: &Used) -> Vec<Fault> {
    match &node.value {
        // A text with plural forms has one key.
        Value::Table(fields) if !fields.contains_key("other") => fields
            .iter()
            .flat_map(|(name, inner)| texts(&format!("{key}.{name}"), inner, used))
            .collect(),
        _ if used.has(key) => Vec::new(),
        _ => vec![fault(&node.at, key, key, "no source names this text: take it out")],
    }
}

/// Sources that no question cites.
pub(crate) fn sources(files: &BTreeMap<String, Node>) -> Vec<Fault> {
    let cited: BTreeSet<_> = files
        .values()
        .flat_map(|file| file.items("question"))
        .flat_map(|question| question.items("sources"))
        .filter_map(Node::text)
        .collect();
    let sources = files.values().flat_map(|file| file.items("source"));
    sources
        .filter_map(|source| {
            let id = source.get("id").and_then(Node::text)?;
            let reason = "no question cites this source: cite it where it is meant, or take it out";
            (!cited.contains(id)).then(|| fault(&source.at, &format!("source {id}"), id, reason))
        })
        .collect()
}

/// An exception to this rule names the key, the term or the source twice.
fn fault(at: &At, field: &str, owner: &str, reason: &str) -> Fault {
    Fault {
        at: at.clone(),
        owner: owner.into(),
        field: field.to_owned(),
        text: owner.into(),
        rule: "unused",
        reason: reason.to_owned(),
    }
}
