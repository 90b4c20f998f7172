//! The kinds of question, each with its own way to be answered.

use domain::answer::Answer;
use domain::guidance::Guidance;
use domain::questions::{Kind, Question};
use domain::texts::interface as key;
use yew::prelude::*;

use super::super::Words;
use super::Later;
use super::asking::Asking;
use super::choices::Choices;

mod decision;
mod ladder;
mod reflection;
pub(super) mod tactics;

/// What a kind draws from.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) asking: &'a Asking,
    pub(super) question: &'a Question,
    pub(super) answer: &'a Answer,
    pub(super) phase: Option<&'a str>,
    pub(super) guidance: Option<&'a Guidance>,
    pub(super) words: &'a Words,
}

/// What a kind draws.
pub(super) struct Drawn {
    /// Class of the question.
    pub(super) class: &'static str,
    /// What is asked.
    pub(super) heading: AttrValue,
    /// How to answer.
    pub(super) instruction: AttrValue,
    /// The answer.
    pub(super) answer: Html,
}

/// Draws the kind's own answer. Many tactics are part of the later half.
pub(super) fn draw(asked: Asked<'_>, later: Option<&Later>) -> Drawn {
    match (&asked.question.kind, later) {
        (Kind::Ladder(ladder), _) => ladder::draw(asked, ladder),
        (Kind::Reflection(reflection), _) => reflection::draw(asked, reflection),
        (Kind::Decision(decision), _) => decision::draw(asked, decision),
        (Kind::Tactics(matrix), Some(later)) => (later.tactics)(asked, matrix),
        (Kind::Tactics(_), None) => Drawn {
            class: "",
            heading: asked.question.prompt.clone().into(),
            instruction: asked.words.get(key::APP_LOADING),
            answer: Html::default(),
        },
    }
}

impl<'a> Asked<'a> {
    fn choices(self) -> Choices<'a> {
        Choices {
            asking: self.asking,
            question: self.question,
            answer: self.answer,
            words: self.words,
        }
    }
}
