//! Five steps of practice, as the content writes them.

use std::rc::Rc;

use domain::answer::{Answer, Choice};
use domain::id::{QuestionId, ValueId};
use domain::questions::{Kind, Ladder, LadderStep, Step};
use domain::rules::{Comparison, Condition};

use super::{Reader, Reading, Room, Words, said_instead};
use crate::content::read::{Table, plain};
use crate::content::style::role::Role;
use crate::problem::Problems;
use crate::register::id::Id;

/// Marks a step that adds to the one before.
const ADDS: &str = "+ ";

/// The field of an example’s answer.
const STEP: &str = "step";

pub(super) const READER: Reader = Reader {
    name: "ladder",
    read,
    words: &[
        Words { list: "question", field: "steps", role: Role::Step },
        Words { list: "finding", field: "low", role: Role::Finding },
        Words { list: "finding", field: "strength", role: Role::Finding },
    ],
};

fn read(table: &Table<'_>, reading: &mut Reading<'_, '_>) -> Kind {
    if let Some(finding) = reading.finding {
        reading.sentences.low = Some(finding.text("low"));
        reading.sentences.strength = Some(finding.text("strength"));
    }
    reading.help.evidence = plain(table.texts("evidence"));
    Kind::Ladder(Ladder { steps: steps(table) })
}

/// A ladder whose steps are wrong is still read as a ladder, so that the rest of it is checked.
fn steps(table: &Table<'_>) -> [LadderStep; 5] {
    let placed = table.texts("steps");
    let mut steps = Vec::<LadderStep>::new();
    for step in &placed {
        let (adds, text) = match step.text.strip_prefix(ADDS) {
            Some(text) => (true, Rc::from(text)),
            None => (false, step.text.clone()),
        };
        if adds && steps.is_empty() {
            table.problem(&step.at, "steps", "the first step has nothing to add to");
        }
        if let Some(twin) = steps.iter().position(|before| before.text == text) {
            let reason = format!("expected five distinct steps; this one equals step {}", twin + 1);
            table.problem(&step.at, "steps", reason);
        }
        steps.push(LadderStep { adds, text });
    }
    let found = steps.len();
    <[LadderStep; 5]>::try_from(steps).unwrap_or_else(|_| {
        if found > 0 {
            let reason = format!("expected five distinct steps, found {found}");
            table.problem(&table.place("steps"), "steps", reason);
        }
        std::array::from_fn(|_| LadderStep { adds: false, text: Rc::default() })
    })
}

impl Room for Ladder {
    fn reader(&self) -> &'static Reader {
        &READER
    }

    /// An answer is a step by its number.
    fn ids(&self, _: &QuestionId) -> Vec<Id> {
        Vec::new()
    }

    fn terms(&self) -> Vec<&Rc<str>> {
        self.steps.iter().map(|step| &step.text).collect()
    }

    fn values(&self) -> Option<Vec<ValueId>> {
        None
    }

    fn has_steps(&self) -> bool {
        true
    }

    fn compared(
        &self,
        question: &QuestionId,
        comparison: Comparison,
        value: &str,
    ) -> Result<Condition, String> {
        let step = value.parse().ok().and_then(Step::from_number);
        let step = step.ok_or_else(|| format!("expected a step from 1 to 5, found “{value}”"))?;
        Ok(Condition::StepIs(question.clone(), comparison, step))
    }

    fn called(&self, _: &str, _: &QuestionId) -> Option<Condition> {
        None
    }

    fn field(&self) -> &'static str {
        STEP
    }

    fn sample(&self, table: &Table<'_>, answer: &mut Answer, _: &Problems) {
        let step = table.number_if(STEP, 1..=5).and_then(Step::from_number);
        answer.choice = step.map(Choice::Step);
    }

    fn fill(&self, number: usize, _: &mut dyn FnMut() -> String, answer: &mut Answer) {
        let step = Step::ALL.get(number % Step::ALL.len()).copied();
        answer.choice = said_instead(number).or(step.map(Choice::Step));
    }

    fn renumber(&mut self, _: usize) {}
}
