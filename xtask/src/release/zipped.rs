//! An archive by ZIP: its parts in the order of their names, all of one time.

use std::io::Write as _;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::time::Time;
use crate::build::{self, Dist};

/// How long an entry of the directory is without its name, and the end of the archive.
const ENTRY: usize = 46;
const END: usize = 22;

/// An archive of these files by their paths.
pub(super) fn bytes(files: &Dist, time: Time) -> Result<Vec<u8>, String> {
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
    let mut archive = archive.finish().map_err(|fault| fault.to_string())?;
    put_time(&mut archive, time).ok_or("the archive is not as this knows it")?;
    Ok(archive)
}

/// What writes the archive knows one time alone, as it does for all that the page itself writes. Here each
/// file is given another, where it stands and where the directory names it.
fn put_time(archive: &mut [u8], time: Time) -> Option<()> {
    let number = |archive: &[u8], at: usize, width: usize| {
        let bytes = archive.get(at..at + width)?;
        Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
    };
    let end = archive.len().checked_sub(END)?;
    let mut entry = number(archive, end + 16, 4)?;
    while entry < end {
        let file = number(archive, entry + 42, 4)?;
        let behind = [28, 30, 32].map(|place| number(archive, entry + place, 2));
        for place in [file + 10, entry + 12] {
            archive.get_mut(place..place + 4)?.copy_from_slice(&time.day_and_time.to_le_bytes());
        }
        entry += ENTRY + behind.into_iter().sum::<Option<usize>>()?;
    }
    (entry == end).then_some(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use std::io::{Cursor, Read as _};

    use zip::ZipArchive;

    use super::*;

    const TIME: Time = Time { seconds: 0, day_and_time: 0x5d81_49a4 };

    #[test]
    fn every_file_comes_out_as_it_went_in_and_what_is_packed_is_not_packed_again() {
        let long = b"the same again ".repeat(400);
        let files: Dist = [("a/page.html", &long), ("a/page.html.gz", &long), ("b", &Vec::new())]
            .map(|(path, bytes)| (path.to_owned(), bytes.clone()))
            .into();
        let archive = bytes(&files, TIME).unwrap();
        assert!(archive.len() > long.len() && archive.len() < long.len() + 1_000);
        let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
        assert_eq!(archive.len(), files.len());
        for (path, bytes) in &files {
            let mut found = Vec::new();
            archive.by_name(path).unwrap().read_to_end(&mut found).unwrap();
            assert_eq!(&found, bytes, "{path}");
        }
    }

    #[test]
    fn every_file_has_the_time_that_is_given_where_it_stands_and_in_the_directory() {
        let files: Dist = ["a/page.html", "b"].map(|path| (path.to_owned(), b"PK".to_vec())).into();
        let archive = bytes(&files, TIME).unwrap();
        let times = |mark: &[u8], at: usize| {
            let found = archive.windows(4).enumerate().filter(|(_, four)| *four == mark);
            let times = found.map(|(place, _)| archive[place + at..place + at + 4].to_vec());
            times.collect::<Vec<_>>()
        };
        let time = TIME.day_and_time.to_le_bytes().to_vec();
        assert_eq!(times(b"PK\x03\x04", 10), [time.clone(), time.clone()]);
        assert_eq!(times(b"PK\x01\x02", 12), [time.clone(), time]);
        assert!(put_time(&mut archive[..archive.len() - 1].to_vec(), TIME).is_none());
    }
}
