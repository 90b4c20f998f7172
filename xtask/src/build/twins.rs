//! Twins: the same file packed beside it, for servers that send what is packed already. `app.js.br` is
//! `app.js` by brotli, `app.js.gz` by gzip, which is all that browsers ask for over plain HTTP.

use std::sync::Mutex;
use std::thread;

use super::packed::{self, Packing};
use super::{Dist, bill, one_file};

/// What has twins, by the ends of names. Nobody waits for a licence or the bill of materials, what
/// lists all files lists the twins, and the page as one file is packed in itself.
const PACKED: [&str; 6] = ["bin", "css", "html", "js", "json", "wasm"];

/// Smaller files fit into one packet as they are.
const LEAST: usize = 300;

/// Whether this is the name of a twin.
pub(crate) fn is_one(name: &str) -> bool {
    Packing::ALL.iter().any(|packing| {
        let original = name.strip_suffix(packing.ending()).and_then(|name| name.strip_suffix('.'));
        original.is_some_and(has_twins)
    })
}

/// Adds the twins of all files that become smaller by being packed.
pub(crate) fn add(dist: &mut Dist) -> Result<(), String> {
    let mut waiting: Vec<_> = dist
        .iter()
        .filter(|(name, bytes)| has_twins(name) && bytes.len() >= LEAST)
        .flat_map(|(name, bytes)| Packing::ALL.map(|packing| (name, bytes, packing)))
        .collect();
    // The longest goes first, so that none of them is begun last.
    waiting.sort_by_key(|(_, bytes, packing)| (*packing == Packing::Brotli, bytes.len()));
    let waiting = Mutex::new(waiting);
    let one_after_the_other = || {
        let mut made = Vec::new();
        while let Some((name, bytes, packing)) = next(&waiting) {
            let twin = packed::by(packing, bytes).map_err(|fault| format!("{name}: {fault}"))?;
            if twin.len() < bytes.len() {
                made.push((format!("{name}.{}", packing.ending()), twin));
            }
        }
        Ok::<_, String>(made)
    };
    let count = thread::available_parallelism().map_or(1, usize::from);
    let made: Vec<_> = thread::scope(|scope| {
        let all: Vec<_> = (0..count).map(|_| scope.spawn(one_after_the_other)).collect();
        all.into_iter().map(|one| one.join().unwrap_or(Err("packing stopped".into()))).collect()
    });
    for twins in made {
        dist.extend(twins?);
    }
    packed::forget();
    Ok(())
}

fn has_twins(name: &str) -> bool {
    ![bill::NAME, one_file::NAME].contains(&name)
        && name.rsplit_once('.').is_some_and(|(_, ending)| PACKED.contains(&ending))
}

fn next<T>(waiting: &Mutex<Vec<T>>) -> Option<T> {
    waiting.lock().ok()?.pop()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> Vec<u8> {
        "Packed, and the same again. ".repeat(50).into_bytes()
    }

    #[test]
    fn twins_stand_beside_what_becomes_smaller_and_are_known_by_their_names() {
        let small = b"{}".to_vec();
        let files = [
            ("a.js", text()),
            ("LICENSE-MIT", text()),
            ("b.json", small),
            (bill::NAME, text()),
            (one_file::NAME, text()),
        ];
        let mut dist: Dist = files.map(|(name, bytes)| (name.to_owned(), bytes)).into();
        add(&mut dist).unwrap();
        let names: Vec<_> = dist.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            ["LICENSE-MIT", "a.js", "a.js.br", "a.js.gz", "b.json", one_file::NAME, bill::NAME]
        );
        let twins: Vec<_> = names.into_iter().filter(|name| is_one(name)).collect();
        assert_eq!(twins, ["a.js.br", "a.js.gz"]);
        assert!(!is_one("a.tar.gz"), "what is packed and has no original is none");
    }
}
