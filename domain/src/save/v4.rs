//! Version 4 of the save file. Once a release has written it, fields are never renamed or removed.

use std::rc::Rc;

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::{self, Confidentiality, TacticAnswer};
use crate::assessment::{Answers, Assessment, CatalogueVersion, Timestamp};
use crate::date::Date;
use crate::elsewhere::{Elsewhere, HigherStep};
use crate::id::{AssessmentId, QuestionId};
use crate::plan::{self, ActionId, Plan, PlannedAction, Reason};
use crate::questions::Step;
use crate::risk::RiskId;
use crate::scope::{self, Scope};
use crate::sheet::record::{
    self, Arrival, RecordedSheet, SavedSheet, SheetId, SheetRecord, SheetRecords, SheetReturn,
    Stray,
};

/// A save file: one assessment, complete, confidential answers included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Always `respect-in-practice`.
    pub format: String,
    /// Always 4 in this version.
    pub version: u32,
    /// What is assessed, and when.
    pub head: Head,
    /// Answers by question, sorted by id.
    pub answers: Vec<AnswerRecord>,
    /// What is planned, in its order.
    pub plan: Vec<ActionRecord>,
    /// Question sheets that went out, in the order in which they did, and what came back on them.
    pub sheets: Vec<SheetEntry>,
    /// Severe risks to people.
    pub risks: RegisterRecord,
}

/// An action of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ActionRecord {
    /// Tells it apart from the others of this plan.
    pub id: u32,
    /// What is done.
    pub what: String,
    /// Id of the question whose answer is the reason; none for an action of one's own.
    pub question: Option<String>,
    /// Whether it stays although its reason is gone.
    pub kept: bool,
    /// How soon.
    pub priority: Priority,
    /// Function or name.
    pub owner: String,
    /// Until when: `2027-01-31`.
    pub due: Option<DateText>,
    /// How far it is.
    pub status: Status,
    /// What is done first.
    pub first_step: String,
    /// How much of an effort it is; none where nobody has said.
    pub effort: Option<Effort>,
    /// What it needs, and from whom.
    pub needs: String,
    /// By what one sees first that something has changed for people.
    pub first_sign: String,
    /// Numbers of the risks it is for.
    pub risks: Vec<u32>,
}

/// A question sheet that went out, or came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SheetEntry {
    /// The number that stands on it.
    pub id: u32,
    /// What is known of how it went out.
    pub sheet: SheetOrigin,
    /// Who has it, as typed.
    pub to: String,
    /// What came back on it, the earliest first.
    pub returns: Vec<ReturnEntry>,
}

/// What is known of how a question sheet went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SheetOrigin {
    /// It was handed to the browser.
    Saved(SavedEntry),
    /// It came back, of an earlier version of the page.
    Earlier,
    /// It came back, and is the whole questionnaire.
    Blank,
    /// It came back, and went out elsewhere.
    Elsewhere,
}

/// A question sheet that was handed to the browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SavedEntry {
    /// Whom it is for: the function or name that could know.
    pub who: String,
    /// As what it was saved.
    pub form: SheetForm,
    /// How many questions and tactics stand on it.
    pub rows: u32,
    /// When: `2027-01-31`.
    pub on: DateText,
    /// Whether somebody said that it is there.
    pub arrived: bool,
}

/// What came back on a question sheet, once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReturnEntry {
    /// When it was read: `2027-01-31`.
    pub on: DateText,
    /// How many rows it has.
    pub rows: u32,
    /// How many of them were taken over.
    pub taken: u32,
    /// How many would have changed something, and were left.
    pub left: u32,
    /// How many could not be taken.
    pub unreadable: u32,
}

/// A day, as `2027-01-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\d{4}-\d{2}-\d{2}$")))]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct DateText(Date);

impl TryFrom<String> for DateText {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Date::parse(&text).map(Self).ok_or("expected a day such as 2027-01-31")
    }
}

impl From<DateText> for String {
    fn from(date: DateText) -> Self {
        date.0.to_string()
    }
}

