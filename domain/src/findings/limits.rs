//! What the findings do not rest on: what does not apply, what is open, and what was not asked.

use std::rc::Rc;

use super::Context;
use super::reading::{Reading, stated_tactics};
use crate::answer::Answer;
use crate::count::count;
use crate::id::Code;
use crate::questions::{Phase, Question, Square, Tactic, TacticGroup};
use crate::scope::Form;

/// A question that does not apply. Never counted as done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotApplying {
    /// The question.
    pub question: Rc<Question>,
    /// The reason that was given.
    pub because: String,
}

/// A question, or one phase of a matrix, without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The question.
    pub question: Rc<Question>,
    /// Code and name of the phase, where the matrix has a square for each.
    pub phase: Option<(Option<Code>, Rc<str>)>,
}

/// A matrix, or one phase of it, in which some tactics have a state and others have none yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partly {
    /// Where.
    pub at: Open,
    /// How many tactics have a state.
    pub stated: u32,
    /// How many are asked.
    pub asked: u32,
}

/// What the short form leaves out of one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAsked {
    /// Code of the section.
    pub code: Code,
    /// Name of the section.
    pub name: Rc<str>,
    /// Questions that were not asked.
    pub questions: Vec<Rc<Question>>,
    /// Tactics that were not shown, of matrices that were asked.
    pub tactics: Vec<Tactic>,
}

pub(super) fn does_not_apply(context: Context<'_>) -> Vec<NotApplying> {
    context
        .questions()
        .filter(|(question, answer)| Reading::of(question, *answer) == Reading::DoesNotApply)
        .filter_map(|(question, answer)| {
            let because = answer?.because.trim().to_owned();
            Some(NotApplying { question: question.clone(), because })
        })
        .collect()
}

/// What has no answer, and what is answered in part: the same squares as [`crate::progress::Progress`]
/// counts.
pub(super) fn waiting(context: Context<'_>) -> (Vec<Open>, Vec<Partly>) {
    let (mut open, mut partly) = (Vec::new(), Vec::new());
    for (question, answer) in context.questions() {
        let phases = question.phases(answer);
        for (at, square) in question.squares(answer).into_iter().enumerate() {
            let phase: Option<&Phase<'_>> = phases.get(at);
            let named = |phase: &Phase<'_>| (phase.code.cloned(), phase.name.clone());
            let at = Open { question: question.clone(), phase: phase.map(named) };
            match square {
                Square::Open => open.push(at),
                Square::Partly => {
                    let (stated, asked) = stated_of(question, answer, phase);
                    partly.push(Partly { at, stated, asked });
                }
                Square::Answered | Square::NotKnown | Square::DoesNotApply => {}
            }
        }
    }
    (open, partly)
}

/// How many tactics of a matrix, or of one phase of it, have a state, and how many are asked.
pub(crate) fn stated_of(
    question: &Question,
    answer: Option<&Answer>,
    phase: Option<&Phase<'_>>,
) -> (u32, u32) {
    let is_of_it = |group: &TacticGroup| phase.is_none_or(|phase| *phase.id == group.id);
    let stated = stated_tactics(question, answer);
    let stated = stated.iter().filter(|stated| is_of_it(stated.group)).count();
    let groups = question.matrix().into_iter().flat_map(|matrix| &matrix.groups);
    let asked = groups.filter(|group| is_of_it(group)).map(|group| group.tactics.len()).sum();
    (count(stated), count(asked))
}

pub(super) fn not_asked(context: Context<'_>) -> Vec<NotAsked> {
    if context.assessment.scope.form == Form::Complete {
        return Vec::new();
    }
    let chosen = &context.assessment.scope.modules;
    let modules =
        context.bank.catalogue.modules.iter().filter(|module| chosen.contains(&module.id));
    modules
        .flat_map(|module| &module.sections)
        .map(|section| NotAsked {
            code: section.code.clone(),
            name: section.name.clone(),
            questions: section
                .questions
                .iter()
                .filter(|question| context.question(&question.id).is_none())
                .cloned()
                .collect(),
            tactics: section
                .questions
                .iter()
                .flat_map(|question| tactics_left_out(context, question))
                .collect(),
        })
        .filter(|left_out| !left_out.questions.is_empty() || !left_out.tactics.is_empty())
        .collect()
}

fn tactics_left_out(context: Context<'_>, question: &Question) -> Vec<Tactic> {
    let shown = context.question(&question.id).and_then(|asked| asked.matrix());
    let (Some(all), Some(shown)) = (question.matrix(), shown) else { return Vec::new() };
    all.tactics()
        .filter(|tactic| !shown.tactics().any(|found| found.id == tactic.id))
        .cloned()
        .collect()
}
