//! Writing an archive. A part is packed once all of it is there, so its head says how long it is, and
//! nothing has to be said behind it.

use std::io::{Result, Write};
use std::mem;

use miniz_oxide::deflate::compress_to_vec;

use crate::directory::{END, RECORD};
use crate::read::HEAD;
use crate::result::{ZipError, ZipResult};
use crate::{CompressionMethod, DateTime};

/// The version of the format that a part asks for, and the system whose permissions it has: Unix.
const VERSION: u16 = 20;
const SYSTEM: u16 = 3 << 8 | VERSION;
/// The mark of a name that is more than ASCII.
const UTF_8: u16 = 1 << 11;
/// What permissions say of a file that is one.
const FILE: u32 = 0o100_000;
/// How hard it is tried to make a part small, where nobody says.
const LEVEL: u8 = 6;

/// How a part is written.
#[derive(Clone, Copy, Debug)]
pub struct SimpleFileOptions {
    method: CompressionMethod,
    level: u8,
    permissions: u32,
}

impl Default for SimpleFileOptions {
    fn default() -> Self {
        Self { method: CompressionMethod::default(), level: LEVEL, permissions: 0o644 }
    }
}

impl SimpleFileOptions {
    /// Packed so.
    #[must_use]
    pub const fn compression_method(mut self, method: CompressionMethod) -> Self {
        self.method = method;
        self
    }

    /// Packed so hard, from 0 to 9.
    #[must_use]
    pub fn compression_level(mut self, level: Option<i64>) -> Self {
        self.level = level.and_then(|level| level.try_into().ok()).unwrap_or(LEVEL);
        self
    }

    /// With these permissions.
    #[must_use]
    pub const fn unix_permissions(mut self, permissions: u32) -> Self {
        self.permissions = permissions;
        self
    }

    /// Of this time: of the only one there is.
    #[must_use]
    pub const fn last_modified_time(self, _: DateTime) -> Self {
        self
    }

    /// Longer than 32 bits can say, which is refused once it comes to that.
    #[must_use]
    pub const fn large_file(self, _: bool) -> Self {
        self
    }
}

/// What an archive is written to that is only ever added to: itself.
pub type StreamWriter<W> = W;

/// An archive in the making.
#[derive(Debug)]
pub struct ZipWriter<W> {
    into: W,
    /// How much is written.
    at: u64,
    /// The names of the parts, to see whether one comes twice.
    names: Vec<String>,
    directory: Vec<u8>,
    part: Option<SimpleFileOptions>,
    /// What the last part holds so far.
    content: Vec<u8>,
}

impl<W: Write> ZipWriter<W> {
    /// Writes an archive to this.
    pub const fn new(into: W) -> Self {
        Self {
            into,
            at: 0,
            names: Vec::new(),
            directory: Vec::new(),
            part: None,
            content: Vec::new(),
        }
    }

    /// The same.
    pub const fn new_stream(into: W) -> Self {
        Self::new(into)
    }

    /// Begins a part: what is written from now on is in it.
    ///
    /// # Errors
    /// Where there is one of this name already, the name is too long, or the part before is.
    pub fn start_file(
        &mut self,
        name: impl AsRef<str>,
        options: SimpleFileOptions,
    ) -> ZipResult<()> {
        self.begin(name.as_ref(), options)
    }

    fn begin(&mut self, name: &str, options: SimpleFileOptions) -> ZipResult<()> {
        self.end_part()?;
        if self.names.iter().any(|known| known == name) {
            return Err(ZipError::InvalidArchive("two parts have one name"));
        }
        if name.len() > usize::from(u16::MAX) {
            return Err(TOO_LONG);
        }
        self.names.push(name.into());
        self.part = Some(options);
        Ok(())
    }

    /// Ends the archive, and gives back what it was written to.
    ///
    /// # Errors
    /// Where it would be longer than the format can say without its larger form, or cannot be written.
    pub fn finish(mut self) -> ZipResult<W> {
        self.end_part()?;
        let at = fits(self.at)?;
        let length = fits(self.directory.len() as u64)?;
        let count = u16::try_from(self.names.len()).map_err(|_| TOO_LONG)?;
        let mut end = mem::take(&mut self.directory);
        put(&mut end, &[END, 0]);
        put_short(&mut end, &[count, count]);
        put(&mut end, &[length, at]);
        put_short(&mut end, &[0]);
        self.into.write_all(&end)?;
        self.into.flush()?;
        Ok(self.into)
    }

    /// Writes the part that is there, if there is one.
    fn end_part(&mut self) -> ZipResult<()> {
        let (Some(options), Some(name)) = (self.part.take(), self.names.last()) else {
            return Ok(());
        };
        let content = mem::take(&mut self.content);
        let (checksum, length) = (crc32fast::hash(&content), fits(content.len() as u64)?);
        let packed = match options.method {
            CompressionMethod::Stored => content,
            CompressionMethod::Deflated => compress_to_vec(&content, options.level),
        };
        // What the head of a part and its record in the directory have in common.
        let mut common = Vec::new();
        let flags = if name.is_ascii() { 0 } else { UTF_8 };
        put_short(&mut common, &[VERSION, flags, options.method.number()]);
        put(&mut common, &[DateTime::FIRST, checksum, fits(packed.len() as u64)?, length]);
        // The name is no longer than 16 bits can say; nothing is added.
        put(&mut common, &[fits(name.len() as u64)?]);

        let mut head = Vec::new();
        put(&mut head, &[HEAD]);
        head.extend_from_slice(&common);
        head.extend_from_slice(name.as_bytes());

        let directory = &mut self.directory;
        put(directory, &[RECORD]);
        put_short(directory, &[SYSTEM]);
        directory.extend_from_slice(&common);
        put_short(directory, &[0, 0, 0]);
        put(directory, &[(FILE | options.permissions) << 16, fits(self.at)?]);
        directory.extend_from_slice(name.as_bytes());

        self.into.write_all(&head)?;
        self.into.write_all(&packed)?;
        self.at += (head.len() + packed.len()) as u64;
        Ok(())
    }
}

impl<W> Write for ZipWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        if self.part.is_none() {
            return Err(ZipError::InvalidArchive("no part has begun").into());
        }
        self.content.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

const TOO_LONG: ZipError = ZipError::UnsupportedArchive("the archive would be too long");

fn fits(number: u64) -> ZipResult<u32> {
    number.try_into().map_err(|_| TOO_LONG)
}

fn put(into: &mut Vec<u8>, numbers: &[u32]) {
    numbers.iter().for_each(|number| into.extend_from_slice(&number.to_le_bytes()));
}

fn put_short(into: &mut Vec<u8>, numbers: &[u16]) {
    numbers.iter().for_each(|number| into.extend_from_slice(&number.to_le_bytes()));
}
