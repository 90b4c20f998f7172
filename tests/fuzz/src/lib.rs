//! Everything that comes into the page from outside its own memory, each with what has to hold for any
//! bytes whatsoever: a file, a record, a message. A fuzzer looks for bytes for which it does not
//! (`driver/`), and the test beside this runs over all that was kept.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::panic,
    reason = "all of this is test code: a panic is a find"
)]

mod content;
mod crossing;
mod data;
mod frame_words;
mod kept;
mod locked_file;
mod own_words;
mod parts;
mod save_file;
mod sheet;
mod stored_records;
mod worker_messages;

/// One way in.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name, and that of the folder of its corpus.
    pub name: &'static str,
    /// What has to hold: panics where it does not.
    pub check: fn(&[u8]),
    /// What the search begins with, made of what other tests compare with.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All ways in.
pub const ALL: &[Target] = &[
    Target { name: "save-file", check: save_file::check, seeds: save_file::seeds },
    Target { name: "locked-file", check: locked_file::check, seeds: locked_file::seeds },
    Target { name: "sheet-xlsx", check: sheet::check_archive, seeds: sheet::xlsx },
    Target { name: "sheet-ods", check: sheet::check_archive, seeds: sheet::ods },
    Target { name: "sheet-xls", check: sheet::check_compound, seeds: sheet::xls },
    Target { name: "stored-records", check: stored_records::check, seeds: stored_records::seeds },
    Target {
        name: "worker-messages",
        check: worker_messages::check,
        seeds: worker_messages::seeds,
    },
    Target { name: "frame-words", check: frame_words::check, seeds: frame_words::seeds },
    Target { name: "own-words", check: own_words::check, seeds: own_words::seeds },
];

/// The one of this name.
#[must_use]
pub fn target(name: &str) -> Option<&'static Target> {
    ALL.iter().find(|target| target.name == name)
}
