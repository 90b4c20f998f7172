//! Answers in words.

use std::rc::Rc;

use super::Labelled;
use super::named::{effect_key, known_key, sureness_key};
use super::reporter::Reporter;
use super::rows::{Fact, FactKind};
use crate::answer::{Answer, Evidence, TacticAnswer, TacticEffect, TacticState};
use crate::bank::Bank;
use crate::earlier::is_of_earlier_wording;
use crate::elsewhere::{Higher, proposed};
use crate::findings::Reading;
use crate::findings::reading::{stated_tactics, who_could_know, who_leads};
use crate::fits::{self, shortened};
use crate::id::{FactId, TacticId, ValueId};
use crate::progress::tactics;
use crate::questions::Question;
use crate::questions::room::Said;
use crate::step::Step;
use crate::texts::report as keys;

impl<'a> Reporter<'a> {
    /// What was said about a question.
    pub(super) fn said(self, question: &Question) -> String {
        let answer = self.answer(&question.id);
        match (Reading::of(question, answer), answer) {
            (Reading::NotKnown, _) => self.text(keys::WORDS_ANSWER_NOT_KNOWN),
            (Reading::DoesNotApply, _) => self.text(keys::WORDS_ANSWER_DOES_NOT_APPLY),
            (Reading::Own(_), Some(answer)) => self.own(question, answer),
            (Reading::Partly, Some(answer)) => {
                let own = self.own(question, answer);
                match self.is_for_sharing() {
                    true => own,
                    false => {
                        let values = [("before", &*self.stated_of(question)), ("next", &*own)];
                        self.bank.texts.with(keys::WORDS_SENTENCES, &values)
                    }
                }
            }
            (Reading::Own(_) | Reading::Partly | Reading::Open, _) => {
                self.text(keys::WORDS_ANSWER_OPEN)
            }
        }
    }

    /// How many of the tactics that a question asks have a state.
    pub(super) fn stated_of(self, question: &Question) -> String {
        let counted = tactics(question, self.answer(&question.id));
        let (stated, asked) = counted.unwrap_or_default();
        self.in_part(stated, asked)
    }

    /// What the kind of a question says of an answer that is its own.
    fn own(self, question: &Question, answer: &Answer) -> String {
        match question.said(answer, &self.bank.texts, self.readings(question)) {
            Said::Here(said) => said,
            Said::Under { says, part } => {
                let is_quoted = self.is_quoted_whole(question);
                let part = if is_quoted { keys::PARTS_BOARD_HEADING } else { part };
                self.bank.texts.with(says, &[("part", &self.text(part))])
            }
        }
    }

