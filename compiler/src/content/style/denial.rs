//! What a text says that there is not: “we have no list”, “nobody decides”, “it is not in writing”.

use super::reading::{sentences, words};
use super::sense::{is_common, stem};

/// Words that deny.
const DENY: &[&str] = &[
    "cannot",
    "don’t",
    "doesn’t",
    "didn’t",
    "isn’t",
    "neither",
    "never",
    "no",
    "nobody",
    "none",
    "not",
    "nothing",
];

/// What makes a rule out of a denial: “no deal goes ahead without a check” has deals.
const UNLESS: &[&str] = &["before", "except", "unless", "until", "without"];

/// Behind them a denial describes somebody (“people who do not use it”) or a case, and denies nothing.
const DESCRIBES: &[&str] =
    &["if", "that", "what", "when", "where", "whether", "which", "who", "whom", "whose"];

/// What denies no more than that there is nothing else: “not only”.
const NOT_ALONE: &[&str] = &["alone", "just", "more", "only"];

/// How far into a sentence its denial stands: “our own sales teams have no …”.
const EARLY: usize = 6;

/// Whether a text begins by denying something.
pub(crate) fn begins(text: &str) -> bool {
    let first = sentences(text).first().copied().unwrap_or_default();
    let clause = first.split([',', ';', ':', '–', '(']).next().unwrap_or_default();
    let words = words(clause);
    let early = words.iter().take(EARLY).take_while(|word| !is_joint(word));
    early.enumerate().any(|(at, _)| denies(&words, at))
}

/// Whether the word at this place denies what its sentence says.
pub(crate) fn denies(words: &[String], at: usize) -> bool {
    let word = |at: usize| words.get(at).map(String::as_str).unwrap_or_default();
    let lead = words.get(at.saturating_sub(3)..at).unwrap_or_default();
    DENY.contains(&word(at))
        && !NOT_ALONE.contains(&word(at + 1))
        && !lead.iter().any(|word| DESCRIBES.contains(&word.as_str()))
}

fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "but" | "or")
}

/// What is denied, by the stem of its word: of “we have no list of uses” the list, of “nobody has
/// compared them” to compare. A denial under a condition (“without”, “unless”) is a rule and none.
pub(crate) fn denied(text: &str) -> Vec<String> {
    let sentences = sentences(text).into_iter().map(words);
    let plain = sentences.filter(|words| !words.iter().any(|word| UNLESS.contains(&word.as_str())));
    plain
        .flat_map(|words| {
            let places = (0..words.len()).filter(|at| denies(&words, *at));
            places.filter_map(|at| what(&words, at)).collect::<Vec<_>>()
        })
        .collect()
}

/// The thing behind “no”, whose name comes last (“no working list”), or the deed behind another word.
fn what(words: &[String], at: usize) -> Option<String> {
    let behind = words.get(at + 1..)?;
    let skipped = behind.iter().take_while(|word| is_common(word)).count();
    let run = behind.get(skipped..)?.split(|word| is_common(word)).next()?;
    if words.get(at)? != "no" {
        return run.first().map(|word| stem(word));
    }
    let such = words.get(at + 1).is_some_and(|word| word == "such");
    let next = behind.get(skipped + run.len()).map(String::as_str).unwrap_or_default();
    // “No such flow”, “no conflict that touches people is left” leave room for others.
    run.last().filter(|_| !such && !DESCRIBES.contains(&next)).map(|word| stem(word))
}
