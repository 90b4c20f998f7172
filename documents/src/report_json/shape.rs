//! What the file of a report looks like. Fields are added and never renamed or removed within a
//! version; a field that has nothing to say is not there.

#[cfg(test)]
use schemars::JsonSchema;

use domain::date::Date;
use domain::report::rows::{self, NumberedRows, QuestionRows, TacticRows};
use domain::report::{self, Edition, PlanRow, SheetRow};
use domain::texts::Direction;
use serde::Serialize;

use super::blocks::{Block, is_false};
use super::labelled::Labelled;

/// Says what the file is.
const FORMAT: &str = "respect-in-practice-report";
/// The version of this shape.
pub(super) const VERSION: u32 = 3;

/// A report.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Report<'a> {
    /// Always `respect-in-practice-report`.
    format: &'a str,
    /// The version of this format.
    version: u32,
    /// What kind of copy it is.
    copy: CopyKind,
    /// Language tag.
    language: &'a str,
    /// Reading direction.
    direction: Reading,
    /// The day it was made, as `2026-11-24`.
    date: String,
    /// Title of the report.
    title: &'a str,
    /// What kind of document it is.
    kicker: &'a str,
    /// What kind of copy it is, in words.
    notice: &'a str,
    /// The first paragraph.
    lead: &'a str,
    /// Subject, who answered, date, question bank.
    about: Vec<Labelled<'a>>,
    /// What the report says, part by part.
    parts: Vec<Part<'a>>,
    /// Severe risks to people, gravest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    risks: Vec<Risk<'a>>,
    /// Which findings touch which risk, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    ties: Vec<Tie<'a>>,
    /// What was answered, fact by fact.
    questions: Vec<Question<'a>>,
    /// The plan, action by action.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    plan: Vec<Action<'a>>,
    /// Question sheets that went out, sheet by sheet. Never in a copy for sharing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    sheets: Vec<Sheet<'a>>,
    /// Where it was made.
    colophon: &'a str,
}

/// Kinds of copies.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum CopyKind {
    /// Everything.
    Complete,
    /// For sharing: answers may be left out.
    Sharing,
    /// The questions without answers.
    Blank,
    /// Everything that an invented company answered.
    Example,
}

/// Reading directions.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Reading {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// A part of the report.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
struct Part<'a> {
    /// What the part is; the same in every language.
    kind: &'static str,
    /// Its heading.
    heading: &'a str,
    /// How many findings it holds, where counting says something.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
    /// What one needs to know to read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    intro: Option<&'a str>,
    /// What it says.
    blocks: Vec<Block<'a>>,
}

/// A severe risk to people.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
struct Risk<'a> {
    /// Its number in this copy: 2 for R2.
    number: u32,
    /// There and `true` where all of it is confidential. Never in a copy for sharing.
    #[serde(skip_serializing_if = "is_false")]
    #[cfg_attr(test, schemars(default))]
    confidential: bool,
    /// What is said of it.
    facts: Vec<Fact<'a>>,
    /// What stands against it, phase by phase.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    phases: Vec<RiskPhase<'a>>,
}

/// A phase of a product's life, with what stands against a risk there.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
struct RiskPhase<'a> {
    /// Its name.
    phase: &'a str,
    /// How far something stands there, and what would fit.
    facts: Vec<Fact<'a>>,
}

/// That a gap touches a risk.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
struct Tie<'a> {
    /// The place of the gap.
    gap: u32,
    /// The question that it rests on.
    question: &'a str,
    /// The number of the risk.
    risk: u8,
    /// Why.
    because: &'a str,
}

/// A question with what was said about it.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
struct Question<'a> {
    /// Code of the section. Never in a copy for sharing.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    section_code: &'a str,
    /// Name of the section.
    section: &'a str,
    /// Code of the question. Never in a copy for sharing.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    code: &'a str,
    /// What is asked.
    question: &'a str,
    /// There and `true` where the answer is confidential. Never in a copy for sharing.
    #[serde(skip_serializing_if = "is_false")]
    #[cfg_attr(test, schemars(default))]
    confidential: bool,
    /// What is said.
    facts: Vec<Fact<'a>>,
    /// What is said about each tactic.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    tactics: Vec<Tactic<'a>>,
}

/// A tactic with what was said about it.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
struct Tactic<'a> {
    /// Its phase.
    phase: &'a str,
    /// Its name.
    tactic: &'a str,
    /// What is said.
    facts: Vec<Fact<'a>>,
}

/// One thing that is said.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
struct Fact<'a> {
    /// What kind of thing it is; the same in every language.
    fact: &'static str,
    /// The kind in words.
    label: &'a str,
    /// What is said.
    value: &'a str,
    /// The step, 1 to 5, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<u8>,
}

/// An action of the plan.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
struct Action<'a> {
    /// What is done.
    what: &'a str,
    /// How soon, in words.
    priority: &'a str,
    /// Who does it.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    owner: &'a str,
    /// Until when, as `2026-11-24`.
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    /// For how many days it is overdue on the day of the report; not there where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    days_overdue: Option<u32>,
    /// How far it is, in words.
    status: &'a str,
    /// What is done first.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    first_step: &'a str,
    /// How much of an effort it is, in words.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    effort: &'a str,
    /// What it needs, and from whom.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    needs: &'a str,
    /// By what one sees first that something has changed for people.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    first_sign: &'a str,
    /// Why.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    reason: &'a str,
    /// The risks that it is for, or that what it closes touches.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    risks: &'a str,
}

