//! What the pieces of a question are drawn from, and what a kind of question draws.

use std::rc::Rc;

use domain::answer::Answer;
use domain::guidance::Guidance;
use domain::questions::Question;
use domain::risk::Register;
use editor::keys::Keys;
use yew::prelude::*;

use crate::view::asking::Asking;
use crate::view::shared_guidance::SharedGuidance;
use crate::view::words::Words;

/// What the phases of a matrix are drawn from.
#[derive(PartialEq)]
pub(crate) struct Phases {
    pub(crate) question: Rc<Question>,
    pub(crate) answer: Option<Rc<Answer>>,
    pub(crate) phase: Rc<str>,
}

/// What was said about the gravest risk, for questions that speak of it.
#[derive(PartialEq)]
pub(crate) struct Gravest {
    /// The question that asks for it.
    pub(crate) asked_by: Rc<Question>,
    pub(crate) answer: Option<Rc<Answer>>,
    pub(crate) risks: Rc<Register>,
}

/// What the lines beside an answer are drawn from.
#[derive(PartialEq)]
pub(crate) struct Beside {
    pub(crate) question: Rc<Question>,
    pub(crate) answer: Option<Rc<Answer>>,
    /// Whether keys do something by themselves.
    pub(crate) keys: Keys,
}

/// What the help is drawn from.
#[derive(PartialEq)]
pub(crate) struct Help {
    pub(crate) question: Rc<Question>,
    pub(crate) guidance: SharedGuidance,
    /// The phase, for a matrix with one square per phase.
    pub(crate) phase: Option<Rc<str>>,
    pub(crate) open: bool,
}

/// What a kind draws from.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) asking: &'a Asking,
    pub(crate) question: &'a Question,
    pub(crate) answer: &'a Answer,
    pub(crate) phase: Option<&'a str>,
    pub(crate) guidance: Option<&'a Guidance>,
    pub(crate) words: &'a Words,
}

/// What a kind draws.
pub(crate) struct Drawn {
    /// Class of the question.
    pub(crate) class: &'static str,
    /// What is asked.
    pub(crate) heading: AttrValue,
    /// How to answer.
    pub(crate) instruction: AttrValue,
    /// The answer.
    pub(crate) answer: Html,
}
