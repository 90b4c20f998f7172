//! Save files: what goes out comes back, and what is no save file is named for what it is.

use documents::json;
use domain::answer::{Evidence, TacticState};
use domain::assessment::Assessment;
use domain::catalogue::Catalogue;
use domain::job::OpenFault;
use domain::progress::Progress;
use domain::risk::{AT_MOST, EVIDENCE_AT_MOST, Letter, Register, Right, Risk, RiskId, Start};
use domain::save::Save;
use domain::save::draft::{self, DraftHead, Written};
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{MATRIX, With, bank, empty, states};
use crate::kept_risks::{whole, with_risks};

fn read(bytes: &[u8]) -> Result<Assessment, OpenFault> {
    json::read(bytes, &bank().catalogue).map(Save::into_assessment)
}

fn file() -> String {
    let assessment = empty().step("see-people", 2).fact("scope-state", "no");
    String::from_utf8(json::write(&assessment).unwrap()).unwrap()
}

#[track_caller]
fn refused(bytes: impl AsRef<[u8]>, expected: OpenFault) {
    assert_eq!(read(bytes.as_ref()), Err(expected));
}

#[test]
fn what_is_no_save_file_is_named_for_what_it_is() {
    refused("", OpenFault::Empty);
    refused(" \r\n\t", OpenFault::Empty);
    refused("\u{feff}", OpenFault::Empty);
    refused("Dear all,", OpenFault::NotASaveFile);
    refused(b"PK\x03\x04\xff\xfe", OpenFault::NotASaveFile);
    refused(b"{\"format\": \"\xff\"}", OpenFault::NotASaveFile);
    refused("{", OpenFault::NotASaveFile);
    refused("[1, 2", OpenFault::NotASaveFile);
    refused("7", OpenFault::OtherFormat);
    refused("[]", OpenFault::OtherFormat);
    refused("{}", OpenFault::OtherFormat);
    refused("{\"format\": null}", OpenFault::OtherFormat);
    refused("{\"format\": \"something-else\", \"version\": 9}", OpenFault::OtherFormat);
    refused("[".repeat(100_000), OpenFault::NotASaveFile);
    refused("{\"a\":".repeat(100_000), OpenFault::NotASaveFile);
    refused(vec![b' '; domain::bounds::file::LENGTH as usize + 1], OpenFault::TooLarge);
}

#[test]
fn a_newer_version_says_so_whatever_else_it_holds() {
    let newer = "{\"format\": \"respect-in-practice\", \"version\": 7, \"plan\": [{}]}";
    refused(newer, OpenFault::Newer { found: 7, newest: 4 });
    let huge = newer.replace('7', "99999999999");
    refused(huge, OpenFault::Newer { found: u32::MAX, newest: 4 });
}

#[test]
fn damage_is_told_by_its_place() {
    let damaged = |from: &str, to: &str| {
        let file = file();
        assert!(file.contains(from));
        match read(file.replacen(from, to, 1).as_bytes()) {
            Err(OpenFault::Damaged { line, column }) => (line, column),
            other => panic!("{other:?}"),
        }
    };
    let (line, _) = damaged("\"step\": 2", "\"step\": 6");
    assert!(line > 30, "{line}");
    damaged("\"words\": \"\"", "\"words\": 4");
    damaged("\"version\": 4", "\"version\": 0");
    damaged("\"version\": 4", "\"version\": \"2\"");
    damaged("\"version\": 4", "\"version\": 4, \"version\": 4");
    damaged("\"version\": 4", "\"version\": 1, \"version\": 4");
    let cut = file();
    let cut = &cut[..cut.len() / 2];
    assert!(matches!(read(cut.as_bytes()), Err(OpenFault::Damaged { .. })));
    assert!(matches!(read(format!("{}x", file()).as_bytes()), Err(OpenFault::Damaged { .. })));
}

#[test]
fn a_record_that_comes_as_a_list_is_damage_at_any_depth() {
    let value: serde_json::Value = serde_json::from_str(&file()).unwrap();
    let listed = |pointer: &str| {
        let mut value = value.clone();
        let record = value.pointer_mut(pointer).unwrap();
        let fields = record.as_object().unwrap().values().cloned().collect();
        *record = serde_json::Value::Array(fields);
        read(&serde_json::to_vec(&value).unwrap())
    };
    for record in ["/answers/0", "/answers/0/choice", "/head/facts/0"] {
        let fault = listed(record).unwrap_err();
        assert!(matches!(fault, OpenFault::Damaged { .. }), "{record}: {fault:?}");
    }
}

