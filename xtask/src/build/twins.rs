//! Twins: the same file packed beside it, for servers that send what is packed already. `app.js.br` is
//! `app.js` by brotli, `app.js.gz` by gzip, which is all that browsers ask for over plain HTTP.
//!
//! Packing at the highest quality takes longer than linking, so what was packed once is kept in the
//! target folder, by the sum of what was packed and of the versions of what packs.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use brotli::enc::BrotliEncoderParams;
use libdeflater::{CompressionLvl, Compressor};
use sha2::{Digest, Sha256};

use super::{Dist, bill};
use crate::tree;

/// What has twins, by the ends of names. Nobody waits for a licence or the bill of materials, and what
/// lists all files lists the twins.
const PACKED: [&str; 6] = ["bin", "css", "html", "js", "json", "wasm"];

/// Smaller files fit into one packet as they are.
const LEAST: usize = 300;

/// How long what was packed is kept without being made anew.
const KEPT: Duration = Duration::from_secs(14 * 24 * 60 * 60);

/// How something is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    Brotli,
    Gzip,
}

impl Packing {
    const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    const fn ending(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }

    fn packed(self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        match self {
            Self::Brotli => {
                let options = BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
                brotli::BrotliCompress(&mut io::Cursor::new(bytes), &mut out, &options)?;
            }
            Self::Gzip => {
                // Neither name nor time stands in it, and no system: the same on any machine.
                let mut packer = Compressor::new(CompressionLvl::best());
                out.resize(packer.gzip_compress_bound(bytes.len()), 0);
                let length = packer.gzip_compress(bytes, &mut out).map_err(io::Error::other)?;
                out.truncate(length);
            }
        }
        Ok(out)
    }
}

/// Whether this is the name of a twin.
pub(super) fn is_one(name: &str) -> bool {
    Packing::ALL.iter().any(|packing| {
        let original = name.strip_suffix(packing.ending()).and_then(|name| name.strip_suffix('.'));
        original.is_some_and(has_twins)
    })
}

/// Adds the twins of all files that become smaller by being packed.
pub(super) fn add(dist: &mut Dist) -> Result<(), String> {
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
            let twin = kept(packing, bytes).map_err(|error| format!("{name}: {error}"))?;
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
    forget();
    Ok(())
}

/// What a file is by brotli, as its twin is.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>, String> {
    kept(Packing::Brotli, bytes).map_err(|error| error.to_string())
}

fn has_twins(name: &str) -> bool {
    name != bill::NAME && name.rsplit_once('.').is_some_and(|(_, ending)| PACKED.contains(&ending))
}

fn next<T>(waiting: &Mutex<Vec<T>>) -> Option<T> {
    waiting.lock().ok()?.pop()
}

fn kept(packing: Packing, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let folder = folder().map_err(io::Error::other)?;
    let mut sum = Sha256::new();
    // Another version may pack otherwise.
    sum.update(Sha256::digest(include_bytes!("../../../Cargo.lock")));
    sum.update(bytes);
    let sum: String = sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let file = folder.join(format!("{sum}.{}", packing.ending()));
    if let Ok(packed) = fs::read(&file) {
        return Ok(packed);
    }
    let packed = packing.packed(bytes)?;
    fs::create_dir_all(&folder)?;
    // Written beside first, so that what stands there is whole whatever ends this.
    let beside = file.with_extension(format!("{}.{}", packing.ending(), std::process::id()));
    fs::write(&beside, &packed)?;
    fs::rename(&beside, &file)?;
    Ok(packed)
}

fn folder() -> Result<PathBuf, String> {
    Ok(tree::target()?.join("twins"))
}

/// What was packed long ago goes; what is still needed of it is made anew.
fn forget() {
    let entries = folder().ok().and_then(|folder| fs::read_dir(folder).ok());
    for entry in entries.into_iter().flatten().flatten() {
        let modified = entry.metadata().and_then(|about| about.modified()).ok();
        if modified.and_then(|time| time.elapsed().ok()).is_some_and(|age| age > KEPT) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use libdeflater::Decompressor;

    use super::*;

    fn text() -> Vec<u8> {
        "Packed, and the same again. ".repeat(50).into_bytes()
    }

    #[test]
    fn what_is_packed_is_the_same_again_and_smaller_and_says_no_time() {
        let text = text();
        for packing in Packing::ALL {
            let packed = packing.packed(&text).unwrap();
            assert!(packed.len() < text.len() / 2, "{packing:?}");
            assert_eq!(packed, packing.packed(&text).unwrap(), "{packing:?}");
            let mut out = Vec::new();
            match packing {
                Packing::Brotli => {
                    brotli::BrotliDecompress(&mut io::Cursor::new(&packed), &mut out).unwrap();
                }
                Packing::Gzip => {
                    assert_eq!(packed.get(4..8), Some(&[0; 4][..]), "the time");
                    out.resize(text.len(), 0);
                    Decompressor::new().gzip_decompress(&packed, &mut out).unwrap();
                }
            }
            assert_eq!(out, text, "{packing:?}");
        }
    }

    #[test]
    fn twins_stand_beside_what_becomes_smaller_and_are_known_by_their_names() {
        let small = b"{}".to_vec();
        let files =
            [("a.js", text()), ("LICENSE-MIT", text()), ("b.json", small), (bill::NAME, text())];
        let mut dist: Dist = files.map(|(name, bytes)| (name.to_owned(), bytes)).into();
        add(&mut dist).unwrap();
        let names: Vec<_> = dist.keys().map(String::as_str).collect();
        assert_eq!(names, ["LICENSE-MIT", "a.js", "a.js.br", "a.js.gz", "b.json", bill::NAME]);
        let twins: Vec<_> = names.into_iter().filter(|name| is_one(name)).collect();
        assert_eq!(twins, ["a.js.br", "a.js.gz"]);
        assert!(!is_one("a.tar.gz"), "what is packed and has no original is none");
    }
}
