//! What findings are made from: the sentences, groups, order, and tension rules of the bank. Read
//! in the worker alone.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::id::{FactId, GroupId, QuestionId, TacticId, TensionId, ValueId};
use crate::questions::{Step, Weight};

/// All rules of the bank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// Sentences by question, sorted by id.
    pub sentences: Vec<(QuestionId, Sentences)>,
    /// Groups of gaps, in their order.
    pub groups: Vec<Group>,
    /// What comes before what.
    pub before: Vec<Before>,
    /// Scope facts that move questions up.
    pub raises: Vec<Raise>,
    /// Tension rules, in their order.
    pub tensions: Vec<Tension>,
}

/// What findings say about one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentences {
    /// For step 1 or 2 of a ladder.
    pub low: Option<Rc<str>>,
    /// For step 4 or 5 of a ladder.
    pub strength: Option<Rc<str>>,
    /// For "don't know yet".
    pub unknown: Rc<str>,
    /// Label under which words are quoted (reflections, matrices).
    pub open_words: Option<Rc<str>>,
    /// How a value of a decision reads in a report.
    pub readings: Vec<(ValueId, Rc<str>)>,
    /// Values of a decision that are a gap, with the sentence that says so.
    pub gaps: Vec<(ValueId, Rc<str>)>,
    /// A next action that fits the low steps, and not known.
    pub next: Rc<str>,
    /// What those who lead have to decide where the step is low or not known: a clause that begins with
    /// “Whether” and has no full stop.
    pub decision: Rc<str>,
}

/// Questions whose gaps share a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Stable name.
    pub id: GroupId,
    /// Name as shown.
    pub name: Rc<str>,
    /// Why its gaps matter for people.
    pub reason: Rc<str>,
}

/// A dependency: close `first` before `then`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// Close these first.
    pub first: Vec<QuestionId>,
    /// They are before these.
    pub then: Vec<QuestionId>,
    /// Only once `then` stands at this step or above; none: at any step.
    pub from_step: Option<Step>,
    /// Why.
    pub because: Rc<str>,
}

/// A scope fact that moves questions one level up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raise {
    /// The fact.
    pub fact: FactId,
    /// With which values. A fact left open counts as `unknown`.
    pub values: Vec<ValueId>,
    /// The questions it moves up.
    pub questions: Vec<QuestionId>,
}

/// Two or more answers that do not fit together yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tension {
    /// Stable name.
    pub id: TensionId,
    /// When it fires.
    pub when: Condition,
    /// Neutral title.
    pub title: Rc<str>,
    /// Why it matters for people.
    pub why: Rc<str>,
    /// The question to ask next.
    pub ask: Rc<str>,
}

/// A condition on answers (catalogue, part iv, "Notation"). An atom whose question was not asked,
/// or is not answered with its kind's own answer, is false.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// The step compares so.
    StepIs(QuestionId, Comparison, Step),
    /// The decision has this value.
    DecisionIs(QuestionId, ValueId),
    /// The scope fact has this value; one left open counts as `unknown`.
    FactIs(FactId, ValueId),
    /// The tactic of this matrix is in this state (`used`, `planned`, `unused`, `unknown`, `unfit`).
    TacticIs(QuestionId, TacticId, StateName),
    /// The question was answered "doesn't apply, because".
    DoesNotApply(QuestionId),
    /// In this matrix at least five tactics are in use, and of more than half of them the effect is
    /// not known.
    EffectUnknown(QuestionId),
    /// A ladder of this weight at step 4 or 5 was said to be checked, with nothing to show for it.
    /// Fires once per such question.
    SureWithoutProof(Weight),
    /// At least so many risks are listed.
    RisksAtLeast(u8),
    /// This holds of some risk.
    SomeRisk(RiskCondition),
    /// This holds of every risk, and there is one.
    EachRisk(RiskCondition),
}

/// A condition on one risk of the register. Where the field that it looks at is empty or not known yet, it
/// does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RiskCondition {
    /// All hold.
    All(Vec<RiskCondition>),
    /// At least one holds.
    Any(Vec<RiskCondition>),
    /// Whether it has happened was answered so.
    StatusIs(Rc<str>),
    /// It stands in this band. One that is not rated counts as 4, 4, 4.
    BandIs(Rc<str>),
    /// Whether those who are hurt use the product was answered so.
    UsersAre(Rc<str>),
    /// It hits no rights but some of these.
    RightsWithin(Vec<u8>),
    /// The party with this letter is not among those who do it.
    WhoWithout(char),
    /// Something of it is lower after measures, and nobody has tested any of that.
    FallsAssumed,
    /// Nothing is in use against it in any phase from where it starts on, and each tactic there is answered.
    NothingStands,
    /// No action for it has an owner and a date.
    Unowned,
}

/// How a step compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparison {
    /// At least.
    AtLeast,
    /// At most.
    AtMost,
    /// Exactly.
    Equal,
}

/// A state of a tactic as rules name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StateName {
    /// In use.
    Used,
    /// Planned.
    Planned,
    /// Not used.
    Unused,
    /// Don't know.
    Unknown,
    /// Does not fit.
    Unfit,
}

impl Rules {
    /// The sentences of a question.
    #[must_use]
    pub fn sentences(&self, id: &QuestionId) -> Option<&Sentences> {
        let at = self.sentences.binary_search_by(|(found, _)| found.cmp(id)).ok()?;
        self.sentences.get(at).map(|(_, sentences)| sentences)
    }

    /// The group with this id.
    #[must_use]
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }
}
