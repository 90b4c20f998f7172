//! Files made of rows and data: what was typed is read back as it was and does nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use documents::worker::run;
use domain::answer::{Answer, Evidence, TacticState};
use domain::assessment::Assessment;
use domain::job::{Job, OpenFault, Outcome, Source};
use domain::plan::{ActionId, PlannedAction, Reason};
use domain::report::format::Format;
use domain::risk::{Register, RiskId};
use domain::sharing::Naming;
use proptest::prelude::*;
use serde_json::Value;

use crate::arbitrary;
use crate::bank::{MATRIX, MOMENT, With, at_step, empty, states};
use crate::golden::{root, sample};
use crate::hostile::hostile;
use crate::jobs::{content, saved};
use crate::packages;

/// A copy as bytes.
pub(crate) fn bytes(source: Source, format: Format) -> Vec<u8> {
    match run(&content(), Job::Write(source, MOMENT, format)) {
        Outcome::Written(file) => file.bytes,
        other => panic!("{other:?}"),
    }
}

/// Everything that can be typed, typed with this.
pub(crate) fn typed(text: &str) -> Assessment {
    let mut assessment = empty();
    let scope = Rc::make_mut(&mut assessment.scope);
    scope.product = text.into();
    scope.company = text.into();
    scope.person = text.into();
    scope.other_function = text.into();
    let evidence = Evidence { place: text.into(), as_of: text.into(), ..Evidence::default() };
    let answer = Answer { note: text.into(), evidence: vec![evidence], ..at_step(4) };
    let unknown = Answer { could_know: text.into(), ..sample_unknown() };
    assessment
        .answered("own-promise", answer)
        .answered("see-people", unknown)
        .answered("plan-first", Answer { words: text.into(), ..Answer::default() })
        .not_applying("see-part", text)
}

fn sample_unknown() -> Answer {
    Answer { choice: Some(domain::answer::Choice::NotKnown), ..Answer::default() }
}

#[test]
fn what_is_answered_in_part_is_said_so_in_every_complete_copy_and_in_none_for_sharing() {
    let begun =
        empty().answered(MATRIX, states(&[("rsch-a", TacticState::Used)])).step("see-people", 3);
    for format in Format::ALL.into_iter().filter(|format| *format != Format::Calendar) {
        let whole = packages::text(bytes(Source::Complete(saved(&begun)), format));
        assert!(whole.contains("artly answered"), "{format:?}");
        assert!(whole.contains("A state is given for 1 of 7 tactics."), "{format:?}");
        let shared =
            packages::text(bytes(Source::Sharing(saved(&begun), Naming::default()), format));
        assert!(
            !shared.contains("artly answered") && !shared.contains("A state is given"),
            "{format:?}"
        );
    }
}

/// A table: its head and its rows, each as long as the head.
struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn read(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let cells =
            |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
        let head = cells(reader.headers().unwrap());
        // A row of another length is an error of this reader.
        let rows = reader.records().map(|record| cells(&record.unwrap())).collect();
        Self { head, rows }
    }

    fn has(&self, name: &str) -> bool {
        self.head.iter().any(|column| column == name)
    }

    /// What stands in a column, row by row.
    #[track_caller]
    fn column(&self, name: &str) -> Vec<&str> {
        let at = self.head.iter().position(|column| column == name);
        let at = at.unwrap_or_else(|| panic!("no column {name} in {:?}", self.head));
        self.rows.iter().map(|row| &*row[at]).collect()
    }

    /// What stands in one column where another one has this value.
    #[track_caller]
    fn at(&self, column: &str, other: &str, value: &str) -> Vec<&str> {
        let pairs = self.column(column).into_iter().zip(self.column(other));
        pairs.filter(|(_, found)| *found == value).map(|(cell, _)| cell).collect()
    }
}

/// The tables of an archive by their names.
fn tables(bytes: Vec<u8>) -> BTreeMap<String, Table> {
    let parts = packages::parts(&bytes).into_iter();
    parts.map(|(name, text)| (name, Table::read(&text))).collect()
}

/// Whether a spreadsheet could take a text for a formula.
fn begins_formula(text: &str) -> bool {
    let shown = text.trim_start_matches(|letter: char| {
        letter.is_whitespace() || "\u{feff}\u{200b}\u{202e}\u{2066}".contains(letter)
    });
    shown.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(|letter: char| letter.is_control())
}

