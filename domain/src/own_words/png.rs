//! A PNG as far as it is asked here: that it is one, whole, how large, and that it stands still. Of the pixels
//! themselves only the sum is asked.

use super::LOGO_PIXELS;
use super::fault::{Kind, Plain, Wanted};
use super::letters::beginning;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What does not fit of it.
pub(super) fn check(bytes: &[u8]) -> Result<(), Kind> {
    let mut rest = bytes.strip_prefix(SIGNATURE).ok_or_else(|| no_png(bytes))?;
    let first = Chunk::first_of(rest).ok_or_else(|| part(b"IEND"))?;
    if &first.name != b"IHDR" {
        return Err(no_png(bytes));
    }
    first.pixels()?;
    let mut has_pixels = false;
    loop {
        let chunk = Chunk::first_of(rest).ok_or_else(|| part(b"IEND"))?;
        if chunk.sum != sum(&chunk.name, chunk.data) {
            return Err(chunk.is_wrong());
        }
        match &chunk.name {
            b"IHDR" if rest.len() + SIGNATURE.len() == bytes.len() => (),
            b"PLTE" => (),
            b"IDAT" => has_pixels |= !chunk.data.is_empty(),
            b"acTL" => return Err(Kind::Plain(Plain::PngMoves)),
            b"IEND" if !has_pixels => return Err(part(b"IDAT")),
            b"IEND" if chunk.behind.is_empty() => return Ok(()),
            // Of others a browser need know nothing.
            [b'a'..=b'z', ..] => (),
            _ => return Err(chunk.is_wrong()),
        }
        rest = chunk.behind;
    }
}

#[cold]
#[inline(never)]
fn no_png(bytes: &[u8]) -> Kind {
    Kind::Other { expected: Wanted::Png, found: beginning(bytes) }
}

#[cold]
#[inline(never)]
fn part(name: &[u8]) -> Kind {
    Kind::Other { expected: Wanted::PngPart, found: beginning(name) }
}

struct Chunk<'a> {
    name: [u8; 4],
    data: &'a [u8],
    sum: u32,
    behind: &'a [u8],
}

impl<'a> Chunk<'a> {
    fn first_of(bytes: &'a [u8]) -> Option<Self> {
        let (length, rest) = (number(bytes)?, bytes.get(4..)?);
        let (name, rest) = rest.split_first_chunk::<4>()?;
        let (data, rest) = rest.split_at_checked(usize::try_from(length).ok()?)?;
        Some(Self { name: *name, data, sum: number(rest)?, behind: rest.get(4..)? })
    }

    /// Whether width and height fit, and colours are given as they can be.
    fn pixels(&self) -> Result<(), Kind> {
        let [width, height] =
            [number(self.data), self.data.get(4..).and_then(number)].map(Option::unwrap_or_default);
        let fits = |length| (1..=LOGO_PIXELS).contains(&length);
        if !fits(width) || !fits(height) {
            return Err(Kind::PngPixels { width, height });
        }
        match self.data.get(8..) {
            Some(
                [1 | 2 | 4 | 8 | 16, 0, 0, 0, 0 | 1]
                | [1 | 2 | 4 | 8, 3, 0, 0, 0 | 1]
                | [8 | 16, 2 | 4 | 6, 0, 0, 0 | 1],
            ) => Ok(()),
            _ => Err(self.is_wrong()),
        }
    }

    fn is_wrong(&self) -> Kind {
        part(&self.name)
    }
}

/// The sum that stands behind each part (CRC-32). At most 40,000 bytes: a table would take more room than time.
fn sum(name: &[u8], data: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in name.iter().chain(data) {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = sum >> 1 ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 };
        }
    }
    !sum
}

fn number(bytes: &[u8]) -> Option<u32> {
    bytes.first_chunk::<4>().map(|bytes| u32::from_be_bytes(*bytes))
}
