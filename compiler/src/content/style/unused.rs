//! What nobody reads: texts of the page that no source names, sources that no question cites.
//! Terms are all read, on a page of their own. The other way round, a name that nothing answers to, is found by the reader.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::Fault;
use crate::content::node::{Node, Value};
use crate::problem::At;

/// Folders whose sources name texts. Tests and tools may name any.
const FOLDERS: &[&str] = &["src", "editor/src", "domain/src", "documents/src"];

/// Names of texts that sources use: `key::START_TITLE` in Rust, `{{text:start.title}}` in the page.
#[derive(Default)]
pub(crate) struct Used {
    /// As constants, behind `::`. The page and reports share a name now and then (`paper.…`); one
    /// that is used is then taken for the other as well.
    constants: BTreeSet<String>,
    /// As they are.
    keys: BTreeSet<String>,
}

impl Used {
    /// Reads the sources of the tree.
    pub(crate) fn under(root: &Path) -> Result<Self, String> {
        let mut used = Self::default();
        for folder in FOLDERS {
            used.folder(&root.join(folder))?;
        }
        let page = root.join("index.html");
        used.page(&fs::read_to_string(&page).map_err(|error| unread(&page, &error))?);
        Ok(used)
    }

    fn folder(&mut self, folder: &Path) -> Result<(), String> {
        for entry in fs::read_dir(folder).map_err(|error| unread(folder, &error))? {
            let path = entry.map_err(|error| unread(folder, &error))?.path();
            if path.is_dir() {
                self.folder(&path)?;
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                self.rust(&fs::read_to_string(&path).map_err(|error| unread(&path, &error))?);
            }
        }
        Ok(())
    }

    /// Takes what stands behind `::` and is written as a constant.
    pub(crate) fn rust(&mut self, text: &str) {
        for behind in text.split("::").skip(1) {
            let name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
            let length = behind.find(|c| !name(c)).unwrap_or(behind.len());
            if length > 1 {
                self.constants.extend(behind.get(..length).map(str::to_owned));
            }
        }
    }

    /// Takes the marks of the page.
    pub(crate) fn page(&mut self, text: &str) {
        let marks = text.split("{{text:").skip(1);
        self.keys.extend(marks.filter_map(|mark| Some(mark.split_once("}}")?.0.to_owned())));
    }

    fn has(&self, key: &str) -> bool {
        let constant = key.to_uppercase().replace(['.', '-'], "_");
        self.keys.contains(key) || self.constants.contains(&constant)
    }
}

fn unread(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
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
