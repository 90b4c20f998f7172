//! Packing what is written.

use std::io::{Error, ErrorKind, Result, Write};
use std::mem;

use miniz_oxide::DataFormat;
use miniz_oxide::deflate::core::CompressionStrategy::Default as Strategy;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output};

use crate::Compression;

/// How far back what is packed may point: as far as the format allows, 2¹⁵ bytes.
const WINDOW: u8 = 15;

/// Packs what is written to it, and writes that on.
pub struct DeflateEncoder<W: Write> {
    into: W,
    packer: Box<CompressorOxide>,
    /// Packed, and not written on yet.
    ready: Vec<u8>,
}

impl<W: Write> DeflateEncoder<W> {
    /// Packs into this, so hard.
    pub fn new(into: W, how: Compression) -> Self {
        let level = u8::try_from(how.level()).unwrap_or(u8::MAX);
        let packer = CompressorOxide::with_params(DataFormat::Raw, level, Strategy, WINDOW);
        Self { into, packer: Box::new(packer), ready: Vec::new() }
    }

    /// What it writes to.
    pub const fn get_ref(&self) -> &W {
        &self.into
    }

    /// What it writes to.
    pub const fn get_mut(&mut self) -> &mut W {
        &mut self.into
    }

    /// Ends what is packed, and begins anew with another to write to. Gives back the former one.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn reset(&mut self, into: W) -> Result<W> {
        self.pack(&[], TDEFLFlush::Finish)?;
        self.packer.reset();
        Ok(mem::replace(&mut self.into, into))
    }

    fn pack(&mut self, bytes: &[u8], flush: TDEFLFlush) -> Result<usize> {
        let Self { packer, ready, .. } = self;
        let (status, taken) = compress_to_output(packer, bytes, flush, |out| {
            ready.extend_from_slice(out);
            true
        });
        if matches!(status, TDEFLStatus::BadParam | TDEFLStatus::PutBufFailed) {
            return Err(Error::new(ErrorKind::InvalidInput, "it cannot be packed"));
        }
        self.into.write_all(&self.ready)?;
        self.ready.clear();
        Ok(taken)
    }
}

impl<W: Write> Write for DeflateEncoder<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.pack(bytes, TDEFLFlush::None)
    }

    fn flush(&mut self) -> Result<()> {
        self.pack(&[], TDEFLFlush::Sync)?;
        self.into.flush()
    }
}
