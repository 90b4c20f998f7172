//! Which letters can be seen, and how what somebody wrote stands in a sentence about it. What nobody sees could
//! make of the others something else, and does so in a terminal, too.

use std::rc::Rc;

use super::NAME;

/// Letters that are printed, and have nothing to see.
const BLANK: [char; 9] = [
    '\u{34f}', '\u{115f}', '\u{1160}', '\u{17b4}', '\u{17b5}', '\u{2800}', '\u{3164}', '\u{ffa0}',
    '\u{fffc}',
];

/// How many bytes are shown of a picture that is of another kind.
const BEGINNING: usize = 16;

/// The flag that begins those of countries inside of countries, which go on in letters that nobody sees.
const FLAG: char = '\u{1f3f4}';

/// What was written, as a sentence can hold it: as far as there is room, and letters that nobody sees by number.
#[cold]
#[inline(never)]
pub(super) fn shown(written: &str) -> Rc<str> {
    let mut shown = String::new();
    for (at, letter) in written.chars().enumerate() {
        if at == NAME {
            shown.push('…');
            break;
        }
        // Marks would stand on the quotation mark, and this one would end what is quoted.
        let is_plain = letter == ' ' || is_seen(letter) && !matches!(letter, '“' | '”');
        match is_plain {
            true => shown.push(letter),
            false => shown.push_str(&format!("[U+{:04X}]", u32::from(letter))),
        }
    }
    shown.into()
}

/// How the bytes of a picture begin, as far as they are letters.
#[cold]
#[inline(never)]
pub(super) fn beginning(bytes: &[u8]) -> Rc<str> {
    let begins = bytes.get(..BEGINNING).unwrap_or(bytes);
    let letters: String = begins.iter().copied().map(char::from).collect();
    shown(&letters)
}

/// Whether it can be seen where it stands alone.
pub(super) fn is_seen(letter: char) -> bool {
    match letter.is_ascii() {
        true => letter.is_ascii_graphic(),
        false => !is_escaped(letter) && !BLANK.contains(&letter),
    }
}

/// The first letter that nobody sees and no language needs. Lines are asked about apart.
pub(super) fn hidden(words: &str) -> Option<char> {
    let mut goes_on = false;
    words.chars().find(|letter| {
        let is_of_flag = goes_on && matches!(letter, '\u{e0020}'..='\u{e007f}');
        goes_on = *letter == FLAG || is_of_flag;
        !is_of_flag && (is_hidden(*letter) || BLANK.contains(letter))
    })
}

/// How many marks stand on one letter at most. Many make a tower that lies over other words.
pub(super) fn most_marks(words: &str) -> usize {
    let mut marks = 0;
    let counted = words.chars().map(|letter| {
        marks = if is_escaped(letter) && !letter.is_whitespace() { marks + 1 } else { 0 };
        marks
    });
    counted.max().unwrap_or_default()
}

/// What controls, turns directions, is private or no letter at all.
fn is_hidden(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\r'))
        || u32::from(letter) & 0xfffe == 0xfffe
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{e000}'..='\u{f8ff}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..)
}

/// Whether the standard library would not print it alone: marks, what joins letters, and what is hidden.
fn is_escaped(letter: char) -> bool {
    !letter.is_ascii() && letter.escape_debug().len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_all_languages_are_seen_and_what_joins_them_is_taken() {
        for words in [
            "Bu\u{308}ro Nhân quyền Ho\u{302}\u{323}i",
            "می\u{200c}خواهم",
            "ශ්\u{200d}රී ලංකා",
            "שָׁלוֹם",
            "สำนักงานสิทธิมนุษยชน",
            "བོད་སྐད་",
            "मानवाधिकार",
            "葛\u{e0100}城 人権\u{3000}室",
            "👩🏽\u{200d}💻 🏳\u{fe0f}\u{200d}🌈 1\u{fe0f}\u{20e3} 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "a\u{a0}b\u{202f}c\nd\r",
        ] {
            assert_eq!(hidden(words), None, "{words}");
            assert!(most_marks(words) <= super::super::MARKS, "{words}");
            assert!(words.chars().any(is_seen), "{words}");
        }
    }

    #[test]
    fn what_nobody_sees_is_found_wherever_it_stands() {
        for code in [
            0x0, 0x7, 0x9, 0x1b, 0x7f, 0x85, 0x90, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4,
            0x180e, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2063, 0x2066,
            0x2069, 0x206a, 0x2800, 0x3164, 0xe000, 0xfeff, 0xffa0, 0xfff9, 0xfffc, 0xfffe,
            0x1_d173, 0x3_fffe, 0xe_0001, 0xe_0041, 0xf_0000,
        ] {
            let letter = char::from_u32(code).unwrap();
            assert_eq!(hidden(&format!("a{letter}b")), Some(letter), "U+{code:04X}");
            assert!(!is_seen(letter), "U+{code:04X}");
            assert_eq!(&*shown(&format!("a{letter}")), format!("a[U+{code:04X}]"));
        }
        for nothing in ["\u{200d}", "\u{200c} \u{200c}", "\u{fe0f}", "\u{301}", "\u{a0}", " "] {
            assert!(!nothing.chars().any(is_seen), "{nothing:?}");
        }
    }

    #[test]
    fn what_was_written_is_shown_as_it_is_with_its_spaces_and_up_to_an_end() {
        assert_eq!(&*shown(" #1\n2\u{301}“"), " #1[U+000A]2[U+0301][U+201C]");
        assert_eq!(&*shown("'\"\\é"), "'\"\\é");
        assert_eq!(shown(&"x".repeat(99)).chars().count(), NAME + 1);
        assert_eq!(most_marks(&format!("a{}b\u{301}", "\u{300}".repeat(7))), 7);
    }
}
