//! What is not known yet, and who could know. An honest result, and as large as any answer.

use std::rc::Rc;

use super::Context;
use super::reading::{CouldKnow, Reading, stated_tactics, who_could_know};
use crate::answer::{Answer, TacticState};
use crate::id::Code;
use crate::questions::{Question, Tactic};

/// Something not known yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The question.
    pub question: Rc<Question>,
    /// The tactic, and the code of its phase, where it is one tactic of a matrix.
    pub tactic: Option<(Tactic, Option<Code>)>,
    /// Who could know: as typed, or else as the bank says.
    pub could_know: CouldKnow,
}

pub(super) fn of(context: Context<'_>) -> Vec<Unknown> {
    let mut unknowns = Vec::new();
    for (question, answer) in context.questions() {
        let Some(answer) = answer else { continue };
        if Reading::of(question, Some(answer)) == Reading::NotKnown {
            unknowns.push(Unknown {
                question: question.clone(),
                tactic: None,
                could_know: who_of_whole(question, answer),
            });
            continue;
        }
        for stated in stated_tactics(question, Some(answer)) {
            if stated.answer.state == TacticState::Unknown {
                unknowns.push(Unknown {
                    question: question.clone(),
                    tactic: Some((stated.tactic.clone(), stated.group.code.clone())),
                    could_know: who_could_know(&stated.answer.could_know, question),
                });
            }
        }
    }
    unknowns
}

/// Who could know a whole question; for a matrix in which nothing is known, all who were named.
fn who_of_whole(question: &Question, answer: &Answer) -> CouldKnow {
    let mut named: Vec<Rc<str>> = Vec::new();
    for stated in stated_tactics(question, Some(answer)) {
        let typed = stated.answer.could_know.trim();
        if !typed.is_empty() && !named.iter().any(|found| **found == *typed) {
            named.push(typed.into());
        }
    }
    if named.is_empty() {
        who_could_know(&answer.could_know, question)
    } else {
        CouldKnow::Typed(named)
    }
}
