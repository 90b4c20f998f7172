//! What the page says in the language of styles.

/// A text as CSS writes one. Every sign that could end it is written by its number.
#[must_use]
pub fn text(text: &str) -> String {
    let mut quoted = String::from('"');
    for sign in text.chars() {
        if sign.is_alphanumeric() || sign == ' ' {
            quoted.push(sign);
        } else {
            quoted.push_str(&format!("\\{:x} ", u32::from(sign)));
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_was_typed_cannot_end_a_string_of_css() {
        assert_eq!(text("Örtung 2"), "\"Örtung 2\"");
        assert_eq!(text("a\"; } \\\n·"), r#""a\22 \3b  \7d  \5c \a \b7 ""#);
    }
}
