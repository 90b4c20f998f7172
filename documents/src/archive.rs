//! ZIP archives of texts, out and in again, as the packages of documents and of tables are: deflated, one file
//! after the other, without a clock.

pub(crate) mod limits;

use std::io::{Cursor, Read as _, Write as _};

use domain::job::WriteFault;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

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
    // Of the first day that the format knows, and of nobody: the same files give the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut bytes = Vec::new();
    // As the library of workbooks writes: another kind of writer would be a second copy of all that packs.
    let mut archive = ZipWriter::new_stream(Cursor::new(&mut bytes));
    for file in files {
        archive.start_file(file.name.as_str(), options).ok()?;
        archive.write_all(file.text.as_bytes()).ok()?;
    }
    archive.finish().ok()?;
    Some(bytes)
}

/// The same, read back before anybody gets it.
pub(crate) fn packed(files: &[File]) -> Result<Vec<u8>, WriteFault> {
    let bytes = write(files).ok_or(WriteFault::NotReadBack)?;
    let is_same = read(&bytes).is_some_and(|read| read == files);
    is_same.then_some(bytes).ok_or(WriteFault::NotReadBack)
}

/// The files of an archive that was written here, in their order. None where anything is not as it
/// should be.
pub(crate) fn read(archive: &[u8]) -> Option<Vec<File>> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).ok()?;
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).ok()?;
        let name = file.name().ok()?.into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).ok()?;
        files.push(File { name, text });
    }
    Some(files)
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
        assert!(write(&files()).unwrap().len() < 600, "it is compressed");
    }

    #[test]
    fn no_byte_can_change_or_go_unseen() {
        let archive = write(&files()).unwrap();
        for at in 0..archive.len() {
            assert!(read(archive.get(..at).unwrap()).is_none_or(|read| read != files()), "{at}");
            let mut changed = archive.clone();
            *changed.get_mut(at).unwrap() ^= 0x15;
            // Some bytes say nothing that is read here; none of them makes it panic, or read as
            // another text.
            let texts = |files: Vec<File>| files.into_iter().map(|file| file.text);
            let read = read(&changed).filter(|read| read.len() == 2);
            assert!(read.is_none_or(|read| texts(read).eq(texts(files()))), "{at}");
        }
    }
}
