//! What a sheet that came back would change, row by row, for a person to look at and to choose from.

mod given;
mod naming;
mod taking;
mod telling;

use std::collections::BTreeSet;
use std::rc::Rc;

use naming::Naming;
use serde::{Deserialize, Serialize};

use super::filled::{Filled, FilledRow};
use super::record::CameAs;
use super::risks::{GivenOfRisk, RiskAsk, is_row, meant};
use super::unread::{Guessed, Unread};
use super::words::Column;
use crate::answer::{Answer, Instead};
use crate::asked::Asked;
use crate::assessment::Assessment;
use crate::bank::Bank;
use crate::catalogue::Catalogue;
use crate::count::count;
use crate::earlier;
use crate::id::TacticId;
use crate::questions::{Question, Tactic};
use crate::save::v4::AnswerRecord;
use crate::texts::Texts;

pub use taking::taken_over;

/// What a sheet would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Which sheet it says it is.
    pub came_as: CameAs,
    /// Rows that change something.
    pub rows: Vec<Proposed>,
    /// Rows that cannot be taken.
    pub odd: Vec<OddRow>,
    /// How many rows were left empty.
    pub empty: u32,
    /// How many rows say what the assessment holds already.
    pub same: u32,
    /// Whether the sheet was made with another version of the question bank.
    pub other_version: bool,
    /// What the sheet was made for, where that is something else than what is assessed.
    pub other_subject: Option<String>,
    /// What stands in the workbook and is read by nobody here.
    pub unread: Vec<Unread>,
    /// Columns that are read by where they stand.
    pub guessed: Vec<Guessed>,
}

/// A row that changes something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposed {
    /// Where it stands on the sheet.
    pub at: RowPlace,
    /// Code of the question, or of the phase of a tactic.
    pub code: String,
    /// What is asked: the question, or the name of the tactic.
    pub asks: String,
    /// What the assessment says today; empty where it says nothing.
    pub today: Vec<Said>,
    /// What the sheet says.
    pub says: Vec<Said>,
    /// What becomes of what the assessment says today.
    pub becomes: Becomes,
    /// Whether its cells can mean nothing else than what is made of them. What they do mean is for a person
    /// to say, where not.
    pub is_plain: bool,
    /// What the sheet says, to be taken over.
    pub given: Given,
}

/// What a row says, to be taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Given {
    /// An answer to a question of the bank.
    Answer(AnswerRecord),
    /// What is not known of a risk.
    Risk(GivenOfRisk),
}

/// What becomes of what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Becomes {
    /// Nothing that stands there goes.
    Adds,
    /// Something that stands there goes.
    Replaces,
}

/// A label and what is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The label.
    pub label: String,
    /// In words.
    pub text: String,
}

/// Where a row stands on a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowPlace {
    /// Name of the sheet of the workbook.
    pub sheet: String,
    /// Number of the row there, from 1.
    pub number: u32,
}

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OddRow {
    /// Where it stands on the sheet.
    pub at: RowPlace,
    /// What it is about, as far as that can be told.
    pub about: String,
    /// Why it cannot be taken.
    pub why: Odd,
}

/// Why a row cannot be taken. The words for each are content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Odd {
    /// It names no question of this question bank.
    Unknown,
    /// It names a question that this version of the bank asks no more.
    Earlier,
    /// The assessment does not ask this.
    NotAsked,
    /// What it says is none of the answers to choose from.
    NotAnAnswer(String),
    /// The date of its evidence is of a year that nobody can mean.
    Year(String),
    /// It says that the question does not apply, but not why.
    NoReason,
    /// The same question stands further up.
    Twice,
    /// A cell holds a formula.
    Formula,
    /// It says something about a tactic, but not whether it is in use.
    NoState,
    /// It names a kind or a date of evidence, but not what the evidence is.
    NoPlace,
}

/// What a row is about.
#[derive(Clone, Copy)]
struct Subject<'a> {
    question: &'a Question,
    tactic: Option<&'a Tactic>,
}

impl Given {
    /// Takes it over into an assessment, beside what stands there.
    pub fn take_over(&self, assessment: &mut Assessment) {
        match self {
            Self::Answer(record) => {
                let (question, given) = record.clone().into_answer();
                let blank = Answer::default();
                let before = assessment.answers.get(&question).map_or(&blank, |answer| &**answer);
                let answer = taken_over(before, &given);
                assessment.answers.set(&question, Some(Rc::new(answer)));
            }
            Self::Risk(given) => given.take_over(assessment),
        }
    }
}

