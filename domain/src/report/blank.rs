//! The questionnaire without answers, to read, to print and to talk about.

use super::cover::{self, how_to_read};
use super::{Block, HeadingLevel, Item, Part, PartKind, Report, rows};
use crate::catalogue::{Catalogue, Module, Section};
use crate::job::Date;
use crate::questions::{Decision, Kind, Ladder, Matrix, Question};
use crate::texts::{Texts, report as keys};

/// All questions of the bank.
#[must_use]
pub fn blank(catalogue: &Catalogue, texts: &Texts, date: Date) -> Report {
    let read = how_to_read(texts, &[keys::COVER_READ_BLANK, keys::COVER_READ_LIMITS]);
    let modules = catalogue.modules.iter().map(|module| part(module, texts));
    let parts = std::iter::once(read).chain(modules).collect();
    cover::blank(catalogue, texts, date, parts, rows::blank(catalogue, texts))
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

fn item(question: &Question, texts: &Texts) -> Item {
    let lines = match &question.kind {
        Kind::Ladder(ladder) => steps(ladder, texts),
        Kind::Tactics(matrix) => tactics(matrix, texts),
        Kind::Reflection(reflection) => {
            reflection.prompts.iter().map(ToString::to_string).collect()
        }
        Kind::Decision(decision) => values(decision),
    };
    let title = texts
        .with(keys::BLANK_TITLE, &[("code", question.code.as_str()), ("prompt", &question.prompt)]);
    Item { lines, ..Item::titled(&title) }
}

fn steps(ladder: &Ladder, texts: &Texts) -> Vec<String> {
    ladder
        .iter()
        .map(|(step, written)| {
            let number = step.number();
            let before = number.saturating_sub(1).to_string();
            let key = if written.adds { keys::BLANK_STEP_ADDS } else { keys::BLANK_STEP };
            texts.with(
                key,
                &[("step", &number.to_string()), ("before", &before), ("text", &written.text)],
            )
        })
        .collect()
}

fn tactics(matrix: &Matrix, texts: &Texts) -> Vec<String> {
    matrix
        .groups
        .iter()
        .flat_map(|group| group.tactics.iter().map(move |tactic| (group, tactic)))
        .map(|(group, tactic)| {
            let names = [("phase", &*group.name), ("tactic", &*tactic.name)];
            texts.with(keys::BLANK_TACTIC, &names)
        })
        .collect()
}

fn values(decision: &Decision) -> Vec<String> {
    decision.values.iter().map(|value| value.text.to_string()).collect()
}
