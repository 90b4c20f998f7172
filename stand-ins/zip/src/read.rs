//! Reading an archive.

use std::borrow::Cow;
use std::io::{BufRead as _, BufReader, Error, ErrorKind, Read, Seek, SeekFrom, Take};

use crc32fast::Hasher;
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};

use crate::CompressionMethod;
use crate::directory::{self, Entry, number};
use crate::result::{ZipError, ZipResult};

/// How the head of a part begins, and how long it is without its name and what is added to it.
pub(crate) const HEAD: u32 = 0x0403_4b50;
const HEAD_LENGTH: u64 = 30;

/// The mark of a part that is encrypted.
const ENCRYPTED: u16 = 1;

/// An archive, with its directory read.
#[derive(Clone, Debug)]
pub struct ZipArchive<R> {
    from: R,
    entries: Vec<Entry>,
}

impl<R> ZipArchive<R> {
    /// How many parts it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The names of its parts.
    pub fn file_names(&self) -> impl Iterator<Item = ZipResult<Cow<'_, str>>> {
        self.entries.iter().map(|entry| Ok(String::from_utf8_lossy(&entry.name)))
    }

    /// The number of the part of this name: of the last one, where several have it.
    #[must_use]
    pub fn index_for_name(&self, name: &str) -> Option<usize> {
        self.entries.iter().rposition(|entry| entry.name == name.as_bytes())
    }
}

impl<R: Read + Seek> ZipArchive<R> {
    /// The archive in this.
    ///
    /// # Errors
    /// Where it is none, or its directory is damaged.
    pub fn new(mut from: R) -> ZipResult<Self> {
        let entries = directory::of(&mut from)?;
        Ok(Self { from, entries })
    }

    /// A part by its name.
    ///
    /// # Errors
    /// Where there is none, or as by its number.
    pub fn by_name(&mut self, name: &str) -> ZipResult<ZipFile<'_, R>> {
        self.by_index(self.index_for_name(name).ok_or(ZipError::FileNotFound)?)
    }

    /// A part by its number.
    ///
    /// # Errors
    /// Where there is none, it is encrypted or packed in a way that is not known here, or does not begin
    /// where the directory says.
    pub fn by_index(&mut self, at: usize) -> ZipResult<ZipFile<'_, R>> {
        let entry = self.entries.get(at).ok_or(ZipError::FileNotFound)?;
        if entry.flags & ENCRYPTED != 0 {
            return Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED));
        }
        let state = match entry.method {
            method if method == CompressionMethod::Stored.number() => None,
            method if method == CompressionMethod::Deflated.number() => {
                Some(InflateState::new_boxed(DataFormat::Raw))
            }
            _ => return Err(ZipError::UnsupportedArchive("a part is packed in an unknown way")),
        };
        let head = directory::bytes(&mut self.from, entry.at, HEAD_LENGTH)?;
        let part = |at, length| number(&head, at, length).unwrap_or_default();
        if part(0, 4) != u64::from(HEAD) {
            return Err(ZipError::InvalidArchive("a part does not begin where it should"));
        }
        let begins = entry.at + HEAD_LENGTH + part(26, 2) + part(28, 2);
        self.from.seek(SeekFrom::Start(begins))?;
        let from = BufReader::new((&mut self.from).take(entry.packed));
        Ok(ZipFile { entry, from, state, checksum: Hasher::new() })
    }
}

/// A part of an archive, which is unpacked as it is read. Behind its last byte its checksum is compared.
pub struct ZipFile<'a, R> {
    entry: &'a Entry,
    from: BufReader<Take<&'a mut R>>,
    /// What unpacks it, if it is packed.
    state: Option<Box<InflateState>>,
    checksum: Hasher,
}

impl<R> ZipFile<'_, R> {
    /// Its name.
    ///
    /// # Errors
    /// None; letters that are none are replaced.
    pub fn name(&self) -> ZipResult<Cow<'_, str>> {
        Ok(String::from_utf8_lossy(&self.entry.name))
    }

    /// How long the directory says that it is.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.entry.length
    }
}

impl<R: Read> Read for ZipFile<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let length = match &mut self.state {
            None => self.from.read(out)?,
            Some(state) => loop {
                let packed = self.from.fill_buf()?;
                let is_end = packed.is_empty();
                let (taken, given) = unpacked(state, packed, out)?;
                self.from.consume(taken);
                // Without a word of what is packed, and of what it was, it would go on for ever.
                match given {
                    Some(0) if !is_end && !out.is_empty() => {}
                    given => break given.unwrap_or_default(),
                }
            },
        };
        self.checksum.update(out.get(..length).unwrap_or_default());
        let is_end = length == 0 && !out.is_empty();
        if is_end && self.checksum.clone().finalize() != self.entry.checksum {
            return Err(damaged());
        }
        Ok(length)
    }
}

/// Unpacks a piece: how much of it is done with, and how much came of it; none behind the last piece.
fn unpacked(
    state: &mut InflateState,
    packed: &[u8],
    out: &mut [u8],
) -> std::io::Result<(usize, Option<usize>)> {
    let flush = if packed.is_empty() { MZFlush::Finish } else { MZFlush::None };
    let done = inflate(state, packed, out, flush);
    let given = match done.status {
        Ok(MZStatus::StreamEnd) if done.bytes_written == 0 => None,
        Ok(MZStatus::StreamEnd | MZStatus::Ok) | Err(MZError::Buf) => Some(done.bytes_written),
        Ok(MZStatus::NeedDict) | Err(_) => return Err(damaged()),
    };
    Ok((done.bytes_consumed, given))
}

fn damaged() -> Error {
    Error::new(ErrorKind::InvalidData, "what is packed is damaged")
}
