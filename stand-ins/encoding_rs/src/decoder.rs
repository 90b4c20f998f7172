//! Text that comes in pieces, cut wherever they are.

use crate::Encoding;
use crate::first::{First, LONGEST};

/// Reads text that comes in pieces.
pub struct Decoder {
    encoding: &'static Encoding,
    /// The beginning of a letter whose end has not come yet.
    begun: [u8; LONGEST],
    /// How long that is.
    length: usize,
}

/// Where reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecoderResult {
    /// At the end of the piece.
    InputEmpty,
    /// In front of a letter for which there is no room.
    OutputFull,
    /// Behind so many bytes that are no letter. Then as many as the second number says were read
    /// that come after these; here always none.
    Malformed(u8, u8),
}

impl Decoder {
    pub(crate) const fn new(encoding: &'static Encoding) -> Self {
        Self { encoding, begun: [0; LONGEST], length: 0 }
    }

    /// In which encoding it reads.
    #[must_use]
    pub const fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// How many bytes of UTF-8 come of a piece of this length, at most. None where that is no number
    /// of this machine.
    #[must_use]
    pub fn max_utf8_buffer_length_without_replacement(&self, length: usize) -> Option<usize> {
        // A byte of windows-1252 becomes up to three.
        length.checked_add(self.length)?.checked_mul(3)
    }

    /// Reads a piece, and puts its letters behind each other as far as there is room. Says why it
    /// stopped, how much it read and how much it wrote. Behind the last piece comes none, so that
    /// what it begins and does not end is malformed.
    pub fn decode_to_utf8_without_replacement(
        &mut self,
        piece: &[u8],
        room: &mut [u8],
        last: bool,
    ) -> (DecoderResult, usize, usize) {
        let mut written = 0;
        let (result, read) = self.letters(piece, last, |letter| {
            let end = written + letter.len_utf8();
            let place = room.get_mut(written..end);
            place.is_some_and(|place| {
                letter.encode_utf8(place);
                written = end;
                true
            })
        });
        (result, read, written)
    }

    /// The same into a text, as far as that has room without growing.
    pub fn decode_to_string_without_replacement(
        &mut self,
        piece: &[u8],
        text: &mut String,
        last: bool,
    ) -> (DecoderResult, usize) {
        self.letters(piece, last, |letter| {
            let has_room = text.capacity() - text.len() >= letter.len_utf8();
            if has_room {
                text.push(letter);
            }
            has_room
        })
    }

    /// Hands out letters until one is not taken.
    fn letters(
        &mut self,
        piece: &[u8],
        last: bool,
        mut take: impl FnMut(char) -> bool,
    ) -> (DecoderResult, usize) {
        let mut read = 0;
        loop {
            // What is begun, and what follows it, as far as one letter can be.
            let behind = piece.get(read..).unwrap_or_default();
            let mut next = self.begun;
            let mut end = self.length;
            for (place, byte) in next.iter_mut().skip(self.length).zip(behind) {
                *place = *byte;
                end += 1;
            }
            let bytes = next.get(..end).unwrap_or_default();
            if bytes.is_empty() {
                return (DecoderResult::InputEmpty, read);
            }
            match self.encoding.letters.first(bytes) {
                First::Letter(letter, length) => {
                    if !take(letter) {
                        return (DecoderResult::OutputFull, read);
                    }
                    read += self.past(length);
                }
                First::Malformed(length) => {
                    read += self.past(length);
                    return (malformed(length), read);
                }
                First::Incomplete if last => {
                    self.length = 0;
                    return (malformed(end), piece.len());
                }
                First::Incomplete => {
                    (self.begun, self.length) = (next, end);
                    return (DecoderResult::InputEmpty, piece.len());
                }
            }
        }
    }

    /// Goes on by so many bytes, of what is begun first. Says how many of them are of the piece.
    fn past(&mut self, length: usize) -> usize {
        let of_begun = length.min(self.length);
        self.begun.rotate_left(of_begun);
        self.length -= of_begun;
        length - of_begun
    }
}

fn malformed(length: usize) -> DecoderResult {
    DecoderResult::Malformed(u8::try_from(length).unwrap_or(u8::MAX), 0)
}
