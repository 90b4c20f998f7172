//! The questionnaire without answers, to read, to print and to talk about.

use std::rc::Rc;

use super::cover::{Unanswered, read_as};
use super::rows::{self, Coded};
use super::{Block, HeadingLevel, Item, Labelled, Part, PartKind, Report};
use crate::bank::Bank;
use crate::catalogue::{Catalogue, Module, Section};
use crate::date::Date;
use crate::questions::Question;
use crate::risk::{
    self, Delay, Heightened, Letter, Likelihood, Named, Party, People, RiskField, RiskWords, Start,
    Status, Uses, When,
};
use crate::sheet::QuestionSheet;
use crate::step::Step;
use crate::texts::{Texts, report as keys};

/// All questions of the bank.
#[must_use]
pub fn blank(bank: &Bank, date: Date) -> Report {
    let Bank { catalogue, texts, .. } = bank;
    let mut lines = rules(texts);
    lines.extend([
        texts.get(keys::COVER_READ_BLANK).to_string(),
        in_a_workbook(texts),
        texts.get(keys::SHEET_READ_BACK).to_string(),
        texts.get(keys::COVER_READ_LIMITS).to_string(),
    ]);
    let read = read_as(texts, keys::COVER_READ_HEADING, lines);
    let modules = catalogue.modules.iter().map(|module| part(module, texts));
    let parts = std::iter::once(read).chain(modules).chain([register(bank)]).collect();
    let rows = rows::blank(coded(catalogue), texts);
    let sheet = QuestionSheet::blank(bank);
    Unanswered::blank(bank, date).report(texts, date, parts, rows, sheet)
}

/// All questions of the bank, each with its section.
fn coded(catalogue: &Catalogue) -> impl Iterator<Item = (Coded, &Question)> {
    let named = |section: &Section| Coded {
        code: section.code.to_string(),
        name: section.name.to_string(),
    };
    let sections = catalogue.sections();
    sections.flat_map(move |section| {
        section.questions.iter().map(move |question| (named(section), &**question))
    })
}

/// By which rules a step is chosen, and what to do where it is not the same everywhere.
#[must_use]
pub fn rules(texts: &Texts) -> Vec<String> {
    [
        keys::SHEET_RULES_HIGHEST,
        keys::SHEET_RULES_DIFFERS,
        keys::SHEET_RULES_EACH_TIME,
        keys::SHEET_RULES_LISTS,
        keys::SHEET_RULES_ELSEWHERE,
    ]
    .map(|key| texts.get(key).to_string())
    .into()
}

/// How a workbook is filled in.
pub(super) fn in_a_workbook(texts: &Texts) -> String {
    texts.with(
        keys::SHEET_READ_WORKBOOK,
        &[
            ("questions", &texts.get(keys::ROWS_SHEET_QUESTIONS)),
            ("tactics", &texts.get(keys::ROWS_SHEET_TACTICS)),
        ],
    )
}

/// What is asked of each risk, with the marks by which one says how grave it is.
fn register(bank: &Bank) -> Part {
    let Bank { texts, guidance, .. } = bank;
    let words = &guidance.risks;
    let asked = |label: Rc<str>, asks: Rc<str>, of: Vec<Rc<str>>| {
        let of = of.join("; ");
        let told = [("label", &*asks), ("value", &*of)];
        let value =
            if of.is_empty() { asks.to_string() } else { texts.with(keys::WORDS_NOTED, &told) };
        Labelled { label: label.to_string(), value }
    };
    fn all<T: risk::Labelled + Copy>(words: &RiskWords, of: &[T]) -> Vec<Rc<str>> {
        of.iter().map(|one| words.label(*one)).collect()
    }
    let fields = RiskField::ALL.into_iter().filter_map(|field| {
        let of = match field {
            RiskField::Rights => words.rights.iter().map(|right| right.text.clone()).collect(),
            RiskField::People => [all(words, People::ALL), all(words, Heightened::ALL)].concat(),
            RiskField::Users => all(words, Uses::ALL),
            RiskField::When => all(words, When::ALL),
            RiskField::Who => all(words, Party::ALL),
            RiskField::Arises => all(words, Start::ALL),
            RiskField::Status => all(words, Status::ALL),
            RiskField::Reasons | RiskField::After => return None,
            _ => Vec::new(),
        };
        Some(asked(words.label(field), words.in_group("asks", field), of))
    });
    let mut blocks = vec![Block::Facts(fields.collect())];
    for (named, marks) in Named::ALL.into_iter().zip(&words.marks) {
        let asks = words.in_group("dimension-asks", named);
        let told = [("label", &*words.label(named)), ("value", &*asks)];
        blocks.push(Block::Heading(HeadingLevel::Three, texts.with(keys::WORDS_LABELLED, &told)));
        let marks = Step::ALL.into_iter().zip(marks).map(|(step, mark)| {
            let says = [("before", &*mark.text), ("next", &*mark.example)];
            let (digit, says) =
                (step.number().to_string(), texts.with(keys::WORDS_SENTENCES, &says));
            texts.with(keys::BLANK_STEP, &[("step", &digit), ("text", &says)])
        });
        blocks.push(Block::List(marks.rev().collect()));
    }
    let near = [("delay", all(words, &Delay::ALL)), ("likelihood", all(words, &Likelihood::ALL))];
    let near = near.map(|(name, of)| {
        let asks = words.get("asks", name);
        Labelled { label: asks.to_string(), value: of.join("; ") }
    });
    blocks.push(Block::Facts(near.into()));
    Part {
        kind: PartKind::Questions,
        heading: texts.get(keys::RISKS_BLANK_HEADING).to_string(),
        count: None,
        intro: Some(texts.get(keys::RISKS_BLANK_INTRO).to_string()),
        blocks,
    }
}

fn part(module: &Module, texts: &Texts) -> Part {
    Part {
        kind: PartKind::Questions,
        heading: module.name.to_string(),
        count: None,
        intro: Some(module.about.to_string()),
        blocks: module.sections.iter().flat_map(|section| blocks(section, texts)).collect(),
    }
}

fn blocks(section: &Section, texts: &Texts) -> Vec<Block> {
    let heading = format!("{} {}", section.code, section.name);
    let mut blocks = vec![Block::Heading(HeadingLevel::Three, heading)];
    if !section.about.is_empty() {
        blocks.push(Block::Paragraph(section.about.to_string()));
    }
    blocks.push(Block::Items(
        section.questions.iter().map(|question| item(question, texts)).collect(),
    ));
    blocks
}

pub(super) fn item(question: &Question, texts: &Texts) -> Item {
    let lines = question.lines(texts);
    let title = texts
        .with(keys::BLANK_TITLE, &[("code", question.code.as_str()), ("prompt", &question.prompt)]);
    Item { lines, ..Item::titled(&title) }
}
