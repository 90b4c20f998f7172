//! “Last” without a period has no end: who had their last case nine years ago answers for a practice
//! that nobody has today, and who had none has no answer. It needs 12 or 24 months beside it (“your
//! last case in 24 months”), or the words “the most recent”, which say that one answers for that one
//! and no older one. In a step, the period of a question that asks about the last one holds as well:
//! steps are read below it.

use super::Fault;
use super::reading::{holds, unquoted, words};
use super::said::Ladder;

/// What says that nothing came later.
const LAST: &[&str] = &["last", "latest"];

/// What gives it a period. Other lengths of time are a fault of their own.
const PERIODS: &[&str] = &[
    "12 months",
    "24 months",
    "this year",
    "this month",
    "each year",
    "every year",
    "most recent",
];

/// Units of time: “the last 12 months” is a period itself, and another length a fault of its own.
const UNITS: &[&str] = &["days", "hours", "months", "weeks", "years"];

/// Behind them “last” is no time (“at last”), or a deed (“harm that may last”).
const NO_TIME_AFTER: &[&str] =
    &["at", "can", "could", "does", "may", "might", "not", "to", "will", "would"];

/// Before them it is a place in a row, or a part of a name.
const NO_TIME_BEFORE: &[&str] = &[
    "chance", "column", "line", "mile", "name", "names", "page", "place", "resort", "row", "step",
    "straw", "word", "words",
];

/// Where the question or a step says “last” and no period.
pub(crate) fn check(ladder: &Ladder) -> Vec<Fault> {
    let asks = words(&unquoted(&ladder.prompt.text));
    let asked = last(&asks).is_some() && has_period(&asks);
    let prompt = std::iter::once((&ladder.prompt, false));
    let steps = ladder.steps.iter().map(|step| (step, asked));
    let open = prompt.chain(steps).filter_map(|(said, dated)| {
        let words = words(&unquoted(&said.text));
        let found = last(&words).filter(|_| !dated && !has_period(&words))?;
        let reason = format!(
            "“{found}” has no period: add “in the last 24 months”, or say “the most recent”"
        );
        Some(said.fault("time frame", reason))
    });
    open.collect()
}

/// The word with the one behind it, where it speaks of a time and is no period itself.
fn last(words: &[String]) -> Option<String> {
    let word = |at: usize| words.get(at).map(String::as_str).unwrap_or_default();
    let at = (0..words.len()).find(|at| {
        let before = at.checked_sub(1).map(word).unwrap_or_default();
        let length = UNITS.contains(&word(at + 1)) || UNITS.contains(&word(at + 2));
        let no_time = NO_TIME_AFTER.contains(&before) || NO_TIME_BEFORE.contains(&word(at + 1));
        LAST.contains(&word(*at)) && !length && !no_time
    })?;
    Some(format!("{} {}", word(at), word(at + 1)).trim_end().to_owned())
}

fn has_period(words: &[String]) -> bool {
    PERIODS.iter().any(|period| holds(words, period))
}