#[track_caller]
fn is_inert(bytes: &[u8]) {
    for (name, text) in packages::parts(bytes) {
        for cell in Table::read(&text).rows.iter().flatten() {
            assert!(!begins_formula(cell), "{name} {cell:?}");
        }
        // Whatever a reader takes for the end of a cell.
        for separator in [";", "\t", "|", "\n"] {
            for cell in text.split("\r\n").flat_map(|row| row.split(separator)) {
                let cell = cell.trim_start_matches(['"', '\n']);
                let cell = cell.trim_start_matches('\u{feff}');
                assert!(!begins_formula(cell), "{name} {separator:?} {cell:?}");
            }
        }
    }
}

/// A text as it is looked for again: without what was put in or replaced.
pub(crate) fn bare(text: &str) -> String {
    let replaced = ['\'', '\u{fffd}', '\u{fffe}', '\u{ffff}'];
    let kept = |letter: &char| {
        !replaced.contains(letter) && !letter.is_control() && !letter.is_whitespace()
    };
    text.chars().filter(kept).collect()
}

#[test]
fn what_was_typed_is_inert_in_a_table() {
    for text in hostile() {
        let bytes = bytes(Source::Complete(saved(&typed(text))), Format::Csv);
        is_inert(&bytes);
        let tables = tables(bytes);
        let notes = tables["answers.csv"].at("value", "fact", "note");
        assert_eq!(notes.len(), usize::from(!text.trim().is_empty()));
        assert_eq!(bare(&notes.concat()), bare(text));
    }
}

#[test]
fn each_kind_has_a_table_with_columns_of_its_own() {
    let complete = tables(bytes(Source::Complete(saved(&sample())), Format::Csv));
    let answers = &complete["answers.csv"];
    let promise = |fact: &str| {
        let rows = answers.column("question_code").into_iter().zip(answers.column("fact"));
        let rows = rows.zip(answers.column("value").into_iter().zip(answers.column("step")));
        let found = rows.filter(|((code, kind), _)| *code == "A1.3" && *kind == fact);
        found.map(|(_, said)| said).collect::<Vec<_>>()
    };
    let note = "Approved in spring.\n\nSee * the minutes * for <names>.";
    assert_eq!(promise("note"), [(note, "")]);
    assert_eq!(promise("evidence-decision"), [("Minutes, item 4 (May 2026)", "")]);
    assert_eq!(promise("how-sure"), [("Have seen it", "")]);
    assert_eq!(promise("step")[0].1, "4");
    assert!(answers.column("confidential").contains(&"yes"));
    assert_eq!(complete["tactics.csv"].at("phase", "effect", "some effect"), ["Phase design"]);
    let actions = &complete["actions.csv"];
    assert_eq!(actions.at("action", "due", "2027-01-31"), ["1"]);
    assert_eq!(actions.at("question_code", "action", "1"), ["B1.2"]);
    let gaps = &complete["gaps.csv"];
    assert_eq!(gaps.at("question_code", "gap", "1"), ["B4.1"]);
    assert_eq!(gaps.at("confidential", "gap", "1"), ["yes"]);
    assert_eq!(complete["about.csv"].column("fact")[0], "notice");
}

#[test]
fn a_copy_for_sharing_has_the_same_tables_without_codes_and_marks_of_confidence() {
    let complete = tables(bytes(Source::Complete(saved(&sample())), Format::Csv));
    let shared = tables(bytes(Source::Sharing(saved(&sample()), Naming::default()), Format::Csv));
    assert!(complete.keys().eq(shared.keys()));
    let own = ["section_code", "question_code", "confidential", "set_aside"];
    for (name, table) in &complete {
        let kept: Vec<_> =
            table.head.iter().filter(|column| !own.contains(&column.as_str())).collect();
        assert!(kept.into_iter().eq(&shared[name].head), "{name}");
    }
    let blank = tables(bytes(Source::Blank, Format::Csv));
    assert!(blank.keys().eq(["about.csv", "answers.csv"]));
}

