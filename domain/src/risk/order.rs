//! The order of risks: by band, inside it by what is told apart there, and then as somebody chose.

use super::{Kept, Register, Reordering, RiskId};
use crate::sorted::sorted_by;

/// A risk at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which one.
    pub id: RiskId,
    /// Its number, from 1: R1 is the first by band order, whatever its status.
    pub number: u8,
    /// Whether the one before it is exactly as grave: they share a place, and stand by name.
    pub equals_before: bool,
    /// Whether somebody chose its place inside its band.
    pub is_chosen: bool,
}

/// The risks of a register in their order.
#[must_use]
pub fn order(register: &Register) -> Vec<Placed> {
    // Not when it was entered: two that are equal in all that was said are told apart by nothing else.
    let mut kept = sorted_by(register.kept(), |a, b| {
        (a.standing, &a.name, a.bytes(), a.id).cmp(&(b.standing, &b.name, b.bytes(), b.id))
    });
    let mut chosen = Vec::new();
    for choice in register.reordered() {
        if put(&mut kept, choice) {
            chosen.push(choice.risk);
        }
    }
    let mut before = None;
    let places = (1..).zip(kept).map(|(number, one)| {
        let equals_before = before.replace(one.standing) == Some(one.standing);
        Placed { id: one.id, number, equals_before, is_chosen: chosen.contains(&one.id) }
    });
    places.collect()
}

/// Puts a risk where somebody chose, inside its band. One whose band, or that of the other, is another one
/// since then stays where it is: the choice was made between others.
fn put(kept: &mut Vec<&Kept>, choice: &Reordering) -> bool {
    let at = |id: RiskId, kept: &[&Kept]| kept.iter().position(|one| one.id == id);
    let Some(from) = at(choice.risk, kept) else { return false };
    let moved = kept.remove(from);
    let band = moved.standing.band();
    let to = match choice.before {
        Some(before) => at(before, kept)
            .filter(|to| kept.get(*to).is_some_and(|other| other.standing.band() == band)),
        None => kept.iter().rposition(|other| other.standing.band() == band).map(|last| last + 1),
    };
    kept.insert(to.unwrap_or(from), moved);
    to.is_some()
}
