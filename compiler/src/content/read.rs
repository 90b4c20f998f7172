//! Reading the fields of a table: what is missing, empty, of another type or not known becomes a
//! problem with its place, and reading goes on.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::rc::Rc;

use super::node::{Node, Value};
use crate::problem::{At, Problems};

/// A table that is being read.
pub(crate) struct Table<'a> {
    /// Where it begins.
    pub(crate) at: &'a At,
    name: String,
    fields: Option<&'a BTreeMap<String, Node>>,
    read: RefCell<BTreeSet<&'a str>>,
    problems: &'a Problems,
}

/// A text and its place.
#[derive(Clone)]
pub(crate) struct Placed {
    /// The text.
    pub(crate) text: Rc<str>,
    /// Where it stands.
    pub(crate) at: At,
}

/// How the ids begin that an organisation will give to questions of its own. None here does, so that a save
/// file can hold both and neither is taken for the other.
const OWN: &str = "own-";

/// Names that may be given once.
#[derive(Default)]
pub(crate) struct Names(BTreeMap<Rc<str>, At>);

impl<'a> Table<'a> {
    /// Begins to read a node, which must be a table; `name` is how messages call it.
    pub(crate) fn new(node: &'a Node, name: &str, problems: &'a Problems) -> Self {
        let fields = match &node.value {
            Value::Table(fields) => Some(fields),
            other => {
                let found = other.name();
                problems.add(&node.at, name, format!("expected a table, found {found}"));
                None
            }
        };
        let read = RefCell::default();
        Self { at: &node.at, name: name.to_owned(), fields, read, problems }
    }

    /// Names the table by its id, so that messages say which one of many they mean.
    pub(crate) fn called(&mut self, id: &str) {
        self.name = format!("{} {id}", self.name);
    }

    /// A field as messages name it.
    pub(crate) fn field(&self, field: &str) -> String {
        if self.name.is_empty() { field.to_owned() } else { format!("{}, {field}", self.name) }
    }

    /// Adds a problem of a field of this table.
    pub(crate) fn problem(&self, at: &At, field: &str, reason: impl Into<String>) {
        self.problems.add(at, self.field(field), reason);
    }

    /// The place of a field; of the table where the field is missing.
    pub(crate) fn place(&self, field: &str) -> At {
        self.fields
            .and_then(|fields| fields.get(field))
            .map_or_else(|| self.at.clone(), |node| node.at.clone())
    }

