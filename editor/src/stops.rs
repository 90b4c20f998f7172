//! Where one stops on the way through the questions: each square has a place of its own.

use std::rc::Rc;

use domain::asked::{AskedSection, SectionOf};
use domain::id::Code;
use domain::questions::{Phase, Question};

use crate::place::Place;

/// A part of a question that has a place and a square of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The question.
    pub question: Rc<Question>,
    /// The phase, for a matrix with one square per phase.
    pub phase: Option<Rc<str>>,
    /// The code of question or phase.
    pub code: Code,
}

impl Stop {
    /// Its place.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::Question(self.question.id.clone(), self.phase.clone())
    }
}

/// The stops of a section, in order: one per square.
#[must_use]
pub fn stops(section: &AskedSection) -> Vec<Stop> {
    section.questions.iter().flat_map(stops_of).collect()
}

/// The stops of a question.
pub fn stops_of(question: &Rc<Question>) -> Vec<Stop> {
    let phases = question.phases(None);
    if phases.is_empty() {
        return vec![Stop { question: question.clone(), phase: None, code: question.code.clone() }];
    }
    let stop = |phase: Phase<'_>| Stop {
        question: question.clone(),
        phase: Some(phase.id.clone()),
        code: phase.code.unwrap_or(&question.code).clone(),
    };
    phases.into_iter().map(stop).collect()
}

/// Whether two sections are the same.
#[must_use]
pub fn same_section(one: &SectionOf, other: &SectionOf) -> bool {
    match (one, other) {
        (SectionOf::First, SectionOf::First) => true,
        (SectionOf::Bank { code, .. }, SectionOf::Bank { code: other, .. }) => code == other,
        _ => false,
    }
}
