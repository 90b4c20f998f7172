//! A package as npm takes it: a tape archive (POSIX `ustar`), packed by gzip, with all files below
//! `package/`, in the order of their names, of nobody and of one time.

use super::time::Time;
use crate::build::Dist;
use crate::build::packed::{self, Packing};

/// What an archive is counted in.
const BLOCK: usize = 512;

/// The longest path that a head has room for.
const LONGEST: usize = 100;

/// A package of these files by their paths.
pub(super) fn bytes(files: &Dist, time: Time) -> Result<Vec<u8>, String> {
    let mut archive = Vec::new();
    for (path, bytes) in files {
        archive.extend(head(&format!("package/{path}"), bytes.len() as u64, time)?);
        archive.extend_from_slice(bytes);
        archive.resize(archive.len().next_multiple_of(BLOCK), 0);
    }
    // Two empty blocks say that nothing follows.
    archive.resize(archive.len() + 2 * BLOCK, 0);
    packed::by(Packing::Gzip, &archive)
}

/// What stands before a file.
fn head(path: &str, length: u64, time: Time) -> Result<Vec<u8>, String> {
    if path.len() > LONGEST {
        return Err(format!("{path}: longer than an archive of this kind can say"));
    }
    let before = [
        text(path, LONGEST),
        // What may be done with it, whose it is: no user and no group.
        number(0o644, 8),
        number(0, 8),
        number(0, 8),
        number(length, 12),
        number(time.seconds, 12),
    ]
    .concat();
    // It is a file, and no link; of no name, on no device.
    let behind =
        [text("0", 1), text("", 100), text("ustar", 6), text("00", 2), text("", 247)].concat();
    // The sum is taken as if spaces stood in its place.
    let all = before.iter().chain(b"        ").chain(&behind);
    let sum: u64 = all.map(|byte| u64::from(*byte)).sum();
    Ok([before, number(sum, 7), text(" ", 1), behind].concat())
}

/// A field with a text, and nothing behind it.
fn text(text: &str, width: usize) -> Vec<u8> {
    let mut field = text.as_bytes().to_vec();
    field.resize(width, 0);
    field
}

/// A field with a number, as the format writes it: to the base of eight, and an end.
fn number(number: u64, width: usize) -> Vec<u8> {
    let digits = width - 1;
    format!("{number:0digits$o}\0").into_bytes()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;
    use crate::tree;

    const TIME: Time = Time { seconds: 499_162_500, day_and_time: 0 };

    #[test]
    fn another_program_unpacks_what_was_packed() {
        let long = format!("site/{}", "a".repeat(80));
        let files: Dist = [("a.js", "one"), (&*long, &*"two ".repeat(300)), ("empty", "")]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
            .into();
        let folder = tree::target().unwrap().join("tmp/tarball");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("a.tgz"), bytes(&files, TIME).unwrap()).unwrap();
        let mut tar = Command::new("tar");
        let done = tar.args(["-xzf", "a.tgz"]).current_dir(&folder).stderr(Stdio::inherit());
        assert!(done.status().unwrap().success());
        for (path, bytes) in &files {
            let file = folder.join("package").join(path);
            assert_eq!(&std::fs::read(&file).unwrap(), bytes, "{path}");
            let modified = std::fs::metadata(&file).unwrap().modified().unwrap();
            let since = modified.duration_since(std::time::UNIX_EPOCH).unwrap();
            assert_eq!(since.as_secs(), TIME.seconds, "{path}");
        }
    }

    #[test]
    fn a_path_that_has_no_room_is_told_and_not_cut() {
        let files: Dist = [("a".repeat(93), Vec::new())].into();
        assert!(bytes(&files, TIME).unwrap_err().contains("longer than"));
    }
}