    /// What the values of a decision mean.
    pub(super) fn readings(self, question: &Question) -> &'a [(ValueId, Rc<str>)] {
        let sentences = self.bank.rules.sentences(&question.id);
        sentences.map(|found| found.readings.as_slice()).unwrap_or_default()
    }

    /// Whether some tactics that are asked have a state.
    pub(super) fn has_tactics(self, question: &Question) -> bool {
        !stated_tactics(question, self.answer(&question.id)).is_empty()
    }

    /// What the step above adds to, or puts in the place of, this one.
    pub(super) fn step_above(self, question: &Question, step: Step) -> Option<String> {
        question.ladder()?.step_above(&self.bank.texts, step)
    }

    /// The step above as something to do; before it, to bring over what is done where the step is much
    /// higher.
    pub(super) fn further(
        self,
        question: &Question,
        step: Step,
        higher: Option<&Higher>,
    ) -> String {
        let above = Step::from_number(step.number() + 1);
        let above = above.and_then(|step| Some(question.ladder()?.step(step).text.clone()));
        let above = above.unwrap_or_default();
        let texts = &self.bank.texts;
        let further = texts.with(keys::PLAN_FURTHER, &[("text", &above)]);
        proposed(texts, higher, Some(further.into())).unwrap_or_default().to_string()
    }

    /// How far practice goes where it is not the same as where the gravest risk lies.
    pub(super) fn beyond(self, higher: &Higher) -> String {
        let [chosen, highest] = [higher.chosen, higher.highest.step()].map(Step::number);
        let (chosen, highest) = (chosen.to_string(), highest.to_string());
        let values = [("chosen", &*chosen), ("highest", &*highest)];
        self.bank.texts.with(keys::WORDS_ELSEWHERE_SAYS, &values)
    }

    /// The same with where that is, in the words of those who answered, as far as there is room beside a
    /// finding: all of it stands beside the answer.
    pub(super) fn beyond_and_where(self, higher: &Higher) -> String {
        let says = self.beyond(higher);
        match &*shortened(&higher.place, fits::WHAT) {
            "" => says,
            place => {
                let values = [("says", &*says), ("place", place)];
                self.bank.texts.with(keys::WORDS_ELSEWHERE_WHERE, &values)
            }
        }
    }

    /// The same beside an answer, fact by fact.
    fn elsewhere(self, question: &Question, higher: &Higher) -> Vec<Fact> {
        let step = higher.highest.step();
        let says = question.ladder().map(|ladder| ladder.numbered_step(&self.bank.texts, step));
        let highest = self.told(FactKind::ElsewhereStep, &says.unwrap_or_default());
        let highest = highest.map(|fact| Fact { step: Some(step.number()), ..fact });
        let place = self.told(FactKind::ElsewherePlace, &higher.place);
        highest.into_iter().chain(place).collect()
    }

    /// Note, evidence, how sure, and what belongs to the choice. Texts of a choice that is not made
    /// any more stay in the complete copy alone: whoever makes a copy for sharing does not see them.
    pub(super) fn details(self, question: &Question, answer: &Answer) -> Vec<Fact> {
        let reading = Reading::of(question, Some(answer));
        let higher = reading.higher(Some(answer));
        let mut details = higher.map(|found| self.elsewhere(question, &found)).unwrap_or_default();
        let says_where = details.iter().any(|fact| fact.kind == FactKind::ElsewherePlace);
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
        if let Some(sureness) = answer.sureness.filter(|_| question.asks().sureness) {
            add(FactKind::HowSure, &self.text(sureness_key(sureness)));
        }
        let (rules, answers) = (&self.bank.guidance.earlier, &self.assessment.answers);
        if is_of_earlier_wording(rules, answers, &question.id) {
            add(FactKind::EarlierWording, &self.text(keys::WORDS_DETAIL_EARLIER_SAYS));
        }
        if !self.is_for_sharing() {
            if reading.words().is_none() {
                add(FactKind::Kept, &answer.words);
            }
            if reading != Reading::NotKnown {
                add(FactKind::Kept, &answer.could_know);
            }
            if reading != Reading::DoesNotApply {
                add(FactKind::Kept, &answer.because);
            }
            if !says_where {
                add(FactKind::Kept, &answer.elsewhere.place);
            }
        }
        details
    }

    /// Who could know about a tactic, as this copy tells it.
    pub(super) fn leading(
        self,
        question: &Question,
        tactic: &TacticId,
        answer: &TacticAnswer,
    ) -> String {
        let Bank { catalogue, guidance, .. } = self.bank;
        self.knowing(&who_leads(&answer.could_know, question, tactic, catalogue, guidance))
    }

    /// What was said beside the state of a tactic.
    pub(super) fn tactic_detail(
        self,
        question: &Question,
        tactic: &TacticId,
        answer: &TacticAnswer,
    ) -> Option<String> {
        match answer.state {
            TacticState::Used => {
                let effect = self.text(effect_key(answer.effect?));
                match answer.known.filter(|_| answer.effect != Some(TacticEffect::Unknown)) {
                    Some(known) => Some(self.bank.texts.with(
                        keys::WORDS_TACTIC_EFFECT,
                        &[("effect", &effect), ("known", &self.text(known_key(known)))],
                    )),
                    None => Some(effect),
                }
            }
            TacticState::Unknown => {
                let who = self.leading(question, tactic, answer);
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

    pub(super) fn evidence(self, evidence: &Evidence) -> String {
        match evidence.as_of.trim() {
            "" => evidence.place.trim().to_owned(),
            date => self.bank.texts.with(
                keys::WORDS_DETAIL_AS_OF,
                &[("place", evidence.place.trim()), ("date", date)],
            ),
        }
    }
}
