//! What one person could know, as a sheet for them: questions, and room for what they say.

use super::blank::{in_a_workbook, item, rules};
use super::cover::{Unanswered, read_as};
use super::rows::{self, Coded};
use super::{Block, HeadingLevel, Item, Labelled, Part, PartKind, Report};
use crate::asked::{Asked, SectionOf};
use crate::assessment::Assessment;
use crate::bank::Bank;
use crate::date::Date;
use crate::questions::Question;
use crate::risk::RiskWords;
use crate::sheet::QuestionSheet;
use crate::sheet::people::{Among, SheetQuestion, Theirs, sheet_for};
use crate::sheet::record::SheetId;
use crate::sheet::words::{Word, Words};
use crate::texts::{Key, Texts, report as keys};

/// The sheet for somebody: what is not known yet in an assessment and they could know. It tells
/// nothing of the answers but that these are missing.
#[must_use]
pub fn question_sheet(
    bank: &Bank,
    assessment: &Assessment,
    who: &str,
    id: SheetId,
    date: Date,
) -> Report {
    let Bank { catalogue, guidance, texts, .. } = bank;
    let asked = Asked::of(catalogue, &assessment.scope, &assessment.answers);
    let theirs = sheet_for(Among { asked: &asked, assessment, catalogue, guidance }, who);
    let not_known = texts.get(keys::WORDS_NOT_KNOWN);
    let mut lines = vec![texts.with(keys::SHEET_READ_ANSWER, &[("not_known", &not_known)])];
    if theirs.questions.iter().any(|found| found.question.asks().elsewhere) {
        lines.extend(rules(texts));
    }
    lines.extend([in_a_workbook(texts), texts.get(keys::SHEET_READ_BACK).to_string()]);
    let parts = vec![
        read_as(texts, keys::SHEET_READ_HEADING, lines),
        Part {
            kind: PartKind::Questions,
            heading: texts.get(keys::SHEET_HEADING).to_string(),
            count: None,
            intro: None,
            blocks: blocks(&theirs, &guidance.risks, texts),
        },
    ];
    let questions = theirs.questions.iter().map(|found| (section(found, texts), &*found.question));
    let rows = rows::blank(questions, texts);
    let sheet = QuestionSheet::for_person(bank, id, assessment.scope.subject(), &theirs);
    let told = Unanswered::question_sheet(bank, &assessment.scope, who, date);
    told.report(texts, date, parts, rows, sheet)
}

/// Questions under the headings of their sections.
fn blocks(theirs: &Theirs<'_>, words: &RiskWords, texts: &Texts) -> Vec<Block> {
    let mut blocks = Vec::new();
    for same in theirs.questions.chunk_by(|one, next| one.section.of == next.section.of) {
        if let Some(first) = same.first() {
            let Coded { code, name } = section(first, texts);
            let heading = format!("{code} {name}").trim().to_owned();
            blocks.push(Block::Heading(HeadingLevel::Three, heading));
        }
        let items = same.iter().flat_map(|found| {
            let details = room(&found.question, texts);
            let with_room = move |item| Item { details: details.clone(), ..item };
            items(&found.question, texts).into_iter().map(with_room)
        });
        blocks.push(Block::Items(items.collect()));
    }
    let of_risks = theirs.risks.iter().map(|row| {
        let title = [("code", &*row.code), ("prompt", &*row.prompt(words, texts))];
        Item {
            lines: row.asks.offered(words, texts),
            details: lines([keys::SHEET_ANSWER_LINE, keys::SHEET_NOTE_LINE], texts),
            ..Item::titled(&texts.with(keys::BLANK_TITLE, &title))
        }
    });
    if !theirs.risks.is_empty() {
        let heading = texts.get(keys::SHEET_RISK_HEADING).to_string();
        blocks.push(Block::Heading(HeadingLevel::Three, heading));
        blocks.push(Block::Items(of_risks.collect()));
    }
    blocks
}

/// The question, or each of its tactics with what can be said of it.
fn items(question: &Question, texts: &Texts) -> Vec<Item> {
    let Some(matrix) = question.matrix() else { return vec![item(question, texts)] };
    let groups = matrix.groups.iter();
    let tactics = groups.flat_map(|group| group.tactics.iter().map(move |tactic| (group, tactic)));
    let words = Words::of(texts);
    let listed =
        |words: &[Word]| words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join("; ");
    let states = texts.with(keys::SHEET_TACTIC_STATES, &[("states", &listed(&words.states))]);
    let used = texts.with(
        keys::SHEET_TACTIC_USED,
        &[("effects", &listed(&words.effects)), ("known", &listed(&words.known))],
    );
    tactics
        .map(|(group, tactic)| {
            let code = group.code.as_ref().unwrap_or(&question.code).as_str();
            let title = [("code", code), ("prompt", &*tactic.name)];
            let guards = texts.with(keys::SHEET_TACTIC_GUARDS, &[("guards", &tactic.guards)]);
            Item {
                lines: vec![guards, states.clone(), used.clone()],
                ..Item::titled(&texts.with(keys::BLANK_TITLE, &title))
            }
        })
        .collect()
}

/// Lines to write on.
fn room(question: &Question, texts: &Texts) -> Vec<Labelled> {
    let elsewhere = question.asks().elsewhere.then_some(keys::SHEET_ELSEWHERE_LINE);
    let others = [keys::SHEET_BECAUSE_LINE, keys::SHEET_NOTE_LINE, keys::SHEET_EVIDENCE_LINE];
    lines([keys::SHEET_ANSWER_LINE].into_iter().chain(elsewhere).chain(others), texts)
}

fn lines(labels: impl IntoIterator<Item = Key>, texts: &Texts) -> Vec<Labelled> {
    let line = |label: Key| Labelled {
        label: texts.get(label).to_string(),
        value: texts.get(keys::SHEET_LINE).to_string(),
    };
    labels.into_iter().map(line).collect()
}

fn section(asked: &SheetQuestion<'_>, texts: &Texts) -> Coded {
    match &asked.section.of {
        SectionOf::First => {
            Coded { code: String::new(), name: texts.get(keys::WORDS_FIRST).to_string() }
        }
        SectionOf::Bank { code, name, .. } => {
            Coded { code: code.to_string(), name: name.to_string() }
        }
    }
}
