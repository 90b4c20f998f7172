//! Words of two people in one field.

/// Two texts, one below the other.
pub(super) fn joined(first: &str, second: &str) -> String {
    match (first.trim(), second.trim()) {
        (text, "") | ("", text) => text.to_owned(),
        (first, second) => format!("{first}\n\n{second}"),
    }
}
