//! What an example says about the tactics of a matrix. A field is read only where the page asks for
//! it: an effect belongs to what is in use.

use domain::answer::{Answer, TacticAnswer, TacticState};
use domain::id::TacticId;
use domain::questions::Matrix;
use domain::save::v1;

use super::named::{named, named_if};
use crate::content::read::Table;
use crate::problem::Problems;

/// Reads the state of each tactic that is named.
pub(super) fn read(table: &Table<'_>, matrix: &Matrix, answer: &mut Answer, problems: &Problems) {
    for (name, node) in table.entries() {
        let id = TacticId::from(name);
        if !matrix.tactics().any(|tactic| tactic.id == id) {
            table.problem(&node.at, name, format!("no tactic “{name}” in this question"));
            continue;
        }
        let tactic = one(Table::new(node, &table.field(name), problems));
        answer.set_tactic(&id, tactic);
    }
}

fn one(table: Table<'_>) -> Option<TacticAnswer> {
    let state = named::<v1::TacticState>(&table, "state").map(TacticState::from)?;
    let mut tactic = TacticAnswer::new(state);
    match state {
        TacticState::Used => {
            let effect = named::<v1::Effect>(&table, "effect");
            tactic.effect = effect.map(Into::into);
            // Nobody knows how they know of an effect that they do not know.
            if effect != Some(v1::Effect::Unknown) {
                tactic.known = named_if::<v1::HowKnown>(&table, "known").map(Into::into);
            }
        }
        TacticState::Unknown => {
            table.text("could-know").as_ref().clone_into(&mut tactic.could_know)
        }
        TacticState::Unfit => table.text("because").as_ref().clone_into(&mut tactic.because),
        TacticState::Planned | TacticState::Unused => {}
    }
    table.close();
    Some(tactic)
}
