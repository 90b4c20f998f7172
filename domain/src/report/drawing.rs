//! What every part of a report is drawn from, and for which kind of copy.

use super::{Block, Copy, Item, Part, PartKind};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::findings::{Findings, Reading};
use crate::guidance::Guidance;
use crate::id::QuestionId;
use crate::questions::Question;
use crate::rules::Rules;
use crate::texts::{Key, Texts, report as keys};

/// Bank, words and answers of one report.
#[derive(Clone, core::marker::Copy)]
pub(super) struct Drawing<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) guidance: &'a Guidance,
    pub(super) rules: &'a Rules,
    pub(super) texts: &'a Texts,
    pub(super) assessment: &'a Assessment,
    pub(super) asked: &'a Asked,
    pub(super) findings: &'a Findings,
    pub(super) copy: Copy,
}

impl<'a> Drawing<'a> {
    /// Whether the copy goes out: then nothing is counted, numbered or coded.
    pub(super) fn is_for_sharing(self) -> bool {
        self.copy == Copy::Sharing
    }

    pub(super) fn text(self, key: Key) -> String {
        self.texts.get(key).to_string()
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

    /// Whether a decision folded a question away.
    pub(super) fn is_folded(self, question: &Question) -> bool {
        let mut sections = self.asked.sections.iter();
        sections.any(|section| section.folded.iter().any(|folded| folded.id == question.id))
    }

    /// "a", "a and b", "a, b and c".
    pub(super) fn joined<T: AsRef<str>>(self, parts: &[T]) -> String {
        let Some((last, rest)) = parts.split_last() else { return String::new() };
        if rest.is_empty() {
            return last.as_ref().to_owned();
        }
        let before = self.listed(rest);
        self.texts.with(keys::WORDS_AND, &[("before", &before), ("last", last.as_ref())])
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
            self.texts.with(link, &[("before", &before), ("next", next.as_ref())])
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
    fn is_empty(&self) -> bool {
        match self {
            Self::Heading(..) | Self::Paragraph(_) | Self::Quote(_) => false,
            Self::List(list) => list.is_empty(),
            Self::Facts(facts) => facts.is_empty(),
            Self::Items(items) => items.is_empty(),
            Self::Profile(profile) | Self::Glance(profile) => profile.rows.is_empty(),
            Self::Tactics(columns) => columns.is_empty(),
            Self::Tensions(tensions) => tensions.is_empty(),
        }
    }
}

impl Part {
    /// Puts a count at the end of the heading, but never in a copy for sharing.
    pub(super) fn counted(mut self, drawing: Drawing<'_>, count: usize) -> Self {
        if !drawing.is_for_sharing() {
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
            lines: Vec::new(),
            details: Vec::new(),
            suggestion: None,
        }
    }
}

/// The place in an order that means something, counted from 1.
pub(super) fn number(index: usize) -> Option<u32> {
    u32::try_from(index).ok().and_then(|index| index.checked_add(1))
}
