//! Numbers written as text.
//!
//! It stands in for the library `zmij`, whose name it bears and whose interface it has as far as
//! `serde_json` names it. That writes a number with a point in the time of a few instructions, by a table
//! of 10 KB that no packing makes smaller; no file of the house holds such a number, but its writer is
//! linked. Here the standard library does it, which writes the same shortest digits.

use std::fmt::{Debug, Write};
use std::str;

/// The longest one has 24 characters: `-2.2250738585072014e-308`.
const AT_MOST: usize = 24;

/// Room for one number.
#[derive(Clone, Copy, Debug)]
pub struct Buffer {
    bytes: [u8; AT_MOST],
    length: usize,
}

impl Default for Buffer {
    fn default() -> Self {
        Self::new()
    }
}

impl Buffer {
    /// With nothing in it.
    #[must_use]
    pub const fn new() -> Self {
        Self { bytes: [0; AT_MOST], length: 0 }
    }

    /// The same as [`Self::format_finite`], also of a number that is not finite, as errors name one.
    pub fn format<F: Float>(&mut self, number: F) -> &str {
        self.format_finite(number)
    }

    /// The shortest digits that are read as this number again. One that is not finite is none in JSON, and
    /// whoever writes JSON asks before.
    pub fn format_finite<F: Float>(&mut self, number: F) -> &str {
        self.length = 0;
        // It cannot be longer than there is room: a writer that is full writes no more.
        let _fits = write!(self, "{number:?}");
        self.bytes.get(..self.length).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or("0.0")
    }
}

impl Write for Buffer {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.length + text.len();
        let room = self.bytes.get_mut(self.length..end).ok_or(std::fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

/// A kind of number with a point.
pub trait Float: Copy + Debug {}

impl Float for f32 {}
impl Float for f64 {}

#[cfg(test)]
mod tests {
    use super::Buffer;

    #[test]
    fn the_shortest_digits_are_written_and_read_as_the_same_number() {
        let numbers = [
            (0.0, "0.0"),
            (-0.1, "-0.1"),
            (1e16, "1e16"),
            (123_456.75, "123456.75"),
            (-2.225_073_858_507_201_4e-308, "-2.2250738585072014e-308"),
            (f64::MAX, "1.7976931348623157e308"),
        ];
        for (number, text) in numbers {
            let mut buffer = Buffer::new();
            assert_eq!(buffer.format_finite(number), text);
            assert_eq!(text.parse(), Ok(number));
        }
    }
}
