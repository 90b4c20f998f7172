//! The formats a result is written in: what the view and the writers share.

use serde::{Deserialize, Serialize};

use super::Edition;

/// A format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Format {
    /// One self-contained page that prints well and loads nothing.
    Html,
    /// WordprocessingML, to edit and comment on.
    Docx,
    /// CommonMark with tables.
    Markdown,
    /// The days of the plan, for a calendar.
    Calendar,
    /// SpreadsheetML, to sort, filter and count.
    Xlsx,
    /// A table for each kind of what is said, for programs that count and join.
    Csv,
    /// The report as data, for programs.
    Json,
}

impl Format {
    /// Whether a copy comes in this format: questions without answers have no days.
    #[must_use]
    pub fn is_for(self, edition: Edition) -> bool {
        !(self == Self::Calendar && edition == Edition::Blank)
    }

    /// All formats in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Html, Self::Docx, Self::Markdown, Self::Xlsx, Self::Csv, Self::Json, Self::Calendar];

    /// Extension of the file name, without the first dot. That of JSON says what it holds, because
    /// the save file begins with the same words and is JSON too; that of tables, what is packed.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Markdown => "md",
            Self::Calendar => "ics",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv.zip",
            Self::Json => "report.json",
        }
    }

    /// Media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html;charset=utf-8",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Calendar => "text/calendar;charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "application/zip",
            Self::Json => "application/json",
        }
    }
}
