//! What the page asks of the worker, and what comes back. Crosses as `postcard` bytes.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::drawing::Drawing;
use crate::example::Example;
use crate::id::TensionId;
use crate::report::format::Format;
use crate::save::Save;
use crate::sharing::Naming;
use crate::sheet::proposal::Proposal;

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
    /// Read a sheet of questions that came back, and see what it would change in an assessment.
    Compare(Box<Save>, Vec<u8>),
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
    /// An invented company, which the worker holds.
    Example(Example),
    /// What this person could know of what is not known yet.
    Errand(Box<Save>, String),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day in a text such as `2027-01-31` (ISO 8601). None where there is no such day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut next = |length: usize| {
            let part = parts.next().filter(|part| part.len() == length)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok())?
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        if parts.next().is_some() {
            return None;
        }
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        let is_day = (1..=days).contains(&day) && year > 0;
        is_day.then(|| Self {
            year,
            month: u8::try_from(month).unwrap_or_default(),
            day: u8::try_from(day).unwrap_or_default(),
        })
    }
}

/// As `2027-01-31`.
impl fmt::Display for Date {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
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
    /// What a sheet of questions would change.
    Compared(Box<Proposal>),
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
    /// A workbook or another packed file, but no sheet of questions of this tool.
    NotASheet,
    /// A sheet of questions, which nothing can be read into while no assessment is open.
    SheetAlone,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_survives_its_text_and_what_is_no_day_is_none() {
        for text in ["2027-01-31", "2028-02-29", "2000-02-29", "0001-12-01"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "2027-02-29",
            "1900-02-29",
            "2027-13-01",
            "2027-00-10",
            "2027-1-1",
            "27-01-01",
            "",
            "2027-01-32",
            "2027-01-01-01",
            "+027-01-01",
            "0000-01-01",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
