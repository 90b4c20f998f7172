//! What the findings do not rest on: what does not apply, what is open, and what was not asked.

use std::rc::Rc;

use super::Context;
use super::reading::Reading;
use crate::id::Code;
use crate::questions::{Phase, Question, Tactic};
use crate::scope::Form;

/// A question that does not apply. Never counted as done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotApplying {
    /// The question.
    pub question: Rc<Question>,
    /// The reason that was given.
    pub because: String,
}

/// A question, or one phase of a matrix, without an answer, or without all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The question.
    pub question: Rc<Question>,
    /// Code and name of the phase, where the matrix has a square for each.
    pub phase: Option<(Option<Code>, Rc<str>)>,
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

pub(super) fn open(context: Context<'_>) -> Vec<Open> {
    let mut open = Vec::new();
    for (question, answer) in context.questions() {
        let phases = question.phases(answer);
        let squares = question.squares(answer);
        let phase = |at| {
            let phase: &Phase<'_> = phases.get(at)?;
            Some((phase.code.cloned(), phase.name.clone()))
        };
        let open_ones = squares.iter().enumerate().filter(|(_, square)| square.waits());
        open.extend(open_ones.map(|(at, _)| Open { question: question.clone(), phase: phase(at) }));
    }
    open
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
