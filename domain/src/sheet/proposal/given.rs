//! What a row says, as an answer with nothing in it but that.

use super::super::filled::{Filled, FilledRow};
use super::super::words::{Column, Instead, Worded};
use super::{Odd, Subject};
use crate::answer::{Answer, Choice, Evidence, EvidenceKind, Sureness, TacticAnswer, TacticState};
use crate::questions::{Kind, Question, Step, Tactic};
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

#[derive(Clone, Copy)]
struct Row<'a> {
    filled: &'a Filled,
    row: &'a FilledRow,
}

impl Row<'_> {
    fn question(self, question: &Question) -> Result<Answer, Odd> {
        let mut answer = Answer {
            note: self.text(Column::Note),
            evidence: self.evidence()?.into_iter().collect(),
            sureness: self.chosen::<Sureness>(Column::Sureness)?,
            ..Answer::default()
        };
        self.choose(question, &mut answer)?;
        let because = self.text(Column::Because);
        match answer.choice {
            Some(Choice::NotKnown) => answer.could_know = because,
            Some(Choice::DoesNotApply) if because.is_empty() => return Err(Odd::NoReason),
            Some(Choice::DoesNotApply) => answer.because = because,
            // Nobody asked for it here, and it is kept all the same.
            Some(Choice::Step(_) | Choice::Decision(_)) | None => {
                answer.note = joined(&answer.note, &because);
            }
        }
        Ok(answer)
    }

    fn choose(self, question: &Question, answer: &mut Answer) -> Result<(), Odd> {
        let text = self.text(Column::Answer);
        if text.is_empty() {
            return Ok(());
        }
        let is_matrix = matches!(question.kind, Kind::Tactics(_));
        match self.filled.chosen(&text) {
            Some(Instead::DoesNotApply) => {
                answer.choice = Some(Choice::DoesNotApply);
                return Ok(());
            }
            // Of a matrix, that is said tactic by tactic.
            Some(Instead::NotKnown) if !is_matrix => {
                answer.choice = Some(Choice::NotKnown);
                return Ok(());
            }
            Some(Instead::NotKnown) | None => {}
        }
        let choice = match &question.kind {
            Kind::Reflection(_) => {
                answer.words = text;
                return Ok(());
            }
            Kind::Ladder(_) => number(&text).and_then(Step::from_number).map(Choice::Step),
            Kind::Decision(decision) => number(&text)
                .and_then(|number| decision.values.get(usize::from(number).checked_sub(1)?))
                .map(|value| Choice::Decision(value.id.clone())),
            Kind::Tactics(_) => None,
        };
        answer.choice = Some(choice.ok_or(Odd::NotAnAnswer(text))?);
        Ok(())
    }

    fn evidence(self) -> Result<Option<Evidence>, Odd> {
        let (place, as_of) = (self.text(Column::Place), self.text(Column::AsOf));
        let kind = self.chosen::<EvidenceKind>(Column::Kind)?;
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
        match state {
            TacticState::Unknown => said.could_know = because,
            TacticState::Unfit => said.because = because,
            // A tactic has no note of its own: that of its question keeps the words.
            TacticState::Used | TacticState::Planned | TacticState::Unused => {
                if !because.is_empty() {
                    let values = [("label", &*tactic.name), ("value", &*because)];
                    answer.note = texts.with(keys::WORDS_LABELLED, &values);
                }
            }
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

/// The number with which a text begins, on its own, behind a word for steps, or before the words of
/// one: `3`, `3.0`, `Step 3`, `3 set out in writing`.
fn number(text: &str) -> Option<u8> {
    let text = match text.split_once(char::is_whitespace) {
        Some((word, rest)) if word.chars().all(char::is_alphabetic) => rest.trim_start(),
        Some(_) | None => text,
    };
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let rest = text.get(digits.len()..)?;
    let stands_alone = rest.is_empty()
        || rest == ".0"
        || rest.starts_with(|next: char| next.is_whitespace() || ":)–—".contains(next))
        || rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_whitespace));
    if stands_alone { digits.parse().ok() } else { None }
}

/// Two texts, one below the other.
pub(super) fn joined(first: &str, second: &str) -> String {
    match (first.trim(), second.trim()) {
        (text, "") | ("", text) => text.to_owned(),
        (first, second) => format!("{first}\n\n{second}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_stand_before_the_words_of_its_step() {
        for text in [
            "Step 3",
            "étape 3: oui",
            "3",
            "3.0",
            "3 set out in writing",
            "3. Set out",
            "3) yes",
            "3: yes",
            "3 – so",
        ] {
            assert_eq!(number(text), Some(3), "{text}");
        }
        for text in
            ["", "three", "three of us", "A1 3", "-3", "3.5", "3/5", "3,5", "30000", "3x", "½"]
        {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!(number("12"), Some(12));
    }
}
