//! Answers in words, for the list of what a sheet would change.

use super::super::risks::RiskAsk;
use super::super::words::Worded;
use super::{Said, Subject};
use crate::answer::{Answer, Evidence, Instead, TacticAnswer, TacticState};
use crate::elsewhere::HigherStep;
use crate::questions::room::Said as OwnSaid;
use crate::risk::{Risk, RiskWords};
use crate::texts::{Key, Texts, report as keys};

/// What an answer says about a subject; nothing where it says nothing.
pub(super) fn said(subject: Subject<'_>, answer: &Answer, texts: &Texts) -> Vec<Said> {
    let mut telling = Telling { texts, said: Vec::new() };
    match subject.tactic {
        Some(tactic) => {
            if let Some(said) = answer.tactic(&tactic.id) {
                telling.tactic(said);
            }
        }
        None => telling.question(subject, answer),
    }
    telling.said
}

/// What stands of a risk where a sheet asks for it.
pub(super) fn of_risk(asks: RiskAsk, risk: &Risk, words: &RiskWords, texts: &Texts) -> Vec<Said> {
    let mut telling = Telling { texts, said: Vec::new() };
    let said = asks.said(risk, words);
    let not_known = texts.get(keys::WORDS_NOT_KNOWN);
    telling.add(keys::ROWS_COLUMN_ANSWER, if asks.is_filled(risk) { &said } else { &not_known });
    telling.said
}

/// What stands in a note.
pub(super) fn note(note: &str, texts: &Texts) -> Vec<Said> {
    let mut telling = Telling { texts, said: Vec::new() };
    telling.add(keys::WORDS_DETAIL_NOTE, note);
    telling.said
}

/// The same with the cells that could mean something else, as they stand there.
pub(super) fn with_cells(said: Vec<Said>, cells: &[String], texts: &Texts) -> Vec<Said> {
    let mut telling = Telling { texts, said };
    cells.iter().for_each(|cell| telling.add(keys::SHEET_CELL, cell));
    telling.said
}

struct Telling<'a> {
    texts: &'a Texts,
    said: Vec<Said>,
}

impl Telling<'_> {
    fn add(&mut self, label: Key, text: &str) {
        if !text.trim().is_empty() {
            let label = self.texts.get(label).to_string();
            self.said.push(Said { label, text: text.trim().to_owned() });
        }
    }

    fn question(&mut self, subject: Subject<'_>, answer: &Answer) {
        self.add(keys::ROWS_COLUMN_ANSWER, &self.chosen(subject, answer));
        match answer.instead() {
            Some(Instead::NotKnown) => self.add(keys::WORDS_DETAIL_COULD_KNOW, &answer.could_know),
            Some(Instead::DoesNotApply) => self.add(keys::WORDS_DETAIL_BECAUSE, &answer.because),
            None => {}
        }
        if answer.choice.is_none() {
            self.add(keys::ROWS_COLUMN_ANSWER, &answer.words);
        }
        let highest = answer.elsewhere.highest.map(HigherStep::step);
        if let (Some(ladder), Some(highest)) = (subject.question.ladder(), highest) {
            let says = ladder.numbered_step(self.texts, highest);
            self.add(keys::WORDS_ELSEWHERE_STEP, &says);
        }
        self.add(keys::WORDS_ELSEWHERE_PLACE, &answer.elsewhere.place);
        self.add(keys::WORDS_DETAIL_NOTE, &answer.note);
        for evidence in &answer.evidence {
            let evidence = self.evidence(evidence);
            self.add(keys::WORDS_EVIDENCE_ANYTHING, &evidence);
        }
        if let Some(sureness) = answer.sureness {
            self.add(keys::WORDS_DETAIL_HOW_SURE, &sureness.text(self.texts));
        }
    }

    fn chosen(&self, subject: Subject<'_>, answer: &Answer) -> String {
        match (answer.instead(), subject.question.said(answer, self.texts, &[])) {
            (Some(instead), _) => instead.text(self.texts),
            (None, OwnSaid::Here(said)) => said,
            (None, OwnSaid::Under { .. }) => String::new(),
        }
    }

    fn tactic(&mut self, said: &TacticAnswer) {
        self.add(keys::ROWS_KIND_STATE, &said.state.text(self.texts));
        if let Some(effect) = said.effect {
            self.add(keys::ROWS_KIND_EFFECT, &effect.text(self.texts));
        }
        if let Some(known) = said.known {
            self.add(keys::ROWS_KIND_HOW_KNOWN, &known.text(self.texts));
        }
        match said.state {
            TacticState::Unknown => self.add(keys::WORDS_DETAIL_COULD_KNOW, &said.could_know),
            TacticState::Unfit => self.add(keys::WORDS_DETAIL_BECAUSE, &said.because),
            TacticState::Used | TacticState::Planned | TacticState::Unused => {}
        }
    }

    fn evidence(&self, evidence: &Evidence) -> String {
        let place = self.texts.with(
            keys::WORDS_LABELLED,
            &[("label", &evidence.kind.text(self.texts)), ("value", evidence.place.trim())],
        );
        match evidence.as_of.trim() {
            "" => place,
            date => {
                let values = [("place", &*place), ("date", date)];
                self.texts.with(keys::WORDS_DETAIL_AS_OF, &values)
            }
        }
    }
}
