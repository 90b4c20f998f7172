//! What each kind of question has to say for itself. A kind is one file beside this one; whoever
//! meets a question asks it here, and asks of no kind by name.
//!
//! The page needs [`OnScreen`] before the first question can be answered. Findings, reports and
//! sheets need [`OnPaper`], which comes later, so the two are apart.

use std::rc::Rc;

use super::square::Square;
use crate::answer::{Answer, Choice};
use crate::id::{Code, TacticId, ValueId};
use crate::step::Step;
use crate::texts::{Key, Texts};

/// What the page needs of a kind.
pub trait OnScreen: Sized {
    /// What is asked beside the kind's own answer.
    fn asks(&self) -> Asks;

    /// The square of the kind's own answer. What is said instead of one has been looked at before.
    fn square(&self, answer: &Answer) -> Square;

    /// The parts that are asked one by one; none where the question is asked as a whole.
    fn phases(&self, answer: Option<&Answer>) -> Vec<Phase<'_>>;

    /// The question with no other tactics than those that are kept; none where it has no tactics.
    fn limited(&self, keeps: &dyn Fn(&TacticId) -> bool) -> Option<Self>;
}

/// What findings, reports and sheets need of a kind.
pub trait OnPaper {
    /// What the kind's own answer is for findings; none where there is none.
    fn own<'a>(&'a self, answer: &'a Answer) -> Option<Own<'a>>;

    /// The kind's own answer, for whoever names the question. `readings` say what the values of a
    /// decision mean, where they do not speak for themselves.
    fn said(&self, answer: &Answer, texts: &Texts, readings: &[(ValueId, Rc<str>)]) -> Said;

    /// The kind's own answer as a fact; none where it is told part by part.
    fn fact(
        &self,
        answer: &Answer,
        texts: &Texts,
        readings: &[(ValueId, Rc<str>)],
    ) -> Option<OwnFact>;

    /// What may be answered, line by line, in a questionnaire on paper.
    fn lines(&self, texts: &Texts) -> Vec<String>;

    /// What may be answered, one by one, each with its step where it is one.
    fn offers(&self, texts: &Texts) -> Vec<(Option<Step>, String)>;

    /// How it stands on a sheet that is filled in elsewhere.
    fn on_sheet(&self, texts: &Texts) -> OnSheet;

    /// What was typed into a cell, as the kind's own answer; none where it is none.
    fn typed(&self, cell: &str) -> Option<Typed>;
}

/// What is asked beside the kind's own answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asks {
    /// Whether *I don't know yet* may be said of the question as a whole.
    pub not_known: bool,
    /// Whether there is a note.
    pub note: bool,
    /// Whether evidence makes sense.
    pub evidence: bool,
    /// Whether "how sure are you?" makes sense.
    pub sureness: bool,
    /// Whether practice can be further elsewhere or in part.
    pub elsewhere: bool,
}

/// A part of a question with a square, a code and an address of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase<'a> {
    /// Short name, used in the address: `research`.
    pub id: &'a Rc<str>,
    /// Its code, such as `B2.1`; none where the question has no other.
    pub code: Option<&'a Code>,
    /// Name as shown.
    pub name: &'a Rc<str>,
    /// What is asked of it.
    pub heading: &'a Rc<str>,
    /// How many things it asks about.
    pub asks: usize,
    /// Its square.
    pub square: Square,
}

/// What a kind's own answer is for findings, which know steps and values and no kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own<'a> {
    /// A step of practice.
    Step(Step),
    /// One of some values.
    Value(&'a ValueId),
    /// Free words.
    Words(&'a str),
    /// An answer that is read part by part, or by nobody but people.
    Apart,
}

/// What a kind says where a question is named with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The answer.
    Here(String),
    /// That the answer stands in a part of the report.
    Under {
        /// The sentence, with a place for the part.
        says: Key,
        /// Heading of the part.
        part: Key,
    },
}

/// A kind's own answer as a fact of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFact {
    /// What kind of answer it is.
    pub kind: OwnFactKind,
    /// In words.
    pub value: String,
    /// The step, where it is one.
    pub step: Option<Step>,
}

/// What kind of answer a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnFactKind {
    /// Its name in files, the same in every language. Names are never changed.
    pub name: &'static str,
    /// The label.
    pub label: Key,
}

/// How a question stands on a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnSheet {
    /// What may be answered, line by line; numbered, where a number is the answer.
    pub offered: Vec<String>,
    /// What its cell for the answer takes.
    pub takes: Takes,
}

/// What the cell for an answer takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A number from 1 to this, or what is said instead of an answer.
    Number(u8),
    /// Free words.
    Words,
    /// Nothing but that it does not apply: its tactics are answered one by one.
    Tactics,
}

impl Takes {
    /// The highest number that it takes, if it takes any.
    #[must_use]
    pub fn number(self) -> Option<u8> {
        match self {
            Self::Number(last) => Some(last),
            Self::Words | Self::Tactics => None,
        }
    }
}

/// What was typed into a cell, as an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Something to choose.
    Choice(Choice),
    /// Free words.
    Words(String),
}
