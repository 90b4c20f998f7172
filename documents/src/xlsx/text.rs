//! Text as a workbook can hold it.

/// The most that a cell holds, in units of UTF-16 (*Excel specifications and limits*).
const LONGEST_CELL: usize = 32_767;

/// The most that the foot of a page holds.
const LONGEST_FOOT: usize = 150;

/// The most that the name of a sheet holds.
const LONGEST_NAME: usize = 31;

/// A text that the library would take for one that it has formatted itself, and write as it stands:
/// for its call for such texts, which escapes all but letters by number (22.9.2.19). None where it
/// takes it for a text.
pub(super) fn taken_for_formatted(text: &str) -> Option<String> {
    (text.starts_with("<r>") && text.ends_with("</r>")).then_some(())?;
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, letter) in text.char_indices() {
        escaped.push(letter);
        if letter == '_' && text.get(at..).is_some_and(is_letter_by_number) {
            escaped.push_str("x005F_");
        }
    }
    Some(escaped)
}

fn is_letter_by_number(text: &str) -> bool {
    let mut letters = text.bytes();
    letters.next() == Some(b'_')
        && letters.next() == Some(b'x')
        && letters.by_ref().take(4).filter(u8::is_ascii_hexdigit).count() == 4
        && letters.next() == Some(b'_')
}

/// Whether a spreadsheet takes a text for a formula, a number or a day once somebody types it anew: it is
/// written as a text, and has to stay one when its cell is edited.
pub(super) fn is_worked_out(text: &str) -> bool {
    let begins = |letter: char| letter.is_ascii_digit() || "=+-@＝＋－＠".contains(letter);
    text.trim_start().starts_with(begins)
}

/// A text without what a cell cannot hold: control characters are shown as one that cannot be
/// shown, and all line ends are the same.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").chars().map(visible).collect()
}

fn visible(letter: char) -> char {
    match letter {
        '\n' => letter,
        '\t' => ' ',
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        letter if letter.is_control() => char::REPLACEMENT_CHARACTER,
        letter => letter,
    }
}

/// A text in as many pieces as cells are needed for it; one at least.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut length = 0;
    for letter in clean(text).chars() {
        if length + letter.len_utf16() > LONGEST_CELL {
            pieces.push(std::mem::take(&mut piece));
            length = 0;
        }
        length += letter.len_utf16();
        piece.push(letter);
    }
    pieces.push(piece);
    pieces
}

/// The same in as many pieces as rows are needed to print all of it, in a column of this width: a row has a
/// greatest height, and what goes beyond it stands on no paper.
pub(super) fn printed(text: &str, width: u32) -> Vec<String> {
    // Fewer than fit by the guess of lengths: lines end where words do, and other programs have other fonts.
    const LINES: u32 = 18;
    let mut rows = Vec::new();
    for piece in pieces(text) {
        let (mut from, mut word, mut lines, mut column) = (0, 0, 1, 0);
        for (at, letter) in piece.char_indices() {
            column += if letter >= '\u{1100}' { 2 } else { 1 };
            if letter == '\n' || column > width {
                (lines, column) = (lines + 1, 1);
            }
            if lines > LINES {
                // Between words, where there are any.
                let end = if word > from { word } else { at };
                rows.extend(piece.get(from..end).map(str::to_owned));
                (from, lines, column) = (end, 1, 1);
            }
            if letter.is_whitespace() {
                word = at + letter.len_utf8();
            }
        }
        rows.extend(piece.get(from..).map(str::to_owned));
    }
    rows
}

/// A text for one cell. One that is longer ends with an ellipsis; the sheet with all facts has the
/// whole.
pub(super) fn one_cell(text: &str) -> String {
    let mut pieces = pieces(text).into_iter();
    let first = pieces.next().unwrap_or_default();
    if pieces.next().is_none() {
        return first;
    }
    let mut kept: Vec<char> = first.chars().collect();
    kept.pop();
    kept.push('…');
    kept.into_iter().collect()
}

/// A text at the foot of a page, where an ampersand begins a command unless it stands twice. Marks
/// that turn the direction around are left out: one that was typed and never closed would reverse
/// "for sharing" behind it.
pub(super) fn foot(text: &str) -> String {
    let one_line = clean(text).replace('\n', " ");
    let turns = |letter: &char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let letters = one_line.chars().filter(|letter| !turns(letter));
    let short: String = letters.take(LONGEST_FOOT).collect();
    short.replace('&', "&&")
}

/// The name of a sheet: short, and without the letters that no name may have.
pub(super) fn sheet_name(name: &str) -> String {
    let allowed = |letter: char| {
        if letter.is_control() || "[]:*?/\\'".contains(letter) { ' ' } else { letter }
    };
    name.chars().map(allowed).take(LONGEST_NAME).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::looks::Look;
    use super::*;

    #[test]
    fn what_xml_or_a_cell_cannot_hold_is_replaced() {
        assert_eq!(one_cell("a\r\nb\u{0}\u{2028}c\td"), "a\nb\u{fffd}\nc d");
    }

    #[test]
    fn what_looks_like_formatted_text_is_told_from_it() {
        let formatted = |text: &str| taken_for_formatted(text).unwrap_or_default();
        assert_eq!(formatted("<r>_x003D_ _x1_ _xé</r>"), "<r>_x005F_x003D_ _x1_ _xé</r>");
        for text in ["<r>", "</r>", "a<r></r>", "<r></r>a", "<R></R>"] {
            assert_eq!(taken_for_formatted(text), None, "{text}");
        }
    }

    #[test]
    fn a_long_text_is_divided_and_nothing_is_lost() {
        let long = "a🌊".repeat(30_000);
        let pieces = pieces(&long);
        assert!(pieces.iter().all(|piece| piece.encode_utf16().count() <= LONGEST_CELL));
        assert_eq!(pieces.concat(), long);
        assert!(one_cell(&long).ends_with('…'));
        assert_eq!(one_cell("short"), "short");
        assert_eq!(super::pieces("").len(), 1);
    }

    #[test]
    fn what_a_spreadsheet_would_work_out_is_told_from_words() {
        for text in
            ["=1+1", "+49 30 1234", "-1", "@SUM(A1)", " =1", "\n=1", "＝1", "007", "1/2", "2026-03"]
        {
            assert!(is_worked_out(text), "{text:?}");
        }
        for text in ["", "Call +49", "a=b", "(1)", "–1"] {
            assert!(!is_worked_out(text), "{text:?}");
        }
    }

    #[test]
    fn a_text_that_is_printed_is_divided_between_words_into_rows_that_fit_a_page() {
        for long in ["Nobody was asked. ".repeat(900), "x".repeat(9_000), "a\n".repeat(300)] {
            let rows = printed(&long, 56);
            assert_eq!(rows.concat(), long);
            let lines = |row: &String| Look::Text.lines(row, 56);
            assert!(rows.len() > 5 && rows.iter().all(|row| lines(row) <= 19), "{}", rows.len());
        }
        let words = printed(&"Nobody was asked. ".repeat(900), 56);
        assert!(words.iter().rev().skip(1).all(|row| row.ends_with(' ')));
        assert_eq!(printed("", 56), [""]);
    }

    #[test]
    fn a_foot_is_text() {
        assert_eq!(foot("R&D\n\u{202e}&G"), "R&&D &&G");
    }

    #[test]
    fn the_name_of_a_sheet_is_one() {
        assert_eq!(sheet_name("a/b: [c]"), "a b   c");
        assert_eq!(sheet_name(&"x".repeat(40)).len(), 31);
    }
}