/// All of an assessment but its answers. A draft keeps it as one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Name of the assessment: 32 hexadecimal digits.
    pub id: String,
    /// Question bank: its id.
    pub catalogue: String,
    /// Question bank: its version.
    pub catalogue_version: String,
    /// What one assessment looks at; none until chosen.
    pub unit: Option<Unit>,
    /// Name of the company.
    pub company: String,
    /// Name of the product or service.
    pub product: String,
    /// Ids of the functions that answer.
    pub functions: Vec<String>,
    /// A function that the bank does not list.
    pub other_function: String,
    /// Name of the person who answers, if given.
    pub person: String,
    /// Ids of the modules chosen.
    pub modules: Vec<String>,
    /// Which questions are asked.
    pub form: Form,
    /// Scope facts that were answered.
    pub facts: Vec<FactRecord>,
    /// Tensions that were explained.
    pub dismissals: Vec<DismissalRecord>,
    /// Milliseconds since 1970-01-01T00:00Z.
    pub created: i64,
    /// Milliseconds since 1970-01-01T00:00Z.
    pub changed: i64,
    /// When it was last saved to a file. Milliseconds since 1970-01-01T00:00Z.
    pub saved_to_file: Option<i64>,
}

/// A scope fact and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FactRecord {
    /// Id of the fact.
    pub fact: String,
    /// Id of the value.
    pub value: String,
}

/// A tension and the reason for which it was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DismissalRecord {
    /// Id of the tension rule.
    pub tension: String,
    /// Why the answers do fit.
    pub because: String,
}

/// One answer with its question. A draft keeps each as one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerRecord {
    /// Id of the question.
    pub question: String,
    /// What was chosen.
    pub choice: Option<Choice>,
    /// The words of a reflection.
    pub words: String,
    /// States of tactics, sorted by id.
    pub tactics: Vec<TacticRecord>,
    /// Who could know, where it was typed.
    pub could_know: String,
    /// Why it does not apply.
    pub because: String,
    /// What is behind the answer.
    pub note: String,
    /// What could be looked at.
    pub evidence: Vec<EvidenceRecord>,
    /// How sure the person is.
    pub sureness: Option<Sureness>,
    /// Whether it stays out of everything made for sharing.
    pub confidential: bool,
    /// How far practice goes where it is not the same as where the gravest risk lies. Last, so that a
    /// record of a draft of version 2 reads as one of this version once nothing stands behind it.
    pub elsewhere: ElsewhereRecord,
}

/// A step above the one chosen that is true somewhere, or in part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ElsewhereRecord {
    /// The highest of them, 2 to 5.
    pub highest: Option<HigherStepNumber>,
    /// Where, or what is missing.
    pub place: String,
}

/// The state of one tactic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TacticRecord {
    /// Id of the tactic.
    pub tactic: String,
    /// Whether it is used.
    pub state: TacticState,
    /// Effect seen so far.
    pub effect: Option<Effect>,
    /// How the effect is known.
    pub known: Option<HowKnown>,
    /// Who could know.
    pub could_know: String,
    /// Why it does not fit.
    pub because: String,
}

/// Something that could be looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EvidenceRecord {
    /// What kind of thing it is.
    pub kind: EvidenceKind,
    /// What it is and where.
    pub place: String,
    /// Its date, as typed.
    pub as_of: String,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// A step of a ladder, 1 to 5.
    Step(StepNumber),
    /// Id of the value of a decision.
    Decision(String),
    /// "I don't know yet".
    NotKnown,
    /// "Doesn't apply, because".
    DoesNotApply,
}

/// A step, 1 to 5. A number outside is refused when it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("minimum" = 1, "maximum" = 5)))]
#[serde(try_from = "u8", into = "u8")]
pub struct StepNumber(Step);

impl TryFrom<u8> for StepNumber {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Step::from_number(number).map(Self).ok_or("expected a step from 1 to 5")
    }
}

impl From<StepNumber> for u8 {
    fn from(step: StepNumber) -> Self {
        step.0.number()
    }
}

/// A step above another one, 2 to 5. A number outside is refused when it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("minimum" = 2, "maximum" = 5)))]
#[serde(try_from = "u8", into = "u8")]
pub struct HigherStepNumber(HigherStep);

impl TryFrom<u8> for HigherStepNumber {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        let step = Step::from_number(number).and_then(HigherStep::new);
        step.map(Self).ok_or("expected a step from 2 to 5")
    }
}

impl From<HigherStepNumber> for u8 {
    fn from(step: HigherStepNumber) -> Self {
        step.0.step().number()
    }
}

/// Wire twins of plain enums: same names, and a conversion each way.
macro_rules! twins {
    ($($(#[$doc:meta])* $name:ident of $domain:path { $($(#[$variant_doc:meta])* $variant:ident),+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl From<$domain> for $name {
            fn from(value: $domain) -> Self {
                match value { $(<$domain>::$variant => Self::$variant,)+ }
            }
        }

        impl From<$name> for $domain {
            fn from(value: $name) -> Self {
                match value { $($name::$variant => Self::$variant,)+ }
            }
        }
    )+};
}

mod risks;

