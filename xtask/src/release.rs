//! Writes the files of a release from one build: an archive for those who look after a server, a package
//! for those who build pages with npm, and the sums of both. The same commit gives the same bytes.
//!
//! Texts in `release/` and `docs/` may have marks, as the page has: `{{version}}`, `{{commit}}` and
//! `{{build}}`.

mod archive;
mod hosts;
mod package;
mod papers;
mod tarball;
mod time;
mod zipped;

use std::fs;
use std::path::{Path, PathBuf};

use crate::build::offline::Offline;
use crate::build::{self, Dist};
use crate::tree;

/// The version of what is released.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What is released, as its files and folders are called.
const NAME: &str = "respect-in-practice";

/// What it says of itself.
struct About {
    version: String,
    commit: String,
    build: String,
}

/// Builds, writes the files, and tries the package in the pages that hold it. With a version, first looks
/// for what speaks against a release of that name.
pub(crate) fn run(meant: Option<&str>) -> Result<(), String> {
    if let Some(meant) = meant {
        let changed = tree::output(tree::command("git").args(["status", "--porcelain"]))?;
        may_be(meant, VERSION, &changed, &changelog()?)?;
    }
    build::run(Offline::Kept)?;
    for line in written()?.lines() {
        println!("{line}");
    }
    println!("in {}", folder()?.display());
    hosts::build(&package_file()?)
}

/// Where the files are written to.
pub(crate) fn folder() -> Result<PathBuf, String> {
    Ok(tree::target()?.join("release-files"))
}

/// Writes the files of the build that lies in `dist`, and returns their sums.
pub(crate) fn written() -> Result<String, String> {
    let site = read(&tree::dist())?;
    let about = about(&site)?;
    let (root, time) = (tree::root(), time::Time::of_commit()?);
    let package = package::files(&root, &site, &about)?;
    let mut files = Dist::new();
    let archive = archive::files(&root, &site, &about)?;
    files.insert(format!("{}.zip", folder_name(&about)), zipped::bytes(&archive, time)?);
    files.insert(format!("{}.tgz", folder_name(&about)), tarball::bytes(&package, time)?);
    let sums = build::sums::lines(&files);
    files.insert(build::sums::SUMS.into(), sums.clone().into_bytes());
    let folder = folder()?;
    build::write(&files, &folder)?;
    write_tree(&package, &folder.join("package"))?;
    Ok(sums)
}

/// Builds the pages that hold the package, against the one that was written.
pub(crate) fn hosts() -> Result<(), String> {
    hosts::build(&package_file()?)
}

/// Where the package lies.
fn package_file() -> Result<PathBuf, String> {
    Ok(folder()?.join(format!("{NAME}-{VERSION}.tgz")))
}

/// The folder that an archive is unpacked to, and the beginning of the names of files.
fn folder_name(about: &About) -> String {
    format!("{NAME}-{}", about.version)
}

fn changelog() -> Result<String, String> {
    fs::read_to_string(tree::root().join("CHANGELOG.md"))
        .map_err(|error| format!("CHANGELOG.md: {error}"))
}

/// Whether this may be released under the version that is meant.
fn may_be(meant: &str, version: &str, changed: &str, changelog: &str) -> Result<(), String> {
    let mut against = Vec::new();
    if meant != version {
        against.push(format!(
            "Cargo.toml has {version}, which stands in the page: put {meant} there and commit it"
        ));
    }
    let heading = format!("## {meant}");
    let is_heading = |line: &str| {
        line.strip_prefix(&heading).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    if !changelog.lines().any(is_heading) {
        against.push(format!("CHANGELOG.md has no heading \"{heading}\""));
    }
    if !changed.trim().is_empty() {
        against.push(format!("a commit is released, and this is in none:\n{}", changed.trim_end()));
    }
    if against.is_empty() { Ok(()) } else { Err(against.join("\n")) }
}

fn about(site: &Dist) -> Result<About, String> {
    let said = site.get(build::sums::ABOUT).ok_or("no dist; cargo xtask build writes it")?;
    let said: serde_json::Value =
        serde_json::from_slice(said).map_err(|fault| fault.to_string())?;
    let part = |name: &str| {
        let part = said.get(name).and_then(serde_json::Value::as_str);
        part.map(str::to_owned).ok_or(format!("{} names no {name}", build::sums::ABOUT))
    };
    Ok(About { version: part("version")?, commit: part("commit")?, build: part("build")? })
}

/// The files of a folder by name.
fn read(folder: &Path) -> Result<Dist, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Dist::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        if entry.file_type().map_err(fault)?.is_file() {
            let name = entry.file_name().to_string_lossy().into_owned();
            files.insert(name, fs::read(entry.path()).map_err(fault)?);
        }
    }
    Ok(files)
}

