//! The files that earlier versions made, which other tests keep.

use std::fs;
use std::path::Path;

/// Every file below a folder of the tree whose name ends so, in the order of their paths.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "{folder} holds no {ending}");
    found.iter().map(|path| fs::read(path).unwrap()).collect()
}
