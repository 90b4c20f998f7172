//! Answers.

use std::rc::Rc;

use domain::answer::{Answer, Choice, Evidence, TacticAnswer, TacticState};
use domain::assessment::Timestamp;
use domain::bounds::listed::EVIDENCE;
use domain::id::{QuestionId, TacticId, TensionId};

use super::changing::{change, say};
use crate::field::{AnswerText, EvidenceText, Field, TacticText};
use crate::first::Answering;
use crate::history::Change;
use crate::later;
use crate::message::Effect;
use crate::state::{Said, State};

/// Says something about a question of any kind.
pub(super) fn answer(
    state: &mut State,
    question: &QuestionId,
    answering: Answering,
    now: Timestamp,
) {
    let Some((before, mut answer)) = open(state, question) else { return };
    let mut field = None;
    match answering {
        Answering::Choose(choice) => answer.choice = Some(choice),
        Answering::NotKnown(usual) => {
            answer.choice = Some(Choice::NotKnown);
            if answer.could_know.is_empty() {
                answer.could_know = usual;
            }
        }
        Answering::Clear => {
            answer.choice = None;
            answer.tactics.clear();
            say(state, Said::Cleared);
        }
        Answering::Write(text, typed) => {
            if text == AnswerText::Words && !typed.trim().is_empty() {
                // Words are an answer: they take the place of "I don't know yet" (look, reflection).
                answer.choice = None;
            }
            *match text {
                AnswerText::Words => &mut answer.words,
                AnswerText::CouldKnow => &mut answer.could_know,
                AnswerText::Because => &mut answer.because,
                AnswerText::Note => &mut answer.note,
                AnswerText::Elsewhere => &mut answer.elsewhere.place,
            } = typed;
            field = Some(Field::Answer(question.clone(), text));
        }
        Answering::Sure(sureness) => answer.sureness = Some(sureness),
        Answering::Confidentiality(confidentiality) => answer.confidentiality = confidentiality,
    }
    put(state, question, before, answer, field, now);
}

/// Says something about its tactics, a higher step or its evidence.
pub(super) fn answer_more(
    state: &mut State,
    effects: &mut Vec<Effect>,
    question: &QuestionId,
    answering: later::Answering,
    now: Timestamp,
) {
    let Some((before, mut answer)) = open(state, question) else { return };
    let field = match &answering {
        later::Answering::WriteTactic(id, text, _) => {
            Some(Field::Tactic(question.clone(), id.clone(), *text))
        }
        later::Answering::WriteEvidence(at, text, _) => {
            Some(Field::Evidence(question.clone(), *at, *text))
        }
        _ => None,
    };
    match &answering {
        later::Answering::AddEvidence if answer.evidence.len() >= EVIDENCE => {
            say(state, later::Said::NoMoreEvidence);
            return;
        }
        later::Answering::AddEvidence => effects.push(later::Effect::FocusOnEvidence.into()),
        later::Answering::RemoveEvidence(_) => say(state, later::Said::EvidenceRemoved),
        _ => {}
    }
    apply(&mut answer, led(state, answering));
    put(state, question, before, answer, field, now);
}

/// Of a tactic one function leads: it is filled in rather than who usually knows the whole question.
fn led(state: &State, answering: later::Answering) -> later::Answering {
    match answering {
        later::Answering::TacticNotKnown(id, usual) => {
            let lead = state.guidance().and_then(|all| all.lead(&id, &state.catalogue));
            let lead = lead.map_or(usual, |lead| lead.to_string());
            later::Answering::TacticNotKnown(id, lead)
        }
        answering => answering,
    }
}

/// The answer as it is and a copy to change, where it may be changed.
fn open(state: &State, question: &QuestionId) -> Option<(Option<Rc<Answer>>, Answer)> {
    let work = state.work.as_ref()?;
    let before = work.assessment.answers.get(question).cloned();
    let answer = before.as_deref().cloned().unwrap_or_default();
    Some((before, answer))
}

