//! Names and numbers that are given only once.

use std::fmt::Write as _;

/// 128 bits at random as 32 hexadecimal digits; none where the browser has no such source.
pub(crate) fn id() -> Option<String> {
    let mut bytes = [0; 16];
    fill(&mut bytes)?;
    let mut id = String::with_capacity(32);
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(id, "{byte:02x}");
    }
    Some(id)
}

/// 32 bits at random; where the browser has no such source, those of the clock that change most.
pub(crate) fn number() -> u32 {
    let mut bytes = [0; 4];
    match fill(&mut bytes) {
        Some(()) => u32::from_le_bytes(bytes),
        None => super::clock::now() as u32,
    }
}

fn fill(bytes: &mut [u8]) -> Option<()> {
    let crypto = super::window::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(bytes).ok().map(drop)
}
