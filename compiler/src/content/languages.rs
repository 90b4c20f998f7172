//! `content/languages.toml`: which languages there are, and how they count.

use std::rc::Rc;

use domain::texts::{Category, Direction, Plurals};

use super::node::{Node, Value};
use super::read::{Names, Table};
use crate::problem::{At, Problems};

/// A language of the content.
#[derive(Clone, Debug)]
pub(super) struct Language {
    /// Language tag.
    pub code: Rc<str>,
    /// Its own name for itself.
    pub name: Rc<str>,
    /// Reading direction.
    pub direction: Direction,
    /// Which form a number takes.
    pub plurals: Plurals,
}

/// Reads the list. The master must be its first entry.
pub(super) fn read(node: Option<&Node>, master: &str, problems: &Problems) -> Vec<Language> {
    let Some(node) = node else {
        problems.add(&At::file("content/languages.toml"), "file", "missing");
        return Vec::new();
    };
    let file = Table::new(node, "", problems);
    let mut names = Names::default();
    let mut languages = Vec::new();
    for mut table in file.tables("language") {
        let code = table.text("code");
        table.called(&code);
        names.take(&code, &table, "code");
        let name = table.text("name");
        let direction = match &*table.text("direction") {
            "ltr" => Direction::LeftToRight,
            "rtl" => Direction::RightToLeft,
            "" => Direction::default(),
            other => {
                let reason = format!("expected “ltr” or “rtl”, found “{other}”");
                table.problem(&table.place("direction"), "direction", reason);
                Direction::default()
            }
        };
        let plurals = plurals(&table);
        table.close();
        languages.push(Language { code, name, direction, plurals });
    }
    if let Some(first) = languages.first()
        && &*first.code != master
    {
        let reason = format!("the first language must be the master, “{master}”");
        problems.add(&file.place("language"), "language", reason);
    }
    file.close();
    languages
}

fn plurals(table: &Table<'_>) -> Plurals {
    let mut plurals = Plurals::default();
    let Some(rules) = table.table_if("plural") else { return plurals };
    for (name, node) in rules.entries() {
        let category = match Category::from_name(name) {
            Some(Category::Other) | None => {
                rules.problem(&node.at, name, "expected zero, one, two, few or many");
                continue;
            }
            Some(category) => category,
        };
        let Value::Text(rule) = &node.value else {
            rules.problem(&node.at, name, "expected a rule like “n % 10 = 2..4”");
            continue;
        };
        match Plurals::parse_rule(rule) {
            Ok(rule) => plurals.0.push((category, rule)),
            Err(reason) => rules.problem(&node.at, name, reason),
        }
    }
    plurals.0.sort_by_key(|(category, _)| *category);
    plurals
}
