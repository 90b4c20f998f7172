//! Answers in words.

use super::Labelled;
use super::named::{effect_key, known_key, sureness_key};
use super::reporter::Reporter;
use super::rows::{Fact, FactKind};
use crate::answer::{Answer, Effect, Evidence, TacticAnswer, TacticState};
use crate::findings::Reading;
use crate::findings::reading::{stated_tactics, who_could_know};
use crate::id::{FactId, ValueId};
use crate::questions::{Kind, Question, Step};
use crate::texts::{Key, report as keys};
use crate::wording::whole_step;

impl Reporter<'_> {
    /// What was said about a question.
    pub(super) fn said(self, question: &Question) -> String {
        match Reading::of(question, self.answer(&question.id)) {
            Reading::Step(step) => self.bank.texts.with(
                keys::WORDS_ANSWER_STEP,
                &[("step", &step.number().to_string()), ("text", &self.step_text(question, step))],
            ),
            Reading::Value(value) => self
                .bank
                .rules
                .sentences(&question.id)
                .and_then(|found| found.readings.iter().find(|(id, _)| *id == value.id))
                .map_or(&value.text, |(_, reading)| reading)
                .to_string(),
            Reading::Tactics(_) => self.stands_under(keys::WORDS_ANSWER_TACTICS),
            Reading::Words(_) => self.stands_under(keys::WORDS_ANSWER_WORDS),
            Reading::NotKnown => self.text(keys::WORDS_ANSWER_NOT_KNOWN),
            Reading::DoesNotApply => self.text(keys::WORDS_ANSWER_DOES_NOT_APPLY),
            Reading::Open if self.has_tactics(question) => {
                self.stands_under(keys::WORDS_ANSWER_TACTICS)
            }
            Reading::Open => self.text(keys::WORDS_ANSWER_OPEN),
        }
    }

    /// Whether some tactics that are asked have a state.
    pub(super) fn has_tactics(self, question: &Question) -> bool {
        !stated_tactics(question, self.answer(&question.id)).is_empty()
    }

    /// The whole text of a step, with the steps that it adds to.
    pub(super) fn step_text(self, question: &Question, step: Step) -> String {
        match &question.kind {
            Kind::Ladder(ladder) => whole_step(&self.bank.texts, ladder, step),
            Kind::Tactics(_) | Kind::Reflection(_) | Kind::Decision(_) => String::new(),
        }
    }

    /// What the step above adds to, or puts in the place of, this one.
    pub(super) fn step_above(self, question: &Question, step: Step) -> Option<String> {
        let above = Step::from_number(step.number() + 1)?;
        let Kind::Ladder(ladder) = &question.kind else { return None };
        let above = ladder.step(above);
        let key = if above.adds {
            keys::WORDS_PRACTICE_NEXT_STEP_ADDS
        } else {
            keys::WORDS_PRACTICE_NEXT_STEP
        };
        Some(self.bank.texts.with(key, &[("text", &above.text)]))
    }

    /// Note, evidence, how sure, and what belongs to the choice. Texts of a choice that is not made
    /// any more stay in the complete copy alone: whoever makes a copy for sharing does not see them.
    pub(super) fn details(self, question: &Question, answer: &Answer) -> Vec<Fact> {
        let mut details = Vec::new();
        let reading = Reading::of(question, Some(answer));
        let mut add = |kind: FactKind, value: &str| details.extend(self.told(kind, value));
        if reading == Reading::NotKnown {
            let who = who_could_know(&answer.could_know, question);
            add(FactKind::CouldKnow, &self.knowing(&who));
        }
        if reading == Reading::DoesNotApply {
            add(FactKind::Because, &answer.because);
        }
        add(FactKind::Note, &answer.note);
        for evidence in answer.evidence.iter().filter(|evidence| evidence.points_somewhere()) {
            add(FactKind::Evidence(evidence.kind), &self.evidence(evidence));
        }
        if let Some(sureness) = answer.sureness.filter(|_| question.asks_how_sure()) {
            add(FactKind::HowSure, &self.text(sureness_key(sureness)));
        }
        if !self.is_for_sharing() {
            if !matches!(reading, Reading::Words(_)) {
                add(FactKind::Kept, &answer.words);
            }
            if reading != Reading::NotKnown {
                add(FactKind::Kept, &answer.could_know);
            }
            if reading != Reading::DoesNotApply {
                add(FactKind::Kept, &answer.because);
            }
        }
        details
    }

    /// What was said beside the state of a tactic.
    pub(super) fn tactic_detail(
        self,
        question: &Question,
        answer: &TacticAnswer,
    ) -> Option<String> {
        match answer.state {
            TacticState::Used => {
                let effect = self.text(effect_key(answer.effect?));
                match answer.known.filter(|_| answer.effect != Some(Effect::Unknown)) {
                    Some(known) => Some(self.bank.texts.with(
                        keys::WORDS_TACTIC_EFFECT,
                        &[("effect", &effect), ("known", &self.text(known_key(known)))],
                    )),
                    None => Some(effect),
                }
            }
            TacticState::Unknown => {
                let who = self.knowing(&who_could_know(&answer.could_know, question));
                (!who.is_empty())
                    .then(|| self.bank.texts.with(keys::WORDS_TACTIC_COULD_KNOW, &[("who", &who)]))
            }
            TacticState::Unfit => {
                let because = answer.because.trim();
                (!because.is_empty()).then(|| {
                    self.bank.texts.with(keys::WORDS_TACTIC_BECAUSE, &[("because", because)])
                })
            }
            TacticState::Planned | TacticState::Unused => None,
        }
    }

    /// The state of a tactic in words.
    pub(super) fn state(self, state: Option<TacticState>) -> String {
        self.text(match state {
            Some(TacticState::Used) => keys::WORDS_TACTIC_USED,
            Some(TacticState::Planned) => keys::WORDS_TACTIC_PLANNED,
            Some(TacticState::Unused) => keys::WORDS_TACTIC_UNUSED,
            Some(TacticState::Unknown) => keys::WORDS_TACTIC_UNKNOWN,
            Some(TacticState::Unfit) => keys::WORDS_TACTIC_UNFIT,
            None => keys::WORDS_TACTIC_OPEN,
        })
    }

    /// A scope fact and its value in words.
    pub(super) fn fact(self, id: &FactId, value: &ValueId) -> Labelled {
        let fact = self.bank.catalogue.facts.iter().find(|fact| fact.id == *id);
        let value = fact.and_then(|fact| fact.values.iter().find(|found| found.id == *value));
        Labelled {
            label: fact.map(|fact| fact.prompt.to_string()).unwrap_or_default(),
            value: value.map_or_else(
                || self.text(keys::WORDS_SCOPE_UNKNOWN),
                |value| value.text.to_string(),
            ),
        }
    }

    fn evidence(self, evidence: &Evidence) -> String {
        match evidence.as_of.trim() {
            "" => evidence.place.trim().to_owned(),
            date => self.bank.texts.with(
                keys::WORDS_DETAIL_AS_OF,
                &[("place", evidence.place.trim()), ("date", date)],
            ),
        }
    }

    fn stands_under(self, key: Key) -> String {
        let part = match key {
            keys::WORDS_ANSWER_WORDS => keys::PARTS_REFLECTIONS_HEADING,
            _ => keys::PARTS_TACTICS_HEADING,
        };
        self.bank.texts.with(key, &[("part", &self.text(part))])
    }
}
