//! Where the person is among the questions, and what its parts say alike.

use std::rc::Rc;

use domain::asked::AskedSection;
use domain::catalogue::Fact;
use domain::questions::{Question, Route, Square};
use domain::texts::first as key;
use editor::stops::{Stop, stops_of};
use editor::work::Work;
use editor::{Place, State};
use yew::AttrValue;

use crate::view::given::Given;
use crate::view::pieces::Gravest;
use crate::view::words::Words;

/// Where the person is among the questions, and what a part of the screen is given, be it of the first
/// half or the later one.
#[derive(Clone, Copy)]
pub(super) struct Here<'a, G = Given<'a>> {
    pub(super) given: G,
    pub(super) state: &'a State,
    pub(super) work: &'a Work,
    pub(super) section: &'a AskedSection,
    pub(super) question: &'a Rc<Question>,
}

impl<'a, G> Here<'a, G> {
    /// The question at which the person is, if they are at one.
    pub(super) fn of(state: &'a State, given: G) -> Option<Self> {
        let (question, section) = state.question()?;
        let work = state.work.as_ref()?;
        Some(Self { given, state, work, section, question })
    }

    /// The phase, for a matrix with one square per phase.
    pub(super) fn phase(&self) -> Option<Rc<str>> {
        match &self.state.place {
            Place::Question(_, phase) => phase.clone(),
            _ => None,
        }
    }

    /// What was said about the gravest risk.
    pub(super) fn gravest(&self) -> Option<Gravest> {
        let asked_by = self.work.asked.first()?.clone();
        let answer = self.work.assessment.answers.get(&asked_by.id).cloned();
        Some(Gravest { asked_by, answer, risks: self.work.assessment.risks.clone() })
    }
}

/// What routes a question.
pub(super) enum Router<'a> {
    /// A decision.
    Decision(&'a Rc<Question>),
    /// A fact about whom it reaches.
    Fact(&'a Fact),
}

/// What routes a question.
pub(super) fn router<'a, G>(here: &Here<'a, G>, question: &Question) -> Option<Router<'a>> {
    match question.asked_when.as_ref()? {
        Route::Decision { question, .. } => {
            here.work.asked.question(question).map(Router::Decision)
        }
        Route::Fact { fact, .. } => {
            here.state.catalogue.facts.iter().find(|found| found.id == *fact).map(Router::Fact)
        }
    }
}

/// The square of a stop.
pub(super) fn square(work: &Work, stop: &Stop) -> Square {
    let answer = work.assessment.answers.get(&stop.question.id).map(|answer| &**answer);
    let at = stops_of(&stop.question).iter().position(|other| other.phase == stop.phase);
    let squares = stop.question.squares(answer);
    at.and_then(|at| squares.get(at)).copied().unwrap_or(Square::Open)
}

/// The last part of a code: `8` of `A1.8`.
pub(super) fn number(code: &str) -> &str {
    code.rsplit('.').next().unwrap_or(code)
}

/// Who of those who usually know is asked first: filled in until somebody else is named.
pub(super) fn who_leads(question: &Question) -> AttrValue {
    question.who_knows.first().map_or_else(AttrValue::default, |lead| lead.clone().into())
}

/// Who usually knows, as one line.
pub(super) fn who_knows(question: &Question, words: &Words) -> AttrValue {
    let mut who = question.who_knows.iter();
    let first = who.next().map_or_else(AttrValue::default, |first| first.clone().into());
    who.fold(first, |before, next| {
        words.with(key::SECTION_COMMA, &[("before", &before), ("next", next)])
    })
}
