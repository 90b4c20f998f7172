//! The file of own words, beside what others say that it is: JSON as `serde_json` reads it, and the schema
//! that editors are given.

use domain::own_words::{
    CONTACT, FIELDS, INTRODUCTION, Kind, LOGO, LOGO_PNG, LOGO_SVG, NAME, Plain, VERSION, Wanted,
    read,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::golden::{check, root};
use crate::schema::faults;

fn text(most: usize, description: &str) -> Value {
    json!({ "type": "string", "minLength": 1, "maxLength": most, "description": description })
}

/// The schema, from the numbers that the reader has.
fn schema() -> Value {
    // Four letters of Base64 are three bytes.
    let most_of_logo = LOGO_SVG.len() + LOGO.div_ceil(3) * 4;
    let logo = format!(
        "A PNG or SVG of at most {LOGO} bytes, as an address that holds all of it: {LOGO_PNG} or {LOGO_SVG} and Base64"
    );
    let mut accent =
        text(7, "A colour as #0b5360; how light it is, is changed until words can be read");
    accent["pattern"] = "^#[0-9A-Fa-f]{6}$".into();
    // Blank around the words is taken away, and counts here.
    let in_line = |most, description| {
        let mut text = text(most, description);
        text["pattern"] = "^\\s*\\S([^\\n\\r]*\\S)?\\s*$".into();
        text
    };
    let mut introduction =
        text(INTRODUCTION, "Words for those who come to the page; a new line begins a paragraph");
    introduction["pattern"] = "\\S".into();
    let mut logo = text(most_of_logo, &logo);
    logo["pattern"] = "^data:image/(png|svg\\+xml);base64,[A-Za-z0-9+/]+={0,2}$".into();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Own words of whoever runs a copy of Respect in Practice, version 1",
        "type": "object",
        "required": ["version", "name"],
        "additionalProperties": false,
        "properties": {
            "$schema": { "type": "string", "description": "For editors; the page does not look at it" },
            "version": { "const": VERSION, "description": "The version of this format" },
            "name": in_line(NAME, "Who runs this copy, in one line"),
            "logo": logo,
            "introduction": introduction,
            "contact": in_line(CONTACT, "Whom to ask, in one line"),
            "accent": accent,
        },
    })
}

#[test]
fn the_schema_of_own_words_is_made_from_what_the_reader_asks() {
    let mut made = serde_json::to_string_pretty(&schema()).unwrap();
    made.push('\n');
    check(&root().join("docs/own.schema.json"), &made);
    let known: Vec<_> = schema()["properties"].as_object().unwrap().keys().cloned().collect();
    let mut fields = FIELDS.map(str::to_owned).to_vec();
    fields.sort();
    let mut known = known;
    known.sort();
    assert_eq!(known, fields);
}

#[test]
fn schema_and_reader_of_own_words_take_and_refuse_the_same() {
    let file = |name: &str, more: Value| {
        let mut file = json!({ "version": 1, "name": name });
        file.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        file
    };
    let nothing = || json!({});
    for (fits, file) in [
        (true, file("Orrin", nothing())),
        (true, file(&"ü".repeat(60), json!({ "$schema": "own.schema.json" }))),
        (true, file("Orrin", json!({ "contact": "x".repeat(200), "accent": "#0b5360" }))),
        (true, file("Orrin", json!({ "introduction": "x".repeat(600) }))),
        (false, file("", nothing())),
        (false, file(&"ü".repeat(61), nothing())),
        (false, file("Orrin", json!({ "contact": "x".repeat(201) }))),
        (false, file("Orrin", json!({ "introduction": "x".repeat(601) }))),
        (false, file("Orrin", json!({ "accent": "#0b53600" }))),
        (false, file("Orrin", json!({ "version": 2 }))),
        (false, file("Orrin", json!({ "version": "1" }))),
        (false, file("Orrin", json!({ "logo": 1 }))),
        (false, file("Orrin", json!({ "more": "x" }))),
        (false, json!({ "version": 1 })),
        (false, json!({ "name": "Orrin" })),
    ] {
        let bytes = serde_json::to_vec(&file).unwrap();
        assert_eq!(faults(&schema(), &file).is_empty(), fits, "the schema: {file}");
        assert_eq!(read(&bytes).is_ok(), fits, "the reader: {file}");
    }
}

#[test]
fn the_example_in_the_documentation_fits() {
    let page = std::fs::read_to_string(root().join("docs/own-words.md")).unwrap();
    let example = page.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let words = read(example.as_bytes()).unwrap();
    assert!(words.logo.is_some() && words.contact.is_some() && words.accent.is_some());
    assert_eq!(words.introduction.len(), 2);
    for field in FIELDS {
        assert!(example.contains(&format!("\"{field}\"")), "{field}");
    }
}

/// Whether what is told is that it is no JSON.
fn is_no_json(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Syntax { .. }
            | Kind::Plain(Plain::RawControl | Plain::EmptyFile)
            | Kind::Other { expected: Wanted::Escape, .. }
    )
}

/// Pieces of which JSON is made, and of what is nearly JSON.
fn nearly_json() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\"",
            "\"name\"",
            "\"b\\n\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\udc00\\u0041\"",
            "\"\\u00e9\"",
            "\"\\u+0e9\"",
            "\"\\x\"",
            "\"\t\"",
            "\"é\"",
            "1",
            "01",
            "-",
            "-0",
            "1.5",
            "1.",
            ".5",
            "2e3",
            "2E+3",
            "2e",
            "true",
            "false",
            "null",
            "nul",
            " ",
            "\n",
            "\u{a0}",
            "\"",
            "'a'",
        ]),
        prop::sample::select(vec!["\"a\":1", "\"b\":[1,2]", "\"c\":{\"d\":null}", "\"e\":\"f\""]),
    ];
    let inside = prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat());
    let members = prop::collection::vec(inside.clone(), 0..4);
    prop_oneof![inside, members.prop_map(|members| format!("{{{}}}", members.join(",")))]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn what_is_json_is_what_another_reader_takes_for_it(text in nearly_json()) {
        let theirs = serde_json::from_str::<Map<String, Value>>(&text);
        let told = read(text.as_bytes()).err().unwrap_or_default();
        let refused = told.iter().any(|fault| is_no_json(&fault.kind));
        prop_assert_eq!(theirs.is_err(), refused, "{:?}: {:?}, {:?}", text, theirs, told);
    }

    #[test]
    fn a_name_is_read_as_another_reader_does(name in "[ -~äß\u{1f600}\\\\\"]{1,40}") {
        let file = json!({ "version": 1, "name": name }).to_string();
        let found = read(file.as_bytes()).ok().map(|words| words.name.to_string());
        let expected = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        prop_assert_eq!(found, expected);
    }
}
