//! A statement, and how it is read. How the sources read it follows the answer.

use domain::answer::{Choice, ReadAs};
use domain::questions::Statement;
use domain::texts::first::{self as key, Key};
use yew::prelude::*;

use crate::view::asking::Options;
use crate::view::parts::radios::Row;
use crate::view::pieces::{Asked, Drawn};
use crate::view::section::choices::Choices;

pub(super) const READINGS: Options<ReadAs, Key> = Options { all: &ReadAs::ALL, of: reading };

pub(super) fn draw(asked: Asked<'_>, statement: &Statement) -> Drawn {
    let row = |(value, text)| Row { value, text, ..Row::default() };
    let rows = READINGS.list(|key| asked.words.get(key)).into_iter().map(row).collect();
    let chosen = asked.answer.read_as();
    let value = chosen.map(|read| READINGS.value(read).into());
    let read = |value: &str| READINGS.find(value).map(Choice::Read);
    Drawn {
        class: "statement",
        heading: asked.question.prompt.clone().into(),
        instruction: asked.words.get(key::SECTION_QUESTION_STATEMENT),
        answer: html! {
            <>
                { Choices::of(asked).draw(rows, value, read) }
                <div class="explained">
                    if chosen.is_some() {
                        <p>{ statement.explanation.clone() }</p>
                    }
                </div>
            </>
        },
    }
}

fn reading(read: ReadAs) -> (&'static str, Key) {
    match read {
        ReadAs::So => ("so", key::SECTION_QUESTION_STATEMENT_SO),
        ReadAs::Otherwise => ("otherwise", key::SECTION_QUESTION_STATEMENT_OTHERWISE),
        ReadAs::Unsure => ("unsure", key::SECTION_QUESTION_STATEMENT_UNSURE),
    }
}
