//! A report row by row: one fact each, for spreadsheets and for programs that count and join.
//!
//! Facts belong to a question and, in a matrix, to a tactic; [`Rows::iter`] lays them flat. They
//! hold what the same copy says in its parts: what was concluded, the plan, then the annex.

use super::named::{effect_key, effort_key, evidence_key, known_key, priority_key, status_key};
use super::reporter::Reporter;
use super::{Edition, Labelled};
use crate::answer::{EvidenceKind, TacticEffect, TacticState};
use crate::asked::SectionOf;
use crate::findings::Reading;
use crate::findings::reading::{StatedTactic, stated_tactics};
use crate::plan::{Effort, Priority, Status};
use crate::questions::Question;
use crate::questions::room::OwnFactKind;
use crate::step::Step;
use crate::texts::{Key, Texts, report as keys};

mod concluded;
mod planned;
mod risks;

pub use concluded::Concluded;
pub use planned::Planned;
pub use risks::RiskFact;

/// All facts of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// What the report says of itself: what kind of copy it is, of what, by whom, when.
    pub cover: Vec<Fact>,
    /// What was concluded from the answers.
    pub concluded: Vec<NumberedRows>,
    /// What is planned.
    pub planned: Vec<NumberedRows>,
    /// What is said of each risk, and what stands against it phase by phase.
    pub risks: Vec<NumberedRows>,
    /// What is said about each question, in the order of the annex.
    pub questions: Vec<QuestionRows>,
    /// Heads of columns and names of sheets.
    pub labels: RowLabels,
}

/// What is said about one question, or about one scope fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionRows {
    /// The section it stands in.
    pub section: Coded,
    /// What is asked.
    pub question: Coded,
    /// Whether the answer is confidential. Never in a copy for sharing.
    pub confidential: bool,
    /// What is said.
    pub facts: Vec<Fact>,
    /// What is said about each tactic, where the question is a matrix.
    pub tactics: Vec<TacticRows>,
}

/// What belongs together, as all that is said about one gap or one action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberedRows {
    /// Its place among those of its kind, counted from 1. Rows of one tension share it.
    pub number: u32,
    /// The question it is about, where it is about one, and what is said.
    pub rows: QuestionRows,
}

/// A name and its code. The code is empty where there is none, and always in a copy for sharing,
/// where a missing number would show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coded {
    /// E.g. `A1.8`.
    pub code: String,
    /// In words.
    pub name: String,
}

/// What is said about one tactic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TacticRows {
    /// Its phase.
    pub phase: String,
    /// Its name.
    pub name: String,
    /// What is said.
    pub facts: Vec<Fact>,
}

/// One thing that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What kind of thing it is.
    pub kind: FactKind,
    /// The kind in words.
    pub label: String,
    /// What is said, in words.
    pub value: String,
    /// The step, 1 to 5, where it is one.
    pub step: Option<u8>,
    /// The number of the risk it is about, where it is about one.
    pub risk: Option<u8>,
    /// The place of the action it names among those of the plan, where it names one.
    pub action: Option<u32>,
}

/// What kind of thing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// What kind of copy the report is.
    Notice,
    /// Something about the report as a whole, which the label names.
    About,
    /// A scope fact.
    Scope,
    /// The answer that is the kind of the question's own.
    Answer(OwnFactKind),
    /// "I don't know yet".
    NotKnown,
    /// "Doesn't apply".
    DoesNotApply,
    /// Some tactics have a state, and others have none yet.
    Partly,
    /// No answer.
    Open,
    /// Whether a tactic is in use.
    TacticState,
    /// The effect of a tactic.
    Effect,
    /// How the effect is known.
    HowKnown,
    /// Who could know.
    CouldKnow,
    /// Why it does not apply, or does not fit.
    Because,
    /// The highest step that is true elsewhere or in part.
    ElsewhereStep,
    /// Where, or what is missing.
    ElsewherePlace,
    /// What is behind the answer.
    Note,
    /// What could be looked at.
    Evidence(EvidenceKind),
    /// How sure those are who answered.
    HowSure,
    /// That the question had other words when it was answered.
    EarlierWording,
    /// A text of a choice that is not made any more.
    Kept,
    /// What may be answered, in the questionnaire without answers.
    Offered,
    /// Something that was concluded.
    Concluded(Concluded),
    /// Something about an action of the plan.
    Planned(Planned),
    /// Something about a risk to people.
    Risk(RiskFact),
}

