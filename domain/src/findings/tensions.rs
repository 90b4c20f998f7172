//! Answers that do not fit each other yet (catalogue, part iv).
//!
//! An atom whose question is not asked, or not answered with its kind's own answer, is false, so
//! that a rule never rests on what nobody said.

mod risks;

use std::rc::Rc;

pub use risks::{On, RiskGround};

use super::Context;
use super::reading::{Reading, stated_tactics};
use crate::answer::{Sureness, TacticEffect, TacticState};
use crate::id::{FactId, QuestionId, TensionId, ValueId};
use crate::questions::{Question, Step, Tactic, Weight};
use crate::rules::{Comparison, Condition, StateName, Tension};

/// A tension that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundTension {
    /// The rule; one that fires once per question, with the question behind a colon.
    pub tension: TensionId,
    /// Neutral title.
    pub title: Rc<str>,
    /// Why it matters for people.
    pub why: Rc<str>,
    /// The question to ask next.
    pub ask: Rc<str>,
    /// What it rests on, in the order of the rule.
    pub grounds: Vec<Ground>,
    /// Why it was set aside, if it was.
    pub because: Option<String>,
}

/// One thing that a tension rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The answer to a question.
    Answer(Rc<Question>),
    /// What was said about one tactic of a matrix.
    Tactic(Rc<Question>, Tactic),
    /// A scope fact and its value.
    Fact(FactId, ValueId),
    /// A risk of the register.
    Risk(RiskGround),
}

pub(super) fn of(context: Context<'_>) -> Vec<FoundTension> {
    let mut found = Vec::new();
    for rule in &context.bank.rules.tensions {
        if let Condition::SureWithoutProof(weight) = rule.when {
            for ground in sure_without_proof(context, weight) {
                let id = name(rule, &ground);
                found.push(tension(context, rule, id, vec![ground]));
            }
        } else if let Some(grounds) = holds(context, &rule.when) {
            found.push(tension(context, rule, rule.id.clone(), without_repeats(grounds)));
        }
    }
    found
}

/// A rule that fires once per question has a name for each, so that setting one aside leaves the
/// others.
fn name(rule: &Tension, ground: &Ground) -> TensionId {
    match ground {
        Ground::Answer(question) => format!("{}:{}", rule.id, question.id).as_str().into(),
        Ground::Tactic(..) | Ground::Fact(..) | Ground::Risk(..) => rule.id.clone(),
    }
}

fn tension(
    context: Context<'_>,
    rule: &Tension,
    id: TensionId,
    grounds: Vec<Ground>,
) -> FoundTension {
    FoundTension {
        because: context.assessment.dismissal(&id).map(|dismissal| dismissal.because.clone()),
        tension: id,
        title: rule.title.clone(),
        why: rule.why.clone(),
        ask: rule.ask.clone(),
        grounds,
    }
}

/// What a condition rests on, if it holds.
fn holds(context: Context<'_>, condition: &Condition) -> Option<Vec<Ground>> {
    match condition {
        Condition::All(conditions) => {
            let mut grounds = Vec::new();
            for condition in conditions {
                grounds.extend(holds(context, condition)?);
            }
            Some(grounds)
        }
        Condition::Any(conditions) => {
            let holding: Vec<_> =
                conditions.iter().filter_map(|condition| holds(context, condition)).collect();
            (!holding.is_empty()).then(|| holding.into_iter().flatten().collect())
        }
        Condition::StepIs(id, comparison, wanted) => answer_if(context, id, |reading| {
            reading.step().is_some_and(|step| compares(step, *comparison, *wanted))
        }),
        Condition::DecisionIs(id, wanted) => {
            answer_if(context, id, |reading| reading.value() == Some(wanted))
        }
        Condition::DoesNotApply(id) => {
            answer_if(context, id, |reading| reading == Reading::DoesNotApply)
        }
        Condition::FactIs(fact, wanted) => (context.fact(fact) == *wanted)
            .then(|| vec![Ground::Fact(fact.clone(), wanted.clone())]),
        Condition::TacticIs(id, tactic, wanted) => {
            let question = context.question(id)?;
            let stated = stated_tactics(question, context.answer(id))
                .into_iter()
                .find(|stated| stated.tactic.id == *tactic)?;
            (state_name(stated.answer.state) == *wanted)
                .then(|| vec![Ground::Tactic(question.clone(), stated.tactic.clone())])
        }
        Condition::EffectUnknown(id) => {
            let question = context.question(id)?;
            effect_unknown(context, question).then(|| vec![Ground::Answer(question.clone())])
        }
        Condition::SureWithoutProof(weight) => {
            let sure = sure_without_proof(context, *weight);
            (!sure.is_empty()).then_some(sure)
        }
        Condition::RisksAtLeast(number) => {
            (context.risks.len() >= usize::from(*number)).then(Vec::new)
        }
        Condition::SomeRisk(condition) => {
            Some(risks::holding(context, condition)).filter(|holding| !holding.is_empty())
        }
        Condition::EachRisk(condition) => risks::all(context, condition),
    }
}

fn answer_if(
    context: Context<'_>,
    id: &QuestionId,
    fits: impl Fn(Reading<'_>) -> bool,
) -> Option<Vec<Ground>> {
    let question = context.question(id)?;
    fits(Reading::of(question, context.answer(id))).then(|| vec![Ground::Answer(question.clone())])
}

fn compares(step: Step, comparison: Comparison, wanted: Step) -> bool {
    match comparison {
        Comparison::AtLeast => step >= wanted,
        Comparison::AtMost => step <= wanted,
        Comparison::Equal => step == wanted,
    }
}

fn state_name(state: TacticState) -> StateName {
    match state {
        TacticState::Used => StateName::Used,
        TacticState::Planned => StateName::Planned,
        TacticState::Unused => StateName::Unused,
        TacticState::Unknown => StateName::Unknown,
        TacticState::Unfit => StateName::Unfit,
    }
}

/// At least five tactics are in use, and of more than half of them the effect is not known.
fn effect_unknown(context: Context<'_>, question: &Question) -> bool {
    let stated = stated_tactics(question, context.answer(&question.id));
    let used = stated.iter().filter(|found| found.answer.state == TacticState::Used);
    let (mut in_use, mut unknown) = (0_usize, 0_usize);
    for found in used {
        in_use += 1;
        if found.answer.effect == Some(TacticEffect::Unknown) {
            unknown += 1;
        }
    }
    in_use >= 5 && 2 * unknown > in_use
}

/// Ladders of this weight at step 4 or 5 that were said to be checked, with nothing to show for it.
fn sure_without_proof(context: Context<'_>, weight: Weight) -> Vec<Ground> {
    context
        .questions()
        .filter(|(question, answer)| {
            question.weight == weight
                && question.ladder().is_some()
                && Reading::of(question, *answer).step().is_some_and(|step| step >= Step::Four)
                && answer.is_some_and(|answer| {
                    answer.sureness == Some(Sureness::Checked) && !answer.has_evidence()
                })
        })
        .map(|(question, _)| Ground::Answer(question.clone()))
        .collect()
}

fn without_repeats(grounds: Vec<Ground>) -> Vec<Ground> {
    let mut single: Vec<Ground> = Vec::new();
    for ground in grounds {
        if !single.contains(&ground) {
            single.push(ground);
        }
    }
    single
}
