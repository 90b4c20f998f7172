//! Gaps, in the order of what they may mean for people. Where risks are listed: what helps people whom a gravest or
//! severe one has harmed before all else; then by the highest band that a gap touches, in it those of harm that
//! was done, and what touches no risk after all that does. Then, and
//! where none is listed: what scope facts touch first, then by weight; within the same level what is aimed
//! at the risk, then those that others wait for, then what is not known, then the lower step, then the
//! order of the bank. No arithmetic.

use std::cmp::Reverse;
use std::rc::Rc;

use super::reading::{CouldKnow, Reading, who_could_know};
use super::touches::Touched;
use super::{Context, touches};
use crate::answer::Answer;
use crate::elsewhere::{Higher, proposed};
use crate::id::{FactId, ValueId};
use crate::questions::{Question, Step, Weight};
use crate::rules::Sentences;
use crate::sorted::sorted_by;

/// Something that is not in place, or not known where it weighs for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The question it rests on.
    pub question: Rc<Question>,
    /// Where the answer stands.
    pub standing: Standing,
    /// Weight for people once scope facts are looked at.
    pub level: Level,
    /// What is missing, as a sentence.
    pub sentence: Rc<str>,
    /// Why it stands here: the reason of its group.
    pub reason: Option<Rc<str>>,
    /// Answered questions that wait for it.
    pub waits: Vec<Waiting>,
    /// Scope facts that moved it up.
    pub raised_by: Vec<(FactId, ValueId)>,
    /// Who could know, where it is not known.
    pub could_know: Option<CouldKnow>,
    /// How far practice goes elsewhere or in part. It lifts no gap.
    pub higher: Option<Higher>,
    /// A next action.
    pub next: Option<Rc<str>>,
    /// The risks that it touches, gravest first.
    pub touches: Vec<Touched>,
}

/// Where the answer behind a gap stands. What is not known sorts before the lowest step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// "I don't know yet".
    NotKnown,
    /// A value of a decision that is a gap.
    Decision,
    /// A low step.
    Step(Step),
}

/// Weight for people once scope facts are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// P1.
    One,
    /// P2, or a P1 that a fact moves up.
    Two,
    /// P3, or a P2 that a fact moves up.
    Three,
    /// A P3 that a fact touches: first among P3.
    Foremost,
}

/// A question that waits until a gap is closed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The question that waits.
    pub question: Rc<Question>,
    /// Why.
    pub because: Rc<str>,
}

impl Level {
    fn of(weight: Weight, raised: bool) -> Self {
        match (weight, raised) {
            (Weight::P1, false) => Self::One,
            (Weight::P1, true) | (Weight::P2, false) => Self::Two,
            (Weight::P2, true) | (Weight::P3, false) => Self::Three,
            (Weight::P3, true) => Self::Foremost,
        }
    }
}

pub(super) fn of(context: Context<'_>) -> Vec<Gap> {
    let gaps = context.questions().filter_map(|(question, answer)| gap(context, question, answer?));
    let placed = gaps.map(|gap| {
        let (nearness, aim) = touches::nearest(context, &gap.question.id, &gap.touches);
        let place = context.place(&gap.question.id);
        ((nearness, Reverse(gap.level), aim, gap.waits.is_empty(), gap.standing, place), gap)
    });
    sorted_by(placed, |(one, _), (other, _)| one.cmp(other))
        .into_iter()
        .map(|(_, gap)| gap)
        .collect()
}

fn gap(context: Context<'_>, question: &Rc<Question>, answer: &Answer) -> Option<Gap> {
    let sentences = context.bank.rules.sentences(&question.id);
    let raised_by = raised_by(context, question);
    let level = Level::of(question.weight, !raised_by.is_empty());
    let reading = Reading::of(question, Some(answer));
    let (standing, sentence) = missing(reading, sentences, level)?;
    let could_know = match standing {
        Standing::NotKnown => Some(who_could_know(&answer.could_know, question)),
        Standing::Decision | Standing::Step(_) => None,
    };
    let higher = reading.higher(Some(answer));
    let next = proposed(&context.bank.texts, higher.as_ref(), context.proposal(question));
    Some(Gap {
        question: question.clone(),
        standing,
        level,
        sentence: sentence.unwrap_or_else(|| question.prompt.clone()),
        reason: context.bank.rules.group(&question.group).map(|group| group.reason.clone()),
        waits: waits(context, question),
        raised_by,
        could_know,
        higher,
        next,
        touches: touches::of(context, &question.id),
    })
}

/// Whether the answer is a gap, and the sentence that says so.
fn missing(
    reading: Reading<'_>,
    sentences: Option<&Sentences>,
    level: Level,
) -> Option<(Standing, Option<Rc<str>>)> {
    if let Some(step) = reading.step() {
        let low = sentences.and_then(|found| found.low.clone());
        return (step <= Step::Two).then_some((Standing::Step(step), low));
    }
    if let Some(value) = reading.value() {
        let (_, sentence) = sentences?.gaps.iter().find(|(id, _)| id == value)?;
        return Some((Standing::Decision, Some(sentence.clone())));
    }
    (reading == Reading::NotKnown && level >= Level::Two)
        .then(|| (Standing::NotKnown, sentences.map(|found| found.unknown.clone())))
}

/// The scope facts that move a question up.
fn raised_by(context: Context<'_>, question: &Question) -> Vec<(FactId, ValueId)> {
    context
        .bank
        .rules
        .raises
        .iter()
        .filter(|raise| raise.questions.contains(&question.id))
        .map(|raise| (raise, context.fact(&raise.fact)))
        .filter(|(raise, value)| raise.values.contains(value))
        .map(|(raise, value)| (raise.fact.clone(), value))
        .collect()
}

/// The answered questions that wait until this one is closed. What has no answer waits for nothing
/// yet, so that a finding never names a question that was left open.
fn waits(context: Context<'_>, question: &Question) -> Vec<Waiting> {
    let mut waits: Vec<Waiting> = Vec::new();
    for before in context.bank.rules.before.iter().filter(|rule| rule.first.contains(&question.id))
    {
        for then in &before.then {
            let Some(reading) = context.reading(then) else { continue };
            let waiting = match (reading, before.from_step) {
                (Reading::Open | Reading::Partly | Reading::DoesNotApply, _) => false,
                (reading, Some(from)) => reading.step().is_some_and(|step| step >= from),
                (_, None) => true,
            };
            let named = waits.iter().any(|waiting| waiting.question.id == *then);
            if let (true, false, Some(then)) = (waiting, named, context.question(then)) {
                waits.push(Waiting { question: then.clone(), because: before.because.clone() });
            }
        }
    }
    waits
}
