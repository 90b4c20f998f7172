//! Save files that open with a passphrase alone, as the page and the worker speak of them. They are files of
//! age (age-encryption.org/v1), as bytes or as text, so that other programs open them, too.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a person has typed. It is kept nowhere, and shown nowhere: not even whoever looks for a fault sees it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Passphrase(pub String);

/// How many letters a passphrase has at least that locks a file: all shorter ones can be tried.
pub const LEAST: usize = 12;

impl Passphrase {
    /// Whether it is so short that anybody who has the file could find it.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.0.chars().count() < LEAST
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Passphrase")
    }
}

/// Why a locked file was not opened. The words for each are content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LockFault {
    /// The passphrase does not open it.
    WrongPassphrase,
    /// It is not whole, or something in it was changed.
    Damaged,
    /// To open it takes more work or memory than is given here.
    TooMuchWork,
    /// It opens with a key, and with no passphrase.
    NeedsKey,
    /// It is of a later version of the format.
    Newer,
    /// What opens it is not here.
    NotHere,
}

/// What is locked of the bytes of a file; none where it is no such file. An editor may have put a mark of its
/// encoding or a line before one that is text.
#[must_use]
pub fn locked(bytes: &[u8]) -> Option<&[u8]> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let is_text = text.starts_with(b"-----BEGIN AGE ENCRYPTED FILE-----");
    (is_text || text.starts_with(b"age-encryption.org/")).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_file_is_known_by_how_it_begins() {
        let begins = [
            &b"age-encryption.org/v1\n-> scrypt"[..],
            b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl",
            b"\xef\xbb\xbf\r\n-----BEGIN AGE ENCRYPTED FILE-----\r\nYWdl",
        ];
        for bytes in begins {
            let locked = locked(bytes);
            assert!(locked.is_some_and(|locked| bytes.ends_with(locked)), "{bytes:?}");
        }
        for bytes in
            [&b""[..], b"{\"format\":", b"PK\x03\x04", b"Code,age-encryption.org/v1", b"age"]
        {
            assert_eq!(locked(bytes), None);
        }
    }

    #[test]
    fn nothing_of_a_passphrase_is_shown_to_who_looks_for_a_fault() {
        assert_eq!(format!("{:?}", Passphrase("our supplier".into())), "Passphrase");
    }

    #[test]
    fn letters_are_counted_as_people_count_them_and_not_as_bytes() {
        assert!(Passphrase("ääääää".into()).is_short());
        assert!(Passphrase("eleven char".into()).is_short());
        assert!(!Passphrase("twelve chars".into()).is_short());
    }
}
