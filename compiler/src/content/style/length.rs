//! How long sentences are. “About 20 words” is the aim, which is counted; beyond 28 a sentence is
//! lost on somebody who reads English as a second language, which is a fault.

use super::Fault;
use super::reading::{length, sentences};
use super::said::Said;

/// The aim.
pub(crate) const AIM: usize = 20;

/// The limit.
const LIMIT: usize = 28;

/// Sentences of the text above the limit.
pub(crate) fn check(said: &Said) -> Vec<Fault> {
    let long = sentences(&said.text).into_iter().filter(|sentence| length(sentence) > LIMIT);
    let reason = |sentence: &str| {
        let begin: Vec<_> = sentence.split_whitespace().take(5).collect();
        let found = length(sentence);
        format!("expected at most {LIMIT} words, found {found}; split “{} …”", begin.join(" "))
    };
    long.map(|sentence| said.fault("length", reason(sentence))).collect()
}

/// How many sentences there are, and how many of them miss the aim.
pub(crate) fn count(texts: &[Said]) -> (usize, usize) {
    let lengths: Vec<_> = texts.iter().flat_map(|said| sentences(&said.text)).map(length).collect();
    (lengths.len(), lengths.iter().filter(|length| **length > AIM).count())
}
