//! All answers with what stands beside them, and what people said in their own words.

use std::rc::Rc;

use super::reporter::Reporter;
use super::rows::{Fact, FactKind};
use super::{Block, HeadingLevel, Item, Labelled, Part, PartKind, Quote};
use crate::answer::Answer;
use crate::findings::Reading;
use crate::questions::Question;
use crate::texts::report as keys;

impl Reporter<'_> {
    /// Reflections and other free words, as they were written. What stands whole where the report begins
    /// is not said again.
    pub(super) fn reflections(self) -> Option<Part> {
        let blocks = self
            .found
            .asked
            .questions()
            .filter(|question| !self.is_quoted_whole(question))
            .filter_map(|question| {
                let words = self.reading(question).words()?;
                Some(Block::Quote(Quote {
                    mark: self.mark(question),
                    label: self.words_label(question),
                    words: words.to_owned(),
                }))
            })
            .collect();
        self.part(PartKind::Reflections, keys::PARTS_REFLECTIONS_HEADING, None, blocks, None)
    }

    /// All answers, section by section. A copy for sharing holds the sections that have an answer,
    /// and no question that has none.
    pub(super) fn answers(self) -> Option<Part> {
        let mut blocks = Vec::new();
        if !self.is_for_sharing() {
            blocks.extend(self.reach());
        }
        for section in &self.found.asked.sections {
            let items = self.items(&section.questions);
            if items.is_empty() {
                continue;
            }
            let (code, name) = self.section_name(&section.of);
            let heading = if code.is_empty() { name } else { format!("{code} {name}") };
            blocks.push(Block::Heading(HeadingLevel::Three, heading));
            blocks.push(Block::Items(items));
        }
        if !self.is_for_sharing() {
            blocks.extend(self.folded());
        }
        let heading = if self.is_for_sharing() {
            keys::PARTS_ANSWERS_HEADING_SHARING
        } else {
            keys::PARTS_ANSWERS_HEADING
        };
        self.part(PartKind::Answers, heading, None, blocks, None)
    }

    /// The scope facts, left open or not.
    fn reach(self) -> Vec<Block> {
        let facts = self.reach_facts();
        if facts.is_empty() {
            return Vec::new();
        }
        let heading = self.text(keys::PARTS_ANSWERS_REACH);
        vec![Block::Heading(HeadingLevel::Three, heading), Block::Facts(facts)]
    }

    /// Each scope fact with what was said about it.
    pub(super) fn reach_facts(self) -> Vec<Labelled> {
        let unknown = "unknown".into();
        self.bank
            .catalogue
            .facts
            .iter()
            .map(|fact| {
                self.fact(&fact.id, self.assessment.scope.fact(&fact.id).unwrap_or(&unknown))
            })
            .collect()
    }

    /// Answers to questions that a decision or a fact folded away. Nothing that was written is lost.
    fn folded(self) -> Vec<Block> {
        let sections = &self.found.asked.sections;
        let (by_facts, by_answers): (Vec<_>, Vec<_>) = sections
            .iter()
            .flat_map(|section| &section.folded)
            .partition(|question| question.routing_fact().is_some());
        let folded = [
            (keys::PARTS_ANSWERS_FOLDED, by_answers),
            (keys::PARTS_ANSWERS_FOLDED_FACTS, by_facts),
        ];
        let mut blocks = Vec::new();
        for (heading, questions) in folded {
            let items = self.items(questions);
            if !items.is_empty() {
                blocks.push(Block::Heading(HeadingLevel::Three, self.text(heading)));
                blocks.push(Block::Items(items));
            }
        }
        blocks
    }

    fn items<'a>(self, questions: impl IntoIterator<Item = &'a Rc<Question>>) -> Vec<Item> {
        questions
            .into_iter()
            .filter_map(|question| Some((question, self.answer(&question.id)?)))
            .filter(|(question, answer)| self.tells(question, answer))
            .map(|(question, answer)| Item {
                mark: self.mark(question),
                lines: match self.whole(question) {
                    Some(_) => Vec::new(),
                    None => vec![self.said(question)],
                },
                details: self
                    .whole(question)
                    .into_iter()
                    .chain(self.details(question, answer))
                    .map(Fact::labelled)
                    .collect(),
                ..Item::titled(&question.prompt)
            })
            .collect()
    }

    /// Whether this copy tells what was said about a question.
    pub(super) fn tells(self, question: &Question, answer: &Answer) -> bool {
        !self.is_for_sharing() || Reading::of(question, Some(answer)) != Reading::Open
    }

    /// The words of an answer that was folded away: they stand nowhere else.
    fn whole(self, question: &Question) -> Option<Fact> {
        let words = self.reading(question).words().filter(|_| self.is_folded(question))?;
        let answer = self.answer(&question.id)?;
        let fact = question.fact(answer, &self.bank.texts, &[])?;
        self.told(FactKind::Answer(fact.kind), words)
    }

    fn words_label(self, question: &Question) -> String {
        self.bank
            .rules
            .sentences(&question.id)
            .and_then(|found| found.open_words.clone())
            .unwrap_or_else(|| question.prompt.clone())
            .to_string()
    }
}
