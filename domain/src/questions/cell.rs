//! Numbers as people type them into a cell.

/// With what digits begin in the scripts in which people type them: from nought on, they stand in a row
/// in Unicode (`Nd`). The last are not nought to nine but what stands before the circled one.
const NOUGHTS: [char; 21] = [
    '0', '٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '᠐',
    '０', '\u{245f}',
];

/// The same digits as ASCII has them, and stops and brackets of wide scripts as others write them.
pub(crate) fn plain_digits(text: &str) -> String {
    let plain = |letter: char| {
        let digit = NOUGHTS.iter().find_map(|nought| {
            let above = u32::from(letter).checked_sub(u32::from(*nought))?;
            char::from_digit(above, 10)
        });
        digit.unwrap_or(match letter {
            '．' | '。' => '.',
            '）' => ')',
            '：' => ':',
            '，' | '、' | '،' => ',',
            _ => letter,
        })
    };
    text.chars().map(plain).collect()
}

/// The number with which a text begins, on its own, behind a word for steps, or before the words of
/// one: `3`, `3.0`, `Step 3`, `3 set out in writing`.
pub(crate) fn number(text: &str) -> Option<u8> {
    let text = plain_digits(text);
    let text = text.trim();
    let begins = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or_default();
    let (word, rest) = text.split_at_checked(begins)?;
    // Where words are not set apart by blanks, a number is not either: ステップ３. A1 is a code, and no
    // number.
    let is_apart = rest.starts_with(char::is_whitespace) || !word.is_ascii();
    let text = if is_apart { rest.trim_start() } else { text };
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let rest = text.get(digits.len()..)?;
    let stands_alone = rest.is_empty()
        || rest == ".0"
        || rest.starts_with(|next: char| next.is_whitespace() || ":)–—".contains(next))
        || rest
            .strip_prefix('.')
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
    if stands_alone { digits.parse().ok() } else { None }
}

/// Whether a cell says a number and nothing that could mean another one: the number alone, with the word
/// for steps before it, or with the words that stand beside it on the sheet, or the first of them. “3 or
/// 4”, “almost 4” and “not 3” do not.
pub(crate) fn is_plain(cell: &str, step_word: &str, offered: &[String]) -> bool {
    let cell = plain_digits(cell);
    let cell = cell.trim().trim_end_matches(".0");
    let said = bare(cell);
    let said = said.strip_prefix(&bare(step_word)).unwrap_or(&said);
    let number = number(cell).map(|number| number.to_string());
    let is_offered = || said.len() > 2 && offered.iter().any(|line| bare(line).starts_with(said));
    !cell.contains('?') && number.is_some_and(|number| number == said || is_offered())
}

/// Whether a cell says nothing but numbers, one beside the other.
pub(crate) fn are_plain(cell: &str) -> bool {
    let said = plain_digits(cell);
    said.chars().all(|letter| {
        letter.is_ascii_digit() || letter.is_whitespace() || matches!(letter, ',' | ';' | '+' | '&')
    })
}

/// A text without what stands between its words, as it is compared.
fn bare(text: &str) -> String {
    plain_digits(text)
        .chars()
        .filter(|one| one.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_stand_before_the_words_of_its_step() {
        for text in [
            "Step 3",
            "étape 3: oui",
            "3",
            "3.0",
            "3.",
            "3 set out in writing",
            "3. Set out",
            "3) yes",
            "3: yes",
            "3 – so",
        ] {
            assert_eq!(number(text), Some(3), "{text}");
        }
        for text in [
            "",
            "three",
            "three of us",
            "A1 3",
            "-3",
            "3.5",
            "3/5",
            "3,5",
            "30000",
            "3x",
            "½",
            "A3",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!(number("12"), Some(12));
    }

    #[test]
    fn digits_are_read_in_whichever_script_they_are_typed() {
        for text in
            ["３", "ステップ３", "٣", "۳", "३", "３．", "３：はい", "③", "៣", "੩", "３）", "৩"]
        {
            assert_eq!(number(text), Some(3), "{text}");
        }
        assert_eq!(number("１２"), Some(12));
        for text in ["三", "Ⅲ", "³", "٣٫٥"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn only_a_number_that_can_mean_no_other_is_plain() {
        let offered = ["3 We have a separate statement, with 2 annexes.".to_owned()];
        for text in [
            "3",
            " 3. ",
            "3.0",
            "٣",
            "３．",
            "Step 3",
            "step 3:",
            "(3)",
            "3 We have a separate statement, with 2 annexes.",
            "3: we have a separate statement",
            "3 – We have",
        ] {
            let plain = is_plain(text, "Step", &offered);
            assert_eq!(plain, number(text).is_some(), "{text}");
        }
        for text in [
            "3 or 4",
            "3/4",
            "3-4",
            "almost 4",
            "not 3",
            "2 3",
            "below 2",
            "4 (EU only, 2 elsewhere)",
            "1 of 5",
            "3 - we think",
            "between 2 and 4",
            "3?",
            "~3",
            "< 3",
            "3.5",
            "nearly 3",
            "3+",
            "ステップ３ではない",
            "",
            "Step",
            "3 We have a separate statement, but not yet",
        ] {
            let said = is_plain(text, "Step", &offered);
            assert!(!said, "{text}");
        }
    }

    #[test]
    fn numbers_beside_each_other_are_plain_and_with_words_are_not() {
        for text in ["1, 4", "1;4", "1 & 4", "١، ٤", "2"] {
            assert!(are_plain(text), "{text}");
        }
        for text in ["1 or 4", "not 1", "1, 4?", "1-4"] {
            assert!(!are_plain(text), "{text}");
        }
    }
}