    /// Whether the field is there.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.fields.is_some_and(|fields| fields.contains_key(field))
    }

    /// Whether the field is there and holds a text.
    pub(crate) fn is_text(&self, field: &str) -> bool {
        let field = self.fields.and_then(|fields| fields.get(field));
        field.is_some_and(|node| node.text().is_some())
    }

    fn get(&self, field: &'a str) -> Option<&'a Node> {
        self.read.borrow_mut().insert(field);
        self.fields?.get(field)
    }

    fn missing(&self, field: &str, expected: &str) {
        if self.fields.is_some() {
            self.problem(self.at, field, format!("missing: expected {expected}"));
        }
    }

    fn other(&self, field: &str, expected: &str, node: &Node) {
        let found = node.value.name();
        self.problem(&node.at, field, format!("expected {expected}, found {found}"));
    }

    fn words(&self, field: &str, node: &Node) -> Option<Placed> {
        match &node.value {
            Value::Text(text) if text.trim().is_empty() => {
                self.problem(&node.at, field, "expected words, found an empty text");
                None
            }
            Value::Text(text) if text.trim() != &**text => {
                self.problem(&node.at, field, "the text begins or ends with a space");
                None
            }
            Value::Text(text) => Some(Placed { text: text.clone(), at: node.at.clone() }),
            _ => {
                self.other(field, "a text", node);
                None
            }
        }
    }

    /// A text that may be left out.
    pub(crate) fn text_if(&self, field: &'a str) -> Option<Rc<str>> {
        Some(self.words(field, self.get(field)?)?.text)
    }

    /// A text that must be there.
    pub(crate) fn text(&self, field: &'a str) -> Rc<str> {
        if !self.has(field) {
            self.missing(field, "a text");
        }
        self.text_if(field).unwrap_or_default()
    }

    /// A list of texts that may be left out.
    pub(crate) fn texts_if(&self, field: &'a str) -> Vec<Placed> {
        let Some(node) = self.get(field) else { return Vec::new() };
        let Value::List(items) = &node.value else {
            self.other(field, "a list of texts", node);
            return Vec::new();
        };
        items.iter().filter_map(|item| self.words(field, item)).collect()
    }

    /// A list of at least one text.
    pub(crate) fn texts(&self, field: &'a str) -> Vec<Placed> {
        let texts = self.texts_if(field);
        if !self.has(field) {
            self.missing(field, "a list of texts");
        } else if let Some(Node { at, value: Value::List(items) }) = self.get(field)
            && items.is_empty()
        {
            self.problem(at, field, "expected at least one text, found an empty list");
        }
        texts
    }

    /// A whole number that may be left out.
    pub(crate) fn number_if(&self, field: &'a str, range: RangeInclusive<u8>) -> Option<u8> {
        let node = self.get(field)?;
        let (low, high) = (range.start(), range.end());
        let expected = format!("a number from {low} to {high}");
        let Value::Number(number) = node.value else {
            self.other(field, &expected, node);
            return None;
        };
        let found = u8::try_from(number).ok().filter(|number| range.contains(number));
        if found.is_none() {
            self.problem(&node.at, field, format!("expected {expected}, found {number}"));
        }
        found
    }

    /// A whole number that must be there.
    pub(crate) fn number(&self, field: &'a str, range: RangeInclusive<u8>) -> Option<u8> {
        if !self.has(field) {
            self.missing(field, "a number");
        }
        self.number_if(field, range)
    }

    /// A list of whole numbers that may be left out.
    pub(crate) fn numbers_if(&self, field: &'a str, range: RangeInclusive<u8>) -> Vec<u8> {
        let Some(node) = self.get(field) else { return Vec::new() };
        let (low, high) = (range.start(), range.end());
        let expected = format!("numbers from {low} to {high}");
        let Value::List(items) = &node.value else {
            self.other(field, &format!("a list of {expected}"), node);
            return Vec::new();
        };
        let number = |item: &Node| {
            let number = match item.value {
                Value::Number(number) => u8::try_from(number).ok(),
                _ => None,
            };
            let found = number.filter(|number| range.contains(number));
            if found.is_none() {
                self.problem(&item.at, field, format!("expected {expected}"));
            }
            found
        };
        items.iter().filter_map(number).collect()
    }

    /// Yes or no; no where it is left out.
    pub(crate) fn truth_if(&self, field: &'a str) -> bool {
        match self.get(field) {
            None => false,
            Some(Node { value: Value::Truth(truth), .. }) => *truth,
            Some(node) => {
                self.other(field, "true or false", node);
                false
            }
        }
    }

    /// The tables of a list; none where the list is missing.
    pub(crate) fn tables_if(&self, field: &'a str) -> Vec<Table<'a>> {
        let Some(node) = self.get(field) else { return Vec::new() };
        let Value::List(items) = &node.value else {
            self.other(field, "a list of tables", node);
            return Vec::new();
        };
        let name = self.field(field);
        items.iter().map(|item| Table::new(item, &name, self.problems)).collect()
    }

    /// The tables of a list that must hold at least one.
    pub(crate) fn tables(&self, field: &'a str) -> Vec<Table<'a>> {
        let tables = self.tables_if(field);
        if !self.has(field) {
            self.missing(field, "at least one table");
        }
        tables
    }

    /// A table that may be left out.
    pub(crate) fn table_if(&self, field: &'a str) -> Option<Table<'a>> {
        Some(Table::new(self.get(field)?, &self.field(field), self.problems))
    }

    /// A table that must be there.
    pub(crate) fn table(&self, field: &'a str) -> Option<Table<'a>> {
        if !self.has(field) {
            self.missing(field, "a table");
        }
        self.table_if(field)
    }

    /// All names of fields with their values, whatever they are called.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&'a str, &'a Node)> {
        let entries = self.fields.into_iter().flatten();
        entries.map(|(name, node)| {
            self.read.borrow_mut().insert(name);
            (name.as_str(), node)
        })
    }

    /// Ends reading: a field that nobody asked for is a problem, most often a misspelling.
    pub(crate) fn close(self) {
        let read = self.read.borrow();
        for (field, node) in self.fields.into_iter().flatten() {
            if !read.contains(field.as_str()) {
                self.problem(&node.at, field, "no such field here");
            }
        }
    }
}

impl Names {
    /// Takes a name. One given before is a problem, and so is an id of another form than `like-this`, or one
    /// that begins as those of an organisation's own questions.
    pub(crate) fn take(&mut self, name: &Rc<str>, table: &Table<'_>, field: &str) {
        let at = table.place(field);
        if name.is_empty() {
            return;
        }
        let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if field == "id" && !name.chars().all(fine) {
            table.problem(&at, field, format!("expected a name like “one-two”, found “{name}”"));
        }
        if field == "id" && name.starts_with(OWN) {
            let reason = format!(
                "“{name}” begins with “{OWN}”, which is kept for an organisation's own questions"
            );
            table.problem(&at, field, reason);
        }
        match self.0.get(name) {
            Some(first) => {
                let (file, line) = (&first.file, first.line);
                table.problem(&at, field, format!("“{name}” is already given at {file}:{line}"));
            }
            None => drop(self.0.insert(name.clone(), at)),
        }
    }
}

/// The texts without their places.
pub(crate) fn plain(texts: Vec<Placed>) -> Vec<Rc<str>> {
    texts.into_iter().map(|placed| placed.text).collect()
}
