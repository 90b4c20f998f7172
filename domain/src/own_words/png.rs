//! A PNG as far as it is asked here: that it is one, whole, how large, and that it stands still.

use super::LOGO_PIXELS;
use super::fault::Kind;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What does not fit of it.
pub(super) fn check(bytes: &[u8]) -> Result<(), Kind> {
    let mut rest = bytes.strip_prefix(SIGNATURE).ok_or(Kind::NoPng)?;
    let mut is_first = true;
    loop {
        let Chunk { name, data, behind } = Chunk::first_of(rest).ok_or(Kind::PngCut)?;
        match (is_first, &name) {
            (true, b"IHDR") => pixels(data)?,
            (true, _) => return Err(Kind::NoPng),
            (false, b"acTL") => return Err(Kind::PngMoves),
            (false, b"IEND") => return Ok(()),
            (false, _) => (),
        }
        (is_first, rest) = (false, behind);
    }
}

fn pixels(header: &[u8]) -> Result<(), Kind> {
    let [width, height] =
        [number(header), header.get(4..).and_then(number)].map(Option::unwrap_or_default);
    let fits = |length| (1..=LOGO_PIXELS).contains(&length);
    match fits(width) && fits(height) {
        true => Ok(()),
        false => Err(Kind::PngPixels { most: LOGO_PIXELS, width, height }),
    }
}

struct Chunk<'a> {
    name: [u8; 4],
    data: &'a [u8],
    behind: &'a [u8],
}

impl<'a> Chunk<'a> {
    fn first_of(bytes: &'a [u8]) -> Option<Self> {
        let (length, rest) = (number(bytes)?, bytes.get(4..)?);
        let (name, rest) = rest.split_first_chunk::<4>()?;
        let (data, rest) = rest.split_at_checked(usize::try_from(length).ok()?)?;
        // Its sum, which the browser looks at.
        Some(Self { name: *name, data, behind: rest.get(4..)? })
    }
}

fn number(bytes: &[u8]) -> Option<u32> {
    bytes.first_chunk::<4>().map(|bytes| u32::from_be_bytes(*bytes))
}
