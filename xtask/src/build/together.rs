//! Files that come in one: what several have in common is sent once. Programs have the same functions of
//! libraries in them, texts the same words.
//!
//! In such a file each part stands behind its length, four bytes with the lowest first, in the order
//! that is named here; `start.js` takes it apart.

use std::collections::BTreeMap;

use super::named;

/// A file by the names of what is in it.
type Files = BTreeMap<String, Vec<u8>>;

/// The programs that follow the first half.
const PROGRAMS: (&str, [&str; 3]) = ("later.bin", [HALF, "documents.wasm", "lock.wasm"]);

/// The one of them that is taken as soon as it is there: its sum stands in the page beside that of the
/// whole.
const HALF: &str = "later.wasm";

/// The packs that follow the questions: their beginnings, and that of the file.
const PACKS: (&str, [&str; 2]) = ("later", ["guidance", "rules"]);

/// Puts together what comes in one file, for these languages. Gives the sum of the later half.
pub(super) fn put<'a>(
    languages: impl IntoIterator<Item = &'a str>,
    files: &mut Files,
) -> Result<String, String> {
    let half = files.get(HALF).map(|half| named::integrity(half));
    for (name, parts) in all(languages) {
        let mut whole = Vec::new();
        for part in parts {
            let bytes = files.remove(&part).ok_or_else(|| format!("{name}: no {part}"))?;
            let length = u32::try_from(bytes.len()).map_err(|_| format!("{part} is too long"))?;
            whole.extend_from_slice(&length.to_le_bytes());
            whole.extend_from_slice(&bytes);
        }
        files.insert(name, whole);
    }
    half.ok_or_else(|| format!("no {HALF}"))
}

/// Takes them apart again.
pub(crate) fn take_apart<'a>(
    languages: impl IntoIterator<Item = &'a str>,
    files: &mut Files,
) -> Result<(), String> {
    for (name, parts) in all(languages) {
        let whole = files.remove(&name).ok_or_else(|| format!("no {name}"))?;
        let mut rest = &whole[..];
        for part in parts {
            let (bytes, behind) = first(rest).ok_or_else(|| format!("{name}: no {part} in it"))?;
            files.insert(part, bytes.to_vec());
            rest = behind;
        }
    }
    Ok(())
}

/// The first part, and what comes behind it.
fn first(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(u32::from_le_bytes(*length) as usize)
}

/// Each such file by its name, with the names of its parts.
fn all<'a>(
    languages: impl IntoIterator<Item = &'a str>,
) -> impl Iterator<Item = (String, Vec<String>)> {
    let programs = (PROGRAMS.0.to_owned(), PROGRAMS.1.map(str::to_owned).to_vec());
    let packs = languages.into_iter().map(|code| {
        let of_language = |name: &str| format!("{name}.{code}.bin");
        (of_language(PACKS.0), PACKS.1.map(of_language).to_vec())
    });
    [programs].into_iter().chain(packs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_together_comes_apart_again_and_nothing_else_is_touched() {
        let plain = || {
            let names = PROGRAMS.1.iter().chain(&["app.wasm"]).map(|name| (*name).to_owned());
            let packs = ["en", "ar"]
                .into_iter()
                .flat_map(|code| PACKS.1.iter().map(move |pack| format!("{pack}.{code}.bin")));
            names.chain(packs).map(|name| (name.clone(), name.into_bytes())).collect::<Files>()
        };
        let mut files = plain();
        let half = put(["en", "ar"], &mut files).unwrap();
        assert_eq!(half, named::integrity(HALF.as_bytes()));
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(names, ["app.wasm", "later.ar.bin", "later.bin", "later.en.bin"]);
        let later = files.get("later.bin").unwrap();
        assert_eq!(later.get(..14), Some(&b"\x0a\0\0\0later.wasm"[..]), "the half comes first");
        take_apart(["en", "ar"], &mut files).unwrap();
        assert_eq!(files, plain());
    }

    #[test]
    fn what_is_missing_or_cut_is_named() {
        let fault = put([], &mut Files::from([(HALF.into(), vec![1])])).unwrap_err();
        assert_eq!(fault, "later.bin: no documents.wasm");
        let cut = b"\x01\0\0\0x\x02\0\0\0y".to_vec();
        let fault = take_apart([], &mut Files::from([("later.bin".into(), cut)])).unwrap_err();
        assert_eq!(fault, "later.bin: no documents.wasm in it");
    }
}
