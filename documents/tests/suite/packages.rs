//! What stands in a file that is a package: all its parts as text, so that a test reads a package
//! as it reads a page.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The parts of a package in their order: name and content.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let text = |(name, content)| (name, String::from_utf8(content).unwrap());
    parts_as_bytes(bytes).into_iter().map(text).collect()
}

/// The same with parts that may be no text.
pub(crate) fn parts_as_bytes(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            (file.name().unwrap().into_owned(), content)
        })
        .collect()
}

/// A package of these parts, as another program packs it.
pub(crate) fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A file as text, whatever its format: itself, or its parts one after the other.
pub(crate) fn text(bytes: Vec<u8>) -> String {
    if !bytes.starts_with(b"PK") {
        return String::from_utf8(bytes).unwrap();
    }
    let parts = parts(&bytes).into_iter().map(|(name, text)| format!("== {name}\n{text}\n"));
    parts.collect()
}

/// A file as text to be compared by people: a paragraph on each line, and without the styles of a
/// package, which are the same in every copy.
pub(crate) fn to_compare(bytes: Vec<u8>) -> String {
    let text = text(bytes);
    match text.split_once("== word/styles.xml") {
        Some((before, styles)) => {
            let (_, after) = styles.split_once("\n== ").unwrap_or_default();
            format!("{before}== {after}").replace("<w:p>", "\n<w:p>").replace("<w:tr>", "\n<w:tr>")
        }
        None => text,
    }
}