impl Proposal {
    /// What a sheet would change in an assessment.
    #[must_use]
    pub fn of(bank: &Bank, assessment: &Assessment, filled: &Filled) -> Self {
        let Bank { catalogue, texts, .. } = bank;
        let asked = Asked::of(catalogue, &assessment.scope, &assessment.answers);
        let mut proposal = Self {
            came_as: filled.came_as,
            rows: Vec::new(),
            odd: Vec::new(),
            empty: 0,
            same: 0,
            other_version: filled.catalogue_version != *catalogue.version,
            other_subject: Some(filled.subject.trim().to_owned())
                .filter(|subject| !subject.is_empty() && subject != assessment.scope.subject()),
            unread: filled.unread.clone(),
            guessed: filled.guessed.clone(),
        };
        let naming = Naming::of(bank);
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for row in &filled.rows {
            let row = &naming.named(bank, assessment, row);
            let id = row.text(Column::Id);
            // Where nothing on it is asked by anybody, its words are somebody's own.
            let is_own = !is_row(id) && subject(bank, &asked, row).err() == Some(Odd::Unknown);
            if row.is_empty() && !is_own {
                proposal.empty += 1;
                continue;
            }
            let read = if !id.is_empty() && !seen.insert(id.to_owned()) {
                Err(Odd::Twice)
            } else if is_row(id) {
                proposal.take_of_risk(bank, assessment, filled, row)
            } else {
                subject(bank, &asked, row).and_then(|subject| {
                    let given = given::given(subject, filled, row, texts)?;
                    let not_plain = given::not_plain(subject, filled, row, texts);
                    proposal.take(texts, assessment, row, subject, &given, &not_plain);
                    Ok(())
                })
            };
            if let Err(why) = read {
                proposal.odd.push(OddRow { at: place(row), about: about(catalogue, row), why });
            }
        }
        proposal
    }

    /// How many rows the sheet has.
    #[must_use]
    pub fn all_rows(&self) -> u32 {
        count(self.rows.len() + self.odd.len()) + self.empty + self.same
    }

    fn take(
        &mut self,
        texts: &Texts,
        assessment: &Assessment,
        row: &FilledRow,
        subject: Subject<'_>,
        given: &Answer,
        not_plain: &[String],
    ) {
        let Subject { question, tactic } = subject;
        let today = assessment.answers.get(&question.id).map(|answer| &**answer);
        let blank = Answer::default();
        let before = today.unwrap_or(&blank);
        if taken_over(before, given) == *before {
            self.same += 1;
            return;
        }
        let group = group_code(question, tactic.map(|tactic| &tactic.id));
        self.rows.push(Proposed {
            at: place(row),
            code: group.unwrap_or_else(|| question.code.to_string()),
            asks: tactic.map_or(&question.prompt, |tactic| &tactic.name).to_string(),
            today: telling::said(subject, before, texts),
            says: telling::with_cells(telling::said(subject, given, texts), not_plain, texts),
            becomes: if taking::replaces(before, given) {
                Becomes::Replaces
            } else {
                Becomes::Adds
            },
            is_plain: not_plain.is_empty() && !row.rests_on_a_guess(),
            given: Given::Answer(AnswerRecord::of(&question.id, given)),
        });
    }

    fn take_of_risk(
        &mut self,
        bank: &Bank,
        assessment: &Assessment,
        filled: &Filled,
        row: &FilledRow,
    ) -> Result<(), Odd> {
        let Bank { guidance, texts, .. } = bank;
        if row.has_formula() {
            return Err(Odd::Formula);
        }
        let (before, asks) = meant(assessment, row.text(Column::Id)).ok_or(Odd::NotAsked)?;
        let typed = row.text(Column::Answer);
        let typed = if filled.chosen(typed) == Some(Instead::NotKnown) { "" } else { typed };
        let note = row.texts(&BESIDE_RISKS);
        let given = GivenOfRisk { risk: before.id.0, asks, typed: typed.to_owned(), note };
        let no_answer = || Odd::NotAnAnswer(typed.to_owned());
        let after = given.put_into(before.clone()).ok_or_else(no_answer)?;
        if after == before {
            self.same += 1;
            return Ok(());
        }
        let said = |asks: RiskAsk, risk| telling::of_risk(asks, risk, &guidance.risks, texts);
        let goes = !given.typed.is_empty() && asks.is_filled(&before);
        let mut says = if given.typed.is_empty() { Vec::new() } else { said(asks, &after) };
        says.extend(telling::note(&given.note, texts));
        let is_plain = asks.is_plain(&given.typed);
        let not_plain: &[String] = if is_plain { &[] } else { std::slice::from_ref(&given.typed) };
        let says = telling::with_cells(says, not_plain, texts);
        self.rows.push(Proposed {
            at: place(row),
            code: row.text(Column::Code).to_owned(),
            asks: asks.prompt(&before.name.value, &guidance.risks, texts),
            today: said(asks, &before),
            says,
            becomes: if goes { Becomes::Replaces } else { Becomes::Adds },
            is_plain: is_plain && !row.rests_on_a_guess(),
            given: Given::Risk(given),
        });
        Ok(())
    }
}

