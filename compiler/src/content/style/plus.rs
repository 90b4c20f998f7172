//! A step with “+” is true together with the one before: the page writes “As 3, and” in front of it.
//! So whoever lacks the lower one cannot choose it, whatever they do of the higher. Used where the
//! two do not need each other, it takes away an answer that is true; used on what the lower step
//! denies, it makes one that nobody can give.
//!
//! What a program can see of this: a step 2 with “+” on a step 1 that says there is nothing; words that
//! one of the two denies and the other builds on; a step that says again all that the one before says,
//! or nothing but that; a step that names nothing of what stands below and points at none of it; and
//! a first word that does not follow upon “and”. Whether a step that does name the lower one could be true
//! without it is for people to judge. That step 1 has no “+” the reader of ladders sees.

use std::collections::BTreeSet;

use super::Fault;
use super::denial;
use super::reading::words;
use super::said::{Ladder, Said};
use super::sense::{is_common, sense, stem};

/// Words that point at what stands before.
const POINTS: &[&str] = &[
    "again",
    "afterwards",
    "also",
    "both",
    "he",
    "her",
    "his",
    "it",
    "its",
    "same",
    "she",
    "such",
    "their",
    "them",
    "then",
    "these",
    "they",
    "this",
];

/// Behind them “that” points, and is no “which”.
const POINTS_TO: &[&str] =
    &["after", "at", "before", "by", "for", "in", "of", "on", "used", "with", "without"];

/// One or several of what was spoken of, where no name follows: “the gravest are …”.
const AMONG: &[&str] = &["gravest", "largest", "others", "rest", "riskiest", "worst"];

/// Words that do not follow upon “As 3, and”.
const AFTER_AND: &[&str] = &["also", "and", "as", "but", "or"];

/// What begins a sentence and is no name.
const SMALL: &[&str] = &[
    "a", "all", "an", "any", "anybody", "at", "before", "because", "by", "each", "every", "for",
    "in", "it", "no", "nobody", "on", "one", "our", "people", "somebody", "the", "their", "these",
    "they", "this", "those", "we", "what", "when", "where", "with",
];

/// The fewest words by which a step that is repeated can be told from one that has two in common.
const FEW: usize = 3;

/// How many letters make a family of words, and no chance.
const FAMILY: usize = 5;

/// Every “+” of a ladder that a program can see to be wrong.
pub(crate) fn check(ladder: &Ladder) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, step) in ladder.steps.iter().enumerate().skip(1).filter(|(_, step)| step.adds) {
        // The step it builds on, and those which that one builds on.
        let start =
            (0..index).rev().find(|at| !ladder.steps.get(*at).is_some_and(|step| step.adds));
        let below = ladder.steps.get(start.unwrap_or_default()..index).unwrap_or_default();
        let Some(before) = below.last() else { continue };
        let reason = wrong_word(step)
            .or_else(|| (index == 1 && denial::begins(&before.text)).then(on_nothing))
            .or_else(|| contradiction(step, below))
            .or_else(|| repetition(step, before, below, index))
            .or_else(|| loose(step, below, index));
        faults.extend(reason.map(|reason| step.fault("plus", reason)));
    }
    faults
}

fn on_nothing() -> String {
    "step 1 says that there is nothing, so “+” has nothing to add to: leave it out".to_owned()
}

fn wrong_word(step: &Said) -> Option<String> {
    let first = step.text.split_whitespace().next()?;
    let small = first.to_lowercase();
    if AFTER_AND.contains(&&*small) {
        return Some(format!(
            "the page puts “As the step before, and” in front of it: leave out “{first}”"
        ));
    }
    (small != first && SMALL.contains(&&*small)).then(|| {
        format!("“{first}” begins a new sentence: with “+”, say “{small}”; if it stands alone, leave “+” out")
    })
}

fn contradiction(step: &Said, below: &[Said]) -> Option<String> {
    let here = denial::denied(&step.text);
    let claims = |text: &str, word: &String| {
        sense(text).contains(word) && !denial::denied(text).contains(word)
    };
    let spoken = |word: &str, text: &str| {
        words(text).into_iter().find(|other| stem(other) == word).unwrap_or_else(|| word.to_owned())
    };
    let builds = below
        .iter()
        .flat_map(|lower| denial::denied(&lower.text))
        .find(|word| claims(&step.text, word));
    if let Some(word) = builds {
        let word = spoken(&word, &step.text);
        return Some(format!(
            "builds on “{word}”, which a step below denies: leave “+” out, or mend the lower one"
        ));
    }
    let denies = here.into_iter().find(|word| below.iter().any(|lower| claims(&lower.text, word)));
    denies.map(|word| {
        let word = spoken(&word, &step.text);
        format!("denies “{word}”, which a step below has: with “+” both are to be true")
    })
}

fn repetition(step: &Said, before: &Said, below: &[Said], index: usize) -> Option<String> {
    let (new, old) = (sense(&step.text), sense(&before.text));
    let all: BTreeSet<_> = below.iter().flat_map(|lower| sense(&lower.text)).collect();
    if !new.is_empty() && new.is_subset(&all) {
        return Some(format!(
            "says nothing that step {index} does not say: add what a visitor newly sees"
        ));
    }
    (old.len() >= FEW && old.is_subset(&new)).then(|| {
        format!(
            "says step {index} again: “+” says it already, so keep what is added; or leave “+” out"
        )
    })
}

fn loose(step: &Said, below: &[Said], index: usize) -> Option<String> {
    let said = words(&step.text);
    let points =
        said.iter().any(|word| POINTS.contains(&word.as_str())) || points_with_others(&said);
    let here = sense(&step.text);
    let names = below
        .iter()
        .flat_map(|lower| sense(&lower.text))
        .any(|lower| here.iter().any(|word| are_kin(word, &lower)));
    (!points && !names).then(|| {
        format!(
            "names nothing of step {index} and so can be true without it: leave “+” out, or say what of \
             step {index} it adds to"
        )
    })
}

/// One word, or two of a family: “expert” and “expertise”.
fn are_kin(one: &str, two: &str) -> bool {
    let (short, long) = if one.len() < two.len() { (one, two) } else { (two, one) };
    one == two || (short.chars().count() >= FAMILY && long.starts_with(short))
}

/// “In that use”, “those hours”, “the riskiest are removed”; not “people that”, “those who”, “the
/// gravest risk”.
fn points_with_others(said: &[String]) -> bool {
    (0..said.len()).any(|at| {
        let word = |at: usize| said.get(at).map(String::as_str).unwrap_or_default();
        let (before, behind) = (at.checked_sub(1).map(word), word(at + 1));
        match word(at) {
            "those" => behind != "who",
            "that" => before.is_none_or(|before| POINTS_TO.contains(&before)),
            word => before == Some("the") && AMONG.contains(&word) && is_common(behind),
        }
    })
}
