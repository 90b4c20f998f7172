//! Reports as JSON, for programs. It is no save file: it holds what the report says, in the words
//! in which it says it, and cannot be opened again. Described in `docs/report-format.md`.

mod blocks;
mod labelled;
mod shape;

use domain::report::Report;

/// The report with two-space indents and a line feed at the end, as save files have them. Letters
/// are escaped as RFC 8259 asks.
pub(crate) fn object(report: &Report) -> Vec<u8> {
    // Strings, numbers and lists alone: there is nothing that could not be written.
    let mut bytes = serde_json::to_vec_pretty(&shape::Report::of(report)).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::shape;

    /// Sorts the keys, whatever order the build of the JSON crate keeps.
    fn sorted(value: serde_json::Value) -> serde_json::Value {
        match value {
            serde_json::Value::Object(map) => {
                let keys: std::collections::BTreeMap<_, _> = map.into_iter().collect();
                keys.into_iter().map(|(key, value)| (key, sorted(value))).collect()
            }
            serde_json::Value::Array(list) => list.into_iter().map(sorted).collect(),
            other => other,
        }
    }

    #[test]
    fn the_schema_is_made_from_the_types() {
        let mut schema = serde_json::to_value(schemars::schema_for!(shape::Report<'_>)).unwrap();
        let title = format!("Report of Respect in Practice, version {}", shape::VERSION);
        schema.as_object_mut().unwrap().insert("title".into(), title.into());
        let made = format!("{}\n", serde_json::to_string_pretty(&sorted(schema)).unwrap());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/report-format.schema.json");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(expected == made, "the schema differs; run the test with UPDATE=1 and look at it");
    }
}
