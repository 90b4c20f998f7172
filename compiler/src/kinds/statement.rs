//! A statement and how it is read, as the content writes it.

use std::rc::Rc;

use domain::answer::{Answer, Choice, ReadAs};
use domain::id::{QuestionId, ValueId};
use domain::questions::{Kind, Statement};
use domain::rules::{Comparison, Condition};
use domain::save::v1;

use super::{Reader, Reading, Room, Words};
use crate::content::read::Table;
use crate::content::style::role::Role;
use crate::problem::Problems;
use crate::register::id::Id;
use crate::samples::named::named_if;

/// The field of an example’s answer.
const READ: &str = "read";

pub(super) const READER: Reader = Reader {
    name: "statement",
    read,
    words: &[Words { list: "question", field: "explanation", role: Role::Help }],
};

fn read(table: &Table<'_>, _: &mut Reading<'_, '_>) -> Kind {
    Kind::Statement(Statement { explanation: table.text("explanation") })
}

impl Room for Statement {
    fn reader(&self) -> &'static Reader {
        &READER
    }

    fn ids(&self, _: &QuestionId) -> Vec<Id> {
        Vec::new()
    }

    fn terms(&self) -> Vec<&Rc<str>> {
        vec![&self.explanation]
    }

    fn values(&self) -> Option<Vec<ValueId>> {
        None
    }

    fn has_steps(&self) -> bool {
        false
    }

    fn compared(
        &self,
        question: &QuestionId,
        _: Comparison,
        _: &str,
    ) -> Result<Condition, String> {
        Err(format!("“{question}” is a statement, which no rule counts"))
    }

    fn called(&self, _: &str, _: &QuestionId) -> Option<Condition> {
        None
    }

    fn field(&self) -> &'static str {
        READ
    }

    fn sample(&self, table: &Table<'_>, answer: &mut Answer, _: &Problems) {
        let read = named_if::<v1::ReadAs>(table, READ);
        answer.choice = read.map(|read| Choice::Read(read.into()));
    }

    fn fill(&self, number: usize, _: &mut dyn FnMut() -> String, answer: &mut Answer) {
        let read = ReadAs::ALL.get(number % ReadAs::ALL.len());
        answer.choice = read.map(|read| Choice::Read(*read));
    }

    fn renumber(&mut self, _: usize) {}
}
