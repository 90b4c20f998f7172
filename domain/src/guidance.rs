//! Help beside a question: why it matters, where it comes from, what could show it. Loaded after
//! the first screen stands, because one can answer without it.

use std::collections::BTreeSet;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::catalogue::Catalogue;
use crate::earlier::Earlier;
use crate::id::{FunctionId, QuestionId, TacticId, TermId};
use crate::questions::Question;
use crate::risk::RiskWords;
use crate::ties::Ties;

/// Help for the whole bank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guidance {
    /// Help by question, sorted by id.
    pub questions: Vec<(QuestionId, Help)>,
    /// Help by tactic, sorted by id.
    pub tactics: Vec<(TacticId, TacticHelp)>,
    /// Terms and what they mean, in alphabetical order of their names.
    pub terms: Vec<Term>,
    /// Questions as earlier versions asked them, those of the earliest version first.
    pub earlier: Vec<Earlier>,
    /// Words for what is said of a risk.
    pub risks: RiskWords,
    /// A risk of each example company, as a register keeps it.
    pub examples: Vec<Rc<[u8]>>,
    /// What ties questions and tactics to risks: findings rest on it, and the way through the questions where
    /// risks come first.
    pub ties: Ties,
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
    /// How an invented company could answer (reflections that say so).
    pub example: Option<Rc<str>>,
    /// The terms that stand in the question and beside it, but for those of single tactics.
    pub terms: Vec<TermId>,
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
    /// The one function that knows best how it is with this tactic: its sheet asks about it where
    /// nobody has named somebody else.
    pub lead: FunctionId,
    /// Completes "A sign that it works: …".
    pub sign: Rc<str>,
    /// Who could be hurt by the tactic itself, and whom to ask first.
    pub caution: Option<Rc<str>>,
    /// The terms that stand in it.
    pub terms: Vec<TermId>,
}

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Stable name.
    pub id: TermId,
    /// The term.
    pub name: Rc<str>,
    /// What it means.
    pub says: Rc<str>,
    /// Names of the sources it comes from.
    pub sources: Vec<Rc<str>>,
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

    /// The function that leads on a tactic, by its name.
    #[must_use]
    pub fn lead(&self, id: &TacticId, catalogue: &Catalogue) -> Option<Rc<str>> {
        let lead = &self.tactic(id)?.lead;
        let found = catalogue.functions.iter().find(|function| function.id == *lead)?;
        Some(found.name.clone())
    }

    /// The terms that stand in a question, in the order of the glossary. Of a matrix with phases, those
    /// of one phase.
    #[must_use]
    pub fn terms_of(&self, question: &Question, phase: Option<&str>) -> Vec<&Term> {
        let mut used = BTreeSet::new();
        used.extend(self.question(&question.id).into_iter().flat_map(|help| &help.terms));
        if let Some(matrix) = question.matrix() {
            let is_here = |id: &str| phase.is_none_or(|phase| phase == id);
            let groups = matrix.groups.iter().filter(|group| is_here(&group.id));
            let tactics = groups.flat_map(|group| &group.tactics);
            let helps = tactics.filter_map(|tactic| self.tactic(&tactic.id));
            used.extend(helps.flat_map(|help| &help.terms));
        }
        self.terms.iter().filter(|term| used.contains(&term.id)).collect()
    }
}
