//! Questions as earlier versions of the bank asked them, and what became of each. Answers that were
//! given to them are carried over by these rules: nothing is dropped, nothing counts as answered that
//! nobody answered, and each can be looked at beside what is asked today.
//!
//! What was said to a question that is asked no more stays in the assessment under its old id. What
//! was said to an earlier wording of one that is asked today is kept as well, under an id of its own
//! ([`Earlier::kept_as`]), until the person says that it still holds. So both are answers like all
//! others: saved, kept and undone as those are, by builds that know these rules and by those that
//! don't.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::answer::{Answer, TacticAnswer};
use crate::assessment::{Answers, Assessment};
use crate::catalogue::Catalogue;
use crate::count::count;
use crate::id::QuestionId;
use crate::plan::{Plan, Reason};
use crate::questions::Question;

/// A question as an earlier version of the bank asked it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// Its id there.
    pub id: QuestionId,
    /// The first version that asks it so no more.
    pub since: Rc<str>,
    /// What became of it.
    pub became: Became,
    /// What was asked.
    pub prompt: Rc<str>,
    /// What could be answered: the number of a step, or the id of a value or a tactic, with its words. Of
    /// tactics, those that had other words.
    pub offered: Vec<(Rc<str>, Rc<str>)>,
}

/// What became of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Became {
    /// The same question under another id: the answer is that one's.
    Renamed(QuestionId),
    /// Several questions. The old answer is shown beside each.
    Split {
        /// All of them.
        into: Vec<QuestionId>,
        /// Those to which it is the answer as it stands.
        holds: Vec<QuestionId>,
    },
    /// It is asked no more, and why.
    Retired(Rc<str>),
    /// It is asked in other words.
    Reworded,
}

/// An answer that was given to a question of an earlier version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept<'a> {
    /// The question.
    pub earlier: &'a Earlier,
    /// The answer.
    pub answer: &'a Answer,
}

/// What the bank of this page does not have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unknown {
    /// Answers to questions.
    pub answers: u32,
    /// What was said about tactics, values, facts, functions and modules.
    pub others: u32,
}

/// The numbers of a version of a bank, first the one that weighs most. None where it is no version.
#[must_use]
pub fn numbers(version: &str) -> Option<[u32; 3]> {
    let mut parts = version.split('.');
    let mut next = || parts.next()?.parse().ok();
    let numbers = [next()?, next()?, next()?];
    parts.next().is_none().then_some(numbers)
}

/// Whether one version of a bank comes after another. Of what is no version, nobody can say so.
#[must_use]
pub fn is_newer(one: &str, other: &str) -> bool {
    comes_after(numbers(one), numbers(other))
}

/// The same of the numbers of both.
#[must_use]
pub fn comes_after(one: Option<[u32; 3]>, other: Option<[u32; 3]>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one > other)
}

impl Earlier {
    /// Under which id an answer to it is kept.
    #[must_use]
    pub fn kept_as(&self) -> QuestionId {
        match self.became {
            Became::Reworded => self.id.before(&self.since),
            Became::Renamed(_) | Became::Split { .. } | Became::Retired(_) => self.id.clone(),
        }
    }

    /// Of an answer, what was said about tactics that had other words. A rule names those and no others:
    /// one that reads as before asks for no second look.
    fn concerned(&self, mut answer: Answer) -> Answer {
        if !self.offered.is_empty() {
            answer.tactics.retain(|(id, _)| self.offered(id.as_str()).is_some());
        }
        answer
    }

    /// The words of what could be answered.
    #[must_use]
    pub fn offered(&self, name: &str) -> Option<&Rc<str>> {
        self.offered.iter().find(|(found, _)| **found == *name).map(|(_, words)| words)
    }
}

/// Carries the answers of an assessment that was made with an earlier version of the bank over to the
/// present one, and gives the questions that had an answer and became something else. When it was
/// changed stays as it was, since nobody changed it. One of this version, or of a newer one, stays as
/// it is.
#[must_use]
pub fn carry_over(
    earlier: &[Earlier],
    catalogue: &Catalogue,
    assessment: &mut Assessment,
) -> Vec<Earlier> {
    let from = assessment.catalogue.version.clone();
    if !is_newer(&catalogue.version, &from) {
        return Vec::new();
    }
    let due = earlier.iter().filter(|earlier| is_newer(&earlier.since, &from));
    let carried = due.filter(|due| carry(due, assessment)).cloned().collect();
    assessment.catalogue.version = catalogue.version.clone();
    carried
}

/// Carries over the answer to one question; whether there was one.
fn carry(earlier: &Earlier, assessment: &mut Assessment) -> bool {
    let answers = &mut assessment.answers;
    let Some(answer) = answers.get(&earlier.id).cloned() else { return false };
    match &earlier.became {
        Became::Renamed(to) => {
            // An answer is never put in the place of another one.
            if answers.get(to).is_none() {
                answers.set(to, Some(answer));
                answers.set(&earlier.id, None);
            }
            rename_in_plan(&mut assessment.plan, &earlier.id, to);
        }
        Became::Split { holds, .. } => {
            for to in holds {
                if answers.get(to).is_none() {
                    answers.set(to, Some(answer.clone()));
                }
            }
        }
        Became::Retired(_) => {}
        Became::Reworded => {
            let chosen = earlier.concerned(chosen(&answer));
            let waits = answers.iter().any(|(id, kept)| {
                id.is_earlier_wording() && id.question() == earlier.id && is_same(kept, &answer)
            });
            // What was said to wording before that waits already.
            if chosen.is_blank() || waits {
                return false;
            }
            answers.set(&earlier.kept_as(), Some(chosen.into()));
        }
    }
    true
}

