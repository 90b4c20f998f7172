//! What those who lead have to decide: a clause that completes “It is to be decided …”, short enough for
//! one line of a page that is read in a minute, and open. Who reads “should” has been told the answer.

use std::collections::BTreeMap;

use super::Fault;
use super::reading::{length, words};
use super::role::Role;
use super::said::Said;

/// How it begins: two ways are open.
const BEGINS: &str = "Whether ";

/// The limit, in words.
const LIMIT: usize = 14;

/// Words that give the answer away.
const ANSWERS: &[&str] = &["should", "ought", "shall", "must"];

/// Faults of one decision.
pub(crate) fn check(said: &Said) -> Vec<Fault> {
    if said.role != Role::Decided {
        return Vec::new();
    }
    let mut faults = Vec::new();
    let mut fault = |reason: String| faults.push(said.fault("decision", reason));
    if !said.text.starts_with(BEGINS) {
        fault("expected a clause that begins with “Whether”".into());
    }
    if said.text.ends_with(['.', '?', '!', '…']) {
        fault("it is a clause: leave out the mark at its end".into());
    }
    let found = length(&said.text);
    if found > LIMIT {
        fault(format!("expected at most {LIMIT} words, found {found}"));
    }
    let words = words(&said.text);
    for word in ANSWERS.iter().filter(|answer| words.iter().any(|word| word == *answer)) {
        fault(format!("“{word}” gives the answer: leave it to those who decide"));
    }
    faults
}

/// Two questions with the same decision: on a page of three they would stand there twice.
pub(crate) fn twins(texts: &[Said]) -> Vec<Fault> {
    let mut first = BTreeMap::new();
    let mut faults = Vec::new();
    for said in texts.iter().filter(|said| said.role == Role::Decided) {
        match first.get(&said.text) {
            Some(owner) => faults.push(said.fault("decision", format!("“{owner}” says the same"))),
            None => drop(first.insert(said.text.clone(), said.owner.clone())),
        }
    }
    faults
}
