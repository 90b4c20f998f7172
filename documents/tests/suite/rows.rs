//! Files made of rows and data: what was typed is read back as it was and does nothing.

use documents::worker::run;
use domain::answer::{Answer, Evidence, TacticState};
use domain::assessment::Assessment;
use domain::job::{Job, OpenFault, Outcome, Source};
use domain::report::format::Format;
use domain::sharing::Naming;
use proptest::prelude::*;
use serde_json::Value;

use crate::arbitrary;
use crate::bank::{DATE, MATRIX, With, at_step, empty, states};
use crate::golden::{root, sample};
use crate::hostile::hostile;
use crate::jobs::{content, saved};
use crate::packages;

/// A copy as bytes.
pub(crate) fn bytes(source: Source, format: Format) -> Vec<u8> {
    match run(&content(), Job::Write(source, DATE, format)) {
        Outcome::Written(file) => file.bytes,
        other => panic!("{other:?}"),
    }
}

/// Everything that can be typed, typed with this.
pub(crate) fn typed(text: &str) -> Assessment {
    let mut assessment = empty();
    let scope = std::rc::Rc::make_mut(&mut assessment.scope);
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

fn records(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let records = reader.records().map(|record| record.unwrap());
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
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
    for cell in records(bytes).iter().flatten() {
        assert!(!begins_formula(cell), "{cell:?}");
    }
    // Whatever a reader takes for the end of a cell.
    let text = std::str::from_utf8(bytes).unwrap();
    for separator in [";", "\t", "|", "\n"] {
        for cell in text.split(separator) {
            let cell = cell.trim_start_matches(['"', '\n']);
            assert!(!begins_formula(cell.trim_start_matches('\u{feff}')), "{separator:?} {cell:?}");
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
        let notes: Vec<String> = records(&bytes)
            .into_iter()
            .filter(|record| record[4] == "note")
            .map(|record| record[6].clone())
            .collect();
        assert_eq!(notes.len(), usize::from(!text.trim().is_empty()));
        assert_eq!(bare(&notes.concat()), bare(text));
    }
}

#[test]
fn a_table_has_one_fact_in_a_row_and_named_columns() {
    let complete = records(&bytes(Source::Complete(saved(&sample())), Format::Csv));
    let names = [
        "section", "question", "phase", "tactic", "fact", "label", "value", "step", "number",
        "risk",
    ];
    assert_eq!(complete[0][..10], names);
    assert_eq!(complete[0][10..], ["section_code", "question_code", "confidential"]);
    let promise = |fact: &str| {
        let found = complete.iter().filter(|row| row[11] == "A1.3" && row[4] == fact);
        found.map(|row| row[6].clone()).collect::<Vec<_>>()
    };
    assert_eq!(promise("note"), ["Approved in spring.\n\nSee * the minutes * for <names>."]);
    assert_eq!(promise("evidence-decision"), ["Minutes, item 4 (May 2026)"]);
    assert_eq!(promise("how-sure"), ["Have seen it"]);
    let step = complete.iter().find(|row| row[11] == "A1.3" && row[4] == "step").unwrap();
    assert_eq!(step[7], "4");
    let tactic = complete.iter().find(|row| row[4] == "effect").unwrap();
    assert!(!tactic[2].is_empty() && !tactic[3].is_empty());
    assert!(complete.iter().any(|row| row[12] == "yes"));
    let due = complete.iter().find(|row| row[4] == "action-due").unwrap();
    assert_eq!((&*due[6], &*due[8], &*due[11]), ("2027-01-31", "1", "B1.2"));
    let gap = complete.iter().find(|row| row[4] == "gap").unwrap();
    assert_eq!((&*gap[8], &*gap[11], &*gap[12]), ("1", "B4.1", "yes"));

    let sharing = Source::Sharing(saved(&sample()), Naming::default());
    assert_eq!(records(&bytes(sharing, Format::Csv))[0], names);
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
    fn the_same_gives_the_same_bytes(assessment in arbitrary::assessment()) {
        for format in Format::ALL {
            let source = || Source::Complete(saved(&assessment));
            prop_assert_eq!(bytes(source(), format), bytes(source(), format));
        }
    }
}
