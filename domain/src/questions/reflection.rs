//! Free words about a real case, helped by prompts and never rated.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::room::{
    Asks, OnPaper, OnScreen, OnSheet, Own, OwnFact, OwnFactKind, Phase, Said, Takes, Typed,
};
use super::square::Square;
use crate::answer::Answer;
use crate::id::{TacticId, ValueId};
use crate::step::Step;
use crate::texts::{Texts, report as keys};

/// A question answered in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    /// Soft prompts, shown as one line.
    pub prompts: Vec<Rc<str>>,
    /// Whether an example or a source is asked for beside the words.
    pub asks_evidence: bool,
}

impl OnScreen for Reflection {
    /// Words are their own note, and they are never rated.
    fn asks(&self) -> Asks {
        Asks {
            not_known: true,
            note: false,
            evidence: self.asks_evidence,
            sureness: false,
            elsewhere: false,
        }
    }

    fn square(&self, answer: &Answer) -> Square {
        if answer.words.trim().is_empty() { Square::Open } else { Square::Answered }
    }

    fn phases(&self, _: Option<&Answer>) -> Vec<Phase<'_>> {
        Vec::new()
    }

    fn limited(&self, _: &dyn Fn(&TacticId) -> bool) -> Option<Self> {
        None
    }
}

impl OnPaper for Reflection {
    fn own<'a>(&'a self, answer: &'a Answer) -> Option<Own<'a>> {
        Some(answer.words.trim()).filter(|words| !words.is_empty()).map(Own::Words)
    }

    fn said(&self, _: &Answer, _: &Texts, _: &[(ValueId, Rc<str>)]) -> Said {
        Said::Under { says: keys::WORDS_ANSWER_WORDS, part: keys::PARTS_REFLECTIONS_HEADING }
    }

    fn fact(&self, answer: &Answer, _: &Texts, _: &[(ValueId, Rc<str>)]) -> Option<OwnFact> {
        Some(OwnFact {
            kind: OwnFactKind { name: "words", label: keys::ROWS_KIND_WORDS },
            value: answer.words.trim().to_owned(),
            step: None,
        })
    }

    fn lines(&self, _: &Texts) -> Vec<String> {
        self.prompts.iter().map(ToString::to_string).collect()
    }

    fn offers(&self, texts: &Texts) -> Vec<(Option<Step>, String)> {
        self.lines(texts).into_iter().map(|line| (None, line)).collect()
    }

    fn on_sheet(&self, texts: &Texts) -> OnSheet {
        OnSheet { offered: self.lines(texts), takes: Takes::Words }
    }

    fn typed(&self, cell: &str) -> Option<Typed> {
        Some(Typed::Words(cell.to_owned()))
    }
}
