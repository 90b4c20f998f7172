//! The characters that mean something in markup, as what stands for them (XML 1.0, 4.6; HTML, 13.1.4).

/// What stands for a character in an element or a quoted attribute, if it cannot stand there itself.
pub(crate) fn entity(letter: char) -> Option<&'static str> {
    match letter {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ => None,
    }
}
