//! The kinds of question, each with its own way to be answered.

use domain::questions::Kind;
use domain::texts::first as key;
use yew::prelude::*;

use crate::view::given::Later;
use crate::view::pieces::{Asked, Drawn};

mod decision;
mod ladder;
mod reflection;
pub(crate) mod register;
pub(super) mod short;
pub(crate) mod tactics;

/// Draws the kind's own answer. Many tactics are part of the later half.
pub(super) fn draw(asked: Asked<'_>, later: Option<&Later>) -> Drawn {
    match &asked.question.kind {
        Kind::Ladder(ladder) => ladder::draw(asked, ladder),
        Kind::Reflection(reflection) => reflection::draw(asked, reflection),
        Kind::Decision(decision) => decision::draw(asked, decision),
        Kind::Tactics(_) | Kind::Register(_) => match (later, asked.question.matrix()) {
            (Some(later), Some(matrix)) => (later.views.tactics)(asked, matrix, &later.words),
            (Some(later), None) => (later.views.register)(asked, &later.words),
            (None, _) => Drawn {
                class: "",
                heading: asked.question.prompt.clone().into(),
                instruction: asked.words.get(key::APP_LOADING),
                answer: Html::default(),
            },
        },
    }
}
