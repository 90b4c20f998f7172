//! The first letter of some bytes.

/// How bytes are letters.
#[derive(Clone, Copy)]
pub(crate) enum Letters {
    /// One to four bytes.
    Utf8,
    /// One unit of two bytes, or two, of which the less significant byte stands first.
    Utf16Le,
    /// The same with the more significant one first.
    Utf16Be,
    /// One byte: ASCII, and what a table says of the others.
    Single(&'static [u16; 128]),
    /// Not known here.
    Missing,
}

/// The longest that a letter is, in bytes.
pub(crate) const LONGEST: usize = 4;

/// What some bytes begin with.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum First {
    /// This letter, so many bytes long.
    Letter(char, usize),
    /// So many bytes that are none.
    Malformed(usize),
    /// All of them are the beginning of one: fewer than [`LONGEST`].
    Incomplete,
}

impl Letters {
    /// What the bytes begin with. They are at least one.
    pub(crate) fn first(self, bytes: &[u8]) -> First {
        match self {
            Self::Utf8 => utf8(bytes),
            Self::Utf16Le => utf16(bytes, u16::from_le_bytes),
            Self::Utf16Be => utf16(bytes, u16::from_be_bytes),
            Self::Single(table) => single(bytes, table),
            Self::Missing => First::Malformed(1),
        }
    }
}

fn utf8(bytes: &[u8]) -> First {
    let bytes = bytes.get(..LONGEST).unwrap_or(bytes);
    let (whole, fault) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(fault) => {
            let whole = bytes.get(..fault.valid_up_to()).unwrap_or_default();
            (std::str::from_utf8(whole).unwrap_or_default(), fault.error_len())
        }
    };
    match (whole.chars().next(), fault) {
        (Some(letter), _) => First::Letter(letter, letter.len_utf8()),
        (None, Some(length)) => First::Malformed(length),
        (None, None) => First::Incomplete,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> First {
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs.iter().take(2).map(|pair| unit(*pair));
    match char::decode_utf16(units).next() {
        Some(Ok(letter)) => First::Letter(letter, 2 * letter.len_utf16()),
        // The other half of a letter may follow a high surrogate.
        Some(Err(half)) if half.unpaired_surrogate() < 0xdc00 && bytes.len() < LONGEST => {
            First::Incomplete
        }
        Some(Err(_)) => First::Malformed(2),
        None => First::Incomplete,
    }
}

fn single(bytes: &[u8], table: &[u16; 128]) -> First {
    let byte = bytes.first().copied().unwrap_or_default();
    let unit = match byte.checked_sub(0x80) {
        Some(at) => table.get(usize::from(at)).copied().map_or(0xfffd, u32::from),
        None => u32::from(byte),
    };
    match char::from_u32(unit) {
        Some(char::REPLACEMENT_CHARACTER) | None => First::Malformed(1),
        Some(letter) => First::Letter(letter, 1),
    }
}
