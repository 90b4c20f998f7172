//! Names that rules may use, and what they stand for.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use domain::guidance::Source;
use domain::id::{FactId, FunctionId, GroupId, QuestionId, TacticId, ValueId};
use domain::questions::{Question, Tactic, Weight};

use super::read::{Placed, Table};

/// Everything that can be named, filled as the files are read.
#[derive(Default)]
pub(crate) struct Known {
    /// Sources by id.
    pub(crate) sources: BTreeMap<Rc<str>, Source>,
    /// Groups of gaps with the weight of their questions.
    pub(crate) groups: BTreeMap<GroupId, Weight>,
    /// Functions.
    pub(crate) functions: BTreeSet<FunctionId>,
    /// Facts with their values.
    pub(crate) facts: BTreeMap<FactId, Vec<ValueId>>,
    /// Questions.
    pub(crate) questions: BTreeMap<QuestionId, Rc<Question>>,
    /// Tactics with the matrix they belong to.
    pub(crate) tactics: BTreeMap<TacticId, QuestionId>,
}

impl Known {
    /// Takes the questions of the bank, with the tactics of each.
    pub(crate) fn add_questions<'a, Tactics: Iterator<Item = &'a Tactic>>(
        &mut self,
        questions: impl Iterator<Item = &'a Rc<Question>>,
        tactics_of: impl Fn(&'a Question) -> Tactics,
    ) {
        for question in questions {
            for tactic in tactics_of(question) {
                self.tactics.insert(tactic.id.clone(), question.id.clone());
            }
            self.questions.insert(question.id.clone(), question.clone());
        }
    }

    /// The question with this name; none is a problem.
    pub(crate) fn question(&self, name: &str) -> Result<&Question, String> {
        let found = self.questions.get(&QuestionId::from(name));
        found.map(|question| &**question).ok_or_else(|| format!("no question “{name}”"))
    }

    /// Whether the fact has the value.
    pub(crate) fn fact_value(&self, fact: &str, value: &str) -> Result<(FactId, ValueId), String> {
        let id = FactId::from(fact);
        let values = self.facts.get(&id).ok_or_else(|| format!("no scope fact “{fact}”"))?;
        one_of(values, value, &format!("“{fact}”")).map(|value| (id, value))
    }

    /// The questions of a field.
    pub(crate) fn read_questions<'a>(&self, table: &Table<'a>, field: &'a str) -> Vec<QuestionId> {
        self.resolve(table, field, |name| self.question(name).map(|question| question.id.clone()))
    }

    /// A fact and some of its values, from the fields `fact` and `values`.
    pub(crate) fn read_fact(&self, table: &Table<'_>) -> (FactId, Vec<ValueId>) {
        let fact = table.text("fact");
        if !fact.is_empty() && !self.facts.contains_key(&FactId::from(&*fact)) {
            table.problem(&table.place("fact"), "fact", format!("no scope fact “{fact}”"));
            table.texts("values");
            return (FactId::from(&*fact), Vec::new());
        }
        let values = self.resolve(table, "values", |value| {
            self.fact_value(&fact, value).map(|(_, value)| value)
        });
        (FactId::from(&*fact), values)
    }

    /// Looks up each name of a field; a name given twice is a problem.
    pub(crate) fn resolve<'a, T>(
        &self,
        table: &Table<'a>,
        field: &'a str,
        look_up: impl Fn(&str) -> Result<T, String>,
    ) -> Vec<T> {
        let mut seen = Vec::<Placed>::new();
        let mut found = Vec::new();
        for placed in table.texts(field) {
            if seen.iter().any(|before| before.text == placed.text) {
                let reason = format!("“{}” is given twice", placed.text);
                table.problem(&placed.at, field, reason);
            }
            match look_up(&placed.text) {
                Ok(item) => found.push(item),
                Err(reason) => table.problem(&placed.at, field, reason),
            }
            seen.push(placed);
        }
        found
    }
}

/// The value with this name, or what there is instead.
pub(crate) fn one_of(values: &[ValueId], name: &str, of: &str) -> Result<ValueId, String> {
    values.iter().find(|value| value.as_str() == name).cloned().ok_or_else(|| {
        let names: Vec<_> = values.iter().map(ValueId::as_str).collect();
        format!("{of} has no value “{name}”; it has {}", names.join(", "))
    })
}

/// A weight by its number, 1 to 3.
pub(crate) fn weight(number: u8) -> Weight {
    match number {
        1 => Weight::P1,
        2 => Weight::P2,
        _ => Weight::P3,
    }
}