pub use risks::{RegisterRecord, RiskRecord};

twins! {
    /// What one assessment looks at.
    Unit of scope::Unit {
        /// The company as a whole.
        Company,
        /// One product or service.
        Product
    }
    /// Which questions are asked.
    Form of scope::Form {
        /// The questions that weigh most for people.
        Short,
        /// The whole bank.
        Complete
    }
    /// How sure a person is.
    Sureness of answer::Sureness {
        /// A guess.
        Guess,
        /// Have seen it.
        Seen,
        /// Have checked it.
        Checked
    }
    /// Kinds of evidence.
    EvidenceKind of answer::EvidenceKind {
        /// A policy, contract, guide or report.
        Document,
        /// Minutes, a ticket, a log of a decision.
        Decision,
        /// Figures, a log, a query.
        Data,
        /// Result of a test, an audit, an assessment.
        Test,
        /// What somebody said.
        Statement,
        /// Anything else.
        Other
    }
    /// Whether a tactic is used.
    TacticState of answer::TacticState {
        /// In use.
        Used,
        /// Planned.
        Planned,
        /// Not used.
        Unused,
        /// Don't know.
        Unknown,
        /// Does not fit this product.
        Unfit
    }
    /// Effect seen so far.
    Effect of answer::TacticEffect {
        /// Not known.
        Unknown,
        /// None seen.
        None,
        /// Some.
        Some,
        /// Clear.
        Clear
    }
    /// How soon an action is done.
    Priority of plan::Priority {
        /// Before all others.
        First,
        /// Then.
        Next,
        /// After that.
        Later
    }
    /// How far an action is.
    Status of plan::Status {
        /// Nothing has been done yet.
        NotStarted,
        /// It is being done.
        Started,
        /// It is done.
        Done,
        /// It will not be done.
        Dropped
    }
    /// How much of an effort an action is.
    Effort of plan::Effort {
        /// Days.
        Small,
        /// Weeks.
        Medium,
        /// Months, or money that somebody has to grant.
        Large
    }
    /// As what a question sheet was saved.
    SheetForm of record::SheetForm {
        /// To be filled in and read back.
        Workbook,
        /// To be written on and talked about.
        Document
    }
    /// How an effect is known.
    HowKnown of answer::HowKnown {
        /// An impression.
        Impression,
        /// The company's own data.
        Internal,
        /// Feedback from outside.
        Outside,
        /// Feedback of people affected.
        Affected,
        /// An independent review.
        Independent
    }
}

impl Save {
    /// The save file of an assessment.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Self {
        Self {
            format: super::FORMAT.to_owned(),
            version: super::VERSION,
            head: Head::of(assessment),
            answers: assessment
                .answers
                .iter()
                .map(|(id, answer)| AnswerRecord::of(id, answer))
                .collect(),
            plan: assessment.plan.actions().iter().map(ActionRecord::of).collect(),
            sheets: assessment.sheets.all().iter().map(SheetEntry::of).collect(),
            risks: RegisterRecord::of(&assessment.risks),
        }
    }

    /// The assessment in a save file.
    #[must_use]
    pub fn into_assessment(self) -> Assessment {
        let answers = self.answers.into_iter().map(AnswerRecord::into_answer).collect();
        let plan: Plan = self.plan.into_iter().map(ActionRecord::into_action).collect();
        let sheets: SheetRecords = self.sheets.into_iter().map(SheetEntry::into_record).collect();
        let whole = self.head.into_assessment(answers);
        let risks = self.risks.into_register().into();
        let mut whole = Assessment { plan: plan.into(), sheets: sheets.into(), risks, ..whole };
        whole.answer_by_register();
        whole
    }
}

