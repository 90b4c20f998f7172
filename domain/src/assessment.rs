//! One assessment: what is assessed, the answers, and what was said about tensions.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::count::count;
use crate::id::{AssessmentId, QuestionId, TensionId};
use crate::plan::Plan;
use crate::risk::{Register, Since};
use crate::scope::Scope;
use crate::sheet::record::SheetRecords;

/// Milliseconds since 1970-01-01T00:00Z. The browser's clock gives it; nothing here asks for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Timestamp(pub i64);

/// One assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Name on this device.
    pub id: AssessmentId,
    /// Which bank it was answered with.
    pub catalogue: CatalogueVersion,
    /// What is assessed.
    pub scope: Rc<Scope>,
    /// The answers.
    pub answers: Answers,
    /// Tensions that somebody explained, sorted by id.
    pub dismissals: Vec<Dismissal>,
    /// What is planned.
    pub plan: Rc<Plan>,
    /// Which question sheets went out, and what came back on them.
    pub sheets: Rc<SheetRecords>,
    /// Severe risks to people.
    pub risks: Rc<Register>,
    /// When it was begun.
    pub created: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
    /// When it was last handed to the browser as a save file.
    pub saved_to_file: Option<Timestamp>,
}

/// Which question bank an assessment was answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueVersion {
    /// The bank's id.
    pub id: Rc<str>,
    /// Its version.
    pub version: Rc<str>,
}

/// A tension that was explained: "they do fit, because …". The reason is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dismissal {
    /// The tension.
    pub tension: TensionId,
    /// Why the answers do fit.
    pub because: String,
}

/// Answers by question, sorted by id. Answers to questions that the bank does not have are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<(QuestionId, Rc<Answer>)>);

impl Answers {
    /// The answer to a question, if anything was said.
    #[must_use]
    pub fn get(&self, id: &QuestionId) -> Option<&Rc<Answer>> {
        let at = self.0.binary_search_by(|(found, _)| found.cmp(id)).ok()?;
        self.0.get(at).map(|(_, answer)| answer)
    }

    /// Sets or clears the answer to a question. A blank answer is the same as none.
    pub fn set(&mut self, id: &QuestionId, answer: Option<Rc<Answer>>) {
        let answer = answer.filter(|answer| !answer.is_blank());
        match (self.0.binary_search_by(|(found, _)| found.cmp(id)), answer) {
            (Ok(at), Some(answer)) => {
                if let Some(slot) = self.0.get_mut(at) {
                    slot.1 = answer;
                }
            }
            (Err(at), Some(answer)) => self.0.insert(at, (id.clone(), answer)),
            (Ok(at), None) => {
                self.0.remove(at);
            }
            (Err(_), None) => {}
        }
    }

    /// All answers, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &Rc<Answer>)> {
        self.0.iter().map(|(id, answer)| (id, answer))
    }

    /// How many questions have an answer of any kind. What is kept of an answer to an earlier wording
    /// is no further one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.iter().filter(|(id, _)| !id.is_earlier_wording()).count()
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(QuestionId, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (QuestionId, Answer)>>(all: I) -> Self {
        let mut answers = Self::default();
        for (id, answer) in all {
            answers.set(&id, Some(Rc::new(answer)));
        }
        answers
    }
}

impl Assessment {
    /// Whether it holds work: anything that somebody said, planned, explained or handed out.
    #[must_use]
    pub fn holds_work(&self) -> bool {
        !self.answers.is_empty()
            || !self.plan.is_empty()
            || !self.sheets.is_empty()
            || !self.risks.kept().is_empty()
            || !self.dismissals.is_empty()
            || self.scope.says_something()
    }

    /// All of it but the answers.
    #[must_use]
    pub fn without_answers(&self) -> Self {
        Self {
            id: self.id.clone(),
            catalogue: self.catalogue.clone(),
            scope: self.scope.clone(),
            answers: Answers::default(),
            dismissals: self.dismissals.clone(),
            plan: self.plan.clone(),
            sheets: self.sheets.clone(),
            risks: self.risks.clone(),
            ..*self
        }
    }

    /// Whether any answer is confidential, also one to a question that is not asked now, or whether a risk
    /// is listed, of which some fields always are: a save file holds them all.
    #[must_use]
    pub fn is_confidential(&self) -> bool {
        let mut answers = self.answers.iter();
        answers.any(|(_, answer)| answer.is_confidential()) || !self.risks.kept().is_empty()
    }

    /// How many days and months in it are of a year that nobody can mean: a file may hold them, as one
    /// that was kept before years were asked about.
    #[must_use]
    pub fn unlikely_days(&self) -> u32 {
        let due = self.plan.actions().iter().filter_map(|action| action.due);
        let sheets = self.sheets.all().iter().filter_map(|record| record.saved());
        let days = due.chain(sheets.map(|saved| saved.on)).filter(|day| !day.is_likely());
        let risks = self.risks.kept().iter().map(|kept| kept.open().since);
        let months =
            risks.filter(|since| matches!(since, Some(Since::Month(month)) if !month.is_likely()));
        count(days.count() + months.count())
    }

    /// The reason for which a tension was set aside, if it was.
    #[must_use]
    pub fn dismissal(&self, tension: &TensionId) -> Option<&Dismissal> {
        self.dismissals.iter().find(|found| found.tension == *tension)
    }

    /// Sets or clears the reason for which a tension is set aside, keeping the order.
    pub fn set_dismissal(&mut self, tension: &TensionId, because: Option<String>) {
        let found = self.dismissals.binary_search_by(|found| found.tension.cmp(tension));
        match (found, because) {
            (Ok(at), Some(because)) => {
                if let Some(slot) = self.dismissals.get_mut(at) {
                    slot.because = because;
                }
            }
            (Err(at), Some(because)) => {
                self.dismissals.insert(at, Dismissal { tension: tension.clone(), because });
            }
            (Ok(at), None) => {
                self.dismissals.remove(at);
            }
            (Err(_), None) => {}
        }
    }
}
