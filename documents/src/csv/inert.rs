//! Text that stays text when a spreadsheet opens the file.
//!
//! A cell that begins with `=`, `+`, `-`, `@`, a tab or a control character can be taken for a
//! formula; an apostrophe before it prevents that (OWASP, *CSV Injection*). A spreadsheet set to
//! another separator or another quote begins cells where this file does not, so the same is done
//! after a line break, a semicolon, a tab, a bar and a quote. What was typed stays readable.

const APOSTROPHE: char = '\'';

/// The text of a cell.
pub(super) fn cell(typed: &str) -> String {
    let mut inert = String::with_capacity(typed.len() + 2);
    let mut at_start = true;
    // What a reader may pass over is held back: the apostrophe must come before it.
    let mut held = String::new();
    for letter in typed.replace("\r\n", "\n").chars().map(visible) {
        if separates(letter) {
            inert.push_str(&std::mem::take(&mut held));
            inert.push(letter);
            at_start = true;
        } else if at_start && is_passed_over(letter) {
            held.push(letter);
        } else {
            if at_start && begins_formula(letter) {
                inert.push(APOSTROPHE);
            }
            inert.push_str(&std::mem::take(&mut held));
            inert.push(letter);
            at_start = false;
        }
    }
    inert.push_str(&held);
    if inert.starts_with('\t') {
        inert.insert(0, APOSTROPHE);
    }
    inert
}

/// A control character is shown as one that cannot be shown; all line ends are the same.
fn visible(letter: char) -> char {
    match letter {
        '\n' | '\t' => letter,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        letter if letter.is_control() => char::REPLACEMENT_CHARACTER,
        letter => letter,
    }
}

/// Also the wide forms, which spreadsheets of some languages take for the same.
fn begins_formula(letter: char) -> bool {
    matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// What begins a cell for some reader. A comma inside quotes does so for none.
fn separates(letter: char) -> bool {
    matches!(letter, '\n' | '\t' | ';' | '|' | '"')
}

/// What a spreadsheet may pass over before it looks at the first letter: blanks, and marks that are
/// not seen.
fn is_passed_over(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{feff}' | '\u{200b}'..='\u{200f}')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_begins_a_formula() {
        for (typed, written) in [
            ("a - b = c", "a - b = c"),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            (" =1", "' =1"),
            ("\t=1", "'\t'=1"),
            ("\ta", "'\ta"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("\u{202e}=1", "'\u{202e}=1"),
            ("＝1", "'＝1"),
            ("a\n- b\n\n= c", "a\n'- b\n\n'= c"),
            ("a\r\n=b\r=c", "a\n'=b\n'=c"),
            ("a;=b", "a;'=b"),
            ("a\",=b", "a\",=b"),
            ("a\"=b", "a\"'=b"),
            ("\u{0}a", "\u{fffd}a"),
            ("a, b", "a, b"),
        ] {
            assert_eq!(cell(typed), written, "{typed:?}");
        }
    }
}
