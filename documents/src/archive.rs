//! ZIP archives of texts, out and in again (PKWARE's APPNOTE 6.3, the part that ISO/IEC 21320 allows
//! and Open Packaging asks for): deflated files, no encryption, no clock, nothing split.
//!
//! Two structures and a directory are written here rather than taken from a library, which costs
//! 65 KB more in WebAssembly. The compression is a library's.

pub(crate) mod limits;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// How thoroughly it is compressed, of 10.
const LEVEL: u8 = 7;

/// The version of the format that is needed to read it: 2.0, for compression (4.4.3).
const VERSION: u16 = 20;

/// Names are UTF-8 (4.4.4, bit 11).
const UTF_8: u16 = 1 << 11;

/// Compressed by Deflate (4.4.5).
const DEFLATED: u16 = 8;

/// 1 January 1980, the first day that the format knows (4.4.6).
const FIRST_DAY: u16 = 1 << 5 | 1;

const LOCAL_HEADER: u32 = 0x0403_4b50;
const CENTRAL_HEADER: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    /// Its name, with the folders before it.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) text: String,
}

/// An archive of these files in this order. None if it were larger than the format can say.
pub(crate) fn write(files: &[File]) -> Option<Vec<u8>> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for file in files {
        let compressed = compress_to_vec(file.text.as_bytes(), LEVEL);
        let start = u32::try_from(archive.len()).ok()?;
        let mut about = Vec::new();
        for number in [VERSION, UTF_8, DEFLATED, 0, FIRST_DAY] {
            about.extend(number.to_le_bytes());
        }
        about.extend(checksum(file.text.as_bytes()).to_le_bytes());
        about.extend(u32::try_from(compressed.len()).ok()?.to_le_bytes());
        about.extend(u32::try_from(file.text.len()).ok()?.to_le_bytes());
        about.extend(u16::try_from(file.name.len()).ok()?.to_le_bytes());
        // No extra field.
        about.extend([0; 2]);

        // 4.3.7
        archive.extend(LOCAL_HEADER.to_le_bytes());
        archive.extend(&about);
        archive.extend(file.name.as_bytes());
        archive.extend(compressed);

        // 4.3.12: written by a program of that version too; no comment, no disk, no attributes.
        directory.extend(CENTRAL_HEADER.to_le_bytes());
        directory.extend(VERSION.to_le_bytes());
        directory.extend(about);
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(file.name.as_bytes());
    }
    let count = u16::try_from(files.len()).ok()?;
    let start = u32::try_from(archive.len()).ok()?;
    let length = u32::try_from(directory.len()).ok()?;
    archive.extend(directory);
    // 4.3.16
    archive.extend(END.to_le_bytes());
    archive.extend([0; 4]);
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend(length.to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0; 2]);
    Some(archive)
}

/// The files of an archive that [`write`] has written, as its directory has them. None where
/// anything is not as it should be.
pub(crate) fn read(archive: &[u8]) -> Option<Vec<File>> {
    const END_LENGTH: usize = 22;
    let end = archive.get(archive.len().checked_sub(END_LENGTH)?..)?;
    let mut end = Reader { rest: end };
    if end.long()? != END || end.long()? != 0 {
        return None;
    }
    let count = end.short()?;
    end.short()?;
    let length = end.size()?;
    let start = end.size()?;
    let mut directory = Reader { rest: archive.get(start..start.checked_add(length)?)? };
    let mut files = Vec::new();
    for _ in 0..count {
        if directory.long()? != CENTRAL_HEADER {
            return None;
        }
        directory.take(2)?;
        let about = directory.take(ABOUT)?;
        directory.take(10)?;
        let start = directory.size()?;
        let name = directory.take(name_length(about)?)?;
        let mut local = Reader { rest: archive.get(start..)? };
        // What stands before a file is the same as in the directory.
        if local.long()? != LOCAL_HEADER
            || local.take(ABOUT)? != about
            || local.take(name.len())? != name
        {
            return None;
        }
        files.push(file(name, about, local)?);
    }
    directory.rest.is_empty().then_some(files)
}

/// How long that is which stands both before a file and in the directory.
const ABOUT: usize = 26;

fn name_length(about: &[u8]) -> Option<usize> {
    Reader { rest: about.get(22..)? }.short().map(usize::from)
}

fn file(name: &[u8], about: &[u8], mut content: Reader<'_>) -> Option<File> {
    let mut about = Reader { rest: about.get(10..)? };
    let sum = about.long()?;
    let compressed = content.take(about.size()?)?;
    let text = decompress_to_vec_with_limit(compressed, about.size()?).ok()?;
    if checksum(&text) != sum {
        return None;
    }
    Some(File { name: String::from_utf8(name.to_vec()).ok()?, text: String::from_utf8(text).ok()? })
}

/// Takes numbers and bytes from the start.
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    fn long(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    fn size(&mut self) -> Option<usize> {
        usize::try_from(self.long()?).ok()
    }
}

/// CRC-32 as the format has it (4.4.7), bit by bit: a report is small.
pub(crate) fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
        }
    }
    !sum
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use super::*;

    fn files() -> Vec<File> {
        let file = |name: &str, text: &str| File { name: name.into(), text: text.into() };
        vec![file("a/é.xml", &"much of the same ".repeat(900)), file("b", "")]
    }

    #[test]
    fn what_goes_in_comes_out() {
        assert_eq!(read(&write(&files()).unwrap()), Some(files()));
        assert_eq!(read(&write(&[]).unwrap()), Some(Vec::new()));
        assert!(write(&files()).unwrap().len() < 500, "it is compressed");
    }

    #[test]
    fn the_sum_is_the_one_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn no_byte_can_change_or_go_unseen() {
        let archive = write(&files()).unwrap();
        for at in 0..archive.len() {
            assert!(read(archive.get(..at).unwrap()).is_none_or(|read| read != files()), "{at}");
            let mut changed = archive.clone();
            *changed.get_mut(at).unwrap() ^= 0x15;
            // Some bytes say nothing that is read here; none of them makes it panic.
            let _ = read(&changed);
        }
    }
}
