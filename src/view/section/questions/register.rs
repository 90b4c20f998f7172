//! What the register of risks answers: what it says, and the way to it. While no risk is listed it can be
//! said instead that it is not known, or why it does not apply.

use domain::texts::later as key;
use editor::Place;
use yew::prelude::*;

use crate::view::link::link;
use crate::view::pieces::{Asked, Drawn};
use crate::view::section::choices::Choices;
use crate::view::words::LaterWords;

pub(crate) fn draw(asked: Asked<'_>, words: &LaterWords) -> Drawn {
    let values = asked.question.decision();
    let says = values.and_then(|values| values.value(asked.answer.value()?));
    let way = link(
        &Place::Risks(None),
        "way-on",
        &asked.asking.dispatch,
        words.get(key::RISKS_TO_REGISTER).into(),
    );
    Drawn {
        class: "register",
        heading: asked.question.prompt.clone().into(),
        instruction: words.get(key::RISKS_ANSWERED),
        answer: html! {
            <>
                <p>{ says.map(|value| value.text.clone()).unwrap_or_default() }</p>
                <p>{ way }</p>
                if says.is_none() {
                    { Choices::of(asked).draw(Vec::new(), None, |_| None) }
                }
            </>
        },
    }
}
