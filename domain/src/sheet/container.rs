//! What the file of a sheet is by its first bytes, before anybody reads it.

/// What a sheet comes in. A save file is a text that begins with a brace, and never like these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// A ZIP archive: XLSX and ODS.
    Archive,
    /// A compound file (MS-CFB): XLS, and an XLSX that has a password.
    CompoundFile,
    /// Neither, and no save file: perhaps a table as text (CSV).
    Text,
}

impl Container {
    /// What begins like this. None where it can be no sheet.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK") {
            Some(Self::Archive)
        } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            Some(Self::CompoundFile)
        } else {
            let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
            (!text.is_empty() && !text.starts_with(b"{") && !text.starts_with(b"["))
                .then_some(Self::Text)
        }
    }

    /// Whether what begins like this is packed: nobody reads it as text.
    #[must_use]
    pub fn is_packed(bytes: &[u8]) -> bool {
        matches!(Self::of(bytes), Some(Self::Archive | Self::CompoundFile))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_save_file_comes_in_none_of_them() {
        assert_eq!(Container::of(b"PK\x03\x04"), Some(Container::Archive));
        let compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0";
        assert_eq!(Container::of(compound), Some(Container::CompoundFile));
        for other in [&b""[..], b" \n", b"{\"format\":", b"\xef\xbb\xbf \n{", b"[1"] {
            assert_eq!(Container::of(other), None);
        }
        for text in [&b"Code,Question"[..], b"\xef\xbb\xbfCode;Question", b"P", b"\xd0\xcf"] {
            assert_eq!(Container::of(text), Some(Container::Text));
            assert!(!Container::is_packed(text));
        }
    }
}
