//! The save file, in every version that was ever released.

use documents::worker::run;
use domain::job::{Job, Outcome};

use crate::{content, crossing, data, kept};

/// What opens can be kept, saved, opened again and told without a loss; all else is a fault of the file.
pub(crate) fn check(bytes: &[u8]) {
    let outcome = content::with(|it| run(it, Job::Open(bytes.to_vec())));
    crossing::arrives(&outcome);
    match outcome {
        Outcome::Opened(save) => {
            let assessment = save.into_assessment();
            kept::survives_storage(&assessment);
            kept::survives_saving(&assessment);
            kept::can_be_told(&assessment, bytes.len());
        }
        Outcome::NotOpened(_) => {}
        other => panic!("a file that comes in is opened, or is not: {other:?}"),
    }
}

/// Save files of every version.
pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let files = data::files("domain/tests/data/save", ".json");
    // The examples are of the real bank, and long.
    files.into_iter().filter(|file| file.len() < 40_000).collect()
}