/// Adds a file of the tree under the name that it has in a release.
fn add(root: &Path, path: &str, name: &str, files: &mut Dist) -> Result<(), String> {
    let bytes = fs::read(root.join(path)).map_err(|error| format!("{path}: {error}"))?;
    files.insert(name.into(), bytes);
    Ok(())
}

/// The same with what its marks stand for.
fn add_filled(
    root: &Path,
    path: &str,
    name: &str,
    about: &About,
    files: &mut Dist,
) -> Result<(), String> {
    let text = fs::read_to_string(root.join(path)).map_err(|error| format!("{path}: {error}"))?;
    let text = papers::filled(&text, about).map_err(|reason| format!("{path}: {reason}"))?;
    files.insert(name.into(), text.into_bytes());
    Ok(())
}

fn write_tree(files: &Dist, folder: &Path) -> Result<(), String> {
    for (path, bytes) in files {
        let file = folder.join(path);
        let fault = |error: std::io::Error| format!("{}: {error}", file.display());
        fs::create_dir_all(file.parent().unwrap_or(folder)).map_err(fault)?;
        fs::write(&file, bytes).map_err(fault)?;
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use super::*;

    /// A site as far as a release looks into it.
    pub(super) fn site() -> Dist {
        let about = br#"{"version": "9.8.7", "commit": "0123456789ab", "build": "1f"}"#;
        [
            ("build.json", about.to_vec()),
            ("index.html", b"<!doctype html>".to_vec()),
            ("app.AAAAAAAA.js", b"app".to_vec()),
            ("app.AAAAAAAA.js.br", b"packed".to_vec()),
            ("respect-in-practice.js", b"the element".to_vec()),
            ("respect-in-practice.d.ts", b"its types".to_vec()),
            ("custom-elements.json", b"{}".to_vec()),
            ("LICENSE-APACHE", b"one".to_vec()),
            ("LICENSE-MIT", b"other".to_vec()),
            ("THIRD-PARTY-LICENSES", b"of others".to_vec()),
            ("sbom.cdx.json", b"{}".to_vec()),
        ]
        .map(|(name, bytes)| (name.to_owned(), bytes))
        .into()
    }

    #[test]
    fn the_version_that_is_meant_is_the_one_in_the_page_has_a_heading_and_is_of_a_commit() {
        let log = "# Changelog\n\n## Unreleased\n\n## 1.2.3 · 2027-01-31\n\n## 1.2.30\n";
        assert_eq!(may_be("1.2.3", "1.2.3", "\n", log), Ok(()));
        assert_eq!(may_be("1.2.30", "1.2.30", "", log), Ok(()));
        let told = |meant, version, changed| may_be(meant, version, changed, log).unwrap_err();
        assert!(told("1.2.3", "1.2.4", "").contains("Cargo.toml has 1.2.4"));
        assert!(told("1.2", "1.2", "").contains("no heading \"## 1.2\""));
        let all = told("2.0.0", "1.2.3", " M start.js\n");
        assert_eq!(all.lines().count(), 4, "all of it is told at once: {all}");
        assert!(all.ends_with(" M start.js"));
    }

    #[test]
    fn the_same_build_gives_the_same_archive_and_the_same_package() {
        let (root, site) = (tree::root(), site());
        let about = about(&site).unwrap();
        let make = || {
            let archive = archive::files(&root, &site, &about).unwrap();
            let package = package::files(&root, &site, &about).unwrap();
            let time = time::Time { seconds: 1, day_and_time: 1 };
            (zipped::bytes(&archive, time).unwrap(), tarball::bytes(&package, time).unwrap())
        };
        assert!(make() == make());
        assert_eq!(folder_name(&about), "respect-in-practice-9.8.7");
    }
}
