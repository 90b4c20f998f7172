//! Save files: what goes out comes back, and what is no save file is named for what it is.

use documents::json;
use domain::assessment::Assessment;
use domain::catalogue::Catalogue;
use domain::job::OpenFault;
use domain::save::Save;
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{With, bank, empty};

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
    refused(vec![b' '; json::LARGEST + 1], OpenFault::TooLarge);
}

#[test]
fn a_newer_version_says_so_whatever_else_it_holds() {
    let newer = "{\"format\": \"respect-in-practice\", \"version\": 7, \"plan\": [{}]}";
    refused(newer, OpenFault::Newer { found: 7, newest: 1 });
    let huge = newer.replace('7', "99999999999");
    refused(huge, OpenFault::Newer { found: u32::MAX, newest: 1 });
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
    damaged("\"words\"", "\"verbs\"");
    damaged("\"version\": 1", "\"version\": 0");
    damaged("\"version\": 1", "\"version\": \"1\"");
    damaged("\"version\": 1", "\"version\": 1, \"version\": 1");
    let cut = file();
    let cut = &cut[..cut.len() / 2];
    assert!(matches!(read(cut.as_bytes()), Err(OpenFault::Damaged { .. })));
    assert!(matches!(read(format!("{}x", file()).as_bytes()), Err(OpenFault::Damaged { .. })));
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
fn answers_of_another_bank_are_refused_by_its_name() {
    let other = file().replace("test-bank", "another-bank");
    refused(other, OpenFault::OtherCatalogue("another-bank".to_owned()));
}

#[test]
fn another_version_of_the_bank_is_opened_and_its_questions_are_kept() {
    let file = file().replace("1.2.3", "9.0.0").replace("see-people", "see-people-of-tomorrow");
    let assessment = read(file.as_bytes()).unwrap();
    assert!(assessment.answers.get(&"see-people-of-tomorrow".into()).is_some());
    assert_eq!(read(&json::write(&assessment).unwrap()), Ok(assessment));
}

#[test]
fn a_mark_of_byte_order_and_other_line_ends_do_no_harm() {
    let expected = read(file().as_bytes()).unwrap();
    assert_eq!(read(format!("\u{feff}{}", file()).as_bytes()), Ok(expected.clone()));
    assert_eq!(read(file().replace('\n', "\r\n").as_bytes()), Ok(expected));
}

/// Files that a build has written. They are added to and never edited.
#[test]
fn every_file_ever_made_is_still_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../domain/tests/data/save/v1");
    let real = Catalogue { id: "respect-in-practice".into(), ..bank().catalogue.clone() };
    for (folder, catalogue, at_least) in
        [(folder.to_owned(), &bank().catalogue, 3), (format!("{folder}/examples"), &real, 3)]
    {
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
            // The first files of this version know no plan.
            if text.contains("\n  \"plan\": ") {
                assert!(String::from_utf8(again).unwrap() == text, "{path:?} is written otherwise");
            } else {
                assert_eq!(read(&again), Ok(assessment), "{path:?}");
            }
            read_files += 1;
        }
        assert!(read_files >= at_least);
    }
}

proptest! {
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
