//! Builds the pages in `samples/` that hold the package, as somebody would who has just installed it: what
//! they use of its types is checked by them, and `dist` of each is a page for a browser.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use super::NAME;
use crate::{install, tree};

/// Puts the package into each of them, and builds it, all side by side.
pub(super) fn build(package: &Path) -> Result<(), String> {
    install::node()?;
    let folders = folders(&tree::root().join("samples"))?;
    thread::scope(|scope| {
        let all: Vec<_> =
            folders.iter().map(|folder| scope.spawn(|| build_one(package, folder))).collect();
        let faults = all.into_iter().filter_map(|one| match one.join() {
            Ok(done) => done.err(),
            Err(_) => Some("a page that holds the package was not built to its end".into()),
        });
        let faults: Vec<String> = faults.collect();
        if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
    })
}

fn build_one(package: &Path, folder: &Path) -> Result<(), String> {
    install::node_packages(folder)?;
    put(package, folder)?;
    // What the package brought before has other names.
    remove(&folder.join("public"))?;
    let mut npm = tree::command("npm");
    npm.args(["run", "--silent", "build"]).current_dir(folder);
    tree::run(&mut npm).map_err(|reason| format!("{}: {reason}", folder.display()))
}

/// The folders of samples, in the order of their names.
fn folders(samples: &Path) -> Result<Vec<PathBuf>, String> {
    let fault = |error: std::io::Error| format!("{}: {error}", samples.display());
    let mut folders = Vec::new();
    for entry in fs::read_dir(samples).map_err(fault)? {
        let folder = entry.map_err(fault)?.path();
        if folder.join("package.json").exists() {
            folders.push(folder);
        }
    }
    folders.sort();
    Ok(folders)
}

/// Has npm put the package there, as its own document says. It is named in no file of the page: a lock file
/// would hold the sum of what is another file with each build.
fn put(package: &Path, folder: &Path) -> Result<(), String> {
    // What is there already npm compares by the sum it has of it, and not by the files.
    remove(&folder.join("node_modules").join(NAME))?;
    let mut npm = tree::command("npm");
    npm.args(["add", "--no-save", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"]);
    tree::run(npm.arg(package).current_dir(folder))
}

fn remove(folder: &Path) -> Result<(), String> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}
