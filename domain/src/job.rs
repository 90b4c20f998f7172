//! What the page asks of the worker, and what comes back. Crosses as `postcard` bytes.

use serde::{Deserialize, Serialize};

use crate::drawing::Drawing;
use crate::id::TensionId;
use crate::report::format::Format;
use crate::save::Save;
use crate::sharing::Naming;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Job {
    /// Draw a report on screen.
    Draw(Source, Date, Extent),
    /// Write a report as a file.
    Write(Source, Date, Format),
    /// Write the save file: always complete.
    Save(Box<Save>, Date),
    /// Read a file from outside.
    Open(Vec<u8>),
}

/// What a report is made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// Everything.
    Complete(Box<Save>),
    /// A copy for sharing, with these names.
    Sharing(Box<Save>, Naming),
    /// The blank questionnaire.
    Blank,
}

/// How much of a report is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Extent {
    /// Its findings, to work with. These tensions stand folded at the end of their list, as set
    /// aside earlier; one that is set aside now stays where it is, so that nothing moves while
    /// people write.
    Result(Vec<TensionId>),
    /// All of it, with its first page.
    Whole(Stands),
}

/// Where a whole report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stands {
    /// On paper: its title is the first heading.
    Alone,
    /// Below the heading of a screen.
    Below,
}

/// A day in the person's own time zone. The browser's clock gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// A report as it is drawn.
    Drawn(Box<Drawing>),
    /// A file that was read back and compared.
    Written(File),
    /// The assessment in a file from outside.
    Opened(Box<Save>),
    /// The job could not be done.
    Failed(Fault),
}

/// A file to hand to the browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Cleaned file name with extension.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Why a job could not be done. The words for each are content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// The file is larger than any save file can be.
    TooLarge,
    /// The file is empty.
    Empty,
    /// The file is not text, or not JSON at all.
    NotASaveFile,
    /// JSON, but not of this tool.
    OtherFormat,
    /// Made by a newer version: what it has, and the newest that this page reads.
    Newer {
        /// Version found.
        found: u32,
        /// Newest version read.
        newest: u32,
    },
    /// Of this tool, but damaged at this place.
    Damaged {
        /// Line, from 1.
        line: u32,
        /// Column, from 1.
        column: u32,
    },
    /// Answers of another question bank.
    OtherCatalogue(String),
    /// What was written could not be read back: nothing was handed out.
    NotReadBack,
    /// The worker stopped, or the message was not understood.
    Stopped,
}

impl Date {
    /// The date as in file names, `2026-11-24`.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
