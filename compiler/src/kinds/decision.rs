//! One choice that is a fact, not a step, as the content writes it.

use std::rc::Rc;

use domain::answer::{Answer, Choice};
use domain::id::{QuestionId, ValueId};
use domain::questions::{Decision, DecisionValue, Kind};
use domain::rules::{Comparison, Condition, Sentences};

use super::{Reader, Reading, Room, Words, equal, said_instead};
use crate::content::one_of;
use crate::content::read::{Names, Table, plain};
use crate::content::style::role::Role;
use crate::problem::Problems;
use crate::register::id::Id;

/// The field of an example’s answer.
const VALUE: &str = "value";

pub(super) const READER: Reader = Reader {
    name: "decision",
    read,
    words: &[
        Words { list: "value", field: "reading", role: Role::Finding },
        Words { list: "value", field: "gap", role: Role::Finding },
    ],
};

/// A decision without values.
pub(super) fn empty() -> Kind {
    Kind::Decision(Decision { values: Vec::new() })
}

fn read(table: &Table<'_>, reading: &mut Reading<'_, '_>) -> Kind {
    reading.help.evidence = plain(table.texts("evidence"));
    let values = values(table, reading.sentences, &mut |_, _| ());
    if values.len() == 1 {
        table.problem(table.at, "value", "expected at least two values, found one");
    }
    Kind::Decision(Decision { values })
}

/// The values of a question with what they mean; `more` reads what else a table says of one.
pub(super) fn values(
    table: &Table<'_>,
    sentences: &mut Sentences,
    more: &mut dyn FnMut(&ValueId, &mut Table<'_>),
) -> Vec<DecisionValue> {
    let mut names = Names::default();
    let mut values = Vec::new();
    for mut value in table.tables("value") {
        let id = value.text("id");
        value.called(&id);
        names.take(&id, &value, "id");
        let id = ValueId::from(&*id);
        sentences.readings.push((id.clone(), value.text("reading")));
        if let Some(gap) = value.text_if("gap") {
            sentences.gaps.push((id.clone(), gap));
        }
        more(&id, &mut value);
        values.push(DecisionValue { id, text: value.text("text") });
        value.close();
    }
    values
}

fn ids(decision: &Decision) -> Vec<ValueId> {
    decision.values.iter().map(|value| value.id.clone()).collect()
}

impl Room for Decision {
    fn reader(&self) -> &'static Reader {
        &READER
    }

    fn ids(&self, question: &QuestionId) -> Vec<Id> {
        ids(self).iter().map(|value| Id::value(question.as_str(), value.as_str())).collect()
    }

    fn terms(&self) -> Vec<&Rc<str>> {
        self.values.iter().map(|value| &value.text).collect()
    }

    fn values(&self) -> Option<Vec<ValueId>> {
        Some(ids(self))
    }

    fn has_steps(&self) -> bool {
        false
    }

    fn compared(
        &self,
        question: &QuestionId,
        comparison: Comparison,
        value: &str,
    ) -> Result<Condition, String> {
        equal(question.as_str(), comparison)?;
        let value = one_of(&ids(self), value, &format!("“{question}”"))?;
        Ok(Condition::DecisionIs(question.clone(), value))
    }

    fn called(&self, _: &str, _: &QuestionId) -> Option<Condition> {
        None
    }

    fn field(&self) -> &'static str {
        VALUE
    }

    fn sample(&self, table: &Table<'_>, answer: &mut Answer, _: &Problems) {
        let Some(name) = table.text_if(VALUE) else { return };
        answer.choice = one_of(&ids(self), &name, "the decision")
            .map_err(|reason| table.problem(&table.place(VALUE), VALUE, reason))
            .map(Choice::Decision)
            .ok();
    }

    fn fill(&self, number: usize, _: &mut dyn FnMut() -> String, answer: &mut Answer) {
        let first = self.values.first().map(|value| Choice::Decision(value.id.clone()));
        answer.choice = said_instead(number).or(first);
    }

    /// Values are told apart by their question.
    fn renumber(&mut self, _: usize) {}
}
