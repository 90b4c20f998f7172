//! The one way to count. Counts are allowed; a share of a whole is not, and nothing is added up to a
//! judgement.
//!
//! **The rule.** Questions are counted, and nothing else: those that are asked. A question that is
//! folded away because of another answer is not counted, and neither is one that the chosen form or
//! parts leave out. A matrix of tactics is one question, however many squares stand for it: *answered*
//! once each tactic that is asked has a state, *partly* while some have, *open* while none has. Facts
//! about whom the subject reaches are no questions, and are counted as facts.
//!
//! What a screen calls *answered* is [`Progress::said`] of [`Progress::all`]; what is not known and what is
//! partly answered is said beside it. [`Progress::closed`] is told to the page around alone, and nowhere
//! called done.
//!
//! Every number of questions or answers on a screen and in a file is one of a [`Progress`]. Where such
//! a number leaves something out, it says so beside it; [`ByKind`] tells of what kinds the rest is.

use std::rc::Rc;

use crate::answer::Answer;
use crate::asked::{Asked, AskedSection};
use crate::assessment::Answers;
use crate::count::count;
use crate::questions::{Question, Square};

/// How many questions are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Answered with the kind's own answer.
    pub answered: u32,
    /// "I don't know yet".
    pub not_known: u32,
    /// "Doesn't apply", with a reason.
    pub does_not_apply: u32,
    /// Some parts answered, and not all.
    pub partly: u32,
    /// No answer yet.
    pub open: u32,
}

impl Progress {
    /// Counts these questions, each once.
    pub fn of<'a>(
        questions: impl IntoIterator<Item = &'a Rc<Question>>,
        answers: &Answers,
    ) -> Self {
        let mut progress = Self::default();
        for question in questions {
            let slot = match question.square(answers.get(&question.id).map(|answer| &**answer)) {
                Square::Open => &mut progress.open,
                Square::Partly => &mut progress.partly,
                Square::Answered => &mut progress.answered,
                Square::NotKnown => &mut progress.not_known,
                Square::DoesNotApply => &mut progress.does_not_apply,
            };
            *slot += 1;
        }
        progress
    }

    /// All questions.
    #[must_use]
    pub fn all(self) -> u32 {
        self.closed() + self.partly + self.open
    }

    /// Questions at which nothing is still to be answered: those not known yet, too.
    #[must_use]
    pub fn closed(self) -> u32 {
        self.said() + self.not_known
    }

    /// What "14 of 25 answered" says: answered, or with a reason why it does not apply. What is not
    /// known and what is partly answered is said beside it.
    #[must_use]
    pub fn said(self) -> u32 {
        self.answered + self.does_not_apply
    }

    /// How many answers there are, wholly or in part, "I don't know yet" among them: what "17 answers"
    /// says.
    #[must_use]
    pub fn answers(self) -> u32 {
        self.closed() + self.partly
    }
}

impl std::ops::Add for Progress {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            answered: self.answered + other.answered,
            not_known: self.not_known + other.not_known,
            does_not_apply: self.does_not_apply + other.does_not_apply,
            partly: self.partly + other.partly,
            open: self.open + other.open,
        }
    }
}

/// Of what kinds questions are: for what is said beside a number that counts some of them alone, as
/// "21 of the 25 have steps".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByKind {
    /// Questions with steps of practice.
    pub steps: u32,
    /// Questions that are answered in words.
    pub words: u32,
    /// Decisions.
    pub decisions: u32,
    /// Sets of tactics.
    pub tactics: u32,
}

impl ByKind {
    /// Counts these questions, each once.
    pub fn of<'a>(questions: impl IntoIterator<Item = &'a Rc<Question>>) -> Self {
        let mut kinds = Self::default();
        for question in questions {
            let slot = if question.ladder().is_some() {
                &mut kinds.steps
            } else if question.decision().is_some() {
                &mut kinds.decisions
            } else if question.matrix().is_some() {
                &mut kinds.tactics
            } else {
                &mut kinds.words
            };
            *slot += 1;
        }
        kinds
    }

    /// All of them.
    #[must_use]
    pub fn all(self) -> u32 {
        self.steps + self.words + self.decisions + self.tactics
    }
}

/// How many tactics of a matrix have a state, and how many are asked; none of a question of another
/// kind.
#[must_use]
pub fn tactics(question: &Question, answer: Option<&Answer>) -> Option<(u32, u32)> {
    let matrix = question.matrix()?;
    let has_state = |id| answer.is_some_and(|answer| answer.tactic(id).is_some());
    let stated = matrix.tactics().filter(|tactic| has_state(&tactic.id)).count();
    Some((count(stated), count(matrix.tactics().count())))
}

/// The squares of one section, and how many of its questions are in which state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionProgress {
    /// One for each place at which something is answered, in order: a matrix may have one for each
    /// phase.
    pub squares: Vec<Square>,
    /// Its questions, counted.
    pub counts: Progress,
}

impl SectionProgress {
    /// Squares and counts of the questions that a section asks.
    #[must_use]
    pub fn of(section: &AskedSection, answers: &Answers) -> Self {
        let squares = section.questions.iter().flat_map(|question| {
            question.squares(answers.get(&question.id).map(|answer| &**answer))
        });
        Self { squares: squares.collect(), counts: Progress::of(&section.questions, answers) }
    }
}

/// What is counted of a whole assessment, by section: where one answer becomes another, one section is
/// counted anew, and all others stay the values they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgressBySection(Vec<Rc<SectionProgress>>);

impl ProgressBySection {
    /// Counts all sections.
    #[must_use]
    pub fn of(asked: &Asked, answers: &Answers) -> Self {
        let sections = asked.sections.iter();
        Self(sections.map(|section| Rc::new(SectionProgress::of(section, answers))).collect())
    }

    /// The section at a place among those that are asked.
    #[must_use]
    pub fn section(&self, at: usize) -> Option<&Rc<SectionProgress>> {
        self.0.get(at)
    }

    /// The squares of all sections, in order.
    pub fn squares(&self) -> impl Iterator<Item = &Square> {
        self.0.iter().flat_map(|section| &section.squares)
    }

    /// Puts another count of a section in the place of the one that is there.
    pub fn replace(&mut self, at: usize, section: SectionProgress) {
        if let Some(there) = self.0.get_mut(at) {
            *there = Rc::new(section);
        }
    }

    /// The counts of all sections together.
    #[must_use]
    pub fn all(&self) -> Progress {
        self.0.iter().fold(Progress::default(), |all, section| all + section.counts)
    }
}
