//! What a text speaks of: its words without those that any sentence has, each cut to what its forms
//! have in common (“checked”, “checks”, “checking”). A guess that is good enough to see that two steps
//! speak of the same: there is no grammar here, and no list of irregular forms.

use std::collections::BTreeSet;

use super::reading::words;

/// Words that any sentence has.
const COMMON: &[&str] = &[
    "a",
    "about",
    "after",
    "again",
    "all",
    "also",
    "an",
    "and",
    "any",
    "anybody",
    "anyone",
    "are",
    "as",
    "at",
    "be",
    "because",
    "been",
    "before",
    "being",
    "but",
    "by",
    "can",
    "could",
    "did",
    "do",
    "does",
    "done",
    "each",
    "either",
    "even",
    "every",
    "everybody",
    "for",
    "from",
    "had",
    "has",
    "have",
    "he",
    "her",
    "his",
    "how",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "may",
    "might",
    "more",
    "most",
    "must",
    "neither",
    "never",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "nothing",
    "of",
    "on",
    "or",
    "other",
    "others",
    "our",
    "out",
    "over",
    "own",
    "she",
    "should",
    "so",
    "some",
    "somebody",
    "someone",
    "such",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "through",
    "to",
    "today",
    "too",
    "under",
    "until",
    "up",
    "us",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "without",
    "would",
    "yet",
    "you",
    "your",
];

/// Endings of forms, the longest first.
const ENDINGS: &[&str] = &["ings", "ing", "ied", "ies", "ed", "es", "e", "s", "y"];

/// What a text speaks of.
pub(crate) fn sense(text: &str) -> BTreeSet<String> {
    words(text).iter().filter(|word| !is_common(word)).map(|word| stem(word)).collect()
}

/// Whether any sentence may have the word.
pub(crate) fn is_common(word: &str) -> bool {
    COMMON.contains(&word)
}

/// A word without the ending of its form; short ones keep it (“use”, “string” has no form “str”).
pub(crate) fn stem(word: &str) -> String {
    let word = word.strip_suffix("’s").unwrap_or(word).trim_end_matches('’');
    let cut = ENDINGS.iter().find_map(|ending| {
        let stem = word.strip_suffix(ending)?;
        (stem.chars().count() >= 2 && stem.contains(|c| "aeiouy".contains(c))).then_some(stem)
    });
    let cut = cut.unwrap_or(word);
    // “stopped”, “stop”.
    let mut letters = cut.chars().rev();
    match (letters.next(), letters.next()) {
        (Some(one), Some(two)) if one == two && cut.chars().count() > 3 => {
            cut.strip_suffix(one).unwrap_or(cut).to_owned()
        }
        _ => cut.to_owned(),
    }
}
