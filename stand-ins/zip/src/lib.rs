//! ZIP archives (APPNOTE.TXT 6.3), in and out: parts that are stored or deflated.
//!
//! It stands in for the library `zip`, whose name it bears and whose interface it has as far as `calamine`,
//! `rust_xlsxwriter` and `documents` name it. That knows keys, dates, links, ten ways to pack and archives
//! within archives, and searches a damaged one for what may be left of it. Here an archive is read by its
//! directory, which stands at its end, and that is all. The worker's module is 41 KB smaller after brotli.

mod directory;
pub mod read;
pub mod result;
pub mod write;

pub use read::ZipArchive;
pub use write::ZipWriter;

/// How a part is packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CompressionMethod {
    /// It stands there as it is.
    Stored,
    /// By DEFLATE, RFC 1951.
    #[default]
    Deflated,
}

impl CompressionMethod {
    /// The number that an archive has for it.
    const fn number(self) -> u16 {
        match self {
            Self::Stored => 0,
            Self::Deflated => 8,
        }
    }
}

/// When a part was changed: always on the first day that the format knows, so that the same parts give the
/// same bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateTime(());

impl DateTime {
    /// 1 January 1980, at midnight: the time in the lower half, the day in the upper one.
    const FIRST: u32 = 0x0021_0000;
}
