//! Names and numbers that are given only once.

use std::fmt::Write as _;

/// 128 bits at random as 32 hexadecimal digits; none where the browser has no such source.
pub(crate) fn id() -> Option<String> {
    let bytes = bytes::<16>()?;
    let mut id = String::with_capacity(32);
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(id, "{byte:02x}");
    }
    Some(id)
}

/// Bytes at random; none where the browser has no such source.
pub(crate) fn bytes<const COUNT: usize>() -> Option<[u8; COUNT]> {
    let mut bytes = [0; COUNT];
    let crypto = super::window::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// 32 bits at random, as good as it takes to tell a few windows apart.
pub(crate) fn number() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}
