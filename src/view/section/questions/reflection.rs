//! Free words about a real case. Never rated: no counter, no minimum.

use domain::questions::Reflection;
use domain::texts::first as key;
use editor::field::AnswerText;
use yew::prelude::*;

use crate::view::parts::field::Field;
use crate::view::parts::text_area::Writing;
use crate::view::pieces::{Asked, Drawn};
use crate::view::room;
use crate::view::section::choices::Choices;

pub(super) fn draw(asked: Asked<'_>, reflection: &Reflection) -> Drawn {
    let words = asked.words;
    let oninput = asked.asking.writes(AnswerText::Words);
    let label = words.get(key::SECTION_QUESTION_WORDS);
    let field = Field::new("words".into(), label, &asked.answer.words, oninput)
        .hinted(Some(words.get(key::SECTION_QUESTION_WORDS_HINT)));
    Drawn {
        class: "reflection",
        heading: asked.question.prompt.clone().into(),
        instruction: reflection.prompts.join(" ").into(),
        answer: html! {
            <>
                { room::text(field, Writing::Reflection, words) }
                { Choices::of(asked).draw(Vec::new(), None, |_| None) }
            </>
        },
    }
}
