//! Counts of squares. Counts are allowed; a share of a whole is not, and nothing is added up to a
//! judgement.

use std::rc::Rc;

use crate::asked::{Asked, AskedSection};
use crate::assessment::Answers;
use crate::questions::{Question, Square};

/// How many squares are in which state.
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
    /// Counts the squares of these questions.
    pub fn of<'a>(questions: impl Iterator<Item = &'a Question>, answers: &Answers) -> Self {
        let mut progress = Self::default();
        for question in questions {
            for square in question.squares(answers.get(&question.id).map(|answer| &**answer)) {
                progress.count(square);
            }
        }
        progress
    }

    fn count(&mut self, square: Square) {
        match square {
            Square::Open => self.open += 1,
            Square::Partly => self.partly += 1,
            Square::Answered => self.answered += 1,
            Square::NotKnown => self.not_known += 1,
            Square::DoesNotApply => self.does_not_apply += 1,
        }
    }

    /// All squares.
    #[must_use]
    pub fn all(self) -> u32 {
        self.answered + self.not_known + self.does_not_apply + self.partly + self.open
    }

    /// Squares at which nothing is still to be answered.
    #[must_use]
    pub fn closed(self) -> u32 {
        self.answered + self.not_known + self.does_not_apply
    }
}

/// The squares of one section, and how many are in which state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionProgress {
    /// One for each place at which something is answered, in order.
    pub squares: Vec<Square>,
    /// Their counts.
    pub counts: Progress,
}

impl SectionProgress {
    /// The squares of the questions that a section asks.
    #[must_use]
    pub fn of(section: &AskedSection, answers: &Answers) -> Self {
        let squares = section.questions.iter().flat_map(|question| {
            question.squares(answers.get(&question.id).map(|answer| &**answer))
        });
        let squares: Vec<_> = squares.collect();
        let mut counts = Progress::default();
        squares.iter().for_each(|square| counts.count(*square));
        Self { squares, counts }
    }
}

/// The squares of a whole assessment, by section: where one answer becomes another, one section is
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

    /// Puts another count of a section in the place of the one that is there.
    pub fn replace(&mut self, at: usize, section: SectionProgress) {
        if let Some(there) = self.0.get_mut(at) {
            *there = Rc::new(section);
        }
    }

    /// The counts of all sections together.
    #[must_use]
    pub fn all(&self) -> Progress {
        let mut all = Progress::default();
        for Progress { answered, not_known, does_not_apply, partly, open } in
            self.0.iter().map(|section| section.counts)
        {
            all.answered += answered;
            all.not_known += not_known;
            all.does_not_apply += does_not_apply;
            all.partly += partly;
            all.open += open;
        }
        all
    }
}
