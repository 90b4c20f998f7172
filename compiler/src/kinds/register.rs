//! A question that the register of risks answers, as the content writes it: with the values that the
//! register can give, and what each means.

use std::rc::Rc;

use domain::answer::{Answer, Choice};
use domain::id::{QuestionId, ValueId};
use domain::questions::{Decision, FromRegister, Kind};
use domain::answered_by_register::ANSWERED_BY_REGISTER;
use domain::rules::{Comparison, Condition};

use super::{Reader, Reading, Room, decision};
use crate::content::read::{Table, plain};
use crate::problem::Problems;
use crate::register::id::Id;

pub(super) const READER: Reader = Reader { name: "register", read, words: &[] };

fn read(table: &Table<'_>, reading: &mut Reading<'_, '_>) -> Kind {
    reading.help.evidence = plain(table.texts_if("evidence"));
    let mut partly = Vec::new();
    let values = decision::values(table, reading.sentences, &mut |id, value| {
        if value.truth_if("partly") {
            partly.push(id.clone());
        }
    });
    let expected = ANSWERED_BY_REGISTER.iter().find(|one| *one.question == *table.text("id"));
    let ids: Vec<_> = values.iter().map(|value| value.id.as_str()).collect();
    if expected.is_none_or(|one| *one.values != *ids) {
        let reason = "expected the values that the register gives".to_owned();
        table.problem(table.at, "value", reason);
    }
    Kind::Register(FromRegister { values: Decision { values }, partly })
}

impl Room for FromRegister {
    fn reader(&self) -> &'static Reader {
        &READER
    }

    fn ids(&self, question: &QuestionId) -> Vec<Id> {
        self.values.ids(question)
    }

    fn terms(&self) -> Vec<&Rc<str>> {
        self.values.terms()
    }

    fn values(&self) -> Option<Vec<ValueId>> {
        Room::values(&self.values)
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
        self.values.compared(question, comparison, value)
    }

    fn called(&self, _: &str, _: &QuestionId) -> Option<Condition> {
        None
    }

    fn field(&self) -> &'static str {
        self.values.field()
    }

    /// The risks of an example answer it.
    fn sample(&self, _: &Table<'_>, _: &mut Answer, _: &Problems) {}

    fn fill(&self, number: usize, _: &mut dyn FnMut() -> String, answer: &mut Answer) {
        answer.choice = super::said_instead(number).filter(|choice| *choice != Choice::NotKnown);
    }

    fn renumber(&mut self, _: usize) {}
}
