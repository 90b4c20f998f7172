//! Text that stays text, in HTML and in CSS.

use std::fmt::Write as _;

use crate::entity::entity;

/// A text between tags or inside a quoted attribute.
pub(super) fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        if let Some(named) = entity(letter) {
            escaped.push_str(named);
            continue;
        }
        match letter {
            '\n' | '\t' => escaped.push(letter),
            letter if letter.is_control() || is_no_letter(letter) => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Places in Unicode that are promised to stay empty; no page may hold one (HTML, 13.2.3.5).
fn is_no_letter(letter: char) -> bool {
    matches!(letter, '\u{fdd0}'..='\u{fdef}') || u32::from(letter) & 0xfffe == 0xfffe
}

/// A quoted string in a style sheet. All but plain letters and digits is written as a code point,
/// so that nothing ends the string or the sheet; the space behind each belongs to it (CSS Syntax,
/// 4.3.7).
pub(super) fn css_string(text: &str) -> String {
    let mut escaped = String::from("\"");
    for letter in text.chars() {
        match letter {
            letter if letter.is_ascii_alphanumeric() || letter == ' ' => escaped.push(letter),
            letter if letter.is_control() => escaped.push(' '),
            letter => {
                // Writing to a string cannot fail.
                let _ = write!(escaped, "\\{:06x} ", u32::from(letter));
            }
        }
    }
    escaped.push('"');
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_ends_a_tag_or_a_sheet() {
        assert_eq!(text("<b a=\"'&\u{0}"), "&lt;b a=&quot;&#39;&amp;\u{fffd}");
        assert_eq!(
            text("\u{fdd0}\u{ffff}\u{10fffe}\u{10fffd}"),
            "\u{fffd}\u{fffd}\u{fffd}\u{10fffd}"
        );
        assert_eq!(css_string("a\"</style>\n"), "\"a\\000022 \\00003c \\00002f style\\00003e  \"");
    }
}
