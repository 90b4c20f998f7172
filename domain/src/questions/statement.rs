//! A statement, and how somebody reads it. No reading is right or wrong, and none is counted.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::cell::number;
use super::room::{
    Asks, OnPaper, OnScreen, OnSheet, Own, OwnFact, OwnFactKind, Phase, Said, Takes, Typed,
};
use super::square::Square;
use crate::answer::{Answer, Choice, ReadAs};
use crate::id::{TacticId, ValueId};
use crate::step::Step;
use crate::texts::{Key, Texts, report as keys};

/// A statement that is read so, otherwise, or not surely.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// How the sources read it: shown once somebody has read it.
    pub explanation: Rc<str>,
}

impl OnScreen for Statement {
    /// "Not sure" is one of its own answers.
    fn asks(&self) -> Asks {
        Asks { not_known: false, note: true, evidence: false, sureness: false }
    }

    fn square(&self, answer: &Answer) -> Square {
        if answer.read_as().is_some() { Square::Answered } else { Square::Open }
    }

    fn phases(&self, _: Option<&Answer>) -> Vec<Phase<'_>> {
        Vec::new()
    }

    fn limited(&self, _: &dyn Fn(&TacticId) -> bool) -> Option<Self> {
        None
    }
}

impl OnPaper for Statement {
    fn own<'a>(&'a self, answer: &'a Answer) -> Option<Own<'a>> {
        answer.read_as().map(|_| Own::Apart)
    }

    fn said(&self, answer: &Answer, texts: &Texts, _: &[(ValueId, Rc<str>)]) -> Said {
        Said::Here(answer.read_as().map(|read| word(texts, read)).unwrap_or_default())
    }

    fn fact(&self, answer: &Answer, texts: &Texts, _: &[(ValueId, Rc<str>)]) -> Option<OwnFact> {
        answer.read_as().map(|read| OwnFact {
            kind: OwnFactKind { name: "statement", label: keys::WORDS_STATEMENT_KIND },
            value: word(texts, read),
            step: None,
        })
    }

    fn lines(&self, texts: &Texts) -> Vec<String> {
        ReadAs::ALL.map(|read| word(texts, read)).into()
    }

    fn offers(&self, texts: &Texts) -> Vec<(Option<Step>, String)> {
        self.lines(texts).into_iter().map(|line| (None, line)).collect()
    }

    fn on_sheet(&self, texts: &Texts) -> OnSheet {
        let numbered = (1..).zip(self.lines(texts)).map(|(number, text): (u8, _)| {
            texts.with(keys::BLANK_STEP, &[("step", &number.to_string()), ("text", &text)])
        });
        OnSheet { offered: numbered.collect(), takes: Takes::Number(3) }
    }

    fn typed(&self, cell: &str) -> Option<Typed> {
        let at = usize::from(number(cell)?).checked_sub(1)?;
        ReadAs::ALL.get(at).map(|read| Typed::Choice(Choice::Read(*read)))
    }
}

fn word(texts: &Texts, read: ReadAs) -> String {
    let key: Key = match read {
        ReadAs::So => keys::WORDS_STATEMENT_SO,
        ReadAs::Otherwise => keys::WORDS_STATEMENT_OTHERWISE,
        ReadAs::Unsure => keys::WORDS_STATEMENT_UNSURE,
    };
    texts.get(key).to_string()
}
