//! The questionnaire without answers, to read, to print and to talk about.

use super::cover::{Unanswered, read_as};
use super::rows::{self, Coded};
use super::{Block, HeadingLevel, Item, Part, PartKind, Report};
use crate::bank::Bank;
use crate::catalogue::{Catalogue, Module, Section};
use crate::date::Date;
use crate::questions::Question;
use crate::sheet::QuestionSheet;
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
    let parts = std::iter::once(read).chain(modules).collect();
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
