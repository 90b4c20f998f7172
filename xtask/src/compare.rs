//! What a sheet of questions that somebody filled in would change in an assessment, as JSON: for tests
//! in which other programs fill it in.

use std::fs;
use std::path::Path;

use documents::worker;
use domain::job::{Job, Outcome};

use crate::{build, reports};

/// Prints it.
pub(crate) fn run(save: &Path, sheet: &Path) -> Result<(), String> {
    let read = |path: &Path| fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
    let content = reports::content(&build::banks()?)?;
    let Outcome::Opened(save) = worker::run(&content, Job::Open(read(save)?)) else {
        return Err(format!("{}: no save file", save.display()));
    };
    match worker::run(&content, Job::Compare(save, read(sheet)?)) {
        Outcome::Compared(proposal) => {
            let json = serde_json::to_string(&proposal).map_err(|error| error.to_string())?;
            println!("{json}");
            Ok(())
        }
        other => Err(format!("{}: {other:?}", sheet.display())),
    }
}
