//! Five steps of practice.

use domain::answer::Choice;
use domain::questions::{Ladder, LadderStep, Step};
use domain::texts::interface as key;
use yew::prelude::*;

use crate::view::parts::radios::Row;
use crate::view::pieces::{Asked, Drawn};
use crate::view::section::choices::Choices;
use crate::view::words::Words;

pub(super) fn draw(asked: Asked<'_>, ladder: &Ladder) -> Drawn {
    let rows = ladder.iter().map(|(step, written)| row(step, written, asked.words)).collect();
    Drawn {
        class: "ladder",
        heading: asked.question.prompt.clone().into(),
        instruction: asked.words.get(key::SECTION_QUESTION_LADDER),
        answer: Choices::of(asked).draw(rows, step),
    }
}

fn row(step: Step, written: &LadderStep, words: &Words) -> Row {
    let number = step.number();
    let prefix = || {
        let before = (number - 1).to_string();
        words.with(key::SECTION_QUESTION_ADDS, &[("before", &before)])
    };
    Row {
        value: number.to_string().into(),
        number: Some(number.to_string().into()),
        prefix: written.adds.then(prefix),
        text: written.text.clone().into(),
        hint: None,
        more: Html::default(),
    }
}

fn step(value: &str) -> Option<Choice> {
    value.parse().ok().and_then(Step::from_number).map(Choice::Step)
}
