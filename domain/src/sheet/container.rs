//! What the file of a workbook is by its first bytes, before anybody reads it.

/// What a workbook is packed in. A save file is a text, and never begins like either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// A ZIP archive: XLSX and ODS.
    Archive,
    /// A compound file (MS-CFB): XLS, and an XLSX that has a password.
    CompoundFile,
}

impl Container {
    /// What begins like this. None where it can be no workbook.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK") {
            Some(Self::Archive)
        } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            Some(Self::CompoundFile)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_save_file_is_in_no_container() {
        assert_eq!(Container::of(b"PK\x03\x04"), Some(Container::Archive));
        let compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0";
        assert_eq!(Container::of(compound), Some(Container::CompoundFile));
        for other in [&b""[..], b"P", b"{\"format\":", b"\xef\xbb\xbf{", b"\xd0\xcf"] {
            assert_eq!(Container::of(other), None);
        }
    }
}
