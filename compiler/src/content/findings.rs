//! `findings.toml`: groups of gaps, what comes before what, and what scope facts raise. Also the
//! list of sources, which is only looked up.

use std::rc::Rc;

use domain::guidance::Source;
use domain::id::GroupId;
use domain::questions::Step;
use domain::rules::{Before, Group, Raise};

use super::known::{Known, weight};
use super::read::{Names, Table};
use crate::kinds;

/// Reads the groups, which questions name.
pub(crate) fn groups(file: &Table<'_>, known: &mut Known) -> Vec<Group> {
    let mut names = Names::default();
    let mut groups = Vec::new();
    for mut table in file.tables("group") {
        let id: Rc<str> = table.text("id");
        table.called(&id);
        names.take(&id, &table, "id");
        let group = Group {
            id: GroupId::from(&*id),
            name: table.text("name"),
            reason: table.text("reason"),
        };
        let weight = weight(table.number("weight", 1..=3).unwrap_or(3));
        table.close();
        known.groups.insert(group.id.clone(), weight);
        groups.push(group);
    }
    groups
}

/// Reads the rules that name questions, and ends the file.
pub(crate) fn rules(file: Table<'_>, known: &Known) -> (Vec<Before>, Vec<Raise>) {
    let mut before = Vec::new();
    for table in file.tables_if("before") {
        let from_step = table.number_if("from_step", 1..=5).and_then(Step::from_number);
        let rule = Before {
            first: known.read_questions(&table, "first"),
            then: known.read_questions(&table, "then"),
            from_step,
            because: table.text("because"),
        };
        for id in rule.then.iter().filter(|id| rule.first.contains(id)) {
            table.problem(table.at, "then", format!("“{id}” cannot come before itself"));
        }
        let without_steps = rule.then.iter().filter(|id| {
            let question = known.questions.get(id);
            question.is_some_and(|question| !kinds::room(&question.kind).has_steps())
        });
        if from_step.is_some() {
            for id in without_steps {
                let reason = format!("“{id}” has no steps");
                table.problem(&table.place("from_step"), "from_step", reason);
            }
        }
        table.close();
        before.push(rule);
    }
    let mut raises = Vec::new();
    for table in file.tables_if("raise") {
        let (fact, values) = known.read_fact(&table);
        let questions = known.read_questions(&table, "questions");
        table.close();
        raises.push(Raise { fact, values, questions });
    }
    file.close();
    (before, raises)
}

/// Reads `sources.toml`.
pub(crate) fn sources(file: Table<'_>, known: &mut Known) {
    let mut names = Names::default();
    for mut table in file.tables("source") {
        let id = table.text("id");
        table.called(&id);
        names.take(&id, &table, "id");
        let source = Source { name: table.text("name"), says: table.text("says") };
        table.close();
        known.sources.insert(id, source);
    }
    file.close();
}
