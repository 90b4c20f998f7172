//! What is said of files that are made: each format, and what became of it.

use domain::job::WriteFault;
use domain::report::format::Format;
use domain::texts::later::{self as key, Key};
use editor::download::FileState;
use yew::prelude::*;

use crate::view::words::LaterWords;

/// The words of a format.
pub(crate) struct FormatWords {
    /// What kind of report it is.
    pub(crate) name: Key,
    /// What it is for.
    pub(crate) about: Key,
    /// What kind of file.
    pub(crate) file: Key,
}

pub(crate) fn format_words(format: Format) -> FormatWords {
    match format {
        Format::Html => FormatWords {
            name: key::DOWNLOAD_HTML_NAME,
            about: key::DOWNLOAD_HTML_ABOUT,
            file: key::DOWNLOAD_HTML_FILE,
        },
        Format::Docx => FormatWords {
            name: key::DOWNLOAD_DOCX_NAME,
            about: key::DOWNLOAD_DOCX_ABOUT,
            file: key::DOWNLOAD_DOCX_FILE,
        },
        Format::Markdown => FormatWords {
            name: key::DOWNLOAD_MARKDOWN_NAME,
            about: key::DOWNLOAD_MARKDOWN_ABOUT,
            file: key::DOWNLOAD_MARKDOWN_FILE,
        },
        Format::Calendar => FormatWords {
            name: key::DOWNLOAD_CALENDAR_NAME,
            about: key::DOWNLOAD_CALENDAR_ABOUT,
            file: key::DOWNLOAD_CALENDAR_FILE,
        },
        Format::Xlsx => FormatWords {
            name: key::DOWNLOAD_XLSX_NAME,
            about: key::DOWNLOAD_XLSX_ABOUT,
            file: key::DOWNLOAD_XLSX_FILE,
        },
        Format::Csv => FormatWords {
            name: key::DOWNLOAD_CSV_NAME,
            about: key::DOWNLOAD_CSV_ABOUT,
            file: key::DOWNLOAD_CSV_FILE,
        },
        Format::Json => FormatWords {
            name: key::DOWNLOAD_JSON_NAME,
            about: key::DOWNLOAD_JSON_ABOUT,
            file: key::DOWNLOAD_JSON_FILE,
        },
    }
}

/// What became of a file.
pub(crate) fn file_said(file: &FileState, words: &LaterWords) -> AttrValue {
    match file {
        FileState::Writing => words.get(key::DOWNLOAD_WRITING),
        FileState::HandedOut(bytes, _) => {
            let size = bytes.div_ceil(1000).to_string();
            words.with(key::DOWNLOAD_HANDED_OUT, &[("size", &size)])
        }
        FileState::Failed(fault) => words.get(fault_words(*fault)),
    }
}

/// Why a file was not made.
fn fault_words(fault: WriteFault) -> Key {
    match fault {
        WriteFault::NotReadBack => key::DOWNLOAD_FAULT_NOT_READ_BACK,
        WriteFault::Stopped => key::DOWNLOAD_FAULT_STOPPED,
        WriteFault::NotHere => key::DOWNLOAD_FAULT_NOT_HERE,
    }
}
