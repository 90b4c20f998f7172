//! The texts of the licences of all parts, which most of them ask to be handed on: as they lie beside the
//! sources, each text once, with the parts that have it. Nothing loads the file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use spdx::{Expression, LicenseReq};

use super::parts::{Id, Origin, Part, Parts};

/// Its name: without an ending, as servers know licences by.
pub(super) const NAME: &str = "THIRD-PARTY-LICENSES";

/// How files with such texts begin, in small letters.
const BEGIN: [&str; 5] = ["licen", "copying", "copyright", "notice", "unlicense"];

/// The text that lies beside the page in any case, and needs no line about who holds the rights.
const BESIDE: (&str, &str) = ("Apache-2.0", "LICENSE-APACHE");

/// The licence of tables of characters, and how its text begins, which comes with another part.
const TABLES: (&str, &str) = ("Unicode-3.0", "UNICODE LICENSE V3");

/// What stands between two texts.
const LINE: &str =
    "================================================================================";

/// Texts by their words: copies of one differ in how its lines are broken.
type Texts = BTreeMap<String, Text>;

/// A text, as the first part has it, and the parts that have it.
#[derive(Default)]
struct Text {
    text: String,
    ids: BTreeSet<Id>,
}

/// As they ship.
pub(super) fn bytes(parts: &Parts) -> Result<Vec<u8>, String> {
    let mut texts = Texts::new();
    let mut without = Vec::new();
    for (id, part) in &parts.all {
        match &part.origin {
            // Ours, under the licences that lie beside.
            Origin::Tree(_) => {}
            Origin::Toolchain => without.push((id, part)),
            Origin::Registry { folder, .. } => {
                let own = texts_in(folder).map_err(|reason| format!("{id}: {reason}"))?;
                if own.is_empty() {
                    without.push((id, part));
                }
                for text in own {
                    let words: Vec<_> = text.split_whitespace().collect();
                    let words = words.join(" ");
                    let known = texts.entry(words).or_insert(Text { text, ids: BTreeSet::new() });
                    known.ids.insert(id.clone());
                }
            }
        }
    }
    for (id, part) in &without {
        beside(id, part, &texts)?;
    }
    Ok(written(parts, &texts, &without).into_bytes())
}

/// The texts in a folder of sources, each once.
fn texts_in(folder: &Path) -> Result<BTreeSet<String>, String> {
    let fault = |error: std::io::Error| format!("its sources: {error}");
    let mut texts = BTreeSet::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        // A folder of this name may hold one text for each licence.
        if !BEGIN.iter().any(|begin| name.starts_with(begin)) || has_other_ending(&name) {
            continue;
        }
        if entry.file_type().map_err(fault)?.is_dir() {
            for inside in fs::read_dir(entry.path()).map_err(fault)? {
                let path = inside.map_err(fault)?.path();
                if path.is_file() {
                    texts.insert(text(&path)?);
                }
            }
        } else {
            texts.insert(text(&entry.path())?);
        }
    }
    Ok(texts)
}

/// Sources may be named so, too.
fn has_other_ending(name: &str) -> bool {
    [".rs", ".toml", ".html"].iter().any(|ending| name.ends_with(ending))
}

/// A text without what differs from one copy to the next and says nothing.
fn text(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<_> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    Ok(lines.join("\n").trim_matches('\n').to_owned())
}

/// A part without a text of its own has to be one whose licence lies beside or stands in the file.
fn beside(id: &Id, part: &Part, texts: &Texts) -> Result<(), String> {
    let (tables, begin) = TABLES;
    let has_tables = texts.keys().any(|text| text.starts_with(begin));
    let has = |asked: &LicenseReq| {
        let licence = asked.license.id().map(|id| id.name);
        licence == Some(BESIDE.0) || (licence == Some(tables) && has_tables)
    };
    match Expression::parse(&part.licence) {
        Ok(expression) if expression.evaluate(has) => Ok(()),
        _ => Err(format!(
            "{id} comes without the text of its licence, {}; put it into the tree, or do without it",
            part.licence
        )),
    }
}

fn written(parts: &Parts, texts: &Texts, without: &[(&Id, &Part)]) -> String {
    let mut out = String::from(
        "What others wrote and this page holds, and the licences under which they gave it.\n\
         The licences of the page itself are in LICENSE-APACHE and LICENSE-MIT.\n\n",
    );
    for (id, part) in &parts.all {
        if !matches!(part.origin, Origin::Tree(_)) {
            out.push_str(&format!("{id}: {}\n", part.licence));
        }
    }
    let (licence, file) = BESIDE;
    out.push_str(&format!(
        "\n{LINE}\nThese come without a text of their own, and are taken under {licence} ({file});\n\
         what of them is a table of characters, under {}, which stands below.\n\n",
        TABLES.0
    ));
    for (id, _) in without {
        out.push_str(&format!("{id}\n"));
    }
    for Text { text, ids } in texts.values() {
        out.push_str(&format!("\n{LINE}\n"));
        let ids: Vec<_> = ids.iter().map(Id::to_string).collect();
        out.push_str(&format!("{}\n\n{text}\n", ids.join("\n")));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::parts;
    use super::*;

    fn part(licence: &str, origin: Origin) -> Part {
        Part { licence: licence.into(), origin, needs: BTreeSet::new(), about: None }
    }

    #[test]
    fn each_part_of_somebody_else_is_named_and_each_text_stands_once() {
        let parts = parts::linked().unwrap();
        let notices = String::from_utf8(bytes(&parts).unwrap()).unwrap();
        for (id, part) in &parts.all {
            let is_named = notices.contains(&format!("{id}: {}\n", part.licence));
            assert_eq!(is_named, !matches!(part.origin, Origin::Tree(_)), "{id}");
        }
        let mut texts: Vec<_> = notices.split(LINE).skip(2).collect();
        let all = texts.len();
        assert!(all > 5, "{all}");
        let text = |section: &str| {
            let text = section.split_once("\n\n").unwrap().1;
            text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
        };
        texts.sort_by_key(|section| text(section));
        texts.dedup_by_key(|section| text(section));
        assert_eq!(texts.len(), all);
        assert!(notices.contains("Copyright") && notices.contains("Permission is hereby granted"));
    }

    #[test]
    fn a_part_without_a_text_passes_only_under_the_licence_that_lies_beside() {
        let id = Id { name: "a".into(), version: "1.0.0".into() };
        let mut texts = Texts::new();
        let passes = |licence: &str, texts: &Texts| {
            beside(&id, &part(licence, Origin::Toolchain), texts).is_ok()
        };
        assert!(passes("MIT OR Apache-2.0", &texts));
        assert!(!passes("MIT", &texts));
        let standard = "(MIT OR Apache-2.0) AND Unicode-3.0";
        assert!(!passes(standard, &texts));
        texts.insert("UNICODE LICENSE V3 COPYRIGHT".into(), Text::default());
        assert!(passes(standard, &texts));
    }

    #[test]
    fn texts_are_found_beside_sources_whatever_letters_end_their_lines() {
        let folder = std::env::temp_dir().join(format!("notices-{}", std::process::id()));
        fs::create_dir_all(folder.join("LICENSES")).unwrap();
        let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
        write("LICENSE-MIT", "a  \r\nb\r\n");
        write("license.md", "a\nb\n\n");
        write("LICENSES/Zlib.txt", "c");
        write("license.rs", "fn d() {}");
        write("README", "e");
        let found = texts_in(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found, ["a\nb", "c"].map(str::to_owned).into());
    }
}
