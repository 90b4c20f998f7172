//! `short-form.toml`: what the short form asks.

use domain::catalogue::{MoreTactic, ShortForm};
use domain::id::TacticId;

use super::known::Known;
use super::read::Table;

/// Reads the short form.
pub(crate) fn read(file: Table<'_>, known: &Known) -> ShortForm {
    let tactic = |name: &str| {
        let id = TacticId::from(name);
        if known.tactics.contains_key(&id) {
            Ok(id)
        } else {
            Err(format!("no tactic “{name}”"))
        }
    };
    let first = known.read_questions(&file, "first");
    let questions = known.read_questions(&file, "questions");
    for id in first.iter().filter(|id| !questions.contains(id)) {
        let reason = format!("“{id}” is not among the questions of the short form");
        file.problem(&file.place("first"), "first", reason);
    }
    let tactics = known.resolve(&file, "tactics", tactic);
    let mut more = Vec::new();
    for table in file.tables("more") {
        let (fact, values) = known.read_fact(&table);
        let name = table.text("tactic");
        if let Err(reason) = tactic(&name) {
            table.problem(&table.place("tactic"), "tactic", reason);
        }
        let tactic = TacticId::from(&*name);
        if tactics.contains(&tactic) {
            let reason = format!("“{name}” is always in the short form");
            table.problem(&table.place("tactic"), "tactic", reason);
        }
        table.close();
        more.push(MoreTactic { fact, values, tactic });
    }
    let at_most_more = file.number("at_most_more", 0..=u8::MAX).unwrap_or_default();
    file.close();
    ShortForm { first, questions, tactics, more, at_most_more }
}
