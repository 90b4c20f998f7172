//! ZIP archives that other programs have written (PKWARE's APPNOTE 6.3): what spreadsheets save.
//! Files are taken out one by one, by their names; nothing else in the archive is looked at.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::{CENTRAL_HEADER, DEFLATED, END, LOCAL_HEADER, Reader, checksum};

/// How archives begin.
const BEGINNING: &[u8] = b"PK\x03\x04";

/// The longest that one file may become, so that a small archive cannot fill the memory.
const LONGEST: usize = 32 * 1024 * 1024;

/// Compressed not at all (4.4.5).
const STORED: u16 = 0;

/// Encrypted (4.4.4, bit 0).
const ENCRYPTED: u16 = 1;

/// Whether bytes begin as an archive does.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGINNING)
}

/// An archive whose directory was read.
pub(crate) struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry<'a>>,
}

struct Entry<'a> {
    name: &'a [u8],
    method: u16,
    sum: u32,
    compressed: usize,
    length: usize,
    start: usize,
}

impl<'a> Archive<'a> {
    /// Reads the directory. None where there is none, or one that names places outside.
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        let (count, start) = end(bytes)?;
        let mut directory = Reader { rest: bytes.get(start..)? };
        let mut entries = Vec::new();
        for _ in 0..count {
            entries.push(entry(&mut directory)?);
        }
        Some(Self { bytes, entries })
    }

    /// The text of a file. None where it is not there, encrypted, damaged, too long or no text.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        let entry = self.entries.iter().find(|entry| entry.name == name.as_bytes())?;
        let mut local = Reader { rest: self.bytes.get(entry.start..)? };
        (local.long()? == LOCAL_HEADER).then_some(())?;
        // 4.3.7: sizes may stand behind the file instead; those of the directory hold.
        local.take(22)?;
        let (name, extra) = (local.short()?, local.short()?);
        local.take(usize::from(name) + usize::from(extra))?;
        let compressed = local.take(entry.compressed)?;
        let bytes = match entry.method {
            STORED => compressed.to_vec(),
            DEFLATED if entry.length <= LONGEST => {
                decompress_to_vec_with_limit(compressed, entry.length).ok()?
            }
            _ => return None,
        };
        (bytes.len() == entry.length && checksum(&bytes) == entry.sum).then_some(())?;
        String::from_utf8(bytes).ok()
    }
}

/// How many files there are and where the directory starts (4.3.16). A comment may stand behind.
fn end(bytes: &[u8]) -> Option<(u16, usize)> {
    const LENGTH: usize = 22;
    const LONGEST_COMMENT: usize = 65_535;
    let last = bytes.len().checked_sub(LENGTH)?;
    let first = last.saturating_sub(LONGEST_COMMENT);
    let at = (first..=last)
        .rev()
        .find(|at| bytes.get(*at..).is_some_and(|end| end.starts_with(&END.to_le_bytes())))?;
    let mut end = Reader { rest: bytes.get(at + 8..)? };
    let count = end.short()?;
    end.take(6)?;
    Some((count, end.size()?))
}

/// 4.3.12
fn entry<'a>(directory: &mut Reader<'a>) -> Option<Entry<'a>> {
    (directory.long()? == CENTRAL_HEADER).then_some(())?;
    directory.take(4)?;
    let flags = directory.short()?;
    let method = directory.short()?;
    directory.take(4)?;
    let sum = directory.long()?;
    let (compressed, length) = (directory.size()?, directory.size()?);
    let (name, extra, comment) = (directory.short()?, directory.short()?, directory.short()?);
    directory.take(8)?;
    let start = directory.size()?;
    let name = directory.take(usize::from(name))?;
    directory.take(usize::from(extra) + usize::from(comment))?;
    let method = if flags & ENCRYPTED == 0 { method } else { u16::MAX };
    Some(Entry { name, method, sum, compressed, length, start })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use super::super::{File, write};
    use super::*;

    fn archive() -> Vec<u8> {
        let file = |name: &str, text: &str| File { name: name.into(), text: text.into() };
        write(&[file("a/é.xml", &"much of the same ".repeat(90)), file("b", "")]).unwrap()
    }

    #[test]
    fn files_are_found_by_their_names_also_before_a_comment() {
        let mut bytes = archive();
        let length = bytes.len();
        bytes.extend(b"a comment");
        *bytes.get_mut(length - 2).unwrap() = 9;
        let archive = Archive::open(&bytes).unwrap();
        assert_eq!(archive.text("a/é.xml").unwrap(), "much of the same ".repeat(90));
        assert_eq!(archive.text("b").unwrap(), "");
        assert_eq!(archive.text("c"), None);
    }

    #[test]
    fn no_byte_can_change_what_is_read_without_being_seen() {
        let bytes = archive();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            *changed.get_mut(at).unwrap() ^= 0x15;
            let text = Archive::open(&changed).and_then(|archive| archive.text("a/é.xml"));
            assert!(text.is_none_or(|text| text == "much of the same ".repeat(90)), "{at}");
            let cut = bytes.get(..at).unwrap();
            assert!(Archive::open(cut).is_none_or(|archive| archive.text("b").is_none()), "{at}");
        }
    }
}