/// One fact with all that says what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// The question; none for what the report says of itself.
    pub question: Option<&'a QuestionRows>,
    /// The tactic, where it is about one.
    pub tactic: Option<&'a TacticRows>,
    /// The number of the finding or action it belongs to.
    pub number: Option<u32>,
    /// The fact.
    pub fact: &'a Fact,
}

/// Heads of columns and names of sheets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct RowLabels {
    pub section: String,
    pub code: String,
    pub question: String,
    pub answer: String,
    pub step: String,
    pub elsewhere_step: String,
    pub elsewhere_place: String,
    pub how_sure: String,
    pub evidence: String,
    pub note: String,
    pub could_know: String,
    pub because: String,
    pub kept: String,
    pub phase: String,
    pub tactic: String,
    pub state: String,
    pub effect: String,
    pub how_known: String,
    pub kind: String,
    pub value: String,
    pub number: String,
    pub yes: String,
    /// Sends from a matrix to the sheet with its tactics.
    pub see_tactics: String,
    pub sheet_overview: String,
    pub sheet_answers: String,
    pub sheet_tactics: String,
    pub sheet_profile: String,
    pub sheet_facts: String,
    pub sheet_risks: String,
    pub risk: String,
    pub plan: PlanLabels,
    /// Those of the sheets that went out.
    pub sheets: SheetLabels,
    /// What the chart shows, for those who do not see it.
    pub chart: String,
    /// The head of the axis along which questions are counted.
    pub chart_axis: String,
}

/// Heads of the columns of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct PlanLabels {
    pub sheet: String,
    pub what: String,
    pub priority: String,
    pub owner: String,
    pub due: String,
    pub overdue: String,
    pub status: String,
    pub first_step: String,
    pub effort: String,
    pub needs: String,
    pub first_sign: String,
    pub reason: String,
    pub risks: String,
    /// What an event is called of which nothing may stand in a calendar.
    pub unnamed: String,
    /// The same of an action that is done or dropped.
    pub unnamed_over: String,
    /// All priorities in words.
    pub priorities: Vec<String>,
    /// All states in words.
    pub statuses: Vec<String>,
    /// All efforts in words.
    pub efforts: Vec<String>,
}

/// Heads of the columns of question sheets that went out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct SheetLabels {
    pub sheet: String,
    pub who: String,
    pub form: String,
    pub rows: String,
    pub saved: String,
    pub to: String,
    pub back: String,
}

impl Rows {
    /// One row for each fact.
    pub fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        let cover = self.cover.iter().map(|fact| Row::about(None, fact));
        let numbered = self.concluded.iter().chain(&self.planned).chain(&self.risks);
        let numbered = numbered.flat_map(|found| {
            let number = Some(found.number);
            found.rows.iter().map(move |row| Row { number, ..row })
        });
        cover.chain(numbered).chain(self.questions.iter().flat_map(QuestionRows::iter))
    }
}

impl QuestionRows {
    fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        let facts = self.facts.iter().map(|fact| Row::about(Some(self), fact));
        let tactics = self.tactics.iter().flat_map(move |tactic| {
            let facts = tactic.facts.iter();
            facts.map(move |fact| Row { tactic: Some(tactic), ..Row::about(Some(self), fact) })
        });
        facts.chain(tactics)
    }
}

impl<'a> Row<'a> {
    fn about(question: Option<&'a QuestionRows>, fact: &'a Fact) -> Self {
        Self { question, tactic: None, number: None, fact }
    }

    /// The number of the risk it is about: of what is said of a risk, that of the risk itself.
    #[must_use]
    pub fn risk(&self) -> Option<u32> {
        match self.fact.kind {
            FactKind::Risk(kind) if kind != RiskFact::Touches => self.number,
            _ => self.fact.risk.map(u32::from),
        }
    }
}

impl Fact {
    /// The label and the value.
    pub(super) fn labelled(self) -> Labelled {
        Labelled { label: self.label, value: self.value }
    }
}

