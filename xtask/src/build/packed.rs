//! Packed bytes. Packing at the highest quality takes longer than linking, so what was packed once is kept
//! in the target folder, by the sum of what was packed and of the versions of what packs.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use brotli::enc::BrotliEncoderParams;
use libdeflater::{CompressionLvl, Compressor};
use sha2::{Digest, Sha256};

use crate::tree;

/// How long what was packed is kept without being made anew.
const KEPT: Duration = Duration::from_secs(14 * 24 * 60 * 60);

/// How something is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packing {
    Brotli,
    Gzip,
}

impl Packing {
    pub(super) const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    pub(super) const fn ending(self) -> &'static str {
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

/// These bytes, packed.
pub(crate) fn by(packing: Packing, bytes: &[u8]) -> Result<Vec<u8>, String> {
    kept(packing, bytes).map_err(|error| error.to_string())
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
pub(super) fn forget() {
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

    #[test]
    fn what_is_packed_is_the_same_again_and_smaller_and_says_no_time() {
        let text = "Packed, and the same again. ".repeat(50).into_bytes();
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
}
