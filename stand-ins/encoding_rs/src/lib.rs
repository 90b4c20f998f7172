//! Encodings of text, as far as a question sheet that comes back can need them: UTF-8, UTF-16, and
//! windows-1250 to 1258, which have a byte for each letter.
//!
//! It stands in for the library `encoding_rs`, whose name it bears and whose interface it has as far
//! as `calamine`, `codepage` and `quick-xml` name it. None of them can be had without, and its tables,
//! most of them for Chinese, Japanese and Korean, made the worker's module 104 KB larger after brotli.
//! Those that are left are 951 bytes.
//!
//! All other encodings have their names and no letters: no label leads to one
//! ([`Encoding::for_label`]), and every byte in one is malformed, ASCII too. A workbook in it then
//! holds nothing that is recognised, and is refused; nothing in it is guessed.
//!
//! Text is read here, and never written.

mod decoder;
mod first;
mod known;
mod windows;

use std::borrow::Cow;
use std::fmt;

pub use decoder::{Decoder, DecoderResult};
use first::{First, Letters};
use known::READABLE;
pub use known::*;

/// An encoding. Two are the same if their names are.
pub struct Encoding {
    name: &'static str,
    /// What else it is called, in small letters.
    labels: &'static [&'static str],
    letters: Letters,
}

impl Encoding {
    /// How the Encoding Standard spells its name.
    #[must_use]
    pub const fn name(&'static self) -> &'static str {
        self.name
    }

    /// The encoding that is called so, in small or large letters. None where it cannot be read here.
    #[must_use]
    pub fn for_label(label: &[u8]) -> Option<&'static Self> {
        let label = label.trim_ascii();
        let is = |name: &&str| label.eq_ignore_ascii_case(name.as_bytes());
        READABLE.into_iter().find(|it| is(&it.name) || it.labels.iter().any(is))
    }

    /// The encoding whose mark of the byte order stands first, and how long that is.
    #[must_use]
    pub fn for_bom(bytes: &[u8]) -> Option<(&'static Self, usize)> {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => Some((UTF_8, 3)),
            [0xff, 0xfe, ..] => Some((UTF_16LE, 2)),
            [0xfe, 0xff, ..] => Some((UTF_16BE, 2)),
            _ => None,
        }
    }

    /// The text of these bytes, in which encoding it was, and whether anything in it was malformed:
    /// U+FFFD stands in its place. A mark of the byte order counts for more than this encoding.
    #[must_use]
    pub fn decode<'a>(&'static self, bytes: &'a [u8]) -> (Cow<'a, str>, &'static Self, bool) {
        let (encoding, mark) = Self::for_bom(bytes).unwrap_or((self, 0));
        let (text, is_malformed) = encoding.text(bytes.get(mark..).unwrap_or_default());
        (Cow::Owned(text), encoding, is_malformed)
    }

    /// The text of these bytes. None where anything in it is malformed.
    #[must_use]
    pub fn decode_without_bom_handling_and_without_replacement<'a>(
        &'static self,
        bytes: &'a [u8],
    ) -> Option<Cow<'a, str>> {
        let (text, is_malformed) = self.text(bytes);
        (!is_malformed).then_some(Cow::Owned(text))
    }

    /// Reads text that comes in pieces. A mark of the byte order is a letter like others.
    #[must_use]
    pub fn new_decoder_without_bom_handling(&'static self) -> Decoder {
        Decoder::new(self)
    }

    fn text(&self, bytes: &[u8]) -> (String, bool) {
        let mut text = String::with_capacity(bytes.len());
        let mut is_malformed = false;
        let mut rest = bytes;
        while !rest.is_empty() {
            let (letter, length) = match self.letters.first(rest) {
                First::Letter(letter, length) => (Some(letter), length),
                First::Malformed(length) => (None, length),
                First::Incomplete => (None, rest.len()),
            };
            text.push(letter.unwrap_or(char::REPLACEMENT_CHARACTER));
            is_malformed |= letter.is_none();
            rest = rest.get(length..).unwrap_or_default();
        }
        (text, is_malformed)
    }
}

impl PartialEq for Encoding {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Encoding {}

impl fmt::Debug for Encoding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Encoding({})", self.name)
    }
}