/// Each row is as long as its head, what tells rows apart does so, and what a row names is there.
fn is_joined(tables: &BTreeMap<String, Table>) {
    let column = |table: &str, name: &str| tables[table].column(name);
    let is_told_apart = |table: &str, names: &[&str]| {
        let found: Vec<_> = names.iter().map(|name| column(table, name)).collect();
        let keys = (0..tables[table].rows.len())
            .map(|row| found.iter().map(|column| column[row]).collect::<Vec<_>>());
        let keys: Vec<_> = keys.collect();
        assert!(keys.iter().flatten().all(|key| !key.is_empty()), "{table} {keys:?}");
        let apart: BTreeSet<_> = keys.iter().collect();
        assert_eq!(apart.len(), keys.len(), "{table} {keys:?}");
    };
    for (table, names) in [
        ("risks.csv", &["risk"][..]),
        ("severity.csv", &["risk", "dimension"]),
        ("risk-phases.csv", &["risk", "phase"]),
        ("gaps.csv", &["gap"]),
        ("gap-touches.csv", &["gap", "risk"]),
        ("practices.csv", &["fact", "number"]),
        ("tensions.csv", &["tension"]),
        ("tactics-next.csv", &["number"]),
        ("actions.csv", &["action"]),
        ("action-risks.csv", &["action", "risk"]),
        ("tactics.csv", &["question", "tactic"]),
    ] {
        is_told_apart(table, names);
    }
    for (from, name, to) in [
        ("severity.csv", "risk", "risks.csv"),
        ("risk-phases.csv", "risk", "risks.csv"),
        ("gap-touches.csv", "risk", "risks.csv"),
        ("gap-touches.csv", "gap", "gaps.csv"),
        ("action-risks.csv", "risk", "risks.csv"),
        ("action-risks.csv", "action", "actions.csv"),
        ("tension-sides.csv", "tension", "tensions.csv"),
    ] {
        let there = column(to, name);
        for key in column(from, name) {
            assert!(there.contains(&key), "{name} {key:?} of {from} in {to}");
        }
    }
    let key = if tables["answers.csv"].has("question_code") { "question_code" } else { "question" };
    let mut asked = column("answers.csv", key);
    asked.extend(column("tactics.csv", key));
    for table in ["gaps.csv", "practices.csv", "tactics-next.csv"] {
        for question in column(table, key) {
            assert!(asked.contains(&question), "{question:?} of {table}");
        }
    }
}

/// What the data says of answers, risks, ties and plan stands in a cell.
fn tell_what_is_told(tables: &BTreeMap<String, Table>, data: &Value) {
    let lines = tables.values().flat_map(|table| table.rows.iter().flatten());
    let lines: BTreeSet<String> = lines.flat_map(|cell| cell.split('\n').map(bare)).collect();
    let mut told = Vec::new();
    for (part, fields) in [
        ("questions", &["section", "question", "value", "phase", "tactic"][..]),
        ("risks", &["value", "phase"]),
        ("ties", &["because"]),
        (
            "plan",
            &["what", "owner", "due", "status", "first_step", "needs", "first_sign", "reason"],
        ),
    ] {
        texts_in(&data[part], fields, &mut told);
    }
    assert!(told.len() > 200, "{}", told.len());
    for text in told {
        for line in text.split('\n').map(bare) {
            assert!(lines.contains(&line), "{line:?} of {text:?}");
        }
    }
}

