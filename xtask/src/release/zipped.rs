//! An archive by ZIP: its parts in the order of their names, all of one time.

use std::io::Write as _;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::build::{self, Dist};

/// An archive of these files by their paths.
pub(super) fn bytes(files: &Dist) -> Result<Vec<u8>, String> {
    let mut archive = ZipWriter::new(Vec::new());
    for (path, bytes) in files {
        // What is packed becomes no smaller by being packed again.
        let is_packed = build::twins::is_one(path);
        let method =
            if is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().compression_method(method);
        archive.start_file(path, options).map_err(|fault| format!("{path}: {fault}"))?;
        archive.write_all(bytes).map_err(|fault| format!("{path}: {fault}"))?;
    }
    archive.finish().map_err(|fault| fault.to_string())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use std::io::{Cursor, Read as _};

    use zip::ZipArchive;

    use super::*;

    #[test]
    fn every_file_comes_out_as_it_went_in_and_what_is_packed_is_not_packed_again() {
        let long = b"the same again ".repeat(400);
        let files: Dist = [("a/page.html", &long), ("a/page.html.gz", &long), ("b", &Vec::new())]
            .map(|(path, bytes)| (path.to_owned(), bytes.clone()))
            .into();
        let archive = bytes(&files).unwrap();
        assert!(archive.len() > long.len() && archive.len() < long.len() + 1_000);
        let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
        assert_eq!(archive.len(), files.len());
        for (path, bytes) in &files {
            let mut found = Vec::new();
            archive.by_name(path).unwrap().read_to_end(&mut found).unwrap();
            assert_eq!(&found, bytes, "{path}");
        }
    }
}
