//! What an example looks at, and who answers it. It has no name of a person: nobody is invented for
//! it who could be taken for somebody.

use domain::catalogue::Catalogue;
use domain::id::FactId;
use domain::save::v4;
use domain::scope::{Form, Scope, Unit};

use super::named::named;
use crate::content::one_of;
use crate::content::read::Table;

/// Reads the scope.
pub(super) fn read(table: Table<'_>, bank: &Catalogue) -> Scope {
    let unit = named::<v4::Unit>(&table, "unit").map(Unit::from);
    let functions = bank.functions.iter().map(|function| &function.id);
    let modules = bank.modules.iter().map(|module| &module.id);
    let mut scope = Scope {
        unit,
        company: table.text("company").as_ref().to_owned(),
        product: match unit {
            Some(Unit::Product) => table.text("product"),
            Some(Unit::Company) | None => table.text_if("product").unwrap_or_default(),
        }
        .as_ref()
        .to_owned(),
        functions: some_of(&table, "functions", functions, |id| id.as_str()),
        other_function: table.text_if("other-function").unwrap_or_default().as_ref().to_owned(),
        person: String::new(),
        modules: some_of(&table, "modules", modules, |id| id.as_str()),
        form: named::<v4::Form>(&table, "form").map_or(Form::Complete, Form::from),
        facts: Vec::new(),
    };
    if let Some(facts) = table.table("facts") {
        read_facts(&facts, bank, &mut scope);
    }
    table.close();
    scope
}

/// Those of the bank that a list names, in the order of the bank.
fn some_of<'a, 'b, Id: Clone + 'b>(
    table: &Table<'a>,
    field: &'a str,
    all: impl Iterator<Item = &'b Id> + Clone,
    name: impl Fn(&Id) -> &str,
) -> Vec<Id> {
    let named = table.texts(field);
    for placed in &named {
        if !all.clone().any(|id| name(id) == &*placed.text) {
            table.problem(&placed.at, field, format!("the bank has no “{}”", placed.text));
        }
    }
    all.filter(|id| named.iter().any(|placed| name(id) == &*placed.text)).cloned().collect()
}

fn read_facts<'a>(table: &Table<'a>, bank: &Catalogue, scope: &mut Scope) {
    for (name, node) in table.entries() {
        let id = FactId::from(name);
        let Some(fact) = bank.facts.iter().find(|fact| fact.id == id) else {
            table.problem(&node.at, name, format!("no scope fact “{name}”"));
            continue;
        };
        let values: Vec<_> = fact.values.iter().map(|value| value.id.clone()).collect();
        match one_of(&values, &table.text(name), &format!("“{name}”")) {
            Ok(value) => scope.set_fact(&id, &value),
            Err(reason) => table.problem(&node.at, name, reason),
        }
    }
}