/// What stands beside the answer in a row that asks something of a risk. It becomes part of the note.
const BESIDE_RISKS: [Column; 11] = [
    Column::Because,
    Column::Note,
    Column::Place,
    Column::ElsewherePlace,
    Column::ElsewhereStep,
    Column::Kind,
    Column::AsOf,
    Column::Sureness,
    Column::State,
    Column::Effect,
    Column::Known,
];

/// What a row names, if the assessment asks it.
fn subject<'a>(bank: &Bank, asked: &'a Asked, row: &FilledRow) -> Result<Subject<'a>, Odd> {
    if row.has_formula() {
        return Err(Odd::Formula);
    }
    let (id, tactic) = ids(row);
    // A sheet of an earlier version may name it by another id.
    let (id, became) = earlier::today(&bank.guidance.earlier, &id.into());
    let in_bank = bank.catalogue.question(&id).ok_or(match became {
        Some(_) => Odd::Earlier,
        None => Odd::Unknown,
    })?;
    let in_bank = tactic.is_none_or(|tactic| find_tactic(in_bank, tactic).is_some());
    if !in_bank {
        return Err(Odd::Unknown);
    }
    let question = asked.question(&id).ok_or(Odd::NotAsked)?;
    let tactic = match tactic {
        Some(tactic) => Some(find_tactic(question, tactic).ok_or(Odd::NotAsked)?),
        None => None,
    };
    Ok(Subject { question, tactic })
}

fn ids(row: &FilledRow) -> (&str, Option<&str>) {
    match row.text(Column::Id).split_once('/') {
        Some((question, tactic)) => (question, Some(tactic)),
        None => (row.text(Column::Id), None),
    }
}

fn find_tactic<'a>(question: &'a Question, id: &str) -> Option<&'a Tactic> {
    question.matrix()?.tactics().find(|tactic| tactic.id.as_str() == id)
}

fn group_code(question: &Question, tactic: Option<&TacticId>) -> Option<String> {
    let mut groups = question.matrix()?.groups.iter();
    let group = groups.find(|group| group.tactics.iter().any(|found| Some(&found.id) == tactic))?;
    group.code.as_ref().map(ToString::to_string)
}

/// What an odd row is about: what the bank asks, or what the row itself says of it.
fn about(catalogue: &Catalogue, row: &FilledRow) -> String {
    let (id, tactic) = ids(row);
    let question = catalogue.question(&id.into());
    let coded = |code: &str, name: &str| format!("{code} {name}");
    match (
        question,
        tactic.map(|tactic| (tactic, question.and_then(|in_bank| find_tactic(in_bank, tactic)))),
    ) {
        (Some(question), None) => coded(question.code.as_str(), &question.prompt),
        (Some(question), Some((_, Some(tactic)))) => {
            let group = group_code(question, Some(&tactic.id));
            let code = group.unwrap_or_else(|| question.code.to_string());
            coded(&code, &tactic.name)
        }
        (Some(_), Some((_, None))) => row.text(Column::Tactic).to_owned(),
        (None, _) => {
            let said = [Column::Question, Column::Tactic, Column::Code, Column::Id];
            let said = said.map(|column| row.text(column));
            said.into_iter().find(|said| !said.is_empty()).unwrap_or_default().to_owned()
        }
    }
}

fn place(row: &FilledRow) -> RowPlace {
    RowPlace { sheet: row.sheet.clone(), number: row.number }
}
