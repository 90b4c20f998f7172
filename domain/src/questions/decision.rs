//! One choice that is a fact or a decision, not a step. It may route or qualify other answers.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::cell::number;
use super::room::{
    Asks, OnPaper, OnScreen, OnSheet, Own, OwnFact, OwnFactKind, Phase, Said, Takes, Typed,
};
use super::square::Square;
use crate::answer::{Answer, Choice};
use crate::id::{TacticId, ValueId};
use crate::step::Step;
use crate::texts::{Texts, report as keys};

/// A question with named values instead of steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The values, in the order they are shown.
    pub values: Vec<DecisionValue>,
}

/// One value as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionValue {
    /// Stable name.
    pub id: ValueId,
    /// What the person reads.
    pub text: Rc<str>,
}

impl Decision {
    /// The value with this name, if there is one.
    #[must_use]
    pub fn value(&self, id: &ValueId) -> Option<&DecisionValue> {
        self.values.iter().find(|value| value.id == *id)
    }

    /// The value that was chosen, if it is one of these.
    fn chosen(&self, answer: &Answer) -> Option<&DecisionValue> {
        self.value(answer.value()?)
    }

    /// What the value that was chosen means: its reading, or else its own text.
    fn read(&self, answer: &Answer, readings: &[(ValueId, Rc<str>)]) -> Option<String> {
        let value = self.chosen(answer)?;
        let reading = readings.iter().find(|(id, _)| *id == value.id);
        Some(reading.map_or(&value.text, |(_, reading)| reading).to_string())
    }
}

impl OnScreen for Decision {
    fn asks(&self) -> Asks {
        Asks { not_known: true, note: true, evidence: true, sureness: true, elsewhere: false }
    }

    fn square(&self, answer: &Answer) -> Square {
        if self.chosen(answer).is_some() { Square::Answered } else { Square::Open }
    }

    fn phases(&self, _: Option<&Answer>) -> Vec<Phase<'_>> {
        Vec::new()
    }

    fn limited(&self, _: &dyn Fn(&TacticId) -> bool) -> Option<Self> {
        None
    }
}

impl OnPaper for Decision {
    fn own<'a>(&'a self, answer: &'a Answer) -> Option<Own<'a>> {
        self.chosen(answer).map(|value| Own::Value(&value.id))
    }

    fn said(&self, answer: &Answer, _: &Texts, readings: &[(ValueId, Rc<str>)]) -> Said {
        Said::Here(self.read(answer, readings).unwrap_or_default())
    }

    fn fact(&self, answer: &Answer, _: &Texts, readings: &[(ValueId, Rc<str>)]) -> Option<OwnFact> {
        self.read(answer, readings).map(|value| OwnFact {
            kind: OwnFactKind { name: "decision", label: keys::ROWS_KIND_DECISION },
            value,
            step: None,
        })
    }

    fn lines(&self, _: &Texts) -> Vec<String> {
        self.values.iter().map(|value| value.text.to_string()).collect()
    }

    fn offers(&self, texts: &Texts) -> Vec<(Option<Step>, String)> {
        self.lines(texts).into_iter().map(|line| (None, line)).collect()
    }

    fn on_sheet(&self, texts: &Texts) -> OnSheet {
        let numbered = (1..).zip(&self.values).map(|(number, value): (u8, _)| {
            let values = [("step", &*number.to_string()), ("text", &*value.text)];
            texts.with(keys::BLANK_STEP, &values)
        });
        OnSheet {
            offered: numbered.collect(),
            takes: Takes::Number(u8::try_from(self.values.len()).unwrap_or(u8::MAX)),
        }
    }

    fn typed(&self, cell: &str) -> Option<Typed> {
        let value = self.values.get(usize::from(number(cell)?).checked_sub(1)?)?;
        Some(Typed::Choice(Choice::Decision(value.id.clone())))
    }
}
