//! Unpacking what is read.

use std::io::{BufRead, Error, ErrorKind, Read, Result};

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};

/// Reads what is packed, and gives what it was.
pub struct DeflateDecoder<R> {
    from: R,
    state: Box<InflateState>,
}

impl<R> DeflateDecoder<R> {
    /// Unpacks what this gives.
    pub fn new(from: R) -> Self {
        Self { from, state: InflateState::new_boxed(DataFormat::Raw) }
    }

    /// What it reads from.
    pub const fn get_ref(&self) -> &R {
        &self.from
    }

    /// What it read from: behind what was packed, if all of it was read.
    pub fn into_inner(self) -> R {
        self.from
    }
}

impl<R: BufRead> Read for DeflateDecoder<R> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        loop {
            let packed = self.from.fill_buf()?;
            let is_end = packed.is_empty();
            let flush = if is_end { MZFlush::Finish } else { MZFlush::None };
            let done = inflate(&mut self.state, packed, out, flush);
            self.from.consume(done.bytes_consumed);
            return match done.status {
                Ok(MZStatus::NeedDict) => Err(damaged()),
                Ok(MZStatus::StreamEnd) => Ok(done.bytes_written),
                Ok(MZStatus::Ok) | Err(MZError::Buf) => {
                    if done.bytes_written == 0 && !is_end && !out.is_empty() {
                        continue;
                    }
                    Ok(done.bytes_written)
                }
                Err(_) => Err(damaged()),
            };
        }
    }
}

fn damaged() -> Error {
    Error::new(ErrorKind::InvalidInput, "what is packed is damaged")
}
