//! How what a sheet says becomes part of an answer. Notes and evidence are added to what is there;
//! what cannot stand beside what is there takes its place, which is for a person to choose.

use super::super::joined::joined;
use crate::answer::{Answer, Choice, TacticAnswer, TacticState};

/// An answer with what a sheet says about it.
#[must_use]
pub fn taken_over(before: &Answer, given: &Answer) -> Answer {
    let mut after = before.clone();
    if given.choice.is_some() {
        after.choice.clone_from(&given.choice);
    }
    if !given.words.trim().is_empty() {
        after.words.clone_from(&given.words);
        // Words are an answer, so nothing else is said instead of one.
        after.choice = None;
    }
    if !given.because.trim().is_empty() {
        after.because.clone_from(&given.because);
    }
    after.could_know =
        added(&before.could_know, &given.could_know, |before, given| format!("{before}, {given}"));
    after.note = added(&before.note, &given.note, joined);
    after.elsewhere.highest = given.elsewhere.highest.or(before.elsewhere.highest);
    after.elsewhere.place = added(&before.elsewhere.place, &given.elsewhere.place, joined);
    for evidence in &given.evidence {
        if !after.evidence.contains(evidence) {
            after.evidence.push(evidence.clone());
        }
    }
    after.sureness = given.sureness.or(before.sureness);
    for (id, said) in &given.tactics {
        let said = match before.tactic(id) {
            Some(before) => taken_over_tactic(before, said),
            None => said.clone(),
        };
        after.set_tactic(id, Some(said));
        // A matrix of which a tactic is answered does apply.
        if after.choice == Some(Choice::DoesNotApply) {
            after.choice = None;
        }
    }
    after
}

fn taken_over_tactic(before: &TacticAnswer, given: &TacticAnswer) -> TacticAnswer {
    TacticAnswer {
        state: given.state,
        effect: given.effect.or(before.effect),
        known: given.known.or(before.known),
        could_know: added(&before.could_know, &given.could_know, |before, given| {
            format!("{before}, {given}")
        }),
        because: if given.because.is_empty() { &before.because } else { &given.because }.clone(),
    }
}

/// What is given beside what is there, unless that says it already.
fn added(before: &str, given: &str, join: impl Fn(&str, &str) -> String) -> String {
    let given = given.trim();
    if given.is_empty() || before.contains(given) {
        before.to_owned()
    } else if before.trim().is_empty() {
        given.to_owned()
    } else {
        join(before, given)
    }
}

/// Whether something that is there goes for it. What is not known yet may always be answered.
pub(super) fn replaces(before: &Answer, given: &Answer) -> bool {
    let after = taken_over(before, given);
    let tactic_goes = given.tactics.iter().any(|(id, said)| {
        before.tactic(id).is_some_and(|before| {
            (before.state != TacticState::Unknown && before.state != said.state)
                || goes(before.effect, said.effect)
                || goes(before.known, said.known)
                || is_overwritten(&before.because, &said.because)
        })
    });
    let choice_goes = match &before.choice {
        None | Some(Choice::NotKnown) => false,
        // Without a reason it counted for nothing.
        Some(Choice::DoesNotApply) if before.because.trim().is_empty() => false,
        choice @ Some(_) => after.choice != *choice,
    };
    choice_goes
        || tactic_goes
        || is_overwritten(&before.words, &given.words)
        || is_overwritten(&before.because, &given.because)
        || goes(before.sureness, given.sureness)
        || goes(before.elsewhere.highest, given.elsewhere.highest)
}

fn goes<T: PartialEq>(before: Option<T>, given: Option<T>) -> bool {
    before.is_some() && given.is_some() && before != given
}

fn is_overwritten(before: &str, given: &str) -> bool {
    !before.trim().is_empty() && !given.trim().is_empty() && before.trim() != given.trim()
}
