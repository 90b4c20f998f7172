//! Where to begin, on one page for those who decide: the gravest risk in the company's own words, which
//! decisions are needed, what is not known. It repeats what stands further on, in so few words that it
//! fits a page, and opens the result.

use super::reporter::Reporter;
use super::{Block, HeadingLevel, Item, Part, PartKind, Quote};
use crate::findings::gaps::Standing;
use crate::findings::{Gap, Unknown};
use crate::fits::{self, beginning, in_one_paragraph, shortened};
use crate::questions::Question;
use crate::texts::{Key, report as keys};

/// How many unknowns there is room for.
const UNKNOWNS: usize = 3;

impl Reporter<'_> {
    /// The page. None where nothing of it is answered.
    pub(super) fn board(self) -> Option<Part> {
        let mut blocks = self.gravest();
        let mut add = |heading: Key, inside: Vec<Block>| {
            if !inside.is_empty() {
                blocks.push(Block::Heading(HeadingLevel::Three, self.text(heading)));
                blocks.extend(inside);
            }
        };
        let mut decisions = listed(self.decisions());
        decisions.extend(self.planned_besides().map(Block::Paragraph));
        add(keys::BOARD_DECISIONS, decisions);
        let unknown = self.gravest_unknowns();
        let all = self.all_unknown(unknown.len());
        let mut unknown = listed(unknown);
        unknown.extend(all);
        unknown.extend(self.nothing_unknown().map(Block::Paragraph));
        unknown.extend(self.how_sure_in_short().map(Block::Paragraph));
        add(keys::BOARD_NOT_KNOWN, unknown);
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

    /// The risks that come first. Where none is listed, what was written about the risk to start with: what is
    /// asked before all sections.
    /// Where nothing was, one sentence says so, and the page begins with decisions.
    fn gravest(self) -> Vec<Block> {
        let risks = self.risks_first();
        if !risks.is_empty() {
            return risks;
        }
        let quotes: Vec<_> =
            self.first().into_iter().flat_map(|question| self.quoted(question)).collect();
        if !quotes.is_empty() {
            let heading = Block::Heading(HeadingLevel::Three, self.text(keys::BOARD_HARM));
            return std::iter::once(heading).chain(quotes).collect();
        }
        // In a copy for sharing a hole would show that something was left out.
        if self.is_for_sharing() || self.assessment.answers.is_empty() {
            return Vec::new();
        }
        let first = self.bank.catalogue.short_form.first.iter();
        let first = first.filter_map(|id| self.bank.catalogue.question(id));
        let codes: Vec<_> = first.map(|question| question.code.as_str()).collect();
        let codes = self.listed(&codes);
        vec![Block::Paragraph(self.bank.texts.with(keys::BOARD_HARM_OPEN, &[("codes", &codes)]))]
    }

    /// What is asked before all sections.
    fn first(&self) -> Vec<&Question> {
        let first = self.bank.catalogue.short_form.first.iter();
        first.filter_map(|id| self.found.asked.question(id)).map(|question| &**question).collect()
    }

    /// Whether the words that answer a question stand whole on the page: then they need stand nowhere
    /// else.
    pub(super) fn is_quoted_whole(self, question: &Question) -> bool {
        let words = self.reading(question).words();
        let is_whole = |words| beginning(&in_one_paragraph(words), fits::RISK).is_none();
        let is_first = self.first().iter().any(|first| first.id == question.id);
        is_first && words.is_some_and(|words| is_whole(words) && !words.trim().contains('\n'))
    }

    /// The words of an answer, and where the whole of them stands if there is no room for it.
    fn quoted(self, question: &Question) -> Vec<Block> {
        let Some(words) = self.reading(question).words() else { return Vec::new() };
        let words = in_one_paragraph(words);
        let cut = beginning(&words, fits::RISK);
        let whole = cut.as_ref().map(|_| {
            let part = self.text(keys::PARTS_REFLECTIONS_HEADING);
            Block::Paragraph(self.bank.texts.with(keys::BOARD_WHOLE, &[("part", &part)]))
        });
        let quote = Block::Quote(Quote {
            mark: self.mark(question),
            label: question.prompt.to_string(),
            words: cut.unwrap_or(words),
        });
        std::iter::once(quote).chain(whole).collect()
    }

    /// What is not known and weighs most for people: first the gaps among it, in their order.
    fn gravest_unknowns(self) -> Vec<Item> {
        let findings = &self.found.findings;
        let unknown = || findings.not_known.iter().filter(|found| found.tactic.is_none());
        let is_gap = |found: &Unknown| findings.gaps.iter().any(|gap| is_about(gap, found));
        let gaps = findings.gaps.iter().filter(|gap| gap.standing == Standing::NotKnown);
        let grave = gaps.filter_map(|gap| {
            let found = unknown().find(|found| is_about(gap, found))?;
            Some(Item { title: gap.sentence.to_string(), ..self.unknown_in_short(found) })
        });
        let others =
            unknown().filter(|found| !is_gap(found)).map(|found| self.unknown_in_short(found));
        grave.chain(others).take(UNKNOWNS).collect()
    }

    /// What is not known, with as much of who could know as there is room for.
    fn unknown_in_short(self, found: &Unknown) -> Item {
        let who = shortened(&self.knowing(&found.could_know), fits::COULD_KNOW);
        Item { lines: self.could_know(&who).into_iter().collect(), ..self.unknown(found) }
    }

    /// That nothing is not known. In a copy for sharing it may have been left out.
    fn nothing_unknown(self) -> Option<String> {
        let is_said = self.is_for_sharing()
            || self.assessment.answers.is_empty()
            || !self.found.findings.not_known.is_empty();
        (!is_said).then(|| self.text(keys::BOARD_NOT_KNOWN_NONE))
    }

    /// How much is not known in all, where more of it is than stands here. Tactics never stand here, and
    /// are counted with the questions where all of it is listed.
    fn all_unknown(self, shown: usize) -> Option<Block> {
        if self.is_for_sharing() || self.found.findings.not_known.len() <= shown {
            return None;
        }
        let all = self.not_known_by_kind();
        let part = self.text(keys::PARTS_NOT_KNOWN_HEADING);
        let told = [("all", &*all), ("part", &*part)];
        Some(Block::Paragraph(self.bank.texts.with(keys::BOARD_NOT_KNOWN_ALL, &told)))
    }
}

fn listed(items: Vec<Item>) -> Vec<Block> {
    if items.is_empty() { Vec::new() } else { vec![Block::Items(items)] }
}

fn is_about(gap: &Gap, found: &Unknown) -> bool {
    gap.question.id == found.question.id
}
