//! `tensions.toml`: answers that do not fit together.

use domain::id::TensionId;
use domain::rules::Tension;

use super::condition;
use super::known::Known;
use super::read::{Names, Table};

/// Reads the tension rules.
pub(crate) fn read(file: Table<'_>, known: &Known) -> Vec<Tension> {
    let mut names = Names::default();
    let mut tensions = Vec::new();
    for mut table in file.tables("tension") {
        let id = table.text("id");
        table.called(&id);
        names.take(&id, &table, "id");
        let rule = table.text("when");
        let (title, why, ask) = (table.text("title"), table.text("why"), table.text("ask"));
        if !rule.is_empty() {
            match condition::parse(&rule, known) {
                Ok(when) => {
                    tensions.push(Tension { id: TensionId::from(&*id), when, title, why, ask });
                }
                Err(reason) => table.problem(&table.place("when"), "when", reason),
            }
        }
        table.close();
    }
    file.close();
    tensions
}
