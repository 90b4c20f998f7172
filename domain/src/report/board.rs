//! One page for those who decide: who could be harmed most, which decisions are needed, what is not
//! known. It repeats what stands further on, in so few words that it fits a page.

use super::named::{in_words, status_key};
use super::reporter::{Reporter, number};
use super::{Block, HeadingLevel, Item, Part, PartKind, Quote};
use crate::findings::Gap;
use crate::plan::{PlannedAction, Status};
use crate::questions::{Question, Weight};
use crate::texts::{Key, report as keys};

/// How many decisions and unknowns there is room for. Where something is done, its names take the room
/// of one decision.
const DECISIONS: usize = 3;
const DONE: usize = 2;
const UNKNOWNS: usize = 3;

/// How many characters of a person's own words there is room for.
const WORDS: usize = 420;

impl Reporter<'_> {
    /// The page. None where nothing of it is answered.
    pub(super) fn board(self) -> Option<Part> {
        let mut blocks = Vec::new();
        let mut add = |heading: Key, inside: Vec<Block>| {
            if !inside.is_empty() {
                blocks.push(Block::Heading(HeadingLevel::Three, self.text(heading)));
                blocks.extend(inside);
            }
        };
        add(keys::BOARD_HARM, self.gravest());
        let (done, needed): (Vec<_>, Vec<_>) =
            self.found.findings.gaps.iter().partition(|gap| self.is_done(gap));
        let room = DECISIONS - usize::from(!done.is_empty());
        add(keys::BOARD_DECISIONS, self.decisions(&needed, room));
        add(keys::BOARD_DONE, self.done(&done));
        add(keys::BOARD_NOT_KNOWN, self.unknown_and_grave());
        let stands = self.stands().filter(|profile| !profile.rows.is_empty());
        add(keys::BOARD_STANDS, stands.into_iter().map(Block::Glance).collect());
        self.part(
            PartKind::Board,
            keys::PARTS_BOARD_HEADING,
            Some(keys::PARTS_BOARD_INTRO),
            blocks,
            None,
        )
    }

    /// What was written about the risk to start with: what the short form asks before all sections.
    fn gravest(self) -> Vec<Block> {
        let first = &self.bank.catalogue.short_form.first;
        let first = first.iter().filter_map(|id| self.found.asked.question(id));
        let quotes: Vec<_> = first.flat_map(|question| self.quoted(question)).collect();
        let first = self.bank.catalogue.short_form.first.iter();
        let first = first.filter_map(|id| self.bank.catalogue.question(id));
        let codes: Vec<_> = first.map(|question| question.code.as_str()).collect();
        // In a copy for sharing a hole would show that something was left out.
        if quotes.is_empty() && !self.is_for_sharing() && !self.assessment.answers.is_empty() {
            let codes = self.listed(&codes);
            return vec![Block::Paragraph(
                self.bank.texts.with(keys::BOARD_HARM_OPEN, &[("codes", &codes)]),
            )];
        }
        quotes
    }

    /// The words of an answer, and where the whole of them stands if there is no room for it.
    fn quoted(self, question: &Question) -> Vec<Block> {
        let Some(words) = self.reading(question).words() else { return Vec::new() };
        let words = in_one_paragraph(words);
        let cut = beginning(&words);
        let part = if self.is_folded(question) {
            keys::PARTS_ANSWERS_HEADING
        } else {
            keys::PARTS_REFLECTIONS_HEADING
        };
        let whole = cut.as_ref().map(|_| {
            let part = self.text(part);
            Block::Paragraph(self.bank.texts.with(keys::BOARD_WHOLE, &[("part", &part)]))
        });
        let quote = Block::Quote(Quote {
            mark: self.mark(question),
            label: question.prompt.to_string(),
            words: cut.unwrap_or(words),
        });
        std::iter::once(quote).chain(whole).collect()
    }

    /// Whether what is planned about a gap is done, and nothing about it is still to be done.
    fn is_done(self, gap: &Gap) -> bool {
        let planned = self.planned_about(&gap.question);
        planned.is_some_and(|action| action.status == Status::Done)
    }

    fn decisions(self, gaps: &[&Gap], room: usize) -> Vec<Block> {
        let gaps = gaps.iter().take(room).enumerate();
        let items: Vec<_> = gaps.map(|(index, gap)| self.decision(index, gap)).collect();
        if items.is_empty() { Vec::new() } else { vec![Block::Items(items)] }
    }

    /// What is done, by its name: all of it stands in the plan.
    fn done(self, gaps: &[&Gap]) -> Vec<Block> {
        let items = gaps.iter().take(DONE).enumerate().filter_map(|(index, gap)| {
            let what = self.named(self.planned_about(&gap.question)?);
            let title = beginning(&what).unwrap_or(what);
            Some(Item {
                number: number(index),
                mark: self.mark(&gap.question),
                ..Item::titled(&title)
            })
        });
        let items: Vec<_> = items.collect();
        if items.is_empty() { Vec::new() } else { vec![Block::Items(items)] }
    }

    /// What is planned about a gap, or else what would close it, then what is missing and who could
    /// be harmed. What will not be done is no decision that is needed, and is named below.
    fn decision(self, index: usize, gap: &Gap) -> Item {
        let harm = self.harm(gap).unwrap_or_default();
        let planned = self.planned_about(&gap.question);
        let next = gap.next.as_ref().map(ToString::to_string);
        let joined = |before: &str, next: &str| {
            self.bank.texts.with(keys::WORDS_SENTENCES, &[("before", before), ("next", next)])
        };
        let (dropped, planned) = match planned {
            Some(action) if action.status == Status::Dropped => (Some(action), None),
            planned => (None, planned),
        };
        let (title, line) = match planned.map(|action| self.named(action)).or(next) {
            Some(what) => (what, joined(&gap.sentence, &harm)),
            None => (gap.sentence.to_string(), harm),
        };
        let line = match (planned, dropped) {
            (Some(action), _) => joined(&line, &self.agreed(action)),
            (None, Some(action)) => {
                let what = self.named(action);
                joined(&line, &self.bank.texts.with(keys::BOARD_DROPPED, &[("what", &what)]))
            }
            (None, None) => line,
        };
        Item {
            number: number(index),
            mark: self.mark(&gap.question),
            lines: vec![line],
            ..Item::titled(&title)
        }
    }

    /// Who does what is planned, until when, and how far it is.
    fn agreed(self, action: &PlannedAction) -> String {
        let due = action.due.map(|due| in_words(&self.bank.texts, due)).unwrap_or_default();
        let facts = [
            (keys::PLAN_OWNER, action.owner.trim()),
            (keys::PLAN_DUE, &due),
            (keys::PLAN_STATUS, &self.bank.texts.get(status_key(action.status))),
        ];
        let said =
            facts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| {
                let label = self.text(label);
                self.bank.texts.with(keys::WORDS_LABELLED, &[("label", &label), ("value", value)])
            });
        let said = self.phrases(&said.collect::<Vec<_>>());
        self.bank.texts.with(keys::BOARD_PLANNED, &[("said", &said)])
    }

    /// What is not known although it acts on grave harm directly. Who could know stands further on.
    fn unknown_and_grave(self) -> Vec<Block> {
        let unknown = self.found.findings.not_known.iter().filter(|found| found.tactic.is_none());
        let grave = unknown.filter(|found| found.question.weight == Weight::P3);
        let items: Vec<_> = grave
            .take(UNKNOWNS)
            .map(|found| {
                let mut gaps = self.found.findings.gaps.iter();
                let gap = gaps.find(|gap| gap.question.id == found.question.id);
                let title = gap.map_or(&found.question.prompt, |gap| &gap.sentence).to_string();
                Item { title, lines: Vec::new(), ..self.unknown(found) }
            })
            .collect();
        if items.is_empty() { Vec::new() } else { vec![Block::Items(items)] }
    }
}

/// Lines take room too.
fn in_one_paragraph(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of a text for which there is no room, ended after a word.
fn beginning(words: &str) -> Option<String> {
    let (end, _) = words.char_indices().nth(WORDS)?;
    let (beginning, _) = words.split_at(end);
    let whole = beginning.rfind(char::is_whitespace).and_then(|at| beginning.get(..at));
    Some(format!("{} …", whole.unwrap_or(beginning).trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_after_a_word_and_a_short_one_is_whole() {
        assert_eq!(in_one_paragraph(" Three people.\r\n\n  Or four. "), "Three people. Or four.");
        assert_eq!(beginning("Three people. Or four."), None);
        assert_eq!(beginning(&"ü".repeat(WORDS)), None);
        let short = beginning(&"münch ".repeat(200)).unwrap();
        assert!(short.ends_with("münch …"), "{short}");
        assert!(short.chars().count() <= WORDS + 2);
        assert!(beginning(&"ü".repeat(WORDS + 1)).unwrap().starts_with('ü'));
    }
}
