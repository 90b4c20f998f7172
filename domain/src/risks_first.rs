//! The way through the questions where risks come first: those whose gaps would touch the gravest risk, aimed ones
//! before general ones, then those of the next; what touches none comes last. Within that, the order of the bank.

use std::rc::Rc;

use crate::questions::Question;
use crate::risk::{Band, Register, order};
use crate::sorted::sorted;
use crate::ties::{Aim, Ties};

/// The questions in that order.
#[must_use]
pub fn risks_first(
    questions: impl Iterator<Item = Rc<Question>>,
    ties: &Ties,
    register: &Register,
) -> Vec<Rc<Question>> {
    let placed = order(register);
    let kept = placed.iter().filter_map(|placed| register.get(placed.id));
    let risks: Vec<_> = kept.map(|kept| (kept.standing.band(), kept.open())).collect();
    let rank = |question: &Rc<Question>| -> Option<(Band, Aim)> {
        let tie = ties.question(&question.id)?;
        let touched = risks.iter().filter_map(|(band, risk)| Some((*band, tie.aim(risk)?)));
        touched.min()
    };
    let ranked = questions.map(|question| (rank(&question), question));
    let ranked = sorted(ranked, |(rank, _)| (rank.is_none(), *rank));
    ranked.into_iter().map(|(_, question)| question).collect()
}