impl Head {
    /// The head record of an assessment.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Self {
        let scope = &assessment.scope;
        Self {
            id: assessment.id.as_str().to_owned(),
            catalogue: (*assessment.catalogue.id).to_owned(),
            catalogue_version: (*assessment.catalogue.version).to_owned(),
            unit: scope.unit.map(Into::into),
            company: scope.company.clone(),
            product: scope.product.clone(),
            functions: scope.functions.iter().map(|id| id.as_str().to_owned()).collect(),
            other_function: scope.other_function.clone(),
            person: scope.person.clone(),
            modules: scope.modules.iter().map(|id| id.as_str().to_owned()).collect(),
            form: scope.form.into(),
            facts: scope
                .facts
                .iter()
                .map(|(fact, value)| FactRecord {
                    fact: fact.as_str().to_owned(),
                    value: value.as_str().to_owned(),
                })
                .collect(),
            dismissals: assessment
                .dismissals
                .iter()
                .map(|dismissal| DismissalRecord {
                    tension: dismissal.tension.as_str().to_owned(),
                    because: dismissal.because.clone(),
                })
                .collect(),
            created: assessment.created.0,
            changed: assessment.changed.0,
            saved_to_file: assessment.saved_to_file.map(|at| at.0),
        }
    }

    /// The assessment with this head and these answers.
    #[must_use]
    pub fn into_assessment(self, answers: Answers) -> Assessment {
        let mut scope = Scope {
            unit: self.unit.map(Into::into),
            company: self.company,
            product: self.product,
            functions: self.functions.iter().map(|id| id.as_str().into()).collect(),
            other_function: self.other_function,
            person: self.person,
            modules: self.modules.iter().map(|id| id.as_str().into()).collect(),
            form: self.form.into(),
            facts: Vec::new(),
        };
        for record in &self.facts {
            scope.set_fact(&record.fact.as_str().into(), &record.value.as_str().into());
        }
        let mut assessment = Assessment {
            id: AssessmentId::from(self.id.as_str()),
            catalogue: CatalogueVersion {
                id: self.catalogue.into(),
                version: self.catalogue_version.into(),
            },
            scope: Rc::new(scope),
            answers,
            dismissals: Vec::new(),
            plan: Rc::default(),
            sheets: Rc::default(),
            risks: Rc::default(),
            created: Timestamp(self.created),
            changed: Timestamp(self.changed),
            saved_to_file: self.saved_to_file.map(Timestamp),
        };
        for record in self.dismissals {
            assessment.set_dismissal(&record.tension.as_str().into(), Some(record.because));
        }
        assessment
    }
}

impl ActionRecord {
    /// The record of an action.
    #[must_use]
    pub fn of(action: &PlannedAction) -> Self {
        Self {
            id: action.id.0,
            what: action.what.clone(),
            question: action.reason.question().map(|question| question.as_str().to_owned()),
            kept: matches!(action.reason, Reason::Kept(_)),
            priority: action.priority.into(),
            owner: action.owner.clone(),
            due: action.due.map(DateText),
            status: action.status.into(),
            first_step: action.first_step.clone(),
            effort: action.effort.map(Into::into),
            needs: action.needs.clone(),
            first_sign: action.first_sign.clone(),
            risks: action.risks.iter().map(|risk| risk.0).collect(),
        }
    }

    /// The action of a record.
    #[must_use]
    pub fn into_action(self) -> PlannedAction {
        PlannedAction {
            id: ActionId(self.id),
            what: self.what,
            reason: match (self.question, self.kept) {
                (None, _) => Reason::Own,
                (Some(question), false) => Reason::Answer(question.as_str().into()),
                (Some(question), true) => Reason::Kept(question.as_str().into()),
            },
            priority: self.priority.into(),
            owner: self.owner,
            due: self.due.map(|date| date.0),
            status: self.status.into(),
            first_step: self.first_step,
            effort: self.effort.map(Into::into),
            needs: self.needs,
            first_sign: self.first_sign,
            risks: self.risks.into_iter().map(RiskId).collect(),
        }
    }
}

impl SheetEntry {
    /// The entry of a sheet that is on record.
    #[must_use]
    pub fn of(record: &SheetRecord) -> Self {
        Self {
            id: record.id.0,
            sheet: match &record.sheet {
                RecordedSheet::Saved(saved) => SheetOrigin::Saved(SavedEntry {
                    who: saved.who.clone(),
                    form: saved.form.into(),
                    rows: saved.rows,
                    on: DateText(saved.on),
                    arrived: saved.arrival == Arrival::Said,
                }),
                RecordedSheet::Stray(Stray::Earlier) => SheetOrigin::Earlier,
                RecordedSheet::Stray(Stray::Blank) => SheetOrigin::Blank,
                RecordedSheet::Stray(Stray::Elsewhere) => SheetOrigin::Elsewhere,
            },
            to: record.to.clone(),
            returns: record.returns.iter().map(ReturnEntry::of).collect(),
        }
    }

    /// The sheet of an entry.
    #[must_use]
    pub fn into_record(self) -> SheetRecord {
        SheetRecord {
            id: SheetId(self.id),
            sheet: match self.sheet {
                SheetOrigin::Saved(saved) => RecordedSheet::Saved(SavedSheet {
                    who: saved.who,
                    form: saved.form.into(),
                    rows: saved.rows,
                    on: saved.on.0,
                    arrival: if saved.arrived { Arrival::Said } else { Arrival::NotSaid },
                }),
                SheetOrigin::Earlier => RecordedSheet::Stray(Stray::Earlier),
                SheetOrigin::Blank => RecordedSheet::Stray(Stray::Blank),
                SheetOrigin::Elsewhere => RecordedSheet::Stray(Stray::Elsewhere),
            },
            to: self.to,
            returns: self.returns.into_iter().map(ReturnEntry::into_return).collect(),
        }
    }
}

