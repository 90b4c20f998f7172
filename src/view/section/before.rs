//! The answered question before the one that is shown, folded to one line.

use domain::answer::{Answer, Choice, TacticState};
use domain::questions::{Kind, Question, Square};
use domain::texts::interface as key;
use editor::Command;
use editor::state::Stop;
use yew::prelude::*;

use super::super::Words;
use super::super::parts::folded::{Folded, folded};
use super::{Here, small};

/// The line, where the stop before is another question of this section and has an answer.
pub(super) fn row(here: Here<'_>, stops: &[Stop], at: Option<usize>) -> Html {
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| stops.get(at));
    let Some(before) = before.filter(|stop| stop.question.id != here.question.id) else {
        return html! {};
    };
    if super::square(here.work, before) == Square::Open {
        return html! {};
    }
    let Some(answer) = here.work.assessment.answers.get(&before.question.id) else {
        return html! {};
    };
    let line = Folded {
        id: "before".into(),
        code: before.code.shared().into(),
        prompt: before.question.prompt.clone().into(),
        answer: short(&before.question, answer, here.words),
        change: here.words.get(key::SECTION_BEFORE_CHANGE),
    };
    folded(line, here.dispatch.always(Command::Go(before.place())))
}

/// An answer in a few words.
fn short(question: &Question, answer: &Answer, words: &Words) -> AttrValue {
    match (&answer.choice, &question.kind) {
        (Some(Choice::NotKnown), _) => words.get(key::SECTION_BEFORE_NOT_KNOWN),
        (Some(Choice::DoesNotApply), _) => words.get(key::SECTION_BEFORE_DOES_NOT_APPLY),
        (Some(Choice::Step(step)), _) => {
            words.with(key::SECTION_BEFORE_STEP, &[("step", &step.number().to_string())])
        }
        (Some(Choice::Decision(id)), Kind::Decision(decision)) => {
            decision.value(id).map(|value| value.text.clone()).unwrap_or_default().into()
        }
        (_, Kind::Tactics(_)) => {
            let used = |state| state == TacticState::Used;
            let used = answer.tactics.iter().filter(|(_, tactic)| used(tactic.state)).count();
            words.count(key::SECTION_BEFORE_USED, small(used))
        }
        _ => words.get(key::SECTION_BEFORE_WORDS),
    }
}