/// Texts in fields of these names, wherever they stand.
fn texts_in(data: &Value, fields: &[&str], told: &mut Vec<String>) {
    match data {
        Value::Array(all) => all.iter().for_each(|one| texts_in(one, fields, told)),
        Value::Object(all) => {
            for (name, value) in all {
                match value {
                    Value::String(text) if fields.contains(&name.as_str()) => {
                        told.push(text.clone());
                    }
                    other => texts_in(other, fields, told),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn tables_of_risks_are_joined_by_their_ids_and_nothing_is_missing() {
    let mut content = content();
    content.bank.guidance.risks = fixtures::risks::words();
    let risks: Vec<_> = (1..=3).map(|id| fixtures::risks::full(id, "word")).collect();
    let action = |id, risks: &[u32]| PlannedAction {
        risks: risks.iter().copied().map(RiskId).collect(),
        ..PlannedAction::new(ActionId(id), format!("Action {id}"), Reason::Own)
    };
    let mut assessment = Assessment { risks: Register::of(&risks).into(), ..sample() };
    let done = PlannedAction { status: domain::plan::Status::Done, ..action(11, &[1]) };
    assessment.plan = Rc::new([done, action(12, &[2, 1]), action(13, &[])].into_iter().collect());
    let write = |source, format| match run(&content, Job::Write(source, MOMENT, format)) {
        Outcome::Written(file) => {
            assert_eq!(file.name.ends_with(".csv.zip"), format == Format::Csv, "{}", file.name);
            file.bytes
        }
        other => panic!("{other:?}"),
    };
    for source in [
        Source::Complete(saved(&assessment)),
        Source::Sharing(saved(&assessment), Naming::default()),
    ] {
        let data = write(source.clone(), Format::Json);
        let tables = tables(write(source, Format::Csv));
        is_joined(&tables);
        tell_what_is_told(&tables, &serde_json::from_slice(&data).unwrap());
        assert_eq!(tables["risks.csv"].column("risk"), ["R1", "R2", "R3"]);
        assert_eq!(tables["severity.csv"].rows.len(), 9);
        assert_eq!(tables["severity.csv"].at("mark", "dimension", "scale"), ["5"; 3]);
        let what = tables["actions.csv"].column("what");
        // What is done stands behind what is to be done.
        assert_eq!(what, ["Action 12", "Action 13", "Action 11"]);
        let named = |risk: &str| {
            let number = tables["risks.csv"].at("risk", "name", risk)[0];
            let mut actions = tables["action-risks.csv"].at("action", "risk", number);
            actions.sort_unstable();
            actions
        };
        let names = tables["risks.csv"].column("name");
        let name =
            |id: u32| *names.iter().find(|name| name.contains(&format!("word-{id} "))).unwrap();
        assert_eq!(named(name(1)), ["1", "3"]);
        assert_eq!(named(name(2)), ["1"]);
        assert!(named(name(3)).is_empty());
    }
}

fn schema() -> Value {
    let path = root().join("docs/report-format.schema.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[track_caller]
fn fits(schema: &Value, bytes: &[u8]) -> Value {
    let value: Value = serde_json::from_slice(bytes).unwrap();
    let faults = crate::schema::faults(schema, &value);
    assert!(faults.is_empty(), "{faults:?}");
    value
}

#[test]
fn data_fits_its_schema_and_holds_what_was_typed() {
    let schema = schema();
    let samples = [
        Source::Complete(saved(&sample())),
        Source::Sharing(saved(&sample()), Naming::default()),
        Source::Blank,
    ];
    for source in samples {
        fits(&schema, &bytes(source, Format::Json));
    }
    for text in hostile() {
        let bytes = bytes(Source::Complete(saved(&typed(text))), Format::Json);
        let value = fits(&schema, &bytes);
        let questions = value["questions"].as_array().unwrap();
        let facts = questions.iter().flat_map(|question| question["facts"].as_array().unwrap());
        let note = facts.into_iter().find(|fact| fact["fact"] == "note").unwrap();
        assert_eq!(note["value"], text.trim());
    }
}

#[test]
fn data_is_no_save_file_and_says_so() {
    let bytes = bytes(Source::Complete(saved(&sample())), Format::Json);
    assert_eq!(run(&content(), Job::Open(bytes)), Outcome::NotOpened(OpenFault::OtherFormat));
}

proptest! {
    #[test]
    fn any_assessment_gives_a_table_that_is_inert(assessment in arbitrary::assessment()) {
        is_inert(&bytes(Source::Complete(saved(&assessment)), Format::Csv));
    }

    #[test]
    fn the_tables_of_any_assessment_are_joined(assessment in arbitrary::assessment()) {
        for source in [
            Source::Complete(saved(&assessment)),
            Source::Sharing(saved(&assessment), Naming::default()),
        ] {
            is_joined(&tables(bytes(source, Format::Csv)));
        }
    }

    #[test]
    fn the_same_gives_the_same_bytes(assessment in arbitrary::assessment()) {
        for format in Format::ALL {
            let source = || Source::Complete(saved(&assessment));
            prop_assert_eq!(bytes(source(), format), bytes(source(), format));
        }
    }
}
