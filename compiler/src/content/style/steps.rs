//! Steps of a ladder differ in kind of practice, and a practice has a time.

use super::Fault;
use super::reading::{holds, without_brackets, words};
use super::said::{Ladder, Said};

/// Words that say how much or how often and not what. Numbers are not among them: “at two points” is
/// something a visitor can see.
pub(crate) const DEGREES: &[&str] = &[
    "all",
    "almost",
    "always",
    "barely",
    "completely",
    "deeply",
    "detail",
    "every",
    "each",
    "enough",
    "few",
    "formally",
    "frequently",
    "fully",
    "generally",
    "hardly",
    "high",
    "largely",
    "less",
    "low",
    "many",
    "more",
    "most",
    "mostly",
    "much",
    "occasionally",
    "often",
    "partially",
    "partly",
    "rarely",
    "regularly",
    "scarcely",
    "seriously",
    "several",
    "slightly",
    "some",
    "sometimes",
    "somewhat",
    "strong",
    "strongly",
    "thoroughly",
    "usually",
    "very",
    "well",
    "widely",
    "yet",
];

/// Words that carry no difference.
const SMALL: &[&str] = &["a", "an", "any", "in", "of", "our", "the", "this", "to"];

/// What a practice is dated with. “Your last report” dates what that report said.
const FRAMES: &[&str] = &[
    "last 12 months",
    "last 24 months",
    "24 months",
    "12 months",
    "today",
    "this year",
    "a year ago",
    "each year",
    "every year",
    "at each release",
    "your last",
];

/// Dates that say less than they seem to.
const VAGUE: &[&str] = &[
    "lately",
    "recent",
    "recently",
    "in the past",
    "last year",
    "last years",
    "past year",
    "in recent years",
    "some time ago",
];

/// Who did something.
const DOERS: &[&str] = &[
    "body",
    "executive",
    "experts",
    "group",
    "he",
    "it",
    "leaders",
    "members",
    "nobody",
    "owners",
    "person",
    "she",
    "somebody",
    "they",
    "we",
];

/// What may stand between the doer and the deed.
const BETWEEN: &[&str] = &["also", "later", "then", "themselves", "together"];

/// Deeds in the past that do not end in “ed”. Those that look alike in the present (“put”, “set”) are
/// left out.
const DEEDS: &[&str] = &[
    "began", "brought", "chose", "did", "drew", "found", "gave", "had", "heard", "held", "kept",
    "led", "made", "met", "said", "saw", "sent", "spoke", "told", "took", "was", "went", "were",
    "withdrew", "wrote",
];

/// Steps that differ from a lower one in degree alone.
pub(crate) fn differ(ladder: &Ladder) -> Vec<Fault> {
    let kinds: Vec<_> = ladder.steps.iter().map(kind).collect();
    let mut faults = Vec::new();
    for (index, step) in ladder.steps.iter().enumerate() {
        let same = |(lower, other): &(usize, &Said)| {
            *lower < index && other.text != step.text && kinds.get(*lower) == kinds.get(index)
        };
        if let Some((lower, _)) = ladder.steps.iter().enumerate().find(same) {
            let lower = lower + 1;
            let reason =
                format!("differs from step {lower} in degree alone: say what a visitor newly sees");
            faults.push(step.fault("steps", reason));
        }
    }
    faults
}

/// What is left of a step without words of degree.
fn kind(step: &Said) -> Vec<String> {
    let mut words = words(&step.text);
    words.retain(|word| !DEGREES.contains(&word.as_str()) && !SMALL.contains(&word.as_str()));
    words.sort();
    words
}

/// Steps 4 and 5 that say what was done, but not when. The date may stand in the question or in a
/// lower step, which the higher one builds on. A step that says what is there (“the group has the
/// power”, “we have listed”) is true today, as every ladder asks, and needs none.
pub(crate) fn dated(ladder: &Ladder) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut dated = has_frame(&ladder.prompt);
    for (index, step) in ladder.steps.iter().enumerate() {
        dated |= has_frame(step);
        if index >= 3
            && !dated
            && let Some(deed) = deed(&step.text)
        {
            let reason = format!(
                "“{deed}” says what was done, not when: “in the last 12 months”, for what is rare 24"
            );
            faults.push(step.fault("time frame", reason));
        }
    }
    for said in ladder.steps.iter().chain([&ladder.prompt]) {
        let mut words = words(&said.text);
        // “The most recent” is one, and the one that counts.
        words.dedup_by(|recent, most| recent == "recent" && most == "most");
        for vague in VAGUE.iter().filter(|vague| holds(&words, vague)) {
            let reason =
                format!("“{vague}” has no end: “in the last 12 months”, for what is rare 24");
            faults.push(said.fault("time frame", reason));
        }
        for months in words.windows(3).filter_map(odd_time) {
            let reason = format!("expected the last 12 or 24 months, found “{months}”");
            faults.push(said.fault("time frame", reason));
        }
    }
    faults
}

fn has_frame(said: &Said) -> bool {
    let words = words(&said.text);
    FRAMES.iter().any(|frame| holds(&words, frame))
}

/// Somebody together with what they did. An explanation in brackets does not part the two.
fn deed(text: &str) -> Option<String> {
    let words = words(&without_brackets(text));
    words.iter().enumerate().find_map(|(at, doer)| {
        DOERS.contains(&doer.as_str()).then_some(())?;
        let mut behind = words.iter().skip(at + 1);
        let deed = behind.find(|word| !BETWEEN.contains(&word.as_str()))?;
        let past = DEEDS.contains(&deed.as_str())
            || (deed.ends_with("ed") && !["need", "exceed", "proceed"].contains(&deed.as_str()));
        past.then(|| format!("{doer} {deed}"))
    })
}

/// “last six months”: a time that no other question uses.
fn odd_time(words: &[String]) -> Option<String> {
    let [last, number, unit] = words else { return None };
    let dates = last == "last" && ["weeks", "months", "years"].contains(&unit.as_str());
    let usual = unit == "months" && ["12", "24"].contains(&number.as_str());
    (dates && !usual).then(|| format!("{last} {number} {unit}"))
}
