//! What the package for npm holds: the element with its types, those for React and Vue, and the whole site
//! as files, for bundlers to copy.

use std::path::Path;

use super::{About, add, add_filled};
use crate::build::Dist;

/// What of the build stands at the top of the package; all of the build stands in its folder `site`.
const FROM_BUILD: [&str; 7] = [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "THIRD-PARTY-LICENSES",
    "custom-elements.json",
    "respect-in-practice.d.ts",
    "respect-in-practice.js",
    "sbom.cdx.json",
];

/// The files by their paths in the package.
pub(super) fn files(root: &Path, site: &Dist, about: &About) -> Result<Dist, String> {
    let mut files = Dist::new();
    for (name, bytes) in site {
        files.insert(format!("site/{name}"), bytes.clone());
    }
    for name in FROM_BUILD {
        let bytes = site.get(name).ok_or(format!("the build has no {name}"))?;
        files.insert(name.into(), bytes.clone());
    }
    for name in ["README.md", "package.json"] {
        add_filled(root, &format!("release/npm/{name}"), name, about, &mut files)?;
    }
    for name in ["react.d.ts", "vue.d.ts"] {
        add(root, &format!("release/npm/{name}"), name, &mut files)?;
    }
    Ok(files)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use serde_json::Value;

    use super::super::{about, tests};
    use super::*;
    use crate::tree;

    #[test]
    fn each_file_that_the_package_names_is_in_it_and_nothing_of_it_runs_when_it_is_installed() {
        let site = tests::site();
        let files = files(&tree::root(), &site, &about(&site).unwrap()).unwrap();
        let package: Value = serde_json::from_slice(files.get("package.json").unwrap()).unwrap();
        assert_eq!(package.get("version").and_then(Value::as_str), Some("9.8.7"));
        assert!(package.get("scripts").is_none() && package.get("dependencies").is_none());
        let mut named = Vec::new();
        collect(package.get("exports").unwrap(), &mut named);
        collect(package.get("types").unwrap(), &mut named);
        collect(package.get("customElements").unwrap(), &mut named);
        assert!(named.len() > 6, "{named:?}");
        for path in named {
            let path = path.trim_start_matches("./");
            let is_there = |start: &str| files.keys().any(|name| name.starts_with(start));
            assert!(is_there(path.trim_end_matches('*')), "{path}");
        }
    }

    fn collect<'a>(value: &'a Value, into: &mut Vec<&'a str>) {
        match value {
            Value::String(text) => into.push(text),
            Value::Object(parts) => parts.values().for_each(|part| collect(part, into)),
            _ => {}
        }
    }
}
