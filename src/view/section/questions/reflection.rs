//! Free words about a real case. Never rated: no counter, no minimum.

use domain::questions::Reflection;
use domain::texts::interface as key;
use editor::command::AnswerText;
use yew::prelude::*;

use super::super::super::parts::field::Field;
use super::super::super::parts::text_area::{Writing, text_area};
use super::{Asked, Drawn};

pub(super) fn draw(asked: Asked<'_>, reflection: &Reflection) -> Drawn {
    let words = asked.words;
    let field = Field {
        id: "words".into(),
        label: words.get(key::SECTION_QUESTION_WORDS),
        hint: Some(words.get(key::SECTION_QUESTION_WORDS_HINT)),
        value: asked.answer.words.clone().into(),
        oninput: asked.asking.writes(AnswerText::Words),
        ..Field::default()
    };
    Drawn {
        class: "reflection",
        heading: asked.question.prompt.clone().into(),
        instruction: reflection.prompts.join(" ").into(),
        answer: html! {
            <>
                { text_area(&field, Writing::Reflection) }
                { asked.choices().draw(Vec::new(), |_| None) }
            </>
        },
    }
}
