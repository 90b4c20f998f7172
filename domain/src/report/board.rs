//! One page for those who decide: who could be harmed most, which decisions are needed, what is not
//! known. It repeats what stands further on, in so few words that it fits a page.

use super::drawing::{Drawing, number};
use super::{Block, HeadingLevel, Item, Part, PartKind, Quote};
use crate::findings::{Gap, Reading};
use crate::questions::Weight;
use crate::texts::{Key, report as keys};

/// How many decisions and unknowns there is room for.
const DECISIONS: usize = 3;
const UNKNOWNS: usize = 3;

/// How many characters of a person's own words there is room for.
const WORDS: usize = 420;

impl Drawing<'_> {
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
        add(keys::BOARD_DECISIONS, self.decisions());
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
        let first = &self.catalogue.short_form.first;
        let first = first.iter().filter_map(|id| self.catalogue.question(id));
        let quotes = first.filter_map(|question| match self.reading(question) {
            Reading::Words(words) => Some(Block::Quote(Quote {
                mark: self.mark(question),
                label: question.prompt.to_string(),
                words: shortened(words),
            })),
            _ => None,
        });
        let quotes: Vec<_> = quotes.collect();
        let first = self.catalogue.short_form.first.iter();
        let first = first.filter_map(|id| self.catalogue.question(id));
        let codes: Vec<_> = first.map(|question| question.code.as_str()).collect();
        // In a copy for sharing a hole would show that something was left out.
        if quotes.is_empty() && !self.is_for_sharing() && !self.assessment.answers.is_empty() {
            let codes = self.listed(&codes);
            return vec![Block::Paragraph(
                self.texts.with(keys::BOARD_HARM_OPEN, &[("codes", &codes)]),
            )];
        }
        quotes
    }

    fn decisions(self) -> Vec<Block> {
        let gaps = self.findings.gaps.iter().take(DECISIONS).enumerate();
        let items: Vec<_> = gaps.map(|(index, gap)| self.decision(index, gap)).collect();
        if items.is_empty() { Vec::new() } else { vec![Block::Items(items)] }
    }

    /// What would close a gap, then what is missing and who could be harmed.
    fn decision(self, index: usize, gap: &Gap) -> Item {
        let harm = self.harm(gap).unwrap_or_default();
        let both = || [("before", &*gap.sentence), ("next", &*harm)];
        let (title, lines) = match &gap.next {
            Some(next) => (next, vec![self.texts.with(keys::WORDS_SENTENCES, &both())]),
            None => (&gap.sentence, vec![harm.clone()]),
        };
        Item { number: number(index), mark: self.mark(&gap.question), lines, ..Item::titled(title) }
    }

    /// What is not known although it acts on grave harm directly. Who could know stands further on.
    fn unknown_and_grave(self) -> Vec<Block> {
        let unknown = self.findings.not_known.iter().filter(|found| found.tactic.is_none());
        let grave = unknown.filter(|found| found.question.weight == Weight::P3);
        let items: Vec<_> = grave
            .take(UNKNOWNS)
            .map(|found| Item { lines: Vec::new(), ..self.unknown(found) })
            .collect();
        if items.is_empty() { Vec::new() } else { vec![Block::Items(items)] }
    }
}

/// The beginning of a text, ended after a word. In one paragraph: lines take room too.
fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = words.char_indices().nth(WORDS) else { return words };
    let (beginning, _) = words.split_at(end);
    let whole = beginning.rfind(char::is_whitespace).and_then(|at| beginning.get(..at));
    format!("{} …", whole.unwrap_or(beginning).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_after_a_word_and_a_short_one_is_whole() {
        assert_eq!(shortened(" Three people.\n\nOr four. "), "Three people. Or four.");
        let long = "münch ".repeat(200);
        let short = shortened(&long);
        assert!(short.ends_with("münch …"), "{short}");
        assert!(short.chars().count() <= WORDS + 2);
        assert!(shortened(&"ü".repeat(WORDS + 1)).starts_with('ü'));
        assert_eq!(shortened("One.\r\n\n  Two."), "One. Two.");
    }
}
