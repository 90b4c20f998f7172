//! `risks.toml`: the words for what is said of a risk, each in the group that the code knows it by.

use std::rc::Rc;

use domain::risk::{
    Band, Delay, Grounds, Heightened, Labelled, Letter, Likelihood, MarkWords, Named, Party,
    People, Right, RightWords, RiskField, RiskWords, Start, Status, Uses, When,
};
use domain::step::Step;

use super::read::Table;

/// The numbers of the rights.
const NUMBERS: [&str; Right::COUNT as usize] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17",
    "18", "19", "20", "21", "22", "23", "24", "25",
];

/// The marks of a dimension.
const MARKS: [&str; Step::ALL.len()] = ["1", "2", "3", "4", "5"];

/// Reads the file: every word of every group, every right, every mark of each dimension, and no other.
pub(crate) fn read(file: Table<'_>) -> RiskWords {
    let mut labels = Vec::new();
    for (group, names) in groups() {
        let Some(table) = file.table(group) else { continue };
        for name in names {
            labels.push((Rc::from(format!("{group}.{name}")), table.text(name)));
        }
        table.close();
    }
    labels.sort();
    let rights = numbered(&file, "right", &NUMBERS, |table| RightWords {
        text: table.text("text"),
        short: table.text("short"),
        instruments: table.text("instruments"),
    });
    let marks = Named::ALL.map(|named| {
        numbered(&file, named.name(), &MARKS, |table| MarkWords {
            text: table.text("text"),
            short: table.text("short"),
            example: table.text("example"),
        })
    });
    file.close();
    RiskWords { labels, rights, marks: marks.into() }
}

/// Tables that are named by numbers, in the order of these.
fn numbered<'a, T>(
    file: &Table<'a>,
    field: &'static str,
    numbers: &[&'static str],
    words: impl Fn(&Table<'a>) -> T,
) -> Vec<T> {
    let Some(all) = file.table(field) else { return Vec::new() };
    let tables = numbers.iter().filter_map(|number| all.table(number));
    let read = tables.map(|table| {
        let read = words(&table);
        table.close();
        read
    });
    let read = read.collect();
    all.close();
    read
}

/// All groups with the names in each. A group that says the same things in other words has the names of the
/// first, and sometimes one more.
fn groups() -> Vec<(&'static str, Vec<&'static str>)> {
    let fields = names(&RiskField::ALL);
    let dimensions = names(&Named::ALL);
    let asked = ["heightened", "hit-harder", "severity", "delay", "likelihood"];
    let hints = ["name", "rights", "who", "arises", "status", "since"];
    let beside_severity = ["severity", "scale", "delay", "likelihood", "after"];
    vec![
        ("party", names(Party::ALL)),
        ("party-by", names(Party::ALL)),
        ("people", names(People::ALL)),
        ("people-hit", names(People::ALL)),
        ("heightened", names(Heightened::ALL)),
        ("start", names(Start::ALL)),
        ("start-in", names(Start::ALL)),
        ("phase", names(&Start::STAGES)),
        ("users", names(Uses::ALL)),
        ("when", names(When::ALL)),
        ("status", names(Status::ALL)),
        ("delay", names(&Delay::ALL)),
        ("delay-says", names(&Delay::ALL)),
        ("likelihood", with(names(&Likelihood::ALL), &["harmed"])),
        ("likelihood-says", with(names(&Likelihood::ALL), &["harmed"])),
        ("band", names(&Band::ALL)),
        ("band-says", with(names(&Band::ALL), &["harmed", "delay", "unknown"])),
        ("grounds", names(&Grounds::ALL)),
        ("dimension", dimensions.clone()),
        ("dimension-asks", dimensions.clone()),
        ("dimension-says", dimensions.clone()),
        ("find-out", dimensions),
        ("field", fields.clone()),
        ("asks", with(fields.clone(), &asked)),
        ("hint", with(hints.to_vec(), &beside_severity)),
        ("example", with(fields, &["hit-harder"])),
    ]
}

fn names<T: Labelled + Copy>(all: &[T]) -> Vec<&'static str> {
    all.iter().map(|one| one.name()).collect()
}

fn with(mut names: Vec<&'static str>, more: &[&'static str]) -> Vec<&'static str> {
    names.extend(more);
    names
}
