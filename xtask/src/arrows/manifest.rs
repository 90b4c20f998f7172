//! Rules of the manifests: who may depend on whom.

use super::{Broken, Source};

/// What the crates of the house may use of each other.
const ARROWS: &[(&str, &[&str])] = &[
    ("Cargo.toml", &["domain", "editor"]),
    ("domain/Cargo.toml", &[]),
    ("editor/Cargo.toml", &["domain"]),
    ("documents/Cargo.toml", &["domain"]),
    ("lock/Cargo.toml", &[]),
    ("compiler/Cargo.toml", &["domain"]),
    ("stand-ins/cookie-factory/Cargo.toml", &[]),
    ("stand-ins/crc32fast/Cargo.toml", &[]),
    ("stand-ins/encoding_rs/Cargo.toml", &[]),
    ("stand-ins/fast-float2/Cargo.toml", &[]),
    ("stand-ins/i18n-embed/Cargo.toml", &[]),
    ("stand-ins/i18n-embed-fl/Cargo.toml", &[]),
    ("stand-ins/rust-embed/Cargo.toml", &[]),
    ("stand-ins/zip/Cargo.toml", &[]),
    ("stand-ins/zmij/Cargo.toml", &[]),
];

const HOUSE: &[&str] = &[
    "domain",
    "editor",
    "documents",
    "lock",
    "encoding_rs",
    "compiler",
    "xtask",
    "fixtures",
    "fuzz",
];

/// The first WASM holds neither the writers nor a JSON reader.
pub(super) fn app(source: &Source<'_>) -> Vec<Broken> {
    if source.path != "Cargo.toml" {
        return Vec::new();
    }
    depends(source, &["documents", "lock", "serde_json", "compiler", "xtask"])
}

/// No crate depends against an arrow.
pub(super) fn crates(source: &Source<'_>) -> Vec<Broken> {
    let Some((_, may)) = ARROWS.iter().find(|(path, _)| *path == source.path) else {
        return Vec::new();
    };
    let banned: Vec<_> = HOUSE.iter().copied().filter(|name| !may.contains(name)).collect();
    depends(source, &banned)
}

/// Names in `[dependencies]`; what tests alone use is free.
fn depends(source: &Source<'_>, banned: &[&str]) -> Vec<Broken> {
    let Ok(manifest) = source.text.parse::<toml::Table>() else {
        return vec![Broken { offset: 0, by: "is no TOML".into() }];
    };
    let table = manifest.get("dependencies").and_then(toml::Value::as_table);
    let names = table.into_iter().flat_map(toml::Table::keys);
    let start = source.text.find("\n[dependencies]").unwrap_or_default();
    names
        .filter(|name| banned.contains(&name.as_str()))
        .map(|name| {
            let behind = source.text.get(start..).unwrap_or_default();
            let at = behind.find(&format!("\n{name}")).map_or(0, |at| at + 1);
            Broken { offset: start + at, by: format!("depends on {name}") }
        })
        .collect()
}
