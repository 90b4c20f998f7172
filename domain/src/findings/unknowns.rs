//! What is not known yet, and who could know. An honest result, and as large as any answer.

use std::rc::Rc;

use super::Context;
use super::reading::{CouldKnow, Reading, StatedTactic, stated_tactics, who_could_know, who_leads};
use crate::answer::{Answer, TacticState};
use crate::bank::Bank;
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
                could_know: who_of_whole(context, question, answer),
            });
            continue;
        }
        for stated in stated_tactics(question, Some(answer)) {
            if stated.answer.state == TacticState::Unknown {
                unknowns.push(Unknown {
                    question: question.clone(),
                    tactic: Some((stated.tactic.clone(), stated.group.code.clone())),
                    could_know: leads(context, question, &stated),
                });
            }
        }
    }
    unknowns
}

/// Who could know a whole question; for a matrix in which nothing is known, all who were named for its
/// tactics, or who lead on them.
fn who_of_whole(context: Context<'_>, question: &Question, answer: &Answer) -> CouldKnow {
    let stated = stated_tactics(question, Some(answer));
    if stated.is_empty() {
        return who_could_know(&answer.could_know, question);
    }
    let each: Vec<_> = stated.iter().map(|stated| leads(context, question, stated)).collect();
    let all = |who: &dyn Fn(&CouldKnow) -> bool| {
        let mut names: Vec<Rc<str>> = Vec::new();
        for name in each.iter().filter(|one| who(one)).flat_map(CouldKnow::names) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    };
    match all(&|one| matches!(one, CouldKnow::Typed(_))) {
        named if named.is_empty() => CouldKnow::Usual(all(&|_| true)),
        named => CouldKnow::Typed(named),
    }
}

fn leads(context: Context<'_>, question: &Question, stated: &StatedTactic<'_>) -> CouldKnow {
    let StatedTactic { tactic, answer, .. } = stated;
    let Bank { catalogue, guidance, .. } = context.bank;
    who_leads(&answer.could_know, question, &tactic.id, catalogue, guidance)
}
