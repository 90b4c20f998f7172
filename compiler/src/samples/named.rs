//! Choices by the names of the save file: read through its own types, so that there is no second
//! list of names.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned};

use crate::content::read::Table;

/// The choice that a field names. A field that is left out or misspelled is a problem.
pub(crate) fn named<'a, T: DeserializeOwned>(table: &Table<'a>, field: &'a str) -> Option<T> {
    chosen(table, field, &table.text(field))
}

/// The same, where the field may be left out.
pub(crate) fn named_if<'a, T: DeserializeOwned>(table: &Table<'a>, field: &'a str) -> Option<T> {
    chosen(table, field, &table.text_if(field)?)
}

fn chosen<T: DeserializeOwned>(table: &Table<'_>, field: &str, name: &str) -> Option<T> {
    if name.is_empty() {
        return None;
    }
    T::deserialize(StrDeserializer::<NoSuchName>::new(name))
        .map_err(|NoSuchName(reason)| table.problem(&table.place(field), field, reason))
        .ok()
}

/// Why a name stands for nothing.
#[derive(Debug)]
struct NoSuchName(String);

impl de::Error for NoSuchName {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Self(reason.to_string())
    }

    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        let expected = match expected {
            [all @ .., last] if !all.is_empty() => format!("{} or {last}", all.join(", ")),
            _ => expected.concat(),
        };
        Self(format!("expected {expected}, found “{found}”"))
    }
}

impl fmt::Display for NoSuchName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for NoSuchName {}
