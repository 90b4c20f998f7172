//! Workbooks, read as other programs read them.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use domain::job::{Job, Outcome, Source};
use domain::report::format::Format;
use domain::sharing::Naming;
use domain::texts::Direction;

use crate::bank::{MOMENT, With, at_step, empty};
use crate::golden::{check, root, sample};
use crate::hostile::hostile;
use crate::jobs::{content, saved};
use crate::packages::parts;
use crate::rows::{bare, bytes, typed};

/// The sheets of a workbook: name and cells.
fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let names = workbook.sheet_names();
    let read = |name: String| {
        let cells = workbook.worksheet_range(&name).unwrap();
        (name, cells.rows().map(<[Data]>::to_vec).collect())
    };
    names.into_iter().map(read).collect()
}

fn told_of(cell: &Data) -> String {
    match cell {
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        cell => cell.to_string().replace('\n', " ⏎ "),
    }
}

fn complete() -> Vec<u8> {
    bytes(Source::Complete(saved(&sample())), Format::Xlsx)
}

fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|(found, _)| found == name);
    found.unwrap_or_else(|| panic!("{name} is missing")).1
}

#[test]
fn workbooks_are_as_they_were() {
    let sources = [
        ("complete", Source::Complete(saved(&sample()))),
        ("sharing", Source::Sharing(saved(&sample()), Naming::default())),
        ("blank", Source::Blank),
    ];
    for (name, source) in sources {
        let mut told = String::new();
        for (sheet, rows) in sheets(&bytes(source, Format::Xlsx)) {
            told.push_str(&format!("== {sheet}\n"));
            for row in rows {
                let cells: Vec<String> = row.iter().map(told_of).collect();
                told.push_str(cells.join(" | ").trim_end());
                told.push('\n');
            }
        }
        check(&root().join(format!("tests/golden/xlsx/{name}.txt")), &told);
    }
}

