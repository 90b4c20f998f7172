//! Answers in a few words, kind by kind. Part of the later half, unlike the kinds themselves.

use domain::answer::{Answer, TacticState};
use domain::count::count;
use domain::questions::{Kind, Question};
use domain::texts::later as key;
use yew::AttrValue;

use crate::view::words::LaterWords;

/// The kind's own answer in a few words.
pub(crate) fn short(question: &Question, answer: &Answer, words: &LaterWords) -> AttrValue {
    match &question.kind {
        Kind::Ladder(_) => {
            let step = answer.step().map(|step| step.number().to_string()).unwrap_or_default();
            words.with(key::SECTION_BEFORE_STEP, &[("step", &step)])
        }
        Kind::Reflection(_) => words.get(key::SECTION_BEFORE_WORDS),
        Kind::Decision(_) | Kind::Register(_) => {
            let decision = question.decision();
            let value = answer.value().and_then(|id| decision?.value(id));
            value.map(|value| value.text.clone()).unwrap_or_default().into()
        }
        Kind::Tactics(_) => {
            let states = answer.tactics.iter().map(|(_, tactic)| tactic.state);
            let used = states.filter(|state| *state == TacticState::Used);
            words.count(key::SECTION_BEFORE_USED, count(used.count()))
        }
    }
}
