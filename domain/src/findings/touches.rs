//! Which gaps touch which risk, and how near that brings a gap to grave harm.

use std::rc::Rc;

use super::Context;
use super::risks::Listed;
use crate::id::QuestionId;
use crate::risk::{Band, RiskId};
use crate::ties::{Aim, OnHarm, Touch};

/// A risk that a gap touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// Which one.
    pub risk: RiskId,
    /// Its number in the order of risks, from 1: 2 for R2.
    pub number: u8,
    /// Its name; empty where that is not known.
    pub name: Rc<str>,
    /// How closely, and why.
    pub touch: Touch,
}

/// How near a gap stands to grave harm; nearer sorts first.
///
/// It is what the gravest of its risks make it: their band, and inside it those that have harmed people. How
/// closely it touches them stands apart, since the weight of the question comes between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    /// It helps people who are in danger now: a gravest or severe risk that it touches has harmed some.
    First,
    /// It touches risks of this band, of which one has harmed people or none has.
    Touching(Band, Harm),
    /// It touches none.
    Apart,
}

/// Whether a risk has harmed people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Harm {
    /// It is happening or has happened.
    Done,
    /// Nobody knows that it has.
    NotKnown,
}

/// The risks that a gap at a question touches, gravest first.
pub(super) fn of(context: Context<'_>, question: &QuestionId) -> Vec<Touched> {
    let Some(tie) = context.bank.guidance.ties.question(question) else { return Vec::new() };
    let touched = context.risks.iter().filter_map(|listed| {
        let touch = tie.touches(&listed.risk)?;
        let Listed { risk, placed, .. } = listed;
        Some(Touched { risk: risk.id, number: placed.number, name: listed.name(), touch })
    });
    touched.collect()
}

/// How near a gap at a question that touches these risks stands to grave harm, and how closely it touches the
/// gravest of them.
pub(super) fn nearest(
    context: Context<'_>,
    question: &QuestionId,
    touches: &[Touched],
) -> (Nearness, Aim) {
    let tie = context.bank.guidance.ties.question(question);
    let is_first = tie.is_some_and(|tie| tie.on_harm == OnHarm::First);
    let near = touches.iter().filter_map(|touched| {
        let listed = context.risks.iter().find(|listed| listed.risk.id == touched.risk)?;
        let harm = if listed.risk.has_harmed() { Harm::Done } else { Harm::NotKnown };
        let (band, _) = listed.risk.severity.band();
        let nearness = match (is_first, harm, band) {
            (true, Harm::Done, Band::Gravest | Band::Severe) => Nearness::First,
            _ => Nearness::Touching(band, harm),
        };
        Some((nearness, touched.touch.aim))
    });
    near.min().unwrap_or((Nearness::Apart, Aim::General))
}
