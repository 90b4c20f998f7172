//! A question that the register of risks answers ([`crate::risk`]): nobody chooses a value here. While no risk
//! is listed it can be said instead that it is not known, or why it does not apply.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::decision::Decision;
use super::room::{Asks, OnPaper, OnScreen, OnSheet, Own, OwnFact, Phase, Said, Takes, Typed};
use super::square::Square;
use crate::answer::Answer;
use crate::id::{TacticId, ValueId};
use crate::step::Step;
use crate::texts::Texts;

/// A question with the values that the register can give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FromRegister {
    /// The values as they read.
    pub values: Decision,
    /// Those that leave something to be said.
    pub partly: Vec<ValueId>,
}

impl OnScreen for FromRegister {
    fn asks(&self) -> Asks {
        Asks { not_known: true, note: false, evidence: false, sureness: false, elsewhere: false }
    }

    fn square(&self, answer: &Answer) -> Square {
        if answer.value().is_some_and(|value| self.partly.contains(value)) {
            return Square::Partly;
        }
        self.values.square(answer)
    }

    fn phases(&self, _: Option<&Answer>) -> Vec<Phase<'_>> {
        Vec::new()
    }

    fn limited(&self, _: &dyn Fn(&TacticId) -> bool) -> Option<Self> {
        None
    }
}

impl OnPaper for FromRegister {
    fn own<'a>(&'a self, answer: &'a Answer) -> Option<Own<'a>> {
        self.values.own(answer)
    }

    fn said(&self, answer: &Answer, texts: &Texts, readings: &[(ValueId, Rc<str>)]) -> Said {
        self.values.said(answer, texts, readings)
    }

    fn fact(
        &self,
        answer: &Answer,
        texts: &Texts,
        readings: &[(ValueId, Rc<str>)],
    ) -> Option<OwnFact> {
        self.values.fact(answer, texts, readings)
    }

    fn lines(&self, texts: &Texts) -> Vec<String> {
        self.values.lines(texts)
    }

    fn offers(&self, texts: &Texts) -> Vec<(Option<Step>, String)> {
        self.values.offers(texts)
    }

    fn on_sheet(&self, texts: &Texts) -> OnSheet {
        OnSheet { offered: self.lines(texts), takes: Takes::Tactics }
    }

    fn typed(&self, _: &str) -> Option<Typed> {
        None
    }
}
