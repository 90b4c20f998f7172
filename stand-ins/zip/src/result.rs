//! What is wrong with an archive.

use std::error::Error;
use std::fmt;
use std::io;

/// What reading or writing an archive gives.
pub type ZipResult<T> = Result<T, ZipError>;

/// Why an archive is not read, or not written.
#[derive(Debug)]
#[non_exhaustive]
pub enum ZipError {
    /// Its bytes cannot be read or written.
    Io(io::Error),
    /// It is none, or damaged.
    InvalidArchive(&'static str),
    /// It is one that is not read here.
    UnsupportedArchive(&'static str),
    /// It has no such part.
    FileNotFound,
}

impl ZipError {
    /// What is said of a part that is encrypted.
    pub const PASSWORD_REQUIRED: &'static str = "a part is encrypted";
}

impl fmt::Display for ZipError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(out),
            Self::InvalidArchive(what) | Self::UnsupportedArchive(what) => out.write_str(what),
            Self::FileNotFound => out.write_str("the archive has no such part"),
        }
    }
}

impl Error for ZipError {}

impl From<io::Error> for ZipError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<ZipError> for io::Error {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::Io(error) => error,
            other => Self::other(other),
        }
    }
}
