//! Five steps of practice.

use domain::answer::Choice;
use domain::questions::{Ladder, LadderStep, Step};
use domain::texts::first as key;
use yew::prelude::*;

use crate::view::parts::radios::Row;
use crate::view::pieces::{Asked, Drawn};
use crate::view::section::choices::Choices;
use crate::view::step_words::adds_to;
use crate::view::words::Words;

pub(super) fn draw(asked: Asked<'_>, ladder: &Ladder) -> Drawn {
    let rows = ladder.iter().map(|(step, written)| row(step, written, asked.words)).collect();
    Drawn {
        class: "ladder",
        heading: asked.question.prompt.clone().into(),
        instruction: asked.words.get(key::SECTION_QUESTION_LADDER),
        answer: Choices::of(asked).draw(rows, asked.answer.step().map(value), step),
    }
}

fn row(step: Step, written: &LadderStep, words: &Words) -> Row {
    let number = step.number();
    Row {
        value: value(step),
        number: Some(number.to_string().into()),
        prefix: written.adds.then(|| adds_to(step, words)),
        text: written.text.clone().into(),
        hint: None,
        more: Html::default(),
    }
}

/// The value of the radio that stands for a step.
fn value(step: Step) -> AttrValue {
    step.number().to_string().into()
}

fn step(value: &str) -> Option<Choice> {
    value.parse().ok().and_then(Step::from_number).map(Choice::Step)
}
