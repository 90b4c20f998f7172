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

/// Does what npm does with a package that it is given as a file: its lock file can name no sum of what is
/// another file with each build.
fn put(package: &Path, folder: &Path) -> Result<(), String> {
    let place = folder.join("node_modules").join(NAME);
    let fault = |error: std::io::Error| format!("{}: {error}", place.display());
    if place.exists() {
        fs::remove_dir_all(&place).map_err(fault)?;
    }
    fs::create_dir_all(&place).map_err(fault)?;
    let mut tar = tree::command("tar");
    tar.arg("-xzf").arg(package).arg("--strip-components=1").arg("-C").arg(&place);
    tree::run(&mut tar)
}