#[test]
fn two_records_for_one_question_are_damage() {
    let assessment = empty().step("see-part", 1).step("see-people", 2);
    let file = String::from_utf8(json::write(&assessment).unwrap()).unwrap();
    let twice = file.replace("see-part", "see-people");
    let line = twice.lines().enumerate().filter(|(_, line)| line.contains("see-people")).nth(1);
    let line = u32::try_from(line.unwrap().0).unwrap() + 1;
    refused(twice, OpenFault::Damaged { line, column: 19 });
}

#[test]
fn two_records_for_one_tactic_fact_or_tension_are_damage() {
    let assessment = empty()
        .answered(MATRIX, states(&[("rsch-a", TacticState::Used), ("use-a", TacticState::Used)]))
        .fact("scope-custom", "yes")
        .fact("scope-state", "no");
    let mut assessment = assessment;
    for tension in ["t-all", "t-any"] {
        assessment.set_dismissal(&tension.into(), Some("They do fit.".into()));
    }
    let file = String::from_utf8(json::write(&assessment).unwrap()).unwrap();
    for (one, other) in [("use-a", "rsch-a"), ("scope-state", "scope-custom"), ("t-any", "t-all")] {
        assert!(file.contains(one));
        let read = read(file.replace(one, other).as_bytes());
        assert!(matches!(read, Err(OpenFault::Damaged { line, .. }) if line > 1), "{read:?}");
    }
}

#[test]
fn answers_of_another_bank_are_refused_by_its_name() {
    let other = file().replace("test-bank", "another-bank");
    refused(other, OpenFault::OtherCatalogue("another-bank".to_owned()));
}

#[test]
fn an_earlier_version_of_the_bank_is_opened_and_its_questions_are_kept() {
    let file = file().replace("1.2.3", "1.0.0").replace("see-people", "see-people-of-yesterday");
    let assessment = read(file.as_bytes()).unwrap();
    assert!(assessment.answers.get(&"see-people-of-yesterday".into()).is_some());
    assert_eq!(read(&json::write(&assessment).unwrap()), Ok(assessment));
}

#[test]
fn a_newer_version_of_the_bank_is_refused_by_its_number() {
    for found in ["1.2.4", "1.10.0", "9.0.0"] {
        let newer = OpenFault::NewerBank { found: found.to_owned(), newest: "1.2.3".to_owned() };
        refused(file().replace("1.2.3", found), newer);
    }
}

#[test]
fn a_field_or_a_name_that_is_not_known_is_no_damage() {
    let strange = |from: &str, to: &str| {
        assert!(file().contains(from));
        let read = read(file().replacen(from, to, 1).as_bytes());
        assert!(matches!(read, Err(OpenFault::NotUnderstood { line, .. }) if line > 1), "{read:?}");
    };
    strange("\"words\"", "\"mood\": \"good\",\n\"words\"");
    strange("\"head\": {", "\"head\": {\n\"owner\": \"\",");
    strange("\"form\": \"complete\"", "\"form\": \"middling\"");
    strange("\"unit\": \"product\"", "\"unit\": \"value-chain\"");
    // A file that breaks off is damaged, whatever it held.
    let cut = file().replacen("\"words\"", "\"words\": \"\",\n\"mood", 1);
    let at = cut.find("mood").unwrap();
    assert!(matches!(read(&cut.as_bytes()[..at + 2]), Err(OpenFault::Damaged { .. })));
}

#[test]
fn a_mark_of_byte_order_and_other_line_ends_do_no_harm() {
    let expected = read(file().as_bytes()).unwrap();
    assert_eq!(read(format!("\u{feff}{}", file()).as_bytes()), Ok(expected.clone()));
    assert_eq!(read(file().replace('\n', "\r\n").as_bytes()), Ok(expected));
}

/// What stands in a file where no risk is listed.
const NO_RISKS: &str = ",\n  \"risks\": {\n    \"risks\": [],\n    \"removed\": [],\n    \"reordered\": [],\n    \"leads\": false\n  }";

/// A file of this version without what the version of another one could not say.
fn as_in(earlier: &str, file: &str) -> String {
    let version = |number: u32| format!("\n  \"version\": {number},");
    let written = (1..=4).find(|number| earlier.contains(&version(*number))).unwrap();
    let mut file = file.replace(&version(4), &version(written));
    if written < 4 {
        file = file.replace(NO_RISKS, "").replace(",\n      \"risks\": []", "");
    }
    let blank =
        ",\n      \"elsewhere\": {\n        \"highest\": null,\n        \"place\": \"\"\n      }";
    if written < 3 {
        file = file.replace(blank, "");
    }
    if written > 1 {
        return file;
    }
    file = file.replace(",\n  \"sheets\": []", "");
    let blank = ",\n      \"effort\": null,\n      \"needs\": \"\",\n      \"first_sign\": \"\"";
    file = file.replace(blank, "");
    // The first files of version 1 know no plan.
    if earlier.contains("\n  \"plan\": ") { file } else { file.replace(",\n  \"plan\": []", "") }
}

