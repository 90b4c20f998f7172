//! The words of whoever runs a copy of the page, in a file that they wrote: `own.json`.

use domain::own_words::{CONTACT, Fault, INTRODUCTION, LOGO, LOGO_PNG, NAME, OwnWords, read};
use domain::texts::later::{Key, NAMES};
use domain::texts::{Text, Texts};
use fixtures::bank::bank;
use serde_json::{Value, json};

/// How many faults one file may have: one for each field, and what of them is missing.
const MOST_FAULTS: usize = 52;

/// What fits is JSON, within its bounds, can be seen, and reads the same once it is written anew; all else has
/// faults that stand at a place of the file and can be told.
pub(crate) fn check(bytes: &[u8]) {
    match read(bytes) {
        Ok(words) => {
            fits(&words);
            let begins = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            assert!(serde_json::from_slice::<Value>(begins).is_ok(), "others read it as well");
            assert_eq!(read(&written(&words)).as_ref(), Ok(&words), "it reads as it was written");
        }
        Err(faults) => {
            assert!((1..=MOST_FAULTS).contains(&faults.len()), "{} faults", faults.len());
            faults.iter().for_each(|fault| can_be_told(fault, bytes));
        }
    }
}

fn fits(words: &OwnWords) {
    let introduction = words.introduction.join("\n");
    for (text, most) in [
        (&*words.name, NAME),
        (introduction.as_str(), INTRODUCTION),
        (words.contact.as_deref().unwrap_or_default(), CONTACT),
    ] {
        assert!(text.chars().count() <= most);
        assert!(!text.chars().any(|letter| turns(letter) && letter != '\n' && letter != '\r'));
    }
    assert!(!words.name.trim().is_empty());
    assert!(
        words.logo.as_ref().is_none_or(|logo| logo.len() <= LOGO_PNG.len() + LOGO * 4 / 3 + 10)
    );
}

/// Whether it would do something to what it is printed on, or to the letters around it.
fn turns(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn written(words: &OwnWords) -> Vec<u8> {
    let mut file = json!({ "version": 1, "name": &*words.name });
    let introduction = (!words.introduction.is_empty()).then(|| words.introduction.join("\n"));
    for (field, said) in [
        ("logo", words.logo.as_deref()),
        ("introduction", introduction.as_deref()),
        ("contact", words.contact.as_deref()),
        ("accent", words.accent.as_deref()),
    ] {
        if let Some(said) = said {
            file[field] = said.into();
        }
    }
    serde_json::to_vec(&file).unwrap()
}

fn can_be_told(fault: &Fault, bytes: &[u8]) {
    let told = fault.told("own.json", &all_that_is_known());
    assert!(!told.chars().any(turns), "{told:?} prints as nothing but letters");
    assert!(told.chars().count() < 1_000, "{told} can be read");
    if let Some(place) = fault.place {
        let lines: Vec<_> = bytes.split(|byte| *byte == b'\n').collect();
        let line = lines[place.line - 1];
        assert!((1..=line.len() + 1).contains(&place.column), "{place:?} is in the file");
    }
}

/// Texts that tell all that a fault knows, each in the same words.
fn all_that_is_known() -> Texts<Key> {
    let text =
        "{file} {line} {column} {field} {says} {most} {found} {behind} {newest} {width} {height}";
    bank().texts.others(NAMES.iter().map(|_| Text::Plain(text.into())).collect())
}

/// Files that fit, and some that do not.
pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let svg = "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAxMjAgNDAiPjxwYXRoIGQ9Ik0wIDBoMTIwdjQwSDB6Ii8+PC9zdmc+";
    let png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    let file = |begins: &str, picture: &str| {
        json!({
            "$schema": "own.schema.json",
            "version": 1,
            "name": "Orrin Vision",
            "logo": format!("data:image/{begins};base64,{picture}"),
            "introduction": "Welcome.\nAn afternoon is enough.",
            "contact": "Ada, ada@orrin.example",
            "accent": "#8a1538",
        })
    };
    let mut seeds: Vec<_> =
        [file("svg+xml", svg), file("png", png), json!({ "version": 1, "name": "a" })]
            .iter()
            .map(|file| serde_json::to_vec_pretty(file).unwrap())
            .collect();
    seeds.extend([
        b"{\"version\": 2, \"name\": [{}, null, true, 1.5e3]}".to_vec(),
        b"{\"name\": \"\\ud83d\\ude00\\u00e9\", \"name\": 1, \"motto\": \"\"}".to_vec(),
        b"\xef\xbb\xbf{\"accent\": \"red\"".to_vec(),
        b"<!doctype html>".to_vec(),
    ]);
    seeds
}
