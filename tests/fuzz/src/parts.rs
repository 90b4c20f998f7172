//! Archives in a form in which a fuzzer gets somewhere: packed, one changed byte makes a damaged archive and
//! nothing more, so its inputs are the parts one after the other, and are packed here.
//!
//! A part begins with the sign for a new record (1E), its name ends with the sign for a unit (1F). No XML
//! holds either.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const RECORD: u8 = 0x1e;
const UNIT: u8 = 0x1f;

/// The parts of an archive that bear on what is read of it, in a row.
pub(crate) fn of_archive(bytes: &[u8], wanted: impl Fn(&str) -> bool) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        if wanted(&name) {
            parts.push(RECORD);
            parts.extend_from_slice(name.as_bytes());
            parts.push(UNIT);
            file.read_to_end(&mut parts).unwrap();
        }
    }
    parts
}

/// The archive of these parts. A part whose name no archive takes, or takes twice, is left out.
pub(crate) fn to_archive(parts: &[u8]) -> Vec<u8> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts.split(|byte| *byte == RECORD).skip(1) {
        let at = part.iter().position(|byte| *byte == UNIT).unwrap_or(part.len());
        let (name, content) = part.split_at(at);
        if writer.start_file(String::from_utf8_lossy(name), stored).is_ok() {
            writer.write_all(content.get(1..).unwrap_or_default()).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}
