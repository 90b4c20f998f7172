//! Packing as small as can be, which nobody asks for.
//!
//! It stands in for the library `zopfli`, whose name it bears and whose interface it has as far as `zip` names
//! it: what writes and reads workbooks brings it, and packs that way above level 9 alone, at which nothing here
//! is packed. It was in the worker's module twice, once for each kind of file that is written.
//!
//! Whoever packs with it gets an error at the first byte, and never a file that cannot be unpacked.

use std::io::{Error, ErrorKind, Result, Write};
use std::num::NonZeroU64;

/// How much time it may take.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How often it tries.
    pub iteration_count: NonZeroU64,
}

impl Default for Options {
    fn default() -> Self {
        Self { iteration_count: NonZeroU64::MIN }
    }
}

/// Of which kind the blocks are.
#[derive(Clone, Copy, Debug, Default)]
pub enum BlockType {
    /// Each has a code of its own.
    #[default]
    Dynamic,
}

/// What would pack, and refuses.
#[derive(Debug)]
pub struct DeflateEncoder<W> {
    into: W,
}

impl<W: Write> DeflateEncoder<W> {
    /// Would pack into this.
    pub fn new(_options: Options, _blocks: BlockType, into: W) -> Self {
        Self { into }
    }

    /// Ends it.
    ///
    /// # Errors
    /// None: as nothing can be written, there is nothing to end.
    pub fn finish(self) -> Result<W> {
        Ok(self.into)
    }

    /// Into what it would pack.
    pub fn get_ref(&self) -> &W {
        &self.into
    }

    /// The same, to change it.
    pub fn get_mut(&mut self) -> &mut W {
        &mut self.into
    }
}

impl<W: Write> Write for DeflateEncoder<W> {
    fn write(&mut self, _bytes: &[u8]) -> Result<usize> {
        Err(Error::from(ErrorKind::Unsupported))
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::{BlockType, DeflateEncoder, Options};

    #[test]
    fn whoever_packs_with_it_is_told_at_the_first_byte() {
        let mut packer = DeflateEncoder::new(Options::default(), BlockType::default(), Vec::new());
        assert!(packer.write_all(b"a").is_err());
        assert!(packer.get_ref().is_empty());
    }
}