fn rename_in_plan(plan: &mut Rc<Plan>, from: &QuestionId, to: &QuestionId) {
    if !plan.actions().iter().any(|action| action.reason.question() == Some(from)) {
        return;
    }
    let actions = plan.actions().iter().cloned().map(|mut action| {
        action.reason = match action.reason {
            Reason::Answer(question) if question == *from => Reason::Answer(to.clone()),
            Reason::Kept(question) if question == *from => Reason::Kept(to.clone()),
            reason => reason,
        };
        action
    });
    *plan = Rc::new(actions.collect());
}

/// What was chosen or written as an answer, without what stands beside it. What was said of a higher
/// step stands beside it, as a note does: to change that says nothing of whether the step chosen still
/// holds in the words of today. It stays with the answer, wherever that is carried.
fn chosen(answer: &Answer) -> Answer {
    let state = |(id, tactic): &(_, TacticAnswer)| {
        let TacticAnswer { state, effect, known, .. } = *tactic;
        (Clone::clone(id), TacticAnswer { effect, known, ..TacticAnswer::new(state) })
    };
    Answer {
        choice: answer.choice.clone(),
        words: answer.words.clone(),
        tactics: answer.tactics.iter().map(state).collect(),
        ..Answer::default()
    }
}

/// Whether an answer is still what was said to an earlier wording. Of tactics, those count of which that
/// holds something.
pub(crate) fn is_same(kept: &Answer, answer: &Answer) -> bool {
    let mut answer = chosen(answer);
    answer.tactics.retain(|(id, _)| kept.tactic(id).is_some());
    chosen(kept) == answer
}

/// The answers to questions of earlier versions that an assessment holds, in the order of the rules. An
/// answer to an earlier wording is one of them as long as it stands there unchanged.
pub fn kept<'a>(earlier: &'a [Earlier], answers: &'a Answers) -> impl Iterator<Item = Kept<'a>> {
    earlier.iter().filter_map(move |one| {
        let answer = &**answers.get(&one.kept_as())?;
        let stands = match one.became {
            Became::Reworded => is_same(answer, answers.get(&today(earlier, &one.id).0)?),
            Became::Renamed(_) | Became::Split { .. } | Became::Retired(_) => true,
        };
        stands.then_some(Kept { earlier: one, answer })
    })
}

/// Under which id a question is asked today, and what became of it where it is asked no more. Rules of
/// earlier versions stand before those of later ones.
#[must_use]
pub fn today<'a>(
    earlier: &'a [Earlier],
    question: &QuestionId,
) -> (QuestionId, Option<&'a Became>) {
    let start = (question.clone(), None);
    earlier.iter().filter(|rule| rule.became != Became::Reworded).fold(start, |(id, was), rule| {
        match &rule.became {
            _ if rule.id != id => (id, was),
            Became::Renamed(to) => (to.clone(), None),
            became => (id, Some(became)),
        }
    })
}

/// What was answered to a question of today when it had other words, or was part of another one and is
/// not answered yet.
pub fn beside<'a>(
    earlier: &'a [Earlier],
    answers: &'a Answers,
    question: &'a QuestionId,
) -> impl Iterator<Item = Kept<'a>> {
    kept(earlier, answers).filter(move |kept| match &kept.earlier.became {
        Became::Reworded => today(earlier, &kept.earlier.id).0 == *question,
        Became::Split { into, .. } => into.contains(question) && answers.get(question).is_none(),
        Became::Renamed(_) | Became::Retired(_) => false,
    })
}

/// Whether the answer to a question was given when that had other words, and nobody has said since
/// that it still holds.
#[must_use]
pub fn is_of_earlier_wording(
    earlier: &[Earlier],
    answers: &Answers,
    question: &QuestionId,
) -> bool {
    beside(earlier, answers, question).any(|kept| kept.earlier.became == Became::Reworded)
}

/// What an assessment holds that neither the bank nor its rules know. All of it is kept.
#[must_use]
pub fn unknown(earlier: &[Earlier], catalogue: &Catalogue, assessment: &Assessment) -> Unknown {
    let mut unknown = Unknown::default();
    for (id, answer) in assessment.answers.iter() {
        match catalogue.question(id) {
            None if id.is_earlier_wording() => {}
            None if earlier.iter().any(|earlier| earlier.id == *id) => {}
            None => unknown.answers += 1,
            Some(question) => unknown.others += strange_in(question, answer),
        }
    }
    let scope = &assessment.scope;
    let has_fact = |(fact, value): &&(_, _)| {
        let found = catalogue.facts.iter().find(|found| found.id == *fact);
        found.is_some_and(|found| found.values.iter().any(|found| found.id == *value))
    };
    let functions = &catalogue.functions;
    let strange = [
        scope.facts.iter().filter(|fact| !has_fact(fact)).count(),
        scope.functions.iter().filter(|id| !functions.iter().any(|of| of.id == **id)).count(),
        scope.modules.iter().filter(|id| !catalogue.modules.iter().any(|of| of.id == **id)).count(),
    ];
    unknown.others += strange.into_iter().map(count).sum::<u32>();
    unknown
}

/// How much of an answer names what its question does not have.
fn strange_in(question: &Question, answer: &Answer) -> u32 {
    let tactics = answer.tactics.iter().filter(|(id, _)| {
        let matrix = question.matrix();
        matrix.is_none_or(|matrix| matrix.tactics().all(|tactic| tactic.id != *id))
    });
    let value = answer.value().filter(|id| {
        let decision = question.decision();
        decision.is_none_or(|decision| decision.value(id).is_none())
    });
    count(tactics.count() + value.iter().count())
}
