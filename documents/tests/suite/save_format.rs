//! What is written about the save file is what the wire types are: the schema is made from them,
//! the example is one, and the page names the version of the types that it describes.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use documents::json;
use domain::save::Save;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::bank::bank;
use crate::golden::{check, root, sample};
use crate::kept_risks::with_risks;
use crate::sheets::with_sheets;

const PAGE: &str = "docs/save-format.md";

/// The same value with sorted keys, whatever order the build of the JSON crate keeps.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let keys: BTreeMap<String, Value> = map.into_iter().collect();
            keys.into_iter().map(|(key, value)| (key, sorted(value))).collect()
        }
        Value::Array(list) => list.into_iter().map(sorted).collect(),
        other => other,
    }
}

fn page() -> String {
    std::fs::read_to_string(root().join(PAGE)).unwrap()
}

/// The sources of the types, one behind the other.
fn types() -> String {
    let source = |file| std::fs::read_to_string(root().join("domain/src/save").join(file)).unwrap();
    ["v4.rs", "v4/risks.rs"].map(source).concat().replace("\r\n", "\n")
}

#[test]
fn the_schema_is_made_from_the_types() {
    let mut schema = serde_json::to_value(schemars::schema_for!(Save)).unwrap();
    let object = schema.as_object_mut().unwrap();
    object.insert("title".into(), "Save file of Respect in Practice, version 4".into());
    let mut made = serde_json::to_string_pretty(&sorted(schema)).unwrap();
    made.push('\n');
    check(&root().join("docs/save-format.schema.json"), &made);
}

#[test]
fn the_example_is_a_save_file() {
    let page = page();
    let example = page.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let save: Save = serde_json::from_str(example).unwrap();
    let mut catalogue = bank().catalogue.clone();
    catalogue.id = save.head.catalogue.as_str().into();
    let assessment = json::read(example.as_bytes(), &catalogue).unwrap().into_assessment();
    assert_eq!(String::from_utf8(json::write(&assessment).unwrap()).unwrap(), example);
}

#[test]
fn the_page_describes_the_types_as_they_are() {
    let mut hash = String::new();
    for byte in Sha256::digest(types()) {
        write!(hash, "{byte:02x}").unwrap();
    }
    if std::env::var_os("UPDATE").is_some() {
        let page = page();
        let (before, after) = page.split_once("v4 sha256:").unwrap();
        let after = after.trim_start_matches(|letter: char| letter.is_ascii_hexdigit());
        std::fs::write(root().join(PAGE), format!("{before}v4 sha256:{hash}{after}")).unwrap();
    }
    assert!(
        page().contains(&format!("v4 sha256:{hash}")),
        "the types changed: read {PAGE} against them, then run this test with UPDATE=1"
    );
}

#[test]
fn every_field_is_described() {
    let page = page();
    let types = types();
    let fields = types.lines().filter_map(|line| line.strip_prefix("    pub "));
    let fields = fields.filter(|field| !field.starts_with("fn "));
    for field in fields.filter_map(|field| field.split_once(": ")) {
        assert!(page.contains(&format!("`{}`", field.0)), "{}", field.0);
    }
}

/// Makes a file like those of a release. Fixtures are added and never edited, so this writes only
/// what is not there.
#[test]
fn fixtures_of_this_version_are_kept() {
    let folder = root().join("domain/tests/data/save/v4");
    for (name, assessment) in [
        ("empty", crate::bank::empty()),
        ("sample", sample()),
        ("sheets", with_sheets()),
        ("risks", with_risks()),
    ] {
        let path = folder.join(format!("{name}.json"));
        if !path.exists() && std::env::var_os("UPDATE").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, json::write(&assessment).unwrap()).unwrap();
        }
        assert!(path.exists());
    }
}