impl FactKind {
    /// Its name in files, the same in every language. Names are never changed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::About => "about",
            Self::Scope => "scope",
            Self::Answer(kind) => kind.name,
            Self::NotKnown => "not-known",
            Self::DoesNotApply => "does-not-apply",
            Self::Partly => "partly",
            Self::Open => "open",
            Self::TacticState => "tactic-state",
            Self::Effect => "effect",
            Self::HowKnown => "how-known",
            Self::CouldKnow => "could-know",
            Self::Because => "because",
            Self::ElsewhereStep => "elsewhere-step",
            Self::ElsewherePlace => "elsewhere-place",
            Self::Note => "note",
            Self::Evidence(EvidenceKind::Document) => "evidence-document",
            Self::Evidence(EvidenceKind::Decision) => "evidence-decision",
            Self::Evidence(EvidenceKind::Data) => "evidence-data",
            Self::Evidence(EvidenceKind::Test) => "evidence-test",
            Self::Evidence(EvidenceKind::Statement) => "evidence-statement",
            Self::Evidence(EvidenceKind::Other) => "evidence-other",
            Self::HowSure => "how-sure",
            Self::EarlierWording => "earlier-wording",
            Self::Kept => "kept",
            Self::Offered => "offered",
            Self::Concluded(kind) => kind.name(),
            Self::Planned(kind) => kind.name(),
            Self::Risk(kind) => kind.name(),
        }
    }

    /// Whether a copy for sharing may hold such a fact. What tells that something was left out, or
    /// left open, may not; nor may scope facts, which stand in no other part of such a copy either.
    fn may_be_shared(self) -> bool {
        match self {
            Self::Notice
            | Self::About
            | Self::Answer(_)
            | Self::NotKnown
            | Self::DoesNotApply
            | Self::TacticState
            | Self::Effect
            | Self::HowKnown
            | Self::CouldKnow
            | Self::Because
            | Self::ElsewhereStep
            | Self::ElsewherePlace
            | Self::Note
            | Self::Evidence(_)
            | Self::HowSure
            | Self::EarlierWording
            | Self::Concluded(_)
            | Self::Planned(_)
            | Self::Risk(_) => true,
            Self::Scope | Self::Partly | Self::Open | Self::Kept | Self::Offered => false,
        }
    }

    fn key(self) -> Key {
        match self {
            Self::Notice => keys::ROWS_KIND_NOTICE,
            Self::About => keys::ROWS_KIND_ABOUT,
            Self::Scope => keys::ROWS_KIND_SCOPE,
            Self::Answer(kind) => kind.label,
            Self::NotKnown => keys::ROWS_KIND_NOT_KNOWN,
            Self::DoesNotApply => keys::ROWS_KIND_DOES_NOT_APPLY,
            Self::Partly => keys::ROWS_KIND_PARTLY,
            Self::Open => keys::ROWS_KIND_OPEN,
            Self::TacticState => keys::ROWS_KIND_STATE,
            Self::Effect => keys::ROWS_KIND_EFFECT,
            Self::HowKnown => keys::ROWS_KIND_HOW_KNOWN,
            Self::CouldKnow => keys::WORDS_DETAIL_COULD_KNOW,
            Self::Because => keys::WORDS_DETAIL_BECAUSE,
            Self::ElsewhereStep => keys::WORDS_ELSEWHERE_STEP,
            Self::ElsewherePlace => keys::WORDS_ELSEWHERE_PLACE,
            Self::Note => keys::WORDS_DETAIL_NOTE,
            Self::Evidence(kind) => evidence_key(kind),
            Self::HowSure => keys::WORDS_DETAIL_HOW_SURE,
            Self::EarlierWording => keys::WORDS_DETAIL_EARLIER,
            Self::Kept => keys::WORDS_DETAIL_KEPT,
            Self::Offered => keys::ROWS_KIND_OFFERED,
            Self::Concluded(kind) => kind.key(),
            Self::Planned(kind) => kind.key(),
            Self::Risk(_) => keys::RISKS_ROW_TOUCHES,
        }
    }
}