impl ReturnEntry {
    fn of(found: &SheetReturn) -> Self {
        let SheetReturn { on, rows, taken, left, unreadable } = *found;
        Self { on: DateText(on), rows, taken, left, unreadable }
    }

    fn into_return(self) -> SheetReturn {
        let Self { on, rows, taken, left, unreadable } = self;
        SheetReturn { on: on.0, rows, taken, left, unreadable }
    }
}

impl AnswerRecord {
    /// The record of an answer.
    #[must_use]
    pub fn of(id: &QuestionId, answer: &answer::Answer) -> Self {
        Self {
            question: id.as_str().to_owned(),
            choice: answer.choice.as_ref().map(|choice| match choice {
                answer::Choice::Step(step) => Choice::Step(StepNumber(*step)),
                answer::Choice::Decision(value) => Choice::Decision(value.as_str().to_owned()),
                answer::Choice::NotKnown => Choice::NotKnown,
                answer::Choice::DoesNotApply => Choice::DoesNotApply,
            }),
            words: answer.words.clone(),
            tactics: answer
                .tactics
                .iter()
                .map(|(id, tactic)| TacticRecord {
                    tactic: id.as_str().to_owned(),
                    state: tactic.state.into(),
                    effect: tactic.effect.map(Into::into),
                    known: tactic.known.map(Into::into),
                    could_know: tactic.could_know.clone(),
                    because: tactic.because.clone(),
                })
                .collect(),
            could_know: answer.could_know.clone(),
            because: answer.because.clone(),
            note: answer.note.clone(),
            evidence: answer.evidence.iter().map(EvidenceRecord::of).collect(),
            sureness: answer.sureness.map(Into::into),
            confidential: answer.is_confidential(),
            elsewhere: ElsewhereRecord::of(&answer.elsewhere),
        }
    }

    /// The question and answer of a record.
    #[must_use]
    pub fn into_answer(self) -> (QuestionId, answer::Answer) {
        let mut answer = answer::Answer {
            choice: self.choice.map(|choice| match choice {
                Choice::Step(StepNumber(step)) => answer::Choice::Step(step),
                Choice::Decision(value) => answer::Choice::Decision(value.as_str().into()),
                Choice::NotKnown => answer::Choice::NotKnown,
                Choice::DoesNotApply => answer::Choice::DoesNotApply,
            }),
            words: self.words,
            tactics: Vec::new(),
            could_know: self.could_know,
            because: self.because,
            note: self.note,
            evidence: self.evidence.into_iter().map(EvidenceRecord::into_evidence).collect(),
            sureness: self.sureness.map(Into::into),
            confidentiality: if self.confidential {
                Confidentiality::Confidential
            } else {
                Confidentiality::Open
            },
            elsewhere: self.elsewhere.into_elsewhere(),
        };
        for record in self.tactics {
            answer.set_tactic(
                &record.tactic.as_str().into(),
                Some(TacticAnswer {
                    state: record.state.into(),
                    effect: record.effect.map(Into::into),
                    known: record.known.map(Into::into),
                    could_know: record.could_know,
                    because: record.because,
                }),
            );
        }
        (self.question.as_str().into(), answer)
    }
}

impl EvidenceRecord {
    /// The record of something that could be looked at.
    #[must_use]
    pub fn of(evidence: &answer::Evidence) -> Self {
        let answer::Evidence { kind, place, as_of } = evidence;
        Self { kind: (*kind).into(), place: place.clone(), as_of: as_of.clone() }
    }

    /// What could be looked at.
    #[must_use]
    pub fn into_evidence(self) -> answer::Evidence {
        answer::Evidence { kind: self.kind.into(), place: self.place, as_of: self.as_of }
    }
}

impl ElsewhereRecord {
    /// The record of what was said of a higher step.
    #[must_use]
    pub fn of(elsewhere: &Elsewhere) -> Self {
        let Elsewhere { highest, place } = elsewhere;
        Self { highest: highest.map(HigherStepNumber), place: place.clone() }
    }

    /// What was said of a higher step.
    #[must_use]
    pub fn into_elsewhere(self) -> Elsewhere {
        Elsewhere { highest: self.highest.map(|step| step.0), place: self.place }
    }
}
