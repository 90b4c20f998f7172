//! A label with what it says, as reports and their pieces have it.

#[cfg(test)]
use schemars::JsonSchema;

use domain::report;
use serde::Serialize;

/// A label and a value.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Labelled<'a> {
    label: &'a str,
    value: &'a str,
}

impl<'a> Labelled<'a> {
    /// The shapes of labels with their values.
    pub(super) fn all(found: &'a [report::Labelled]) -> Vec<Self> {
        found.iter().map(|found| Self { label: &found.label, value: &found.value }).collect()
    }
}
