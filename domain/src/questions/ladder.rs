//! Five steps of practice, of which a person picks the highest of which nothing is untrue today.

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

/// Five steps of practice (catalogue, part i, "How a ladder is built").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ladder {
    /// The steps, lowest first.
    pub steps: [LadderStep; 5],
}

/// One step as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LadderStep {
    /// Whether the step before is true as well, so that the text begins with "As 3, and".
    pub adds: bool,
    /// The text; where it adds, the second half of the sentence.
    pub text: Rc<str>,
}

impl Ladder {
    /// A step and the step as written.
    pub fn iter(&self) -> impl Iterator<Item = (Step, &LadderStep)> {
        Step::ALL.into_iter().zip(&self.steps)
    }

    /// The text of a step.
    #[must_use]
    pub fn step(&self, step: Step) -> &LadderStep {
        let [one, two, three, four, five] = &self.steps;
        match step {
            Step::One => one,
            Step::Two => two,
            Step::Three => three,
            Step::Four => four,
            Step::Five => five,
        }
    }

    /// The whole text of a step, with the steps that it adds to.
    pub(crate) fn whole_step(&self, texts: &Texts, step: Step) -> String {
        let mut whole = String::new();
        for (_, written) in self.iter().take_while(|(found, _)| *found <= step) {
            whole = if written.adds && !whole.is_empty() {
                texts.with(keys::WORDS_ANSWER_ALSO, &[("before", &whole), ("next", &written.text)])
            } else {
                written.text.to_string()
            };
        }
        whole
    }

    /// The whole text of a step behind its number.
    pub(crate) fn numbered_step(&self, texts: &Texts, step: Step) -> String {
        let text = self.whole_step(texts, step);
        let step = step.number().to_string();
        texts.with(keys::WORDS_ANSWER_STEP, &[("step", &step), ("text", &text)])
    }

    /// What the step above adds to, or puts in the place of, this one.
    pub(crate) fn step_above(&self, texts: &Texts, step: Step) -> Option<String> {
        let above = self.step(Step::from_number(step.number() + 1)?);
        let key = if above.adds {
            keys::WORDS_PRACTICE_NEXT_STEP_ADDS
        } else {
            keys::WORDS_PRACTICE_NEXT_STEP
        };
        Some(texts.with(key, &[("text", &above.text)]))
    }
}

impl OnScreen for Ladder {
    fn asks(&self) -> Asks {
        Asks { not_known: true, note: true, evidence: true, sureness: true, elsewhere: true }
    }

    fn square(&self, answer: &Answer) -> Square {
        if answer.step().is_some() { Square::Answered } else { Square::Open }
    }

    fn phases(&self, _: Option<&Answer>) -> Vec<Phase<'_>> {
        Vec::new()
    }

    fn limited(&self, _: &dyn Fn(&TacticId) -> bool) -> Option<Self> {
        None
    }
}

impl OnPaper for Ladder {
    fn own<'a>(&'a self, answer: &'a Answer) -> Option<Own<'a>> {
        answer.step().map(Own::Step)
    }

    fn said(&self, answer: &Answer, texts: &Texts, _: &[(ValueId, Rc<str>)]) -> Said {
        let said = answer.step().map(|step| self.numbered_step(texts, step));
        Said::Here(said.unwrap_or_default())
    }

    fn fact(&self, answer: &Answer, texts: &Texts, _: &[(ValueId, Rc<str>)]) -> Option<OwnFact> {
        answer.step().map(|step| OwnFact {
            kind: OwnFactKind { name: "step", label: keys::ROWS_KIND_STEP },
            value: self.whole_step(texts, step),
            step: Some(step),
        })
    }

    /// Numbered, each with the step before it where it adds to that.
    fn lines(&self, texts: &Texts) -> Vec<String> {
        let line = |(step, written): (Step, &LadderStep)| {
            let number = step.number();
            let before = number.saturating_sub(1).to_string();
            let key = if written.adds { keys::BLANK_STEP_ADDS } else { keys::BLANK_STEP };
            let number = number.to_string();
            texts.with(key, &[("step", &number), ("before", &before), ("text", &written.text)])
        };
        self.iter().map(line).collect()
    }

    fn offers(&self, texts: &Texts) -> Vec<(Option<Step>, String)> {
        Step::ALL.map(|step| (Some(step), self.whole_step(texts, step))).into()
    }

    fn on_sheet(&self, texts: &Texts) -> OnSheet {
        OnSheet { offered: self.lines(texts), takes: Takes::Number(Step::Five.number()) }
    }

    fn typed(&self, cell: &str) -> Option<Typed> {
        number(cell).and_then(Step::from_number).map(|step| Typed::Choice(Choice::Step(step)))
    }
}
