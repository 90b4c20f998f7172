//! One choice that is a fact, not a step: no numbers.

use domain::answer::Choice;
use domain::questions::{Decision, DecisionValue};
use domain::texts::first as key;

use crate::view::parts::radios::Row;
use crate::view::pieces::{Asked, Drawn};
use crate::view::section::choices::Choices;

pub(super) fn draw(asked: Asked<'_>, decision: &Decision) -> Drawn {
    let row = |value: &DecisionValue| Row {
        value: value.id.shared().into(),
        text: value.text.clone().into(),
        ..Row::default()
    };
    let rows = decision.values.iter().map(row).collect();
    Drawn {
        class: "decision",
        heading: asked.question.prompt.clone().into(),
        instruction: asked.words.get(key::SECTION_QUESTION_DECISION),
        answer: Choices::of(asked).draw(
            rows,
            asked.answer.value().map(|id| id.shared().into()),
            |value| Some(Choice::Decision(value.into())),
        ),
    }
}
