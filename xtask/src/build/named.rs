//! Files are named by what is in them, and the page lists each with its sum: a browser that holds a
//! file of an earlier build does not ask for it by this name, and takes nothing else under it.
//!
//! What people, pages and servers look for by name keeps it: the page, the element, the licences, the
//! schema of save files, the bill of materials, the sums.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use super::Dist;

/// How many letters of its sum stand in the name of a file.
const LETTERS: usize = 8;

/// What the page loads, by the ends of names.
const LOADED: [&str; 4] = ["bin", "css", "js", "wasm"];

/// What other pages load by the address that somebody wrote into them.
const ADDRESSED: [&str; 1] = ["respect-in-practice.js"];

/// A file that the page loads.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Listed {
    /// Where it lies.
    pub(super) address: String,
    /// What the browser compares it with.
    pub(super) integrity: String,
}

/// What the page loads, by plain names.
pub(super) type List = BTreeMap<String, Listed>;

/// Gives each file its name, and lists those that the page loads.
pub(super) fn named(plain: Dist) -> (Dist, List) {
    let (mut dist, mut list) = (Dist::new(), List::new());
    for (name, bytes) in plain {
        match address(&name, &bytes) {
            Some(address) => {
                dist.insert(address.clone(), bytes.clone());
                let integrity = integrity(&bytes);
                list.insert(name, Listed { address, integrity });
            }
            None => drop(dist.insert(name, bytes)),
        }
    }
    (dist, list)
}

/// The plain name of a file that has its name from these bytes.
pub(crate) fn plain(name: &str, bytes: &[u8]) -> Option<String> {
    let (before, ending) = name.rsplit_once('.')?;
    let (stem, _) = before.rsplit_once('.')?;
    let plain = format!("{stem}.{ending}");
    (address(&plain, bytes)? == name).then_some(plain)
}

/// What a page or a policy names bytes by.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// The list as it stands in the page: address and sum of each, with a space between.
pub(super) fn lines(list: &List) -> String {
    let both = list.values().flat_map(|file| [&*file.address, &*file.integrity]);
    both.collect::<Vec<_>>().join(" ")
}

/// The name that a file is asked for by, where it is one that is loaded.
pub(super) fn address(plain: &str, bytes: &[u8]) -> Option<String> {
    let (stem, ending) = plain.rsplit_once('.')?;
    if !LOADED.contains(&ending) || ADDRESSED.contains(&plain) {
        return None;
    }
    let sum = URL_SAFE_NO_PAD.encode(Sha256::digest(bytes));
    Some(format!("{stem}.{}.{ending}", sum.get(..LETTERS)?))
}

#[cfg(test)]
mod tests {
    use super::super::{bill, notices};
    use super::*;

    #[test]
    fn a_file_has_its_name_from_its_bytes_and_only_then_counts_as_named() {
        let plain_names = [
            ("a.en.bin", "x"),
            ("LICENSE-MIT", "y"),
            ("respect-in-practice.js", "x"),
            ("s.schema.json", "z"),
            (bill::NAME, "z"),
            (notices::NAME, "y"),
        ];
        let dist = plain_names.map(|(name, bytes)| (name.to_owned(), bytes.into())).into();
        let (named, list) = named(dist);
        let names: Vec<_> = named.keys().map(String::as_str).collect();
        let expected = [
            "LICENSE-MIT",
            notices::NAME,
            "a.en.LXEWQrcm.bin",
            "respect-in-practice.js",
            "s.schema.json",
            bill::NAME,
        ];
        assert_eq!(names, expected);
        assert_eq!(plain("a.en.LXEWQrcm.bin", b"x").as_deref(), Some("a.en.bin"));
        assert_eq!(plain("a.en.LXEWQrcm.bin", b"other bytes"), None);
        assert_eq!(plain("index.html", b"x"), None);
        assert_eq!(list.keys().collect::<Vec<_>>(), ["a.en.bin"], "the page loads no other");
        let listed = "a.en.LXEWQrcm.bin sha256-LXEWQrcmsEQBYnyp++6wy9cht7npEE6tMtTTZNvOO4g=";
        // The first letters of the sum are those of the name.
        assert_eq!(lines(&list).get(..30), listed.get(..30));
    }
}
