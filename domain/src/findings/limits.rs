//! What the findings do not rest on: what does not apply, what is open, and what was not asked.

use std::rc::Rc;

use super::Context;
use super::reading::Reading;
use crate::id::Code;
use crate::progress::tactics;
use crate::questions::{Question, Square, Tactic};
use crate::scope::Form;

/// A question that does not apply. Never counted as done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotApplying {
    /// The question.
    pub question: Rc<Question>,
    /// The reason that was given.
    pub because: String,
}

/// A matrix in which some tactics have a state and others have none yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partly {
    /// Which.
    pub question: Rc<Question>,
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

/// The questions that have no answer, and those that are answered in part, as
/// [`crate::progress::Progress`] counts them.
pub(super) fn waiting(context: Context<'_>) -> (Vec<Rc<Question>>, Vec<Partly>) {
    let (mut open, mut partly) = (Vec::new(), Vec::new());
    for (question, answer) in context.questions() {
        match question.square(answer) {
            Square::Open => open.push(question.clone()),
            Square::Partly => {
                let (stated, asked) = tactics(question, answer).unwrap_or_default();
                partly.push(Partly { question: question.clone(), stated, asked });
            }
            Square::Answered | Square::NotKnown | Square::DoesNotApply => {}
        }
    }
    (open, partly)
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
