//! Step 1 says that nothing was done; step 2 takes in whatever was done without a rule, so that everybody
//! between 1 and 3 has an answer. A step 2 that denies and does no more describes the same company as
//! step 1, and one of the two has no reader.

use std::collections::BTreeSet;

use super::Fault;
use super::denial;
use super::reading::{sentences, words};
use super::said::{Ladder, Said};
use super::sense::{sense, stem};
use super::steps::DEGREES;

/// What parts two things that a sentence says.
const PARTS: &[&str] =
    &[", and ", ", but ", ", or ", ", though ", ", yet ", ", while ", " but ", "; ", ": ", " – "];

/// What begins an example or a condition, which is nothing that is done.
const BESIDE: &[&str] = &["for", "if", "in", "such", "unless", "whether", "with"];

/// Who does something behind a bare “and”, where otherwise a second thing is denied (“no time and money”).
const DOERS: &[&str] = &["each", "everybody", "it", "people", "somebody", "they", "we", "whoever"];

/// What is done there.
const DEEDS: &[&str] = &[
    "act", "answer", "ask", "check", "count", "decide", "follow", "go", "hear", "help", "judge",
    "keep", "learn", "leave", "look", "make", "rely", "reply", "respond", "say", "speak", "take",
    "talk", "tell", "trust", "use", "wait", "watch", "work", "write",
];

/// Where step 2 says nothing but what there is not, or what step 1 says in words of another degree.
pub(crate) fn check(ladder: &Ladder) -> Vec<Fault> {
    let [first, step, ..] = ladder.steps.as_slice() else { return Vec::new() };
    let denies = denial::begins(&step.text);
    if denies && !sentences(&step.text).into_iter().any(does) {
        let reason = "denies, as step 1 does, and names nothing that is done: say what there is without a \
                      rule, or at least once";
        return vec![step.fault("steps", reason)];
    }
    let (one, two) = (kind(first), kind(step));
    if denies == denial::begins(&first.text) && !two.is_empty() && one == two {
        let reason = "says step 1 again: say what there is without a rule, or at least once";
        return vec![step.fault("steps", reason)];
    }
    Vec::new()
}

/// What a step speaks of, without words of degree.
fn kind(step: &Said) -> BTreeSet<String> {
    let degrees: BTreeSet<_> = DEGREES.iter().map(|word| stem(word)).collect();
    sense(&step.text).difference(&degrees).cloned().collect()
}

/// Whether a part of the sentence says something without denying it.
fn does(sentence: &str) -> bool {
    let mut parts = vec![sentence];
    for mark in PARTS {
        parts = parts.into_iter().flat_map(|part| part.split(mark)).collect();
    }
    parts.into_iter().map(words).any(|part| {
        let denies = (0..part.len()).any(|at| denial::denies(&part, at));
        let beside = part.first().is_none_or(|word| BESIDE.contains(&word.as_str()));
        let goes_on = part.windows(2).any(|two| {
            let [and, next] = two else { return false };
            let deed = next.strip_suffix('s').unwrap_or(next);
            and == "and" && (DOERS.contains(&next.as_str()) || DEEDS.contains(&deed))
        });
        let but_for = part.iter().any(|word| word == "except");
        goes_on || but_for || !(denies || beside)
    })
}
