//! Packing and unpacking the parts of an archive: DEFLATE, RFC 1951.
//!
//! It stands in for the library `flate2`, whose name it bears and whose interface it has as far as `zip`
//! names it. `zip` and what reads and writes workbooks ask for the fastest of those who do the work, which
//! is made for large machines; this one hands all work to `miniz_oxide`, which that library takes where
//! nobody asks. The worker's module is 16 KB smaller after brotli.

pub mod bufread;
pub mod write;

/// How hard it is tried to make something small, from 0 to 9.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compression(u32);

impl Compression {
    /// So hard.
    #[must_use]
    pub const fn new(level: u32) -> Self {
        Self(level)
    }

    /// Hardly.
    #[must_use]
    pub const fn fast() -> Self {
        Self(1)
    }

    /// As hard as can be.
    #[must_use]
    pub const fn best() -> Self {
        Self(9)
    }

    /// How hard that is.
    #[must_use]
    pub const fn level(&self) -> u32 {
        self.0
    }
}

impl Default for Compression {
    fn default() -> Self {
        Self(6)
    }
}