/// Puts the changed answer in its place.
fn put(
    state: &mut State,
    question: &QuestionId,
    before: Option<Rc<Answer>>,
    mut answer: Answer,
    field: Option<Field>,
    now: Timestamp,
) {
    let Some(work) = &state.work else { return };
    let chosen = before.as_ref().and_then(|before| before.choice.clone());
    answer.choice = work.assessment.chosen(question, chosen, answer.choice);
    let after = (!answer.is_blank()).then(|| Rc::new(answer));
    if after != before {
        change(state, Change::Answer(question.clone(), before, after), field, now);
    }
}

pub(super) fn set_aside(
    state: &mut State,
    tension: &TensionId,
    because: Option<String>,
    now: Timestamp,
) {
    let Some(work) = &state.work else { return };
    let before = work.assessment.dismissal(tension).map(|found| found.because.clone());
    if before != because {
        let field = because.is_some().then(|| Field::Dismissal(tension.clone()));
        change(state, Change::Dismissal(tension.clone(), before, because), field, now);
    }
}

fn apply(answer: &mut Answer, answering: later::Answering) {
    match answering {
        later::Answering::Tactic(id, state) => {
            let mut tactic =
                answer.tactic(&id).cloned().unwrap_or_else(|| TacticAnswer::new(state));
            tactic.state = state;
            answer.set_tactic(&id, Some(tactic));
            if answer.choice == Some(Choice::DoesNotApply) {
                answer.choice = None;
            }
        }
        later::Answering::TacticNotKnown(id, usual) => {
            apply(answer, later::Answering::Tactic(id.clone(), TacticState::Unknown));
            with_tactic(answer, &id, |tactic| {
                if tactic.could_know.is_empty() {
                    tactic.could_know = usual;
                }
            });
        }
        later::Answering::ClearTactic(id) => answer.set_tactic(&id, None),
        later::Answering::TacticEffect(id, effect) => {
            with_tactic(answer, &id, |tactic| tactic.effect = Some(effect));
        }
        later::Answering::TacticKnown(id, known) => {
            with_tactic(answer, &id, |tactic| tactic.known = known);
        }
        later::Answering::WriteTactic(id, text, typed) => with_tactic(answer, &id, |tactic| {
            *match text {
                TacticText::CouldKnow => &mut tactic.could_know,
                TacticText::Because => &mut tactic.because,
            } = typed;
        }),
        later::Answering::Highest(step) => answer.elsewhere.highest = step,
        later::Answering::AddEvidence => answer.evidence.push(Evidence::default()),
        later::Answering::RemoveEvidence(at) => {
            if at < answer.evidence.len() {
                answer.evidence.remove(at);
            }
        }
        later::Answering::EvidenceKind(at, kind) => {
            with_evidence(answer, at, |evidence| evidence.kind = kind);
        }
        later::Answering::WriteEvidence(at, text, typed) => with_evidence(answer, at, |evidence| {
            *match text {
                EvidenceText::Place => &mut evidence.place,
                EvidenceText::AsOf => &mut evidence.as_of,
            } = typed;
        }),
    }
}

fn with_tactic(answer: &mut Answer, id: &TacticId, set: impl FnOnce(&mut TacticAnswer)) {
    let mut tactic =
        answer.tactic(id).cloned().unwrap_or_else(|| TacticAnswer::new(TacticState::Used));
    set(&mut tactic);
    answer.set_tactic(id, Some(tactic));
}

/// The row of evidence at this place. The first, empty row stands on screen before there is one in
/// the answer, so a row that is not there yet is made.
fn with_evidence(answer: &mut Answer, at: usize, set: impl FnOnce(&mut Evidence)) {
    match answer.evidence.get_mut(at) {
        Some(evidence) => set(evidence),
        None => {
            let mut evidence = Evidence::default();
            set(&mut evidence);
            answer.evidence.push(evidence);
        }
    }
}