/// Files that a build has written. They are added to and never edited.
#[test]
fn every_file_ever_made_is_still_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../domain/tests/data/save");
    let real = Catalogue { id: "respect-in-practice".into(), ..bank().catalogue.clone() };
    for (folder, catalogue, at_least) in [
        (format!("{folder}/v1"), &bank().catalogue, 3),
        (format!("{folder}/v1/examples"), &real, 3),
        (format!("{folder}/v2"), &bank().catalogue, 3),
        (format!("{folder}/v3"), &bank().catalogue, 3),
        (format!("{folder}/v4"), &bank().catalogue, 4),
    ] {
        let read = |bytes: &[u8]| json::read(bytes, catalogue).map(Save::into_assessment);
        let mut read_files = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            let bytes = std::fs::read(&path).unwrap();
            let assessment = read(&bytes).unwrap_or_else(|fault| panic!("{path:?}: {fault:?}"));
            let text = String::from_utf8(bytes).unwrap();
            let again = json::write(&assessment).unwrap();
            // What an earlier version did not say is added; all that it said stands as it stood.
            let again = String::from_utf8(again).unwrap();
            assert_eq!(read(again.as_bytes()), Ok(assessment), "{path:?}");
            assert!(as_in(&text, &again) == text, "{path:?} is written otherwise");
            read_files += 1;
        }
        assert!(read_files >= at_least);
    }
}

/// The file of an assessment with everything that can be said of a risk, changed at one place.
fn risks_with(from: &str, to: &str) -> Result<Assessment, OpenFault> {
    let file = String::from_utf8(json::write(&with_risks()).unwrap()).unwrap();
    assert!(file.contains(from), "{from}");
    read(file.replacen(from, to, 1).as_bytes())
}

#[test]
fn a_file_of_the_version_before_is_saved_in_this_one() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../domain/tests/data/save");
    let before = std::fs::read(format!("{folder}/v3/sheets.json")).unwrap();
    let opened = read(&before).unwrap();
    assert!(opened.risks.is_empty());
    let saved = String::from_utf8(json::write(&opened).unwrap()).unwrap();
    assert!(saved.contains("\n  \"version\": 4,") && saved.contains(NO_RISKS));
    assert_eq!(read(saved.as_bytes()), Ok(opened));
}

#[test]
fn two_risks_with_one_number_are_damage() {
    let twice = risks_with("\"id\": 4,\n        \"risk\"", "\"id\": 2,\n        \"risk\"");
    assert!(matches!(twice, Err(OpenFault::Damaged { line, .. }) if line > 300), "{twice:?}");
}

/// A file that was kept, changed as a value.
fn kept_with(name: &str, change: impl Fn(&mut serde_json::Value)) -> Result<Assessment, OpenFault> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../domain/tests/data/save");
    let bytes = std::fs::read(format!("{folder}/{name}")).unwrap();
    let mut file = serde_json::from_slice(&bytes).unwrap();
    change(&mut file);
    read(&serde_json::to_vec(&file).unwrap())
}

#[test]
fn two_actions_or_sheets_with_one_number_are_damage_in_every_version() {
    for (name, list) in
        [("v1/plan.json", "plan"), ("v4/sample.json", "plan"), ("v3/sheets.json", "sheets")]
    {
        let twice = kept_with(name, |file| {
            let all = file[list].as_array_mut().unwrap();
            all.push(all[0].clone());
        });
        assert!(matches!(twice, Err(OpenFault::Damaged { .. })), "{name} {list} {twice:?}");
        assert!(kept_with(name, |_| ()).is_ok(), "{name}");
    }
}

#[test]
fn a_day_of_a_year_that_nobody_can_mean_is_opened_as_it_is_and_counted() {
    let with = |due: &str| {
        kept_with("v4/sample.json", |file| file["plan"][0]["due"] = due.into()).unwrap()
    };
    assert_eq!(with("2026-03-31").unlikely_days(), 0);
    let opened = with("0026-03-31");
    assert_eq!(opened.unlikely_days(), 1);
    assert_eq!(opened.plan.actions()[0].due.map(|day| day.year), Some(26), "it stays as it is");
}

#[test]
fn a_right_a_mark_or_a_month_that_there_is_not_is_damage() {
    for (from, to) in [
        ("          \"rights\": [\n            3", "          \"rights\": [\n            26"),
        ("          \"rights\": [\n            3", "          \"rights\": [\n            0"),
        ("\"known\": 5", "\"known\": 6"),
        ("\"to\": 4", "\"to\": 0"),
        ("2025-03", "2025-13"),
        ("2025-03", "2025-3"),
    ] {
        let read = risks_with(from, to);
        assert!(matches!(read, Err(OpenFault::Damaged { line, .. }) if line > 300), "{read:?}");
    }
}

