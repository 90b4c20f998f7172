//! What a build is made from. Its sum is compiled into both modules and stands in every pack, so that
//! a file of another build is known as such: the sums of what comes out cannot stand inside it.

use std::fs;
use std::path::Path;

use domain::pack::Build;
use sha2::{Digest, Sha256};

/// Under which name the compiler is told the build.
pub(super) const NAME: &str = "RESPECT_IN_PRACTICE_BUILD";

/// Folders whose files make a build.
const FOLDERS: [&str; 11] = [
    "compiler",
    "content",
    "documents",
    "domain",
    "editor",
    "lock",
    "one-file",
    "src",
    "stand-ins",
    "styles",
    "xtask",
];

/// Files beside them.
const FILES: [&str; 11] = [
    "Cargo.lock",
    "Cargo.toml",
    "docs/own.schema.json",
    "docs/save-format.schema.json",
    "framed.js",
    "index.html",
    "offline.js",
    "powers.js",
    "rust-toolchain.toml",
    "start.js",
    "without-offline.js",
];

/// What may be read. What an editor or a system leaves beside it makes no other build.
const ENDINGS: [&str; 4] = ["css", "js", "rs", "toml"];

/// Folders in them that no build is made from.
const OUT: [&str; 2] = ["target", "tests"];

/// The build that these sources make, the same on any machine.
pub(super) fn build(root: &Path) -> Result<Build, String> {
    let mut files: Vec<String> = FILES.map(str::to_owned).into();
    for folder in FOLDERS {
        add(root, folder, &mut files)?;
    }
    files.sort();
    let mut all = Sha256::new();
    for name in files {
        let bytes = fs::read(root.join(&name)).map_err(|error| format!("{name}: {error}"))?;
        all.update(format!("{} {name}\n", bytes.len()));
        all.update(&bytes);
    }
    let mut first = [0; 8];
    first.iter_mut().zip(all.finalize()).for_each(|(to, from)| *to = from);
    Ok(Build(u64::from_be_bytes(first)))
}

fn add(root: &Path, folder: &str, files: &mut Vec<String>) -> Result<(), String> {
    let fault = |error: std::io::Error| format!("{folder}: {error}");
    for entry in fs::read_dir(root.join(folder)).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let path = format!("{folder}/{name}");
        let ending = Path::new(&*name).extension().unwrap_or_default().to_string_lossy();
        if entry.file_type().map_err(fault)?.is_dir() {
            if !name.starts_with('.') && !OUT.contains(&&*name) {
                add(root, &path, files)?;
            }
        } else if ENDINGS.contains(&&*ending) {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_makes_another_build_and_a_stray_file_does_not() {
        let root = std::env::temp_dir().join(format!("sources-{}", std::process::id()));
        let write = |name: &str, text: &str| {
            let path = root.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        for name in FILES {
            write(name, "");
        }
        for folder in FOLDERS {
            write(&format!("{folder}/a/b.rs"), "fn a() {}");
        }
        let first = build(&root).unwrap();
        write("src/a/b.rs~", "left by an editor");
        write("domain/tests/suite/main.rs", "fn tests() {}");
        assert_eq!(build(&root).unwrap(), first);
        write("src/a/b.rs", "fn b() {}");
        let second = build(&root).unwrap();
        assert_ne!(second, first);
        write("content/en/c.toml", "");
        assert_ne!(build(&root).unwrap(), second);
        fs::remove_dir_all(root).unwrap();
    }
}
