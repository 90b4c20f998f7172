//! What a row says, as an answer with nothing in it but that.

use super::super::filled::{Filled, FilledRow};
use super::super::joined::joined;
use super::super::words::{Column, Worded};
use super::{Odd, Subject};
use crate::answer::{
    Answer, Choice, Evidence, EvidenceKind, Instead, Sureness, TacticAnswer, TacticState,
};
use crate::date::Date;
use crate::elsewhere::HigherStep;
use crate::questions::cell::is_plain;
use crate::questions::room::{OnSheet, Takes, Typed};
use crate::questions::{Question, Tactic};
use crate::risk::Month;
use crate::texts::{Texts, report as keys};

/// What a row says about its subject.
pub(super) fn given(
    subject: Subject<'_>,
    filled: &Filled,
    row: &FilledRow,
    texts: &Texts,
) -> Result<Answer, Odd> {
    let row = Row { filled, row };
    match subject.tactic {
        Some(tactic) => row.tactic(tactic, texts),
        None => row.question(subject.question),
    }
}

/// What a row of a question has no column for, and a row of a tactic has.
const OF_TACTICS: [Column; 3] = [Column::State, Column::Effect, Column::Known];

/// The other way round.
const OF_QUESTIONS: [Column; 8] = [
    Column::Answer,
    Column::ElsewhereStep,
    Column::ElsewherePlace,
    Column::Note,
    Column::Kind,
    Column::Place,
    Column::AsOf,
    Column::Sureness,
];

/// The cells of a row that say something that could mean something else than it is read as, as they stand
/// there.
pub(super) fn not_plain(
    subject: Subject<'_>,
    filled: &Filled,
    row: &FilledRow,
    texts: &Texts,
) -> Vec<String> {
    if subject.tactic.is_some() {
        return Vec::new();
    }
    let OnSheet { offered, takes } = subject.question.on_sheet(texts);
    let step_word = texts.with(keys::SHEET_STEP, &[("step", "")]);
    let typed = [Column::Answer, Column::ElsewhereStep].map(|column| row.text(column));
    let typed = typed.into_iter().filter(|text| {
        let is_plain = text.is_empty()
            || takes == Takes::Words
            || filled.chosen::<Instead>(text).is_some()
            || is_plain(text, &step_word, &offered);
        !is_plain
    });
    typed.map(str::to_owned).collect()
}

#[derive(Clone, Copy)]
struct Row<'a> {
    filled: &'a Filled,
    row: &'a FilledRow,
}

impl Row<'_> {
    fn question(self, question: &Question) -> Result<Answer, Odd> {
        let mut answer = Answer {
            note: joined(&self.text(Column::Note), &self.row.texts(&OF_TACTICS)),
            evidence: self.evidence()?.into_iter().collect(),
            sureness: self.chosen::<Sureness>(Column::Sureness)?,
            ..Answer::default()
        };
        self.choose(question, &mut answer)?;
        self.elsewhere(question, &mut answer)?;
        let because = self.text(Column::Because);
        match answer.instead() {
            Some(Instead::NotKnown) => answer.could_know = because,
            Some(Instead::DoesNotApply) if because.is_empty() => return Err(Odd::NoReason),
            Some(Instead::DoesNotApply) => answer.because = because,
            // Nobody asked for it here, and it is kept all the same.
            None => answer.note = joined(&answer.note, &because),
        }
        Ok(answer)
    }

    fn choose(self, question: &Question, answer: &mut Answer) -> Result<(), Odd> {
        let text = self.text(Column::Answer);
        if text.is_empty() {
            return Ok(());
        }
        match self.filled.chosen(&text) {
            Some(Instead::DoesNotApply) => answer.choice = Some(Choice::DoesNotApply),
            Some(Instead::NotKnown) if question.asks().not_known => {
                answer.choice = Some(Choice::NotKnown);
            }
            Some(Instead::NotKnown) | None => match question.typed(&text) {
                Some(Typed::Choice(choice)) => answer.choice = Some(choice),
                Some(Typed::Words(words)) => answer.words = words,
                None => return Err(Odd::NotAnAnswer(text)),
            },
        }
        Ok(())
    }

    fn elsewhere(self, question: &Question, answer: &mut Answer) -> Result<(), Odd> {
        let (step, place) = (self.text(Column::ElsewhereStep), self.text(Column::ElsewherePlace));
        if !step.is_empty() {
            let typed = match question.typed(&step) {
                Some(Typed::Choice(Choice::Step(step))) => HigherStep::new(step),
                Some(Typed::Choice(_) | Typed::Words(_)) | None => None,
            };
            answer.elsewhere.highest = Some(typed.ok_or(Odd::NotAnAnswer(step))?);
        }
        if question.asks().elsewhere {
            answer.elsewhere.place = place;
        } else {
            answer.note = joined(&answer.note, &place);
        }
        Ok(())
    }

    fn evidence(self) -> Result<Option<Evidence>, Odd> {
        let (place, as_of) = (self.text(Column::Place), self.text(Column::AsOf));
        let kind = self.chosen::<EvidenceKind>(Column::Kind)?;
        // Words such as *spring* stay as they are; a cell that holds a day is one that somebody can mean.
        let day = Date::parse(&as_of).map(Date::is_likely);
        if day.or_else(|| Month::parse(&as_of).map(Month::is_likely)) == Some(false) {
            return Err(Odd::Year(as_of));
        }
        if place.is_empty() {
            let is_begun = kind.is_some() || !as_of.is_empty();
            return if is_begun { Err(Odd::NoPlace) } else { Ok(None) };
        }
        Ok(Some(Evidence { kind: kind.unwrap_or_default(), place, as_of }))
    }

    fn tactic(self, tactic: &Tactic, texts: &Texts) -> Result<Answer, Odd> {
        let state = self.chosen::<TacticState>(Column::State)?.ok_or(Odd::NoState)?;
        let because = self.text(Column::Because);
        let mut said = TacticAnswer {
            effect: self.chosen(Column::Effect)?,
            known: self.chosen(Column::Known)?,
            ..TacticAnswer::new(state)
        };
        let mut answer = Answer::default();
        // A tactic has no note of its own: that of its question keeps the words.
        let mut beside = self.row.texts(&OF_QUESTIONS);
        match state {
            TacticState::Unknown => said.could_know = because,
            TacticState::Unfit => said.because = because,
            TacticState::Used | TacticState::Planned | TacticState::Unused => {
                beside = joined(&because, &beside);
            }
        }
        if !beside.is_empty() {
            let values = [("label", &*tactic.name), ("value", &*beside)];
            answer.note = texts.with(keys::WORDS_LABELLED, &values);
        }
        answer.set_tactic(&tactic.id, Some(said));
        Ok(answer)
    }

    /// What was chosen from some words; none where the cell is empty.
    fn chosen<T: Worded>(self, column: Column) -> Result<Option<T>, Odd> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        self.filled.chosen(&text).map(Some).ok_or(Odd::NotAnAnswer(text))
    }

    fn text(self, column: Column) -> String {
        self.row.text(column).to_owned()
    }
}
