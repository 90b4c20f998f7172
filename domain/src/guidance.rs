//! Help beside a question: why it matters, where it comes from, what could show it. Loaded after
//! the first screen stands, because one can answer without it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::id::{QuestionId, TacticId};
use crate::texts::Text;

/// Help for the whole bank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guidance {
    /// Help by question, sorted by id.
    pub questions: Vec<(QuestionId, Help)>,
    /// Help by tactic, sorted by id.
    pub tactics: Vec<(TacticId, TacticHelp)>,
    /// Terms and what they mean, in alphabetical order of their names.
    pub terms: Vec<Term>,
    /// The texts of screens that come later, behind those of the first ones.
    pub texts: Vec<Text>,
}

/// Help beside one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    /// What may happen to people if it is missing.
    pub why: Rc<str>,
    /// Where the question comes from.
    pub sources: Vec<Source>,
    /// What could show it.
    pub evidence: Vec<Rc<str>>,
    /// What to think of when stuck (reflections).
    pub stuck: Vec<Rc<str>>,
}

/// A principle or an item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name spelled out.
    pub name: Rc<str>,
    /// What it asks, in plain words.
    pub says: Rc<str>,
}

/// Help beside one tactic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TacticHelp {
    /// Completes "A sign that it works: …".
    pub sign: Rc<str>,
    /// Who could be hurt by the tactic itself, and whom to ask first.
    pub caution: Option<Rc<str>>,
}

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Stable name.
    pub id: Rc<str>,
    /// The term.
    pub name: Rc<str>,
    /// What it means.
    pub says: Rc<str>,
}

impl Guidance {
    /// Help beside a question.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&Help> {
        let at = self.questions.binary_search_by(|(found, _)| found.cmp(id)).ok()?;
        self.questions.get(at).map(|(_, help)| help)
    }

    /// Help beside a tactic.
    #[must_use]
    pub fn tactic(&self, id: &TacticId) -> Option<&TacticHelp> {
        let at = self.tactics.binary_search_by(|(found, _)| found.cmp(id)).ok()?;
        self.tactics.get(at).map(|(_, help)| help)
    }
}
