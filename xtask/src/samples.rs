//! Writes the example assessments as save files.

use std::fs;
use std::path::Path;

use compiler::samples;
use documents::json;

use crate::{build, tree};

/// Writes them as the app writes save files, so that it can open them.
pub(crate) fn run(folder: &Path) -> Result<(), String> {
    let fault = |error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(fault)?;
    for sample in samples::all(&tree::root(), &build::banks()?)? {
        let path = folder.join(format!("{}.json", sample.name));
        let bytes = json::write(&sample.assessment)
            .map_err(|fault| format!("{}: {fault:?}", path.display()))?;
        fs::write(&path, bytes).map_err(fault)?;
        println!("{}", path.display());
    }
    Ok(())
}
