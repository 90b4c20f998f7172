//! What the page says in the language of styles.

/// A text as CSS writes one. A quotation mark, a backslash or the end of a line could end it ([CSS
/// Syntax, consume a string token](https://www.w3.org/TR/css-syntax-3/#consume-string-token)); of the
/// last, as of all that controls, a space is left.
#[must_use]
pub fn text(text: &str) -> String {
    let mut quoted = String::from('"');
    for sign in text.chars() {
        if matches!(sign, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(if sign.is_control() { ' ' } else { sign });
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
        assert_eq!(text("a\"; } \\\r\n\u{c}\0·"), r#""a\"; } \\    ·""#);
    }
}
