//! Many tactics, by phase or group. More tactics in use is not better: the matrix is read for what
//! fits the gravest risks, what is in use with unknown effect, and what stays planned.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::room::{Asks, OnPaper, OnScreen, OnSheet, Own, OwnFact, Phase, Said, Takes, Typed};
use super::square::Square;
use crate::answer::{Answer, TacticState};
use crate::id::{Code, TacticId, ValueId};
use crate::step::Step;
use crate::texts::{Texts, report as keys};

/// A matrix of tactics.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matrix {
    /// How many squares stand for it.
    pub squares: Squares,
    /// The phases or groups, in order.
    pub groups: Vec<TacticGroup>,
}

/// How many squares stand for a matrix in navigation and strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Squares {
    /// One for the whole matrix.
    One,
    /// One for each phase, full when each of its tactics has a state.
    PerGroup,
}

/// One phase or group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TacticGroup {
    /// Short name, used in the address: `research`.
    pub id: Rc<str>,
    /// Code of the phase, e.g. `B2.1`; none where the matrix has one square.
    pub code: Option<Code>,
    /// Name as shown.
    pub name: Rc<str>,
    /// The question put for this phase.
    pub heading: Rc<str>,
    /// Its tactics, in order.
    pub tactics: Vec<Tactic>,
}

/// One tactic as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tactic {
    /// Stable name.
    pub id: TacticId,
    /// Name as shown.
    pub name: Rc<str>,
    /// Completes "Guards against …".
    pub guards: Rc<str>,
}

impl Matrix {
    /// All tactics, phase by phase.
    pub fn tactics(&self) -> impl Iterator<Item = &Tactic> {
        self.groups.iter().flat_map(|group| &group.tactics)
    }

    /// The group with this name.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&TacticGroup> {
        self.groups.iter().find(|group| &*group.id == id)
    }
}

impl OnScreen for Matrix {
    /// What is not known is said tactic by tactic.
    fn asks(&self) -> Asks {
        Asks { not_known: false, note: true, evidence: true, sureness: true, elsewhere: false }
    }

    fn square(&self, answer: &Answer) -> Square {
        combine(self.tactics(), answer)
    }

    fn phases(&self, answer: Option<&Answer>) -> Vec<Phase<'_>> {
        let groups = match self.squares {
            Squares::One => &[],
            Squares::PerGroup => &self.groups[..],
        };
        let phase = |group| TacticGroup::phase(group, answer);
        groups.iter().map(phase).collect()
    }

    fn limited(&self, keeps: &dyn Fn(&TacticId) -> bool) -> Option<Self> {
        let mut matrix = self.clone();
        for group in &mut matrix.groups {
            group.tactics.retain(|tactic| keeps(&tactic.id));
        }
        matrix.groups.retain(|group| !group.tactics.is_empty());
        Some(matrix)
    }
}

impl TacticGroup {
    fn phase(&self, answer: Option<&Answer>) -> Phase<'_> {
        Phase {
            id: &self.id,
            code: self.code.as_ref(),
            name: &self.name,
            heading: &self.heading,
            asks: self.tactics.len(),
            square: answer.map_or(Square::Open, |answer| combine(self.tactics.iter(), answer)),
        }
    }
}

/// Answered when each tactic has a state, partly when some have; not known when each state is "don't
/// know".
fn combine<'a>(tactics: impl Iterator<Item = &'a Tactic>, answer: &Answer) -> Square {
    let (mut stated, mut open, mut known) = (false, false, false);
    for tactic in tactics {
        let state = answer.tactic(&tactic.id).map(|found| found.state);
        stated |= state.is_some();
        open |= state.is_none();
        known |= state.is_some_and(|state| state != TacticState::Unknown);
    }
    match (open, stated, known) {
        (true, false, _) => Square::Open,
        (true, true, _) => Square::Partly,
        (false, _, false) => Square::NotKnown,
        (false, _, true) => Square::Answered,
    }
}

impl OnPaper for Matrix {
    fn own<'a>(&'a self, _: &'a Answer) -> Option<Own<'a>> {
        Some(Own::Apart)
    }

    fn said(&self, _: &Answer, _: &Texts, _: &[(ValueId, Rc<str>)]) -> Said {
        Said::Under { says: keys::WORDS_ANSWER_TACTICS, part: keys::PARTS_TACTICS_HEADING }
    }

    fn fact(&self, _: &Answer, _: &Texts, _: &[(ValueId, Rc<str>)]) -> Option<OwnFact> {
        None
    }

    fn lines(&self, texts: &Texts) -> Vec<String> {
        let groups = self.groups.iter();
        let tactics =
            groups.flat_map(|group| group.tactics.iter().map(move |tactic| (group, tactic)));
        let line = |(group, tactic): (&TacticGroup, &Tactic)| {
            let names = [("phase", &*group.name), ("tactic", &*tactic.name)];
            texts.with(keys::BLANK_TACTIC, &names)
        };
        tactics.map(line).collect()
    }

    fn offers(&self, texts: &Texts) -> Vec<(Option<Step>, String)> {
        self.lines(texts).into_iter().map(|line| (None, line)).collect()
    }

    fn on_sheet(&self, texts: &Texts) -> OnSheet {
        let sheet = texts.get(keys::ROWS_SHEET_TACTICS);
        let see = texts.with(keys::ROWS_SEE_TACTICS, &[("sheet", &sheet)]);
        OnSheet { offered: vec![see], takes: Takes::Tactics }
    }

    fn typed(&self, _: &str) -> Option<Typed> {
        None
    }
}