#[test]
fn a_field_or_a_name_of_a_risk_that_is_not_known_is_no_damage() {
    for (from, to) in [
        ("\"where\": ", "\"weather\": \"\", \"where\": "),
        ("\"tense-times\"", "\"rainy-times\""),
        ("\"heightened\"\n", "\"visitors\"\n"),
        ("\"removed\": ", "\"found\": [], \"removed\": "),
    ] {
        let read = risks_with(from, to);
        assert!(
            matches!(read, Err(OpenFault::NotUnderstood { line, .. }) if line > 300),
            "{read:?}"
        );
    }
}

#[test]
fn more_risks_than_a_register_takes_and_more_choices_than_a_risk_takes_are_opened_as_they_are() {
    let mut risk = whole();
    risk.rights = Right::all().take(4).collect();
    risk.arises.value = Start::ALL.to_vec();
    risk.evidence = vec![Evidence::default(); EVIDENCE_AT_MOST + 1];
    let mut before = with_risks();
    let many = (1..=12).map(|id| Risk { id: RiskId(id), ..risk.clone() }).collect::<Vec<_>>();
    assert!(many.len() > AT_MOST);
    before.risks = Register::of(&many).into();
    before.answer_by_register();
    let opened = read(&json::write(&before).unwrap()).unwrap();
    assert_eq!(opened.risks.risks(), many);
    assert_eq!(opened, before);
}

proptest! {
    /// Whatever was said about what the bank does not have: it is opened, something else is changed, it
    /// is saved, and stands in the file byte for byte as it stood.
    #[test]
    fn what_the_bank_does_not_know_is_written_out_again_as_it_stood(
        answers in proptest::collection::vec(arbitrary::unknown_answer(), 1..6),
        assessment in arbitrary::assessment(),
    ) {
        let mut before = assessment;
        for (at, answer) in answers.into_iter().enumerate() {
            before.answers.set(&format!("question-of-tomorrow-{at}").as_str().into(), Some(answer.into()));
        }
        let file = String::from_utf8(json::write(&before).unwrap()).unwrap();
        let records = |file: &str| -> Vec<String> {
            let begin = "    {\n      \"question\": \"question-of-tomorrow";
            let records = file.match_indices(begin).map(|(at, _)| {
                let end = at + file[at..].find("\n    }").unwrap();
                file[at..end].to_owned()
            });
            records.collect()
        };
        let mut opened = read(file.as_bytes()).unwrap();
        opened = opened.step("see-part", 3);
        let scope = std::rc::Rc::make_mut(&mut opened.scope);
        scope.company.push('!');
        let again = String::from_utf8(json::write(&opened).unwrap()).unwrap();
        prop_assert_ne!(&file, &again);
        prop_assert_eq!(records(&file), records(&again));
        // The same by way of a draft: record by record, as the browser keeps them.
        let records: Vec<_> = draft::all_beside(&opened).into_iter().map(|(_, bytes)| bytes).collect();
        let head = DraftHead::of(&opened, "", Progress::default(), None, Written::default()).to_bytes();
        let head = DraftHead::from_bytes(&head).unwrap();
        let (kept, damaged) = head.with_records(records.iter().map(|bytes| &**bytes));
        prop_assert_eq!(damaged, 0);
        for (id, answer) in kept.answers.iter() {
            prop_assert_eq!(draft::answer_to_bytes(id, answer), draft::answer_to_bytes(id, opened.answers.get(id).unwrap()));
        }
        prop_assert_eq!(kept.answers, opened.answers);
        prop_assert_eq!(&kept.dismissals, &opened.dismissals);
        prop_assert_eq!(&kept.scope, &opened.scope);
    }

    #[test]
    fn any_assessment_survives_save_and_open(assessment in arbitrary::assessment()) {
        let bytes = json::write(&assessment).unwrap();
        prop_assert_eq!(read(&bytes), Ok(assessment));
    }

    #[test]
    fn any_assessment_survives_the_way_to_the_worker(assessment in arbitrary::assessment()) {
        let bytes = postcard::to_allocvec(&Save::of(&assessment)).unwrap();
        let save: Save = postcard::from_bytes(&bytes).unwrap();
        prop_assert_eq!(save.into_assessment(), assessment);
    }

    #[test]
    fn any_bytes_are_answered(bytes in any::<Vec<u8>>()) {
        let _ = read(&bytes);
    }

    #[test]
    fn any_text_is_answered(text in "\\{?\"?(format|version)?\"?:?.{0,40}") {
        let _ = read(text.as_bytes());
    }
}