#[test]
fn what_was_typed_is_text_and_nothing_is_worked_out() {
    for text in hostile() {
        let bytes = bytes(Source::Complete(saved(&typed(text))), Format::Xlsx);
        for (name, xml) in parts(&bytes) {
            let lower = xml.to_lowercase();
            assert!(!lower.contains("targetmode=\"external\""), "{name}");
            assert!(!lower.contains("<hyperlink ") && !lower.contains("<hyperlinks"), "{name}");
            assert!(name.contains("/charts/") || !lower.contains("<f>"), "{name}");
            assert!(!name.contains("externalLink") && !name.contains("vbaProject"), "{name}");
        }
        let facts = sheets(&bytes).pop().unwrap().1;
        let notes: Vec<&Data> =
            facts.iter().filter(|row| row[5] == "Note").map(|row| &row[6]).collect();
        match (text.trim(), notes.as_slice()) {
            ("", []) => {}
            (_, [Data::String(note)]) => assert_eq!(bare(note), bare(text)),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn numbers_are_numbers() {
    let sheets = sheets(&complete());
    let answers = &sheets.iter().find(|(name, _)| name == "Answers").unwrap().1;
    let promise = answers.iter().find(|row| row[1] == "A1.3").unwrap();
    assert_eq!(promise[4], Data::Float(4.0));
    assert_eq!((&promise[5], &promise[6]), (&Data::Empty, &Data::Empty), "no higher step");
    assert_eq!(promise[7], "Have seen it");
    let part = answers.iter().find(|row| row[1] == "B1.4").unwrap();
    assert_eq!(part[5], Data::Float(4.0));
    assert_eq!(part[6], "The * cloud * division, for <all> customers.");
}

#[test]
fn days_of_the_plan_are_days_and_states_are_chosen_from_a_list() {
    let bytes = complete();
    let sheets = sheets(&bytes);
    let plan = &sheets.iter().find(|(name, _)| name == "Plan").unwrap().1;
    let Data::DateTime(due) = &plan[1][3] else { panic!("{:?}", plan[1][3]) };
    assert_eq!(due.to_ymd_hms_milli(), (2027, 1, 31, 0, 0, 0, 0));
    let xml = part(&bytes, "xl/worksheets/sheet4.xml");
    let (_, states) = xml.split_once("sqref=\"F2:F").unwrap();
    assert!(states.contains("<formula1>\"Not started,Started,Done,Will not be done\"<"));
    let (_, efforts) = xml.split_once("sqref=\"G2:G").unwrap();
    assert!(efforts.contains("<formula1>\"Small,Medium,Large\"<"));
    assert_eq!((&plan[1][4], &plan[2][4]), (&Data::Empty, &Data::from("Overdue, 15 days")));
    assert!(xml.find("<autoFilter").unwrap() < xml.find("<dataValidations").unwrap());
    assert!(xml.find("<dataValidations").unwrap() < xml.find("<pageMargins").unwrap());
}

#[test]
fn a_text_that_is_longer_than_a_cell_goes_on_in_the_next_row() {
    let answer = domain::answer::Answer { note: "long 🌊 ".repeat(9_000), ..at_step(2) };
    let assessment = empty().answered("see-people", answer);
    let facts = sheets(&bytes(Source::Complete(saved(&assessment)), Format::Xlsx)).pop().unwrap().1;
    let notes = facts.iter().filter(|row| row[5] == "Note");
    let whole: String = notes.map(|row| row[6].to_string()).collect();
    assert_eq!(whole, "long 🌊 ".repeat(9_000).trim());
}

#[test]
fn the_properties_tell_the_day_of_the_report_and_nothing_else() {
    let core = part(&complete(), "docProps/core.xml");
    assert_eq!(core.matches("2026-11-24T00:00:00Z").count(), 2, "{core}");
    assert!(!core.contains("creator") && !core.contains("lastModifiedBy"), "{core}");
    let sharing = Source::Sharing(saved(&sample()), Naming::default());
    let core = part(&bytes(sharing, Format::Xlsx), "docProps/core.xml");
    assert!(!core.contains("Tidewell") && core.contains("Answers may be left out"), "{core}");
}

#[test]
fn heads_stay_in_sight_and_on_each_page() {
    let bytes = complete();
    let workbook = part(&bytes, "xl/workbook.xml");
    let answers = part(&bytes, "xl/worksheets/sheet2.xml");
    assert!(workbook.contains("_xlnm.Print_Titles"));
    for found in ["<autoFilter ", "state=\"frozen\"", "<pageSetUpPr fitToPage=\"1\"", "landscape"] {
        assert!(answers.contains(found), "{found}");
    }
}

#[test]
fn a_row_is_as_high_as_its_longest_text() {
    let answer = domain::answer::Answer { note: "words ".repeat(40), ..at_step(2) };
    let assessment = empty().answered("see-people", answer);
    let bytes = bytes(Source::Complete(saved(&assessment)), Format::Xlsx);
    let answers = part(&bytes, "xl/worksheets/sheet2.xml");
    assert!(answers.contains("ht=\"120\""));
    assert!(!answers.contains("customHeight"), "it grows when somebody types");
}

#[test]
fn the_profile_has_bars_and_says_in_words_what_they_show() {
    let bytes = complete();
    let chart = part(&bytes, "xl/charts/chart1.xml");
    // The first section stands on top, and the numbers below all bars.
    let (bars, numbers) = chart.split_once("<c:valAx>").unwrap();
    assert!(bars.contains("<c:grouping val=\"stacked\"/>"));
    assert!(bars.contains("<c:orientation val=\"maxMin\"/>"), "{bars}");
    assert!(numbers.contains("<c:crosses val=\"max\"/>"), "{numbers}");
    assert!(bars.contains("prst=\"wdUpDiag\"") && bars.contains("<c:v>B1 Seeing</c:v>"));
    assert!(
        part(&bytes, "xl/drawings/drawing1.xml").contains("descr=\"Bars, one for each section")
    );
}

#[test]
fn sheets_of_languages_that_run_from_right_to_left_do_so() {
    let mut content = content();
    content.bank.texts.direction = Direction::RightToLeft;
    let source = Source::Complete(saved(&sample()));
    let job = Job::Write(source, MOMENT, Format::Xlsx);
    let Outcome::Written(file) = documents::worker::run(&content, job) else { panic!() };
    for (name, xml) in parts(&file.bytes) {
        if name.starts_with("xl/worksheets/sheet") {
            assert!(xml.contains("rightToLeft=\"1\""), "{name}");
        }
    }
}

/// What leads from part to part, and the types of parts, name parts that are there.
#[test]
fn no_part_is_missing_or_without_a_type() {
    let bytes = complete();
    let all: Vec<(String, String)> = parts(&bytes);
    let is_there = |name: &str| all.iter().any(|(found, _)| found == name);
    let types = &all[0].1;
    assert_eq!(all[0].0, "[Content_Types].xml");
    for named in types.split("PartName=\"/").skip(1) {
        let name = named.split('"').next().unwrap();
        assert!(is_there(name), "{name}");
    }
    for (name, xml) in all.iter().filter(|(name, _)| name.ends_with(".rels")) {
        let (folder, _) = name.split_once("_rels/").unwrap();
        for target in xml.split("Target=\"").skip(1) {
            let target = target.split('"').next().unwrap();
            let target = match target.strip_prefix("../") {
                Some(beside) => format!("xl/{beside}"),
                None => format!("{folder}{target}"),
            };
            assert!(is_there(&target), "{name}: {target}");
            assert!(types.contains(&format!("PartName=\"/{target}\"")), "{target}");
        }
    }
}
