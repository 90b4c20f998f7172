//! Rules of what is installed: by sums that stand in the tree, and from one registry.

use super::{Broken, Source};

/// What other commands than the one that reads the lock file are called by. They take what is newest, or
/// run what is not there yet. In two parts, as this file is looked at, too.
const OTHERS: [[&str; 2]; 4] =
    [["npm ", "install"], ["npm ", "i "], ["npm ", "exec"], ["np", "x "]];

/// A package of npm has the sum by which its archive is known, and comes from the registry that the
/// client is set to: one that names a place of its own, or a folder, comes from elsewhere.
pub(super) fn sums(source: &Source<'_>) -> Vec<Broken> {
    if source.path.rsplit('/').next() != Some("package-lock.json") {
        return Vec::new();
    }
    let Ok(lock) = serde_json::from_str::<serde_json::Value>(source.text) else {
        return vec![Broken::whole("is no JSON")];
    };
    let Some(packages) = lock.get("packages").and_then(serde_json::Value::as_object) else {
        return vec![Broken::whole("names no packages")];
    };
    let mut broken = Vec::new();
    for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
        let offset = source.text.find(&format!("\"{name}\"")).unwrap_or_default();
        let sum = package.get("integrity").and_then(serde_json::Value::as_str);
        if !sum.is_some_and(|sum| sum.starts_with("sha512-")) {
            broken.push(Broken { offset, by: format!("{name} has no SHA-512") });
        }
        if package.get("resolved").is_some() || package.get("link").is_some() {
            broken.push(Broken { offset, by: format!("{name} names a place of its own") });
        }
    }
    broken
}

/// Nothing calls the client otherwise.
pub(super) fn clients(source: &Source<'_>) -> Vec<Broken> {
    let mut broken = Vec::new();
    for other in OTHERS.map(|parts| parts.concat()) {
        let places = source.text.match_indices(&other);
        broken.extend(places.map(|(offset, found)| Broken { offset, by: format!("says {found}") }));
    }
    broken
}
