//! The kinds of question, each with its own way to be answered.

use domain::questions::Kind;
use domain::texts::first as key;
use yew::prelude::*;

use crate::view::given::Later;
use crate::view::pieces::{Asked, Drawn};

mod decision;
mod ladder;
mod reflection;
pub(super) mod short;
pub(crate) mod tactics;

/// Draws the kind's own answer. Many tactics are part of the later half.
pub(super) fn draw(asked: Asked<'_>, later: Option<&Later>) -> Drawn {
    match &asked.question.kind {
        Kind::Ladder(ladder) => ladder::draw(asked, ladder),
        Kind::Reflection(reflection) => reflection::draw(asked, reflection),
        Kind::Decision(decision) => decision::draw(asked, decision),
        Kind::Tactics(matrix) => match later {
            Some(later) => (later.views.tactics)(asked, matrix, &later.words),
            None => Drawn {
                class: "",
                heading: asked.question.prompt.clone().into(),
                instruction: asked.words.get(key::APP_LOADING),
                answer: Html::default(),
            },
        },
    }
}
