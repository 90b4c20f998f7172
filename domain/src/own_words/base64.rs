//! Base64 in one line, as it stands in an address that holds all of a file.

/// What is written otherwise.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// Behind how many letters.
    pub(super) behind: usize,
    /// Which letter. None: not all of it is there.
    pub(super) found: Option<char>,
}

/// What was written so, if it is whole and in the one way that there is: without lines or spaces, ended with `=`
/// where it has to be.
pub(super) fn decoded(text: &str) -> Result<Vec<u8>, Wrong> {
    let written = text.strip_suffix("==").or(text.strip_suffix('=')).unwrap_or(text);
    whole(text, written).ok_or_else(|| {
        let other = |letter: char| u8::try_from(letter).ok().and_then(value).is_none();
        match written.chars().enumerate().find(|(_, letter)| other(*letter)) {
            Some((behind, found)) => Wrong { behind, found: Some(found) },
            None => Wrong { behind: text.chars().count(), found: None },
        }
    })
}

fn whole(text: &str, written: &str) -> Option<Vec<u8>> {
    let bytes = text.as_bytes();
    if bytes.is_empty() || !bytes.len().is_multiple_of(4) {
        return None;
    }
    let mut decoded = Vec::with_capacity(bytes.len() / 4 * 3);
    for four in written.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for letter in four {
            bits = bits << 6 | value(*letter)?;
        }
        // Of a piece that is not whole, what is over has to be nothing.
        let (spare, whole) = (four.len() * 6 % 8, four.len() * 6 / 8);
        if bits & ((1 << spare) - 1) != 0 || whole == 0 {
            return None;
        }
        let piece = (bits >> spare).to_be_bytes();
        decoded.extend(piece.get(4 - whole..)?);
    }
    Some(decoded)
}

fn value(letter: u8) -> Option<u32> {
    let value = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(value.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_whole_is_read_and_nothing_else() {
        for (written, is) in
            [("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"), ("/+8=", "")]
        {
            let found = decoded(written).unwrap();
            assert!(is.is_empty() || found == is.as_bytes(), "{written}");
        }
        assert_eq!(decoded("/+8=").unwrap(), [0xff, 0xef]);
        for wrong in ["", "Zg", "Zg=", "Zh==", "Zm9=", "Zg==Zg==", "Zm 9", "Zm9v\n", "Z===", "-_8="]
        {
            assert!(decoded(wrong).is_err(), "{wrong}");
        }
        for (wrong, behind, found) in [
            ("", 0, None),
            ("Zg=", 3, None),
            ("Zg==Zg==", 2, Some('=')),
            ("Zm 9", 2, Some(' ')),
            ("Zm9v\n", 4, Some('\n')),
            ("Zmé", 2, Some('é')),
            ("ZmŁv", 2, Some('Ł')),
            ("-_8=", 0, Some('-')),
        ] {
            assert_eq!(decoded(wrong), Err(Wrong { behind, found }), "{wrong}");
        }
    }
}
