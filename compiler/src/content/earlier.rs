//! `earlier.toml`: questions as earlier versions of the bank asked them, and what became of each.
//!
//! A rule leads to questions of its own version: to one that the bank has, or that a rule of a later
//! version knows. So what is carried over never comes back to where it was.

use std::rc::Rc;

use domain::earlier::{Became, Earlier, is_newer, numbers};
use domain::id::QuestionId;

use super::known::Known;
use super::read::{Names, Placed, Table};

/// Reads the rules, those of the earliest version first. `version` is that of the bank.
pub(super) fn read(file: Table<'_>, known: &Known, version: &str) -> Vec<Earlier> {
    let mut rules = Vec::new();
    let mut names = Names::default();
    for sort in ["renamed", "split", "retired", "reworded"] {
        for mut table in file.tables_if(sort) {
            let id = table.text("id");
            table.called(&id);
            if sort != "reworded" {
                names.take(&id, &table, "id");
            }
            let earlier = rule(sort, id, &table, known);
            rules.push((table, earlier));
        }
    }
    for (table, earlier) in &rules {
        check(table, earlier, &rules, known, version);
    }
    let mut all = Vec::new();
    for (table, earlier) in rules {
        table.close();
        all.push(earlier);
    }
    file.close();
    all.sort_by_key(|earlier| numbers(&earlier.since));
    all
}

fn rule(sort: &str, id: Rc<str>, table: &Table<'_>, known: &Known) -> Earlier {
    let ids =
        |field| table.texts_if(field).iter().map(|name| QuestionId::from(&*name.text)).collect();
    let became = match sort {
        "renamed" => Became::Renamed(QuestionId::from(&*table.text("to"))),
        "split" => Became::Split { into: ids("into"), holds: ids("holds") },
        "retired" => Became::Retired(table.text("because")),
        _ => Became::Reworded,
    };
    let prompt = match &became {
        // What has another name and the same words needs them once.
        Became::Renamed(to) => known.questions.get(to).map(|to| to.prompt.clone()),
        Became::Split { .. } | Became::Retired(_) | Became::Reworded => Some(table.text("prompt")),
    };
    Earlier {
        id: QuestionId::from(&*id),
        since: table.text("since"),
        became,
        prompt: prompt.unwrap_or_default(),
        offered: offered(table),
    }
}

/// What could be answered: steps, values or tactics; none where words were asked for.
fn offered(table: &Table<'_>) -> Vec<(Rc<str>, Rc<str>)> {
    let steps = table.texts_if("steps");
    if let Some(Placed { at, .. }) = steps.iter().find(|step| step.text.starts_with("+ ")) {
        table.problem(at, "steps", "expected the whole text, as it stands beside no other step");
    }
    let mut offered: Vec<(Rc<str>, Rc<str>)> =
        (1..).zip(steps).map(|(number, step)| (number.to_string().into(), step.text)).collect();
    for (field, words) in [("value", "text"), ("tactic", "name")] {
        for named in table.tables_if(field) {
            offered.push((named.text("id"), named.text(words)));
            named.close();
        }
    }
    offered
}

fn check(
    table: &Table<'_>,
    earlier: &Earlier,
    rules: &[(Table<'_>, Earlier)],
    known: &Known,
    version: &str,
) {
    let Earlier { id, since, became, .. } = earlier;
    let problem = |field: &str, reason: String| table.problem(&table.place(field), field, reason);
    match numbers(since) {
        None if since.is_empty() => {}
        None => problem("since", format!("expected a version like “2.0.0”, found “{since}”")),
        Some(_) if is_newer(since, version) => {
            problem("since", format!("the bank is of version {version}"));
        }
        Some(_) => {}
    }
    // Whether the version of this rule asks a question.
    let asks = |question: &QuestionId| {
        known.questions.contains_key(question)
            || rules.iter().any(|(_, rule)| {
                rule.id == *question && goes(&rule.became) && is_newer(&rule.since, since)
            })
    };
    let leads_to = |field: &str, question: &QuestionId| {
        if !question.as_str().is_empty() && !asks(question) {
            problem(field, format!("version {since} asks no question “{question}”"));
        }
    };
    if goes(became) && known.questions.contains_key(id) {
        problem("id", format!("“{id}” stands in the bank still"));
    }
    match became {
        Became::Renamed(to) => leads_to("to", to),
        Became::Split { into, holds } => {
            if into.len() < 2 {
                problem("into", "expected two questions or more; one is a new name".into());
            }
            into.iter().for_each(|to| leads_to("into", to));
            for strange in holds.iter().filter(|to| !into.contains(to)) {
                problem("holds", format!("“{strange}” is none of those it was split into"));
            }
        }
        Became::Retired(_) => {}
        Became::Reworded => {
            leads_to("id", id);
            let twice = rules.iter().filter(|(_, rule)| {
                rule.became == Became::Reworded && rule.id == *id && rule.since == *since
            });
            if twice.count() > 1 {
                problem("id", format!("“{id}” has other words in {since} twice"));
            }
        }
    }
}

/// Whether the id goes.
fn goes(became: &Became) -> bool {
    *became != Became::Reworded
}