impl Reporter<'_> {
    /// The fact that says this, where it says anything and this copy may tell it.
    pub(super) fn told(self, kind: FactKind, value: &str) -> Option<Fact> {
        let value = value.trim();
        let tells = !value.is_empty() && (!self.is_for_sharing() || kind.may_be_shared());
        tells.then(|| fact(&self.bank.texts, kind, value))
    }

    /// Scope facts, left open or not. Never in a copy for sharing.
    pub(super) fn scope_rows(self) -> Vec<QuestionRows> {
        let section = || Coded { code: String::new(), name: self.text(keys::PARTS_ANSWERS_REACH) };
        self.reach_facts()
            .into_iter()
            .map(|found| QuestionRows {
                section: section(),
                question: Coded { code: String::new(), name: found.label },
                confidential: false,
                facts: self.told(FactKind::Scope, &found.value).into_iter().collect(),
                tactics: Vec::new(),
            })
            .collect()
    }

    /// Questions that are asked; in a copy for sharing, those that it tells of.
    pub(super) fn asked_rows(self) -> Vec<QuestionRows> {
        let sections = self.found.asked.sections.iter();
        sections
            .flat_map(|section| {
                section.questions.iter().map(move |question| (&section.of, question))
            })
            .filter(|(_, question)| {
                !self.is_for_sharing()
                    || self.answer(&question.id).is_some_and(|answer| self.tells(question, answer))
            })
            .map(|(section, question)| self.question_rows(section, question))
            .collect()
    }

    /// Answers to questions that are folded away. Never in a copy for sharing.
    pub(super) fn folded_rows(self) -> Vec<QuestionRows> {
        let sections = self.found.asked.sections.iter();
        sections
            .flat_map(|section| section.folded.iter().map(move |question| (&section.of, question)))
            .filter(|(_, question)| self.answer(&question.id).is_some())
            .map(|(section, question)| self.question_rows(section, question))
            .collect()
    }

    fn question_rows(self, section: &SectionOf, question: &Question) -> QuestionRows {
        let (code, name) = self.section_name(section);
        let answer = self.answer(&question.id);
        let details = answer.map(|answer| self.details(question, answer)).unwrap_or_default();
        QuestionRows {
            section: Coded { code, name },
            question: Coded {
                code: match self.edition {
                    Edition::Sharing => String::new(),
                    Edition::Complete | Edition::Blank | Edition::Example => {
                        question.code.as_str().to_owned()
                    }
                },
                name: question.prompt.to_string(),
            },
            confidential: self.edition.is_whole() && self.is_confidential(question),
            facts: self.chosen(question).into_iter().chain(details).collect(),
            tactics: stated_tactics(question, answer)
                .iter()
                .map(|stated| self.tactic_rows(question, stated))
                .collect(),
        }
    }

    /// What was answered; nothing where it is told part by part.
    fn chosen(self, question: &Question) -> Option<Fact> {
        let kind = match self.reading(question) {
            Reading::Own(_) => {
                let answer = self.answer(&question.id)?;
                let own = question.fact(answer, &self.bank.texts, self.readings(question))?;
                let fact = self.told(FactKind::Answer(own.kind), &own.value);
                return fact.map(|fact| Fact { step: own.step.map(Step::number), ..fact });
            }
            Reading::Partly => return self.told(FactKind::Partly, &self.stated_of(question)),
            Reading::NotKnown => FactKind::NotKnown,
            Reading::DoesNotApply => FactKind::DoesNotApply,
            Reading::Open => FactKind::Open,
        };
        self.told(kind, &self.said(question))
    }

    fn tactic_rows(self, question: &Question, stated: &StatedTactic<'_>) -> TacticRows {
        let answer = stated.answer;
        let mut facts = vec![self.told(FactKind::TacticState, &self.state(Some(answer.state)))];
        match answer.state {
            TacticState::Used => {
                if let Some(effect) = answer.effect {
                    let words = self.text(effect_key(effect));
                    facts.push(self.told(FactKind::Effect, &words));
                    let known = answer.known.filter(|_| effect != TacticEffect::Unknown);
                    facts.extend(
                        known.map(|known| {
                            self.told(FactKind::HowKnown, &self.text(known_key(known)))
                        }),
                    );
                }
            }
            TacticState::Unknown => {
                let who = self.leading(question, &stated.tactic.id, answer);
                facts.push(self.told(FactKind::CouldKnow, &who));
            }
            TacticState::Unfit => facts.push(self.told(FactKind::Because, &answer.because)),
            TacticState::Planned | TacticState::Unused => {}
        }
        TacticRows {
            phase: stated.group.name.to_string(),
            name: stated.tactic.name.to_string(),
            facts: facts.into_iter().flatten().collect(),
        }
    }
}

/// Questions with what may be answered.
pub(super) fn blank<'a>(
    questions: impl Iterator<Item = (Coded, &'a Question)>,
    texts: &Texts,
) -> Vec<QuestionRows> {
    questions
        .map(|(section, question)| QuestionRows {
            section,
            question: Coded {
                code: question.code.as_str().to_owned(),
                name: question.with_beneath(),
            },
            confidential: false,
            facts: offered(question, texts),
            tactics: Vec::new(),
        })
        .collect()
}

fn offered(question: &Question, texts: &Texts) -> Vec<Fact> {
    let offer = |(step, value): (Option<Step>, String)| Fact {
        step: step.map(Step::number),
        ..fact(texts, FactKind::Offered, &value)
    };
    question.offers(texts).into_iter().map(offer).collect()
}

fn fact(texts: &Texts, kind: FactKind, value: &str) -> Fact {
    let label = texts.get(kind.key()).to_string();
    Fact { kind, label, value: value.to_owned(), step: None, risk: None, action: None }
}