/// A question sheet that went out, or came back.
#[derive(Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
struct Sheet<'a> {
    /// Whom it is for, or what is known of it.
    sheet: &'a str,
    /// Who has it.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    to: &'a str,
    /// When it was saved, as `2026-11-24`.
    #[serde(skip_serializing_if = "Option::is_none")]
    saved: Option<String>,
    /// As what it was saved, in words.
    #[serde(skip_serializing_if = "str::is_empty")]
    #[cfg_attr(test, schemars(default))]
    form: &'a str,
    /// How many questions and tactics stand on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<u32>,
    /// What came back, each time in a sentence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(default))]
    returns: Vec<&'a str>,
}

impl<'a> Report<'a> {
    /// The shape of a report.
    pub(super) fn of(report: &'a report::Report) -> Self {
        Self {
            format: FORMAT,
            version: VERSION,
            copy: match report.edition {
                Edition::Complete => CopyKind::Complete,
                Edition::Sharing => CopyKind::Sharing,
                Edition::Blank => CopyKind::Blank,
                Edition::Example => CopyKind::Example,
            },
            language: &report.language,
            direction: match report.direction {
                Direction::LeftToRight => Reading::Ltr,
                Direction::RightToLeft => Reading::Rtl,
            },
            date: report.date.iso(),
            title: &report.title,
            kicker: &report.kicker,
            notice: &report.copy_notice,
            lead: &report.lead,
            about: Labelled::all(&report.facts),
            parts: report.parts.iter().map(Part::of).collect(),
            risks: report.rows.risks.iter().map(Risk::of).collect(),
            ties: report.rows.concluded.iter().flat_map(Tie::of).collect(),
            questions: report.rows.questions.iter().map(Question::of).collect(),
            plan: report.plan.iter().map(Action::of).collect(),
            sheets: report.sheets.iter().map(Sheet::of).collect(),
            colophon: &report.colophon,
        }
    }
}

impl<'a> Part<'a> {
    fn of(part: &'a report::Part) -> Self {
        Self {
            kind: part.kind.name(),
            heading: &part.heading,
            count: part.count,
            intro: part.intro.as_deref(),
            blocks: part.blocks.iter().map(Block::of).collect(),
        }
    }
}

impl<'a> Risk<'a> {
    fn of(risk: &'a NumberedRows) -> Self {
        let phase =
            |rows: &'a TacticRows| RiskPhase { phase: &rows.phase, facts: Fact::all(&rows.facts) };
        Self {
            number: risk.number,
            confidential: risk.rows.confidential,
            facts: Fact::all(&risk.rows.facts),
            phases: risk.rows.tactics.iter().map(phase).collect(),
        }
    }
}

impl<'a> Tie<'a> {
    fn of(found: &'a NumberedRows) -> impl Iterator<Item = Self> {
        found.rows.facts.iter().filter_map(|fact| {
            Some(Self {
                gap: found.number,
                question: &found.rows.question.name,
                risk: fact.risk?,
                because: &fact.value,
            })
        })
    }
}

impl<'a> Question<'a> {
    fn of(rows: &'a QuestionRows) -> Self {
        Self {
            section_code: &rows.section.code,
            section: &rows.section.name,
            code: &rows.question.code,
            question: &rows.question.name,
            confidential: rows.confidential,
            facts: Fact::all(&rows.facts),
            tactics: rows.tactics.iter().map(Tactic::of).collect(),
        }
    }
}

impl<'a> Action<'a> {
    fn of(row: &'a PlanRow) -> Self {
        Self {
            what: &row.what,
            priority: &row.priority,
            owner: &row.owner,
            due: row.due.map(Date::iso),
            days_overdue: row.days_overdue,
            status: &row.status,
            first_step: &row.first_step,
            effort: &row.effort,
            needs: &row.needs,
            first_sign: &row.first_sign,
            reason: &row.reason,
            risks: &row.risks,
        }
    }
}

impl<'a> Sheet<'a> {
    fn of(row: &'a SheetRow) -> Self {
        Self {
            sheet: &row.sheet,
            to: &row.to,
            saved: row.saved.map(Date::iso),
            form: &row.form,
            rows: row.rows,
            returns: row.returns.iter().map(String::as_str).collect(),
        }
    }
}

impl<'a> Tactic<'a> {
    fn of(rows: &'a TacticRows) -> Self {
        Self { phase: &rows.phase, tactic: &rows.name, facts: Fact::all(&rows.facts) }
    }
}

impl<'a> Fact<'a> {
    fn all(facts: &'a [rows::Fact]) -> Vec<Self> {
        let facts = facts.iter().map(|fact| Self {
            fact: fact.kind.name(),
            label: &fact.label,
            value: &fact.value,
            step: fact.step,
        });
        facts.collect()
    }
}
