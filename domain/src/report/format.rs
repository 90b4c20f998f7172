//! The formats a result is written in: what the view and the writers share.

use serde::{Deserialize, Serialize};

/// A format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Format {
    /// One self-contained page that prints well and loads nothing.
    Html,
    /// CommonMark with tables.
    Markdown,
    /// One fact a row, for spreadsheets and for programs that count.
    Csv,
    /// The report as data, for programs.
    Json,
}

impl Format {
    /// All formats in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Html, Self::Markdown, Self::Csv, Self::Json];

    /// Extension of the file name, without the first dot. That of JSON says what it holds, because
    /// the save file begins with the same words and is JSON too.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "report.json",
        }
    }

    /// Media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
        }
    }
}
