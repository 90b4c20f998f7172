//! The answered question before the one that is shown, folded to one line.

use domain::answer::{Answer, Choice, TacticState};
use domain::count::count;
use domain::questions::{Kind, Question, Square};
use domain::texts::interface as key;
use editor::first;
use editor::stops::stops;
use yew::prelude::*;

use crate::view::given::Given;
use crate::view::parts::folded::{Folded, folded};
use crate::view::section::here::{Here, square};
use crate::view::words::Words;

/// The line, where the stop before is another question of this section and has an answer.
pub(crate) fn row(given: Given<'_>) -> Html {
    let Some(here) = Here::of(given) else { return html! {} };
    let stops = stops(here.section);
    let at = stops.iter().position(|stop| stop.place() == here.state.place);
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| stops.get(at));
    let Some(before) = before.filter(|stop| stop.question.id != here.question.id) else {
        return html! {};
    };
    if square(here.work, before) == Square::Open {
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
    folded(line, here.given.dispatch.always(first::Command::Go(before.place())))
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
            words.count(key::SECTION_BEFORE_USED, count(used))
        }
        _ => words.get(key::SECTION_BEFORE_WORDS),
    }
}
