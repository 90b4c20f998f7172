//! Names of those who could know: functions of the bank, and what people typed.

/// Whether two texts name the same.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one == other || one.to_lowercase() == other.to_lowercase()
}
