//! `scope.toml`: functions that answer, and facts about whom the subject reaches.

use std::rc::Rc;

use domain::catalogue::{Fact, FactValue, Function};
use domain::id::{FactId, FunctionId, ValueId};

use super::known::Known;
use super::read::{Names, Table};

/// Reads functions and facts.
pub(crate) fn read(file: Table<'_>, known: &mut Known) -> (Vec<Function>, Vec<Fact>) {
    let mut names = Names::default();
    let functions = file.tables("function").into_iter().map(|mut table| {
        let id = table.text("id");
        table.called(&id);
        names.take(&id, &table, "id");
        let function = Function { id: FunctionId::from(&*id), name: table.text("name") };
        table.close();
        function
    });
    let functions: Vec<_> = functions.collect();
    known.functions.extend(functions.iter().map(|function| function.id.clone()));
    let mut names = Names::default();
    let mut facts = Vec::new();
    for mut table in file.tables("fact") {
        let id = table.text("id");
        table.called(&id);
        names.take(&id, &table, "id");
        let fact = Fact {
            id: FactId::from(&*id),
            prompt: table.text("prompt"),
            help: table.text("help"),
            values: values(&table),
        };
        if !id.starts_with("scope-") {
            table.problem(&table.place("id"), "id", "expected a name that begins with “scope-”");
        }
        if !fact.values.iter().any(|value| value.id.as_str() == "unknown") {
            let reason = "expected a value “unknown”: a fact left open counts as that";
            table.problem(table.at, "value", reason);
        }
        table.close();
        let ids = fact.values.iter().map(|value| value.id.clone()).collect();
        known.facts.insert(fact.id.clone(), ids);
        facts.push(fact);
    }
    file.close();
    (functions, facts)
}

fn values(table: &Table<'_>) -> Vec<FactValue> {
    let mut names = Names::default();
    let mut values = Vec::new();
    for mut table in table.tables("value") {
        let id: Rc<str> = table.text("id");
        table.called(&id);
        names.take(&id, &table, "id");
        values.push(FactValue { id: ValueId::from(&*id), text: table.text("text") });
        table.close();
    }
    values
}
