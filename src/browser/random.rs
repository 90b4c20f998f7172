//! Names that are given only once.

use std::fmt::Write as _;

/// 128 bits at random as 32 hexadecimal digits; none where the browser has no such source.
pub(crate) fn id() -> Option<String> {
    let mut bytes = [0; 16];
    let crypto = super::window::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    let mut id = String::with_capacity(32);
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(id, "{byte:02x}");
    }
    Some(id)
}
