//! Sums by which anybody can compare a build with one of their own.
//!
//! The hash of a build is the SHA-256 of the lines of `SHA256SUMS`, without those of the files that
//! hold the hash themselves, and of twins, which are the same files packed. From inside `dist`:
//! `grep -v -e index.html -e respect-in-practice.html -e offline.js -e build.json -e '[.]br$' -e '[.]gz$' SHA256SUMS | sha256sum`

use serde_json::json;
use sha2::{Digest, Sha256};

use super::Dist;

/// The file that says what is in a build.
pub(crate) const ABOUT: &str = "build.json";

/// The version of what is built.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The file of sums.
pub(crate) const SUMS: &str = "SHA256SUMS";

/// The hash of what is there so far.
pub(super) fn of(dist: &Dist) -> String {
    sum(lines(dist).as_bytes())
}

/// What a build says of itself.
pub(super) struct About {
    /// Its hash.
    pub(super) build: String,
    /// The commit that it was made from.
    pub(super) commit: String,
}

/// Adds `build.json` and `SHA256SUMS`.
pub(super) fn add(about: &About, dist: &mut Dist) -> Result<(), String> {
    let files: serde_json::Map<_, _> = dist
        .iter()
        .map(|(name, bytes)| (name.clone(), json!({ "bytes": bytes.len(), "sha256": sum(bytes) })))
        .collect();
    let about = json!({
        "build": about.build,
        "version": VERSION,
        "commit": about.commit,
        "rust": env!("CARGO_PKG_RUST_VERSION"),
        "files": files,
    });
    let mut text = serde_json::to_string_pretty(&about).map_err(|error| error.to_string())?;
    text.push('\n');
    dist.insert(ABOUT.into(), text.into_bytes());
    let lines = lines(dist);
    dist.insert(SUMS.into(), lines.into_bytes());
    Ok(())
}

/// The lines by which `sha256sum -c` compares files.
pub(crate) fn lines(dist: &Dist) -> String {
    dist.iter().map(|(name, bytes)| format!("{}  {name}\n", sum(bytes))).collect()
}

fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
