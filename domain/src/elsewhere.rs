//! What holds beyond the step that was chosen: practice is seldom the same in every product, market and
//! team, and a higher step is often true in part. The step chosen is the one that holds where the gravest
//! risk to people lies; this says how far it goes elsewhere, and where.
//!
//! **Invariant:** it explains an answer and is none. It lifts no gap, makes no strength, and moves nothing
//! in the order of findings.

use std::rc::Rc;

use crate::step::Step;
use crate::texts::{Texts, report as keys};

/// What was said of a step above the one chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// The highest step that is true somewhere, or in part.
    pub highest: Option<HigherStep>,
    /// Where, or what is missing.
    pub place: String,
}

/// A step that can be above another one: 2 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HigherStep(Step);

/// What counts of it beside an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Higher {
    /// The step that was chosen.
    pub chosen: Step,
    /// The highest one that is true somewhere, or in part: above the one chosen.
    pub highest: HigherStep,
    /// Where, or what is missing, as typed; empty where nobody has said.
    pub place: String,
}

impl HigherStep {
    /// All, lowest first.
    pub const ALL: [Self; 4] =
        [Self(Step::Two), Self(Step::Three), Self(Step::Four), Self(Step::Five)];

    /// The step as one above another. None of the lowest, which is above nothing.
    #[must_use]
    pub fn new(step: Step) -> Option<Self> {
        (step > Step::One).then_some(Self(step))
    }

    /// The step.
    #[must_use]
    pub fn step(self) -> Step {
        self.0
    }
}

impl Higher {
    /// Whether it is so far above that what is done there is the first thing to bring over.
    fn is_far(&self) -> bool {
        self.highest.step().number() >= self.chosen.number() + 2
    }
}

/// What is proposed about an answer: what is done where the step is much higher is brought over first,
/// then comes what is proposed without that.
pub(crate) fn proposed(
    texts: &Texts,
    higher: Option<&Higher>,
    next: Option<Rc<str>>,
) -> Option<Rc<str>> {
    if !higher.is_some_and(Higher::is_far) {
        return next;
    }
    let bring = texts.get(keys::PLAN_BRING);
    Some(match next {
        Some(next) => {
            texts.with(keys::WORDS_SENTENCES, &[("before", &bring), ("next", &next)]).into()
        }
        None => bring.to_string().into(),
    })
}
