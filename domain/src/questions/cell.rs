//! Numbers as people type them into a cell.

/// The number with which a text begins, on its own, behind a word for steps, or before the words of
/// one: `3`, `3.0`, `Step 3`, `3 set out in writing`.
pub(crate) fn number(text: &str) -> Option<u8> {
    let text = match text.split_once(char::is_whitespace) {
        Some((word, rest)) if word.chars().all(char::is_alphabetic) => rest.trim_start(),
        Some(_) | None => text,
    };
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let rest = text.get(digits.len()..)?;
    let stands_alone = rest.is_empty()
        || rest == ".0"
        || rest.starts_with(|next: char| next.is_whitespace() || ":)–—".contains(next))
        || rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_whitespace));
    if stands_alone { digits.parse().ok() } else { None }
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
            "3 set out in writing",
            "3. Set out",
            "3) yes",
            "3: yes",
            "3 – so",
        ] {
            assert_eq!(number(text), Some(3), "{text}");
        }
        for text in
            ["", "three", "three of us", "A1 3", "-3", "3.5", "3/5", "3,5", "30000", "3x", "½"]
        {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!(number("12"), Some(12));
    }
}
