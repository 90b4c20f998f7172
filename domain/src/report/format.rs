//! The formats a result is written in: what the view and the writers share.

use serde::{Deserialize, Serialize};

/// A format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Format {
    /// One self-contained page that prints well and loads nothing.
    Html,
    /// CommonMark with tables.
    Markdown,
}

impl Format {
    /// All formats in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Html, Self::Markdown];

    /// Extension of the file name, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
        }
    }

    /// Media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
        }
    }
}
