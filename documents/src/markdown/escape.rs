//! Text that stays text: no heading, list, link, code, table or HTML comes of it.

/// A text on one line.
pub(super) fn inline(text: &str) -> String {
    lines(text).join(" ")
}

/// A text inside a cell of a table.
pub(super) fn cell(text: &str) -> String {
    inline(text)
}

/// The lines of a text that hold something, each escaped.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.split(is_line_end).map(str::trim).filter(|line| !line.is_empty()).map(line).collect()
}

fn is_line_end(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn line(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut at_start = true;
    let mut only_digits = true;
    let mut letters = text.chars().peekable();
    let mut word = String::new();
    while let Some(letter) = letters.next() {
        let escape = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '!' | '@'
            | '$' | '{' | '}' => true,
            '-' | '+' | '=' => at_start,
            '.' | ')' if only_digits && !at_start => true,
            '.' => word.eq_ignore_ascii_case("www"),
            ':' => letters.peek() == Some(&'/') || word.eq_ignore_ascii_case("mailto"),
            _ => false,
        };
        if escape {
            escaped.push('\\');
        }
        escaped.push(if letter.is_control() && letter != '\t' { '\u{fffd}' } else { letter });
        at_start = false;
        only_digits = only_digits && letter.is_ascii_digit();
        if letter.is_alphanumeric() {
            word.push(letter);
        } else {
            word.clear();
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_becomes_markup() {
        for (typed, escaped) in [
            ("# heading", "\\# heading"),
            ("1. one", "1\\. one"),
            ("12) one", "12\\) one"),
            ("- a", "\\- a"),
            ("+ a", "\\+ a"),
            ("===", "\\==="),
            ("> quote", "\\> quote"),
            ("a | b", "a \\| b"),
            ("`code`", "\\`code\\`"),
            ("[a](javascript:alert(1))", "\\[a\\](javascript:alert(1))"),
            ("![a](b)", "\\!\\[a\\](b)"),
            ("<script>", "\\<script\\>"),
            ("&amp;", "\\&amp;"),
            ("https://a.example", "https\\://a.example"),
            ("www.a.example", "www\\.a.example"),
            ("a@b.example", "a\\@b.example"),
            ("at 3.5 of 4.", "at 3.5 of 4."),
            ("a\\", "a\\\\"),
            ("a\nb", "a b"),
            ("a\r\n\r\n    b", "a b"),
            ("a\u{2028}# b", "a \\# b"),
            ("a\u{0}b", "a\u{fffd}b"),
        ] {
            assert_eq!(inline(typed), escaped, "{typed:?}");
        }
    }
}
