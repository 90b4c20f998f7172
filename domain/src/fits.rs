//! How many letters of what people type have room on the page for those who decide. More may be typed,
//! and all of it is kept: that page alone shows the beginning. The fields say so in these numbers.
//! Beside a question, above a title and in the header there is less room.

/// Of the gravest risk.
pub const RISK: usize = 420;

/// Of the gravest risk, where another question speaks of it.
pub const NAMED_RISK: usize = 80;

/// Of what is done. Of where a higher step is true there is as much room beside each finding.
pub const WHAT: usize = 140;

/// Of who does it.
pub const OWNER: usize = 60;

/// Of what it needs, and from whom.
pub const NEEDS: usize = 100;

/// Of what is assessed, in the line above everything.
pub const HEADER: usize = 40;

/// Of what is assessed, above the title of a screen.
pub const KICKER: usize = 100;

/// Of who could know. The roles that the bank names are shorter.
pub const COULD_KNOW: usize = 80;

/// By how many letters a text is longer than there is room for.
#[must_use]
pub fn too_many(words: &str, room: usize) -> usize {
    in_one_paragraph(words).chars().count().saturating_sub(room)
}

/// A text as far as there is room for it. Lines take room too.
#[must_use]
pub fn shortened(words: &str, room: usize) -> String {
    let whole = in_one_paragraph(words);
    beginning(&whole, room).unwrap_or(whole)
}

/// A text without its lines.
pub(crate) fn in_one_paragraph(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of a text that is longer than there is room for, ended after a word.
pub(crate) fn beginning(words: &str, room: usize) -> Option<String> {
    let (end, _) = words.char_indices().nth(room)?;
    let (beginning, _) = words.split_at(end);
    let whole = beginning.rfind(char::is_whitespace).and_then(|at| beginning.get(..at));
    Some(format!("{} …", whole.unwrap_or(beginning).trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_after_a_word_and_a_short_one_is_whole() {
        assert_eq!(shortened(" Three people.\r\n\n  Or four. ", RISK), "Three people. Or four.");
        assert_eq!(beginning(&"ü".repeat(RISK), RISK), None);
        let short = shortened(&"münch ".repeat(200), RISK);
        assert!(short.ends_with("münch …"), "{short}");
        assert!(short.chars().count() <= RISK + 2);
        assert!(shortened(&"ü".repeat(RISK + 1), RISK).starts_with('ü'));
    }

    #[test]
    fn what_is_cut_is_what_is_said_to_be_too_long() {
        for (words, more) in [
            ("", 0),
            ("  12345\n\n67 ", 0),
            ("12345 678", 0),
            ("12345 6789", 1),
            ("12345\r\n 6789\n0", 3),
            ("ünïcödé 0 1", 2),
        ] {
            assert_eq!(too_many(words, 9), more, "{words:?}");
            assert_eq!(shortened(words, 9).ends_with('…'), more > 0, "{words:?}");
        }
    }
}
