//! How easy the questions of a section are to read, by the Flesch reading ease:
//!
//! ```text
//! 206.835 - 1.015 * words / sentences - 84.6 * syllables / words
//! ```
//!
//! 60 to 70 is plain English, 50 to 60 fairly difficult, below 50 difficult. Measured is what is read
//! as sentences: names, evidence and answers in a few words would only seem easy.
//!
//! It is printed and never fails: “human rights” alone is three syllables in two words, and a short
//! word can be the harder one. The libraries that count it are young, and guess at syllables as this
//! does or bring along the hyphenation of 86 languages; to compare sections, a guess is enough.
//!
//! The guess: each run of the vowels a, e, i, o, u, y is a syllable; a last “e” is silent, but in
//! “-le” behind a consonant; so are “-es” and “-ed”, but behind letters where they are spoken
//! (“uses”, “needed”); “ia”, “io”, “iu”, “eo”, “ua” are two, but in “-tion”, “-cial” and their like;
//! so are “crea”, “idea”, “area” and a vowel before “-ing”. Every word has one, a digit counts as
//! one, and so does each letter of a word in capitals.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::reading::{length, sentences};
use super::said::Said;

/// Counts of a section.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ease {
    /// Words.
    pub(crate) words: u32,
    /// Sentences.
    pub(crate) sentences: u32,
    /// Syllables, estimated.
    pub(crate) syllables: u32,
}

impl Ease {
    /// The Flesch reading ease; none where nothing is read.
    pub(crate) fn value(self) -> Option<f64> {
        if self.words == 0 || self.sentences == 0 {
            return None;
        }
        let (words, sentences) = (f64::from(self.words), f64::from(self.sentences));
        Some(206.835 - 1.015 * words / sentences - 84.6 * f64::from(self.syllables) / words)
    }
}

/// The ease of each section, by its code.
pub(crate) fn by_section(texts: &[Said]) -> BTreeMap<Rc<str>, Ease> {
    let mut sections = BTreeMap::<Rc<str>, Ease>::new();
    for said in texts.iter().filter(|said| said.role.is_prose()) {
        let Some(section) = &said.section else { continue };
        let ease = sections.entry(section.clone()).or_default();
        for sentence in sentences(&said.text) {
            ease.sentences += 1;
            ease.words += u32::try_from(length(sentence)).unwrap_or_default();
            ease.syllables +=
                sentence.split_whitespace().map(syllables_between_spaces).sum::<u32>();
        }
    }
    sections
}

/// What stands between two spaces, which may be “day-to-day”.
fn syllables_between_spaces(piece: &str) -> u32 {
    piece
        .split(|c: char| !c.is_alphanumeric() && c != '’')
        .filter(|word| !word.is_empty())
        .map(syllables)
        .sum()
}

/// The syllables of a word, estimated.
pub(crate) fn syllables(word: &str) -> u32 {
    let count = |found: usize| u32::try_from(found).unwrap_or_default();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals =
        letters > 1 && word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    if digits > 0 || capitals {
        return count(digits + if capitals { letters } else { 0 }).max(1);
    }
    let lower = word.to_lowercase();
    let word = lower.strip_suffix("’s").unwrap_or(&lower).trim_matches('’');
    let letters: Vec<char> = word.chars().collect();
    let vowel = |c: char| "aeiouyé".contains(c);
    let mut found: usize = 0;
    let mut before = None;
    for letter in &letters {
        let begins = vowel(*letter) && !before.is_some_and(vowel);
        let parts = matches!(
            (before, letter),
            (Some('i'), 'a' | 'o' | 'u') | (Some('e'), 'o') | (Some('u'), 'a')
        );
        found += usize::from(begins || parts);
        before = Some(*letter);
    }
    // Runs that are spoken as two.
    for run in ["crea", "idea", "area", "aing", "eing", "oing", "uing", "ying"] {
        found += word.matches(run).count();
    }
    // Pairs that are spoken as one.
    for pair in
        ["tion", "sion", "cial", "tial", "cian", "cious", "tious", "gion", "qua", "gua", "eop"]
    {
        found -= word.matches(pair).count().min(found);
    }
    let silent_e = word.ends_with('e') && !spoken_le(word);
    let silent_end = (word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded"))
        || (word.ends_with("es") && !hisses(word));
    // “free”, “agreed”, “does”: the vowel belongs to a run that was counted once already.
    let run = |back: usize| {
        letters.len().checked_sub(back).and_then(|at| letters.get(at)).is_some_and(|c| vowel(*c))
    };
    if (silent_e && !run(2)) || (silent_end && !run(3)) {
        found = found.saturating_sub(1);
    }
    count(found.max(1))
}

/// “people”, “possible”, “example”: the last “e” is heard.
fn spoken_le(word: &str) -> bool {
    let behind = word.strip_suffix("le").and_then(|word| word.chars().next_back());
    behind.is_some_and(|c| !"aeiouy".contains(c))
}

/// “uses”, “changes”, “releases”: “es” is heard.
fn hisses(word: &str) -> bool {
    ["ses", "ces", "ges", "zes", "xes", "ches", "shes", "les"]
        .iter()
        .any(|end| word.ends_with(end) && (*end != "les" || spoken_le(word.trim_end_matches('s'))))
}
