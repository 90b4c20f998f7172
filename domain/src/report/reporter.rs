//! What every part of a report is made from, and for which edition.

use super::{Block, Edition, Item, Part, PartKind};
use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::bank::Bank;
use crate::date::Date;
use crate::findings::{Found, Reading};
use crate::id::QuestionId;
use crate::questions::Question;
use crate::texts::{Key, report as keys};

/// Makes the parts of one report. Each file beside this one adds some.
#[derive(Clone, Copy)]
pub(super) struct Reporter<'a> {
    pub(super) bank: &'a Bank,
    pub(super) assessment: &'a Assessment,
    pub(super) found: &'a Found,
    pub(super) edition: Edition,
    /// The day of the report.
    pub(super) date: Date,
}

impl<'a> Reporter<'a> {
    /// Whether the report goes out: then nothing is counted, numbered or coded.
    pub(super) fn is_for_sharing(self) -> bool {
        self.edition == Edition::Sharing
    }

    pub(super) fn text(self, key: Key) -> String {
        self.bank.texts.get(key).to_string()
    }

    pub(super) fn answer(self, id: &QuestionId) -> Option<&'a Answer> {
        self.assessment.answers.get(id).map(|answer| &**answer)
    }

    pub(super) fn reading<'q>(self, question: &'q Question) -> Reading<'q>
    where
        'a: 'q,
    {
        Reading::of(question, self.answer(&question.id))
    }

    /// Whether a question is folded away.
    pub(super) fn is_folded(self, question: &Question) -> bool {
        let mut sections = self.found.asked.sections.iter();
        sections.any(|section| section.folded.iter().any(|folded| folded.id == question.id))
    }

    /// "a", "a and b", "a, b and c".
    pub(super) fn joined<T: AsRef<str>>(self, parts: &[T]) -> String {
        let Some((last, rest)) = parts.split_last() else { return String::new() };
        if rest.is_empty() {
            return last.as_ref().to_owned();
        }
        let before = self.listed(rest);
        self.bank.texts.with(keys::WORDS_AND, &[("before", &before), ("last", last.as_ref())])
    }

    /// Names one after the other: "a, b, c". They may hold an "and" themselves.
    pub(super) fn listed<T: AsRef<str>>(self, parts: &[T]) -> String {
        self.chained(parts, keys::WORDS_COMMA)
    }

    /// Phrases one after the other: "a; b; c".
    pub(super) fn phrases<T: AsRef<str>>(self, parts: &[T]) -> String {
        self.chained(parts, keys::WORDS_SEMICOLON)
    }

    fn chained<T: AsRef<str>>(self, parts: &[T], link: Key) -> String {
        let mut parts = parts.iter();
        let Some(first) = parts.next() else { return String::new() };
        parts.fold(first.as_ref().to_owned(), |before, next| {
            self.bank.texts.with(link, &[("before", &before), ("next", next.as_ref())])
        })
    }

    /// A part of findings. In the complete copy, `empty` says so where there is nothing; a copy for
    /// sharing leaves an empty part out, and never counts.
    pub(super) fn part(
        self,
        kind: PartKind,
        heading: Key,
        intro: Option<Key>,
        blocks: Vec<Block>,
        empty: Option<Key>,
    ) -> Option<Part> {
        let nothing = blocks.iter().all(Block::is_empty);
        let blocks = match (nothing, empty) {
            (false, _) => blocks,
            (true, Some(empty)) if !self.is_for_sharing() => {
                vec![Block::Paragraph(self.text(empty))]
            }
            (true, _) => return None,
        };
        Some(Part {
            kind,
            heading: self.text(heading),
            count: None,
            intro: intro.filter(|_| !nothing).map(|intro| self.text(intro)),
            blocks,
        })
    }
}

impl Block {
    /// Whether it draws nothing.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Heading(..) | Self::Paragraph(_) | Self::Quote(_) => false,
            Self::List(list) => list.is_empty(),
            Self::Facts(facts) => facts.is_empty(),
            Self::Items(items) => items.is_empty(),
            Self::Profile(profile) | Self::Glance(profile) => profile.rows.is_empty(),
            Self::Severity(severity) | Self::SeverityGlance(severity) => severity.rows.is_empty(),
            Self::Tactics(columns) => columns.is_empty(),
            Self::Tensions(tensions) => tensions.is_empty(),
            Self::Folds(folds) => folds.is_empty(),
        }
    }
}

impl Part {
    /// Puts a count at the end of the heading, but never in a copy for sharing.
    pub(super) fn counted(mut self, reporter: Reporter<'_>, count: usize) -> Self {
        if !reporter.is_for_sharing() {
            self.count = u32::try_from(count).ok();
        }
        self
    }
}

impl Item {
    /// A finding with nothing but its sentence.
    pub(super) fn titled(title: &str) -> Self {
        Self {
            number: None,
            mark: None,
            title: title.to_owned(),
            pressing: String::new(),
            lines: Vec::new(),
            details: Vec::new(),
            suggestion: None,
            leads: Vec::new(),
        }
    }
}

/// The place in an order that means something, counted from 1.
pub(super) fn number(index: usize) -> Option<u32> {
    u32::try_from(index).ok().and_then(|index| index.checked_add(1))
}
