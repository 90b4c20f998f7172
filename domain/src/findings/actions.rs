//! What to do next: what closes the gaps, in their order, then what would show whether tactics in
//! use do anything for people, then the next step of what is at step 3.

use std::rc::Rc;

use super::reading::stated_tactics;
use super::{Context, Gap, Reading};
use crate::answer::{TacticEffect, TacticState};
use crate::elsewhere::Higher;
use crate::questions::{Question, Step, Tactic};

/// A next action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Close a gap.
    Close {
        /// The question it rests on.
        question: Rc<Question>,
        /// What to do.
        what: Rc<str>,
    },
    /// Decide how to find out the effect of tactics in use.
    FindEffect {
        /// The matrix it rests on.
        question: Rc<Question>,
        /// Tactics in use of which the effect is not known.
        tactics: Vec<Tactic>,
    },
    /// Choose tactics: what the bank says of a matrix in which something is not in use.
    Choose {
        /// The matrix it rests on.
        question: Rc<Question>,
        /// What to do.
        what: Rc<str>,
    },
    /// Go one step further.
    Improve {
        /// The question it rests on.
        question: Rc<Question>,
        /// The step it stands at.
        step: Step,
        /// How far practice goes elsewhere or in part.
        higher: Option<Higher>,
    },
}

impl Action {
    /// The question an action rests on.
    #[must_use]
    pub fn question(&self) -> &Rc<Question> {
        match self {
            Self::Close { question, .. }
            | Self::FindEffect { question, .. }
            | Self::Choose { question, .. }
            | Self::Improve { question, .. } => question,
        }
    }

    /// Whether it is about the tactics of a matrix.
    #[must_use]
    pub fn is_about_tactics(&self) -> bool {
        matches!(self, Self::FindEffect { .. } | Self::Choose { .. })
    }
}

pub(super) fn of(context: Context<'_>, gaps: &[Gap]) -> Vec<Action> {
    let mut actions: Vec<Action> = gaps
        .iter()
        .filter_map(|gap| {
            let what = gap.next.clone()?;
            Some(Action::Close { question: gap.question.clone(), what })
        })
        .collect();
    for (question, answer) in context.questions().filter(|(found, _)| found.matrix().is_some()) {
        let stated = stated_tactics(question, answer);
        let tactics: Vec<Tactic> = stated
            .iter()
            .filter(|found| found.answer.state == TacticState::Used)
            .filter(|found| found.answer.effect == Some(TacticEffect::Unknown))
            .map(|found| found.tactic.clone())
            .collect();
        if !tactics.is_empty() {
            actions.push(Action::FindEffect { question: question.clone(), tactics });
        }
        let named = gaps.iter().any(|gap| gap.question.id == question.id);
        let unused = stated
            .iter()
            .any(|found| matches!(found.answer.state, TacticState::Planned | TacticState::Unused));
        if let (false, true, Some(what)) = (named, unused, context.proposal(question)) {
            actions.push(Action::Choose { question: question.clone(), what });
        }
    }
    for (question, answer) in context.questions() {
        let reading = Reading::of(question, answer);
        if let Some(step @ Step::Three) = reading.step() {
            let higher = reading.higher(answer);
            actions.push(Action::Improve { question: question.clone(), step, higher });
        }
    }
    actions
}