impl Rows {
    /// The rows of a report with this notice and these facts on its first page.
    pub(super) fn of(
        texts: &Texts,
        notice: &str,
        about: &[Labelled],
        questions: Vec<QuestionRows>,
    ) -> Self {
        let about = about.iter().map(|about| Fact {
            label: about.label.clone(),
            ..fact(texts, FactKind::About, &about.value)
        });
        let cover = std::iter::once(fact(texts, FactKind::Notice, notice)).chain(about).collect();
        let (concluded, planned, risks) = Default::default();
        Self { cover, concluded, planned, risks, questions, labels: labels(texts) }
    }
}

fn labels(texts: &Texts) -> RowLabels {
    let text = |key: Key| texts.get(key).to_string();
    let sheet_tactics = text(keys::ROWS_SHEET_TACTICS);
    RowLabels {
        section: text(keys::WORDS_SECTION),
        code: text(keys::ROWS_COLUMN_CODE),
        question: text(keys::ROWS_COLUMN_QUESTION),
        answer: text(keys::ROWS_COLUMN_ANSWER),
        step: text(keys::ROWS_COLUMN_STEP),
        elsewhere_step: text(keys::WORDS_ELSEWHERE_STEP),
        elsewhere_place: text(keys::WORDS_ELSEWHERE_PLACE),
        how_sure: text(keys::WORDS_DETAIL_HOW_SURE),
        evidence: text(keys::WORDS_EVIDENCE_ANYTHING),
        note: text(keys::WORDS_DETAIL_NOTE),
        could_know: text(keys::WORDS_DETAIL_COULD_KNOW),
        because: text(keys::WORDS_DETAIL_BECAUSE),
        kept: text(keys::WORDS_DETAIL_KEPT),
        phase: text(keys::ROWS_COLUMN_PHASE),
        tactic: text(keys::ROWS_COLUMN_TACTIC),
        state: text(keys::ROWS_KIND_STATE),
        effect: text(keys::ROWS_KIND_EFFECT),
        how_known: text(keys::ROWS_KIND_HOW_KNOWN),
        kind: text(keys::ROWS_COLUMN_KIND),
        value: text(keys::ROWS_COLUMN_VALUE),
        number: text(keys::ROWS_COLUMN_NUMBER),
        yes: text(keys::ROWS_YES),
        see_tactics: texts.with(keys::ROWS_SEE_TACTICS, &[("sheet", &sheet_tactics)]),
        sheet_overview: text(keys::ROWS_SHEET_OVERVIEW),
        sheet_answers: text(keys::ROWS_SHEET_ANSWERS),
        sheet_tactics,
        sheet_profile: text(keys::ROWS_SHEET_PROFILE),
        sheet_facts: text(keys::ROWS_SHEET_FACTS),
        sheet_risks: text(keys::RISKS_ROW_SHEET),
        risk: text(keys::RISKS_ROW_RISK),
        plan: PlanLabels {
            sheet: text(keys::ROWS_SHEET_PLAN),
            what: text(keys::ROWS_PLAN_WHAT),
            priority: text(keys::ROWS_PLAN_PRIORITY),
            owner: text(keys::PLAN_OWNER),
            due: text(keys::PLAN_DUE),
            overdue: text(keys::ROWS_PLAN_OVERDUE),
            status: text(keys::PLAN_STATUS),
            first_step: text(keys::PLAN_FIRST_STEP),
            effort: text(keys::PLAN_EFFORT),
            needs: text(keys::PLAN_NEEDS),
            first_sign: text(keys::PLAN_FIRST_SIGN),
            reason: text(keys::ROWS_PLAN_REASON),
            risks: text(keys::RISKS_PLAN_RISKS),
            unnamed: text(keys::RISKS_PLAN_UNNAMED),
            unnamed_over: text(keys::RISKS_PLAN_UNNAMED_OVER),
            priorities: Priority::ALL.map(|priority| text(priority_key(priority))).into(),
            statuses: Status::ALL.map(|status| text(status_key(status))).into(),
            efforts: Effort::ALL.map(|effort| text(effort_key(effort))).into(),
        },
        sheets: SheetLabels {
            sheet: text(keys::SHEET_RECORD_SHEET),
            who: text(keys::SHEET_FOR_WHOM),
            form: text(keys::SHEET_RECORD_FORM),
            rows: text(keys::SHEET_RECORD_ROWS_HEAD),
            saved: text(keys::SHEET_RECORD_SAVED),
            to: text(keys::SHEET_RECORD_TO),
            back: text(keys::SHEET_RECORD_BACK),
        },
        chart: text(keys::ROWS_CHART),
        chart_axis: text(keys::ROWS_CHART_AXIS),
    }
}
