//! TOML as values that know the line they stand on, so that a fault found long after reading still
//! names its place, and words of another language can take the place of the master's.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::problem::{At, Problems};

/// A value and its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// Where it stands.
    pub(crate) at: At,
    /// What it is.
    pub(crate) value: Value,
}

impl Node {
    /// A field of a table.
    pub(crate) fn get(&self, field: &str) -> Option<&Self> {
        match &self.value {
            Value::Table(fields) => fields.get(field),
            _ => None,
        }
    }

    /// The words of a text.
    pub(crate) fn text(&self) -> Option<&Rc<str>> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The values of a field that is a list.
    pub(crate) fn items(&self, field: &str) -> &[Self] {
        match self.get(field).map(|node| &node.value) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }
}

/// What the content is made of.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// Words or a name.
    Text(Rc<str>),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Truth(bool),
    /// Several values.
    List(Vec<Node>),
    /// Named values.
    Table(BTreeMap<String, Node>),
    /// Whatever the content does not use, by its name.
    Other(&'static str),
}

impl Value {
    /// What it is called in a message.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Number(_) => "a number",
            Self::Truth(_) => "true or false",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
            Self::Other(name) => name,
        }
    }
}

/// Reads a file. What cannot be read becomes a problem; the rest is returned.
pub(crate) fn parse(file: &str, text: &str, problems: &Problems) -> Node {
    let lines = Lines { file: file.into(), text };
    let (table, faults) = DeTable::parse_recoverable(text);
    for fault in faults {
        let at = lines.at(fault.span().unwrap_or(0..0));
        problems.add(&at, "TOML", fault.message());
    }
    let mut node = lines.table(table.get_ref(), 0..0);
    node.at.line = 0;
    node
}

struct Lines<'a> {
    file: Rc<str>,
    text: &'a str,
}

impl Lines<'_> {
    fn at(&self, span: Range<usize>) -> At {
        let before = self.text.get(..span.start).unwrap_or_default();
        At { file: self.file.clone(), line: before.matches('\n').count() + 1 }
    }

    fn table(&self, table: &DeTable<'_>, span: Range<usize>) -> Node {
        let fields =
            table.iter().map(|(name, value)| (name.get_ref().to_string(), self.node(value)));
        Node { at: self.at(span), value: Value::Table(fields.collect()) }
    }

    fn node(&self, value: &Spanned<DeValue<'_>>) -> Node {
        let found = match value.get_ref() {
            DeValue::Table(table) => return self.table(table, value.span()),
            DeValue::String(text) => Value::Text(text.as_ref().into()),
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
                .map_or(Value::Other("a number out of range"), Value::Number),
            DeValue::Array(items) => {
                Value::List(items.iter().map(|item| self.node(item)).collect())
            }
            DeValue::Float(_) => Value::Other("a fraction"),
            DeValue::Boolean(truth) => Value::Truth(*truth),
            DeValue::Datetime(_) => Value::Other("a date"),
        };
        Node { at: self.at(value.span()), value: found }
    }
}
