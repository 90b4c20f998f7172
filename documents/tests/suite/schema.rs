//! Whether a value fits a JSON Schema: the keywords that the schemas of this project use, and no
//! others, so that none is passed over. The browser suite asks a validator of others.

use serde_json::Value;

/// Keywords that ask for nothing here. Of patterns the validator of the browser suite is asked.
const SILENT: &[&str] = &[
    "$schema",
    "$defs",
    "title",
    "description",
    "default",
    "format",
    "minimum",
    "maximum",
    "pattern",
];

/// What does not fit, each with its place.
pub(crate) fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    check(schema, schema, value, "", &mut faults);
    faults
}

fn check(root: &Value, schema: &Value, value: &Value, place: &str, faults: &mut Vec<String>) {
    if schema == &Value::Bool(true) {
        return;
    }
    let object = schema.as_object().unwrap_or_else(|| panic!("{place}: {schema}"));
    for (keyword, asked) in object {
        let fits = match keyword.as_str() {
            "$ref" => {
                let name = asked.as_str().unwrap().strip_prefix('#').unwrap();
                check(root, root.pointer(name).unwrap(), value, place, faults);
                true
            }
            "type" => match asked {
                Value::Array(types) => types.iter().any(|asked| is_of(asked, value)),
                asked => is_of(asked, value),
            },
            "const" => asked == value,
            "enum" => asked.as_array().unwrap().contains(value),
            "required" => {
                let required = asked.as_array().unwrap().iter();
                required.map(|name| name.as_str().unwrap()).all(|name| value.get(name).is_some())
            }
            "properties" => {
                for (name, asked) in asked.as_object().unwrap() {
                    if let Some(value) = value.get(name) {
                        check(root, asked, value, &format!("{place}/{name}"), faults);
                    }
                }
                true
            }
            "additionalProperties" => {
                assert_eq!(asked, &Value::Bool(false));
                let known = object.get("properties");
                value.as_object().is_none_or(|fields| {
                    fields.keys().all(|name| known.is_some_and(|known| known.get(name).is_some()))
                })
            }
            "items" => {
                for (at, value) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, asked, value, &format!("{place}/{at}"), faults);
                }
                true
            }
            "oneOf" => fitting(root, asked, value, place) == 1,
            "minLength" => length(value).is_none_or(|length| length >= asked.as_u64().unwrap()),
            "maxLength" => length(value).is_none_or(|length| length <= asked.as_u64().unwrap()),
            "anyOf" => fitting(root, asked, value, place) > 0,
            silent if SILENT.contains(&silent) => true,
            other => panic!("{place}: the keyword {other} is not known here"),
        };
        if !fits {
            faults.push(format!("{place}: {keyword}"));
        }
    }
}

/// How many of these schemas a value fits.
fn fitting(root: &Value, asked: &Value, value: &Value, place: &str) -> usize {
    let fits = |asked: &&Value| {
        let mut faults = Vec::new();
        check(root, asked, value, place, &mut faults);
        faults.is_empty()
    };
    asked.as_array().unwrap().iter().filter(fits).count()
}

/// How many letters a text has.
fn length(value: &Value) -> Option<u64> {
    value.as_str().map(|text| text.chars().count() as u64)
}

fn is_of(asked: &Value, value: &Value) -> bool {
    match asked.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "null" => value.is_null(),
        other => panic!("the type {other} is not known here"),
    }
}

#[test]
fn what_does_not_fit_is_found() {
    let schema = serde_json::json!({
        "type": "object",
        "required": ["a"],
        "additionalProperties": false,
        "properties": { "a": { "type": ["string", "null"] }, "b": { "items": { "const": 1 } } },
    });
    let fits = |value: Value| faults(&schema, &value).is_empty();
    assert!(fits(serde_json::json!({ "a": "x" })));
    assert!(fits(serde_json::json!({ "a": null, "b": [1, 1] })));
    assert!(!fits(serde_json::json!({})));
    assert!(!fits(serde_json::json!([])));
    assert!(!fits(serde_json::json!({ "a": 1 })));
    assert!(!fits(serde_json::json!({ "a": "x", "c": 1 })));
    assert!(!fits(serde_json::json!({ "a": "x", "b": [1, 2] })));
}
