//! The checksum of the parts of an archive: CRC-32 as ISO 3309 and the ZIP format have it.
//!
//! It stands in for the library `crc32fast`, whose name it bears and whose interface it has as far as `zip`
//! and `documents` name it. That is made for speed, by tables of 16 KB that no packing makes smaller: they
//! were 12 KB of the worker's module after brotli. Here the table is one of 64 bytes, and half a byte is
//! looked up at a time.

/// What remains of each half byte.
const HALVES: [u32; 16] = [
    rest(0),
    rest(1),
    rest(2),
    rest(3),
    rest(4),
    rest(5),
    rest(6),
    rest(7),
    rest(8),
    rest(9),
    rest(10),
    rest(11),
    rest(12),
    rest(13),
    rest(14),
    rest(15),
];

/// What remains of half a byte, by the polynomial of ISO 3309 read from its lowest bit.
const fn rest(half: u32) -> u32 {
    let mut rest = half;
    let mut bit = 0;
    while bit < 4 {
        rest = if rest & 1 == 1 { (rest >> 1) ^ 0xEDB8_8320 } else { rest >> 1 };
        bit += 1;
    }
    rest
}

/// A rest with half a byte more.
fn half(rest: u32) -> u32 {
    HALVES.get((rest & 15) as usize).map_or(rest, |known| known ^ (rest >> 4))
}

/// The checksum of some bytes.
#[must_use]
pub fn hash(bytes: &[u8]) -> u32 {
    let mut hasher = Hasher::new();
    hasher.update(bytes);
    hasher.finalize()
}

/// A checksum in the making.
#[derive(Clone, Debug)]
pub struct Hasher {
    /// The rest so far, with all bits turned.
    rest: u32,
}

impl Default for Hasher {
    fn default() -> Self {
        Self::new()
    }
}

impl Hasher {
    /// Of no byte yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { rest: !0 }
    }

    /// Goes on behind bytes of this checksum, however many they were.
    #[must_use]
    pub const fn new_with_initial_len(checksum: u32, _length: u64) -> Self {
        Self { rest: !checksum }
    }

    /// Goes on with these bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.rest = bytes.iter().fold(self.rest, |rest, byte| half(half(rest ^ u32::from(*byte))));
    }

    /// The checksum of all bytes so far.
    #[must_use]
    pub const fn finalize(self) -> u32 {
        !self.rest
    }
}

#[cfg(test)]
mod tests {
    use super::{Hasher, hash};

    #[test]
    fn the_checksum_is_that_of_the_format() {
        // The check value that catalogues of checksums give for CRC-32/ISO-HDLC.
        assert_eq!(hash(b"123456789"), 0xCBF4_3926);
        assert_eq!(hash(b""), 0);
        assert_eq!(hash(&[0xFF; 32]), 0xFF6C_AB0B);
    }

    #[test]
    fn bytes_in_pieces_have_the_checksum_of_the_whole() {
        let bytes: Vec<u8> = (0..=255).collect();
        for at in [0, 1, 100, 256] {
            let (one, other) = bytes.split_at(at);
            let mut hasher = Hasher::new_with_initial_len(hash(one), at as u64);
            hasher.update(other);
            assert_eq!(hasher.finalize(), hash(&bytes));
        }
    }
}
