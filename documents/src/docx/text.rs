//! Text that stays text, in elements and in quoted attributes.

use domain::texts::Direction;

use crate::entity::entity;

/// A text on one line. What XML cannot hold (XML 1.0, production 2) is replaced as in the other
/// formats.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        if let Some(named) = entity(letter) {
            escaped.push_str(named);
            continue;
        }
        match letter {
            letter if is_line_end(letter) || letter == '\t' => escaped.push(' '),
            letter if turns_around(letter) => {}
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {
                escaped.push('\u{fffd}');
            }
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// The lines of a text that hold something.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_line_end).map(str::trim).filter(|line| !line.is_empty())
}

fn is_line_end(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Embeddings, overrides and isolates (Unicode annex 9, 2). Left open by what was typed, they would
/// turn around what stands after it on the same line, such as "for sharing" at the head of a page.
/// Letters of right-to-left scripts need none of them.
fn turns_around(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The direction of a text by its first letter that has one, as `dir="auto"` has it in HTML.
pub(super) fn direction(text: &str, otherwise: Direction) -> Direction {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    match first {
        Some(
            '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1eeff}',
        ) => Direction::RightToLeft,
        Some(_) => Direction::LeftToRight,
        None => otherwise,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_ends_an_element_or_an_attribute() {
        assert_eq!(escaped("<w:t>'\"&]]>"), "&lt;w:t&gt;&#39;&quot;&amp;]]&gt;");
        assert_eq!(escaped("a\u{0}\u{1b}\u{ffff}\u{9f}b"), "a\u{fffd}\u{fffd}\u{fffd}\u{fffd}b");
        assert_eq!(escaped("a\nb\tc\u{2028}d"), "a b c d");
        assert_eq!(escaped("x\u{202e}gpj\u{2066}"), "xgpj");
        assert_eq!(lines("a\r\n\r\n b ").collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn a_text_goes_as_its_first_letter_does() {
        let (left, right) = (Direction::LeftToRight, Direction::RightToLeft);
        assert_eq!(direction("1. قرار", left), right);
        assert_eq!(direction("(שלום) all", left), right);
        assert_eq!(direction("a قرار", right), left);
        assert_eq!(direction("12 – 3", right), right);
    }
}
