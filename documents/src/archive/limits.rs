//! What an archive from outside may cost. A small file can say that it holds very much, so each is
//! unpacked once to be measured, and kept by nobody, before a library may read it.

use std::io::{Cursor, Read as _, sink};

use domain::bounds::archive::{EACH, FILES, RATIO, TOGETHER};
use domain::bounds::file::LENGTH;
use zip::ZipArchive;
use zip::result::ZipError;

/// What an archive may hold.
struct Limits {
    /// How many files.
    files: usize,
    /// How long one of them may become, in bytes.
    each: u64,
    /// How long all of them may become together, in bytes.
    together: u64,
    /// How many times as long as the archive they may become.
    ratio: u64,
}

const LIMITS: Limits = Limits { files: FILES, each: EACH, together: TOGETHER, ratio: RATIO };

/// An archive, with its directory read.
pub(crate) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Why an archive is not unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// It would become longer than is allowed.
    TooLong,
    /// One of its files is encrypted.
    Encrypted,
    /// It is none, or damaged.
    Damaged,
}

/// The archive in these bytes. What its directory says of the lengths is not relied on.
///
/// # Errors
/// Where it is none, is damaged or encrypted, or would become longer than is allowed.
pub(crate) fn open(bytes: &[u8]) -> Result<Archive<'_>, Refused> {
    if bytes.len() > LENGTH as usize {
        return Err(Refused::TooLong);
    }
    open_within(bytes, &LIMITS)
}

fn open_within<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Archive<'a>, Refused> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Damaged)?;
    if archive.len() > limits.files {
        return Err(Refused::TooLong);
    }
    let length = u64::try_from(bytes.len()).map_err(|_| Refused::TooLong)?;
    let mut rest = limits.together.min(length.saturating_mul(limits.ratio));
    for at in 0..archive.len() {
        let most = rest.min(limits.each);
        let file = archive.by_index(at).map_err(|fault| match fault {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refused::Encrypted,
            _ => Refused::Damaged,
        })?;
        // One byte more is enough to see that it is too long.
        let unpacked = std::io::copy(&mut file.take(most + 1), &mut sink());
        let unpacked = unpacked.map_err(|_| Refused::Damaged)?;
        if unpacked > most {
            return Err(Refused::TooLong);
        }
        rest -= unpacked;
    }
    Ok(archive)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code")]
mod tests {
    use super::super::{File, write};
    use super::*;

    const SMALL: Limits = Limits { files: 3, each: 2_000, together: 3_000, ratio: 50 };

    fn archive(texts: &[&str]) -> Vec<u8> {
        let file = |(at, text): (usize, &&str)| File { name: at.to_string(), text: (*text).into() };
        write(&texts.iter().enumerate().map(file).collect::<Vec<_>>()).unwrap()
    }

    fn is_allowed(bytes: &[u8]) -> bool {
        open_within(bytes, &SMALL).is_ok()
    }

    #[test]
    fn an_archive_that_would_become_too_long_is_refused() {
        let (most, half) = ("much of the same".repeat(125), "half as much".repeat(83));
        assert_eq!((most.len(), half.len()), (2_000, 996));
        assert!(is_allowed(&archive(&[&most, &half, ""])));
        assert!(!is_allowed(&archive(&[&(most.clone() + ".")])), "one file");
        assert!(!is_allowed(&archive(&[&most, &half, "12345"])), "all together");
        assert!(!is_allowed(&archive(&["", "", "", ""])), "their number");
        let ratio = Limits { ratio: 5, ..SMALL };
        assert!(matches!(open_within(&archive(&[&most]), &ratio), Err(Refused::TooLong)));
    }

    /// The file becomes longer than the archive says.
    #[test]
    fn what_an_archive_says_of_a_length_is_not_relied_on() {
        let mut bytes = archive(&[&"1".repeat(2_001)]);
        let said = 2_001_u32.to_le_bytes();
        let places = (0..bytes.len() - 4).filter(|at| bytes[*at..at + 4] == said);
        let places: Vec<usize> = places.collect();
        assert_eq!(places.len(), 2);
        for at in places {
            bytes.splice(at..at + 4, 9_u32.to_le_bytes());
        }
        assert!(!is_allowed(&bytes));
    }

    #[test]
    fn what_is_damaged_is_refused() {
        let bytes = archive(&["some text", "b"]);
        assert!(is_allowed(&bytes));
        for at in 0..bytes.len() {
            assert!(!is_allowed(&bytes[..at]), "cut at {at}");
        }
        let mut changed = bytes.clone();
        changed[35] ^= 0x15;
        assert!(!is_allowed(&changed), "a letter of what is compressed");
    }

    #[test]
    fn the_limits_leave_room_for_what_people_save() {
        assert!(open(&archive(&[&"much of the same".repeat(100)])).is_ok());
        assert!(matches!(open(&vec![0; LENGTH as usize + 1]), Err(Refused::TooLong)));
    }
}
