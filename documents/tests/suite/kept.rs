//! What earlier builds have written opens as it did: drafts of browsers, and question sheets that
//! somebody filled in. The save files of earlier builds are read in `save`. What lies there is added
//! to and never edited.

use std::path::{Path, PathBuf};

use documents::json;
use documents::worker::run;
use domain::assessment::Assessment;
use domain::catalogue::Catalogue;
use domain::job::{Job, Outcome};
use domain::progress::Progress;
use domain::save::Save;
use domain::save::draft::{self, DraftHead, Record, Written};
use domain::sheet::proposal::Proposal;
use domain::sheet::record::CameAs;

use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::bank;
use crate::golden::{root, sample};
use crate::jobs::{content, saved};
use crate::kept_risks::with_risks;
use crate::sheets::{NUMBER, asking, question_sheet, with_sheets};

/// A file that an earlier build has written.
fn kept(path: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let path: PathBuf = root.join(path);
    std::fs::read(&path).unwrap_or_else(|fault| panic!("{path:?}: {fault}"))
}

/// The assessment in a save file, of whichever bank.
fn saved_as(path: &str, bank_id: &str) -> Assessment {
    let catalogue = Catalogue { id: bank_id.into(), ..bank().catalogue.clone() };
    let read = json::read(&kept(path), &catalogue).map(Save::into_assessment);
    read.unwrap_or_else(|fault| panic!("{path}: {fault:?}"))
}

/// The records of a draft, each with the key under which it lay: first its head.
fn records(path: &str) -> Vec<(String, Vec<u8>)> {
    let text = String::from_utf8(kept(path)).unwrap();
    let record = |line: &str| {
        let (key, digits) = line.split_once(' ').unwrap();
        let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
        (key.to_owned(), (0..digits.len()).step_by(2).map(byte).collect())
    };
    text.lines().map(record).collect()
}

#[test]
fn every_draft_ever_kept_opens_as_the_save_file_of_the_same_assessment() {
    let every_kind = "draft/v1/every-kind.json";
    let not_counted = (None, 0);
    // Name, save file of the same, its bank, where the person was, squares, what was counted.
    let drafts = [
        ("without-plan", "draft/v1/without-plan.json", "test-bank", "own-tasks", not_counted),
        ("every-kind", every_kind, "test-bank", "own-tasks", not_counted),
        ("with-version", every_kind, "test-bank", "own-tasks", not_counted),
        ("count-alone", every_kind, "test-bank", "own-tasks", (Some(3), 0)),
        ("counted", every_kind, "test-bank", "own-tasks", (Some(3), 2)),
        ("count-and-partly", every_kind, "test-bank", "own-tasks", (Some(3), 0)),
        ("which-writing", every_kind, "test-bank", "own-tasks", (Some(3), 0)),
        ("begun", "draft/v1/begun.json", "test-bank", "", not_counted),
        ("v2/sample", "save/v2/sample.json", "test-bank", "own-tasks", (Some(3), 0)),
        ("v2/sheets", "save/v2/sheets.json", "test-bank", "own-tasks", (Some(3), 0)),
        ("v3/sample", "save/v3/sample.json", "test-bank", "own-tasks", (Some(3), 0)),
        ("v3/sheets", "save/v3/sheets.json", "test-bank", "own-tasks", (Some(3), 0)),
        ("v4/sample", "save/v4/sample.json", "test-bank", "own-tasks", (Some(3), 0)),
        ("v4/sheets", "save/v4/sheets.json", "test-bank", "own-tasks", (Some(3), 0)),
        ("v4/risks", "save/v4/risks.json", "test-bank", "own-tasks", (Some(3), 0)),
        (
            "orrin-vision",
            "save/v1/examples/orrin-vision.json",
            "respect-in-practice",
            "result",
            not_counted,
        ),
    ];
    let folders = ["v1", "v2", "v3", "v4"]
        .map(|version| root().join("domain/tests/data/draft").join(version));
    let there = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let there = there
        .filter(|file| file.as_ref().unwrap().path().extension().is_some_and(|is| is == "draft"));
    assert_eq!(there.count(), drafts.len(), "each draft is opened here");
    for (name, save, bank, place, counted) in drafts {
        let name = if name.contains('/') { name.to_owned() } else { format!("v1/{name}") };
        let records = records(&format!("domain/tests/data/draft/{name}.draft"));
        let [(key, head), others @ ..] = &records[..] else { panic!("{name} is empty") };
        assert_eq!(key, "head", "{name}");
        let head = DraftHead::from_bytes(head).unwrap();
        let squares = match &*name {
            "v1/begun" => (1, 0, 12),
            "v1/orrin-vision" => (0, 0, 0),
            _ => (13, 1, 16),
        };
        assert_eq!((&*head.place, head.squares), (place, squares), "{name}");
        assert_eq!((head.changes_since_file, head.partly), counted, "{name}");
        let (opened, damaged) = head.with_records(others.iter().map(|(_, bytes)| &**bytes));
        assert_eq!(damaged, 0, "{name}");
        assert_eq!(opened, saved_as(&format!("domain/tests/data/{save}"), bank), "{name}");
    }
}

#[test]
fn a_draft_that_an_earlier_build_began_goes_on_with_records_that_say_their_version() {
    let before = saved_as("domain/tests/data/draft/v1/every-kind.json", "test-bank");
    let mut records = records("domain/tests/data/draft/v1/every-kind.draft");
    let (_, head) = records.remove(0);
    // One answer and the plan are kept anew; all others stay as they lie.
    let id = "see-part".into();
    let answer = before.answers.get(&id).unwrap();
    let mut older = 0;
    for (key, bytes) in &mut records {
        match &**key {
            "see-part" => *bytes = draft::answer_to_bytes(&id, answer),
            draft::PLAN => *bytes = draft::plan_to_bytes(&before.plan),
            _ => older += 1,
        }
        assert!(Record::from_bytes(bytes).is_some(), "{key}");
    }
    assert_eq!(records.len() - older, 2);
    let head = DraftHead::from_bytes(&head).unwrap();
    let (opened, damaged) = head.with_records(records.iter().map(|(_, bytes)| &**bytes));
    assert_eq!((opened, damaged), (before, 0));
}

/// Makes drafts like those of a release, and only where they are not there.
#[test]
fn drafts_of_this_version_are_kept() {
    draft_is_kept("sample", &sample());
    draft_is_kept("sheets", &with_sheets());
    draft_is_kept("risks", &with_risks());
}

fn draft_is_kept(name: &str, assessment: &Assessment) {
    let path = root().join(format!("domain/tests/data/draft/v4/{name}.draft"));
    if !path.exists() && std::env::var_os("UPDATE").is_some() {
        let progress = Progress { answered: 13, not_known: 1, open: 2, ..Progress::default() };
        let written = Written::new(1, 2);
        let head = DraftHead::of(assessment, "own-tasks", progress, Some(3), written).to_bytes();
        let beside = draft::all_beside(assessment).into_iter();
        let beside =
            beside.filter(|(key, _)| key != draft::SHEETS || !assessment.sheets.is_empty());
        let beside = beside.filter(|(key, _)| key != draft::RISKS || !assessment.risks.is_empty());
        let records = [("head".to_owned(), head)].into_iter().chain(beside);
        let line = |(key, bytes): (String, Vec<u8>)| {
            let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{key} {digits}\n")
        };
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, records.map(line).collect::<String>()).unwrap();
    }
    assert!(path.exists());
}

proptest! {
    #[test]
    fn any_assessment_survives_its_draft(assessment in arbitrary::assessment()) {
        let written = Written::new(1, 2);
        let head = DraftHead::of(&assessment, "", Progress::default(), Some(7), written).to_bytes();
        prop_assert_eq!(Written::of(&head), written);
        let records = draft::all_beside(&assessment);
        let head = DraftHead::from_bytes(&head).unwrap();
        prop_assert_eq!((head.changes_since_file, head.written), (Some(7), written));
        let opened = head.with_records(records.iter().map(|(_, bytes)| &**bytes));
        prop_assert_eq!(opened, (assessment, 0));
    }
}

#[test]
fn a_record_of_a_later_build_is_counted_and_all_others_are_read() {
    let before = saved_as("domain/tests/data/draft/v1/every-kind.json", "test-bank");
    let id = "see-part".into();
    let answer = draft::answer_to_bytes(&id, before.answers.get(&id).unwrap());
    for first in [answer[0] + 1, answer[0] | 0x70, 0xff] {
        let mut later = answer.clone();
        later[0] = first;
        let plan = draft::plan_to_bytes(&before.plan);
        let head = DraftHead::from_bytes(&records("domain/tests/data/draft/v1/begun.draft")[0].1);
        let (opened, damaged) = head.unwrap().with_records([&*later, &*plan]);
        assert_eq!((opened.answers.iter().count(), damaged), (0, 1), "{first:x}");
        assert_eq!(opened.plan, before.plan);
    }
}

fn compared(sheet: &str, assessment: &Assessment) -> Proposal {
    let bytes = kept(&format!("documents/tests/data/sheets/{sheet}.xlsx"));
    match run(&content(), Job::Compare(saved(assessment), bytes)) {
        Outcome::Compared(proposal) => *proposal,
        other => panic!("{sheet}: {other:?}"),
    }
}

fn take_over(proposal: &Proposal, assessment: &Assessment) -> Assessment {
    let mut after = assessment.clone();
    proposal.rows.iter().for_each(|row| row.given.take_over(&mut after));
    after
}

/// Makes a sheet like those of a release with what it is compared with, and only where it is not there.
/// Another program fills it in.
#[test]
fn a_sheet_of_this_version_is_kept() {
    let file = |name: &str| root().join(format!("documents/tests/data/sheets/v4/for-sales{name}"));
    let put = |name: &str, bytes: Vec<u8>| {
        if !file(name).exists() && std::env::var_os("UPDATE").is_some() {
            std::fs::create_dir_all(file(name).parent().unwrap()).unwrap();
            std::fs::write(file(name), bytes).unwrap();
        }
        assert!(file(name).exists(), "{name}");
    };
    put(".xlsx", question_sheet(&asking(), "Sales"));
    put(".before.json", json::write(&asking()).unwrap());
    if file("-by-libreoffice.xlsx").exists() {
        let proposal = compared("v4/for-sales-by-libreoffice", &asking());
        put(".after.json", json::write(&take_over(&proposal, &asking())).unwrap());
    }
}

#[test]
fn every_sheet_ever_filled_in_changes_what_it_changed() {
    // Name, filled in with which program, rows that change something, the same, and empty.
    let sheets = [
        ("v1/without-subject", "openpyxl", (3, 0, 0)),
        ("v1/for-sales", "libreoffice", (3, 0, 0)),
        ("v1/all-questions", "openpyxl", (9, 7, 5)),
        ("v1/packed-by-a-library", "openpyxl", (3, 0, 0)),
        ("v2/for-sales", "libreoffice", (3, 0, 0)),
        ("v3/for-sales", "libreoffice", (3, 0, 0)),
        ("v4/for-sales", "libreoffice", (3, 0, 0)),
    ];
    for (name, program, counts) in sheets {
        let saved = |when: &str| {
            let path = format!("documents/tests/data/sheets/{name}.{when}.json");
            saved_as(&path, "test-bank")
        };
        let before = saved("before");
        let proposal = compared(&format!("{name}-by-{program}"), &before);
        assert!(proposal.odd.is_empty(), "{name}: {:?}", proposal.odd);
        let came_as = match name {
            "v2/for-sales" | "v3/for-sales" | "v4/for-sales" => CameAs::Numbered(NUMBER),
            _ => CameAs::Earlier,
        };
        assert_eq!(proposal.came_as, came_as, "{name}");
        assert!(!proposal.other_version && proposal.other_subject.is_none(), "{name}");
        let rows = u32::try_from(proposal.rows.len()).unwrap();
        assert_eq!((rows, proposal.same, proposal.empty), counts, "{name}");
        assert_eq!(take_over(&proposal, &before), saved("after"), "{name}");

        let untouched = compared(name, &before);
        assert!(untouched.rows.is_empty() && untouched.odd.is_empty(), "{name}: {untouched:?}");
        assert_eq!(untouched.empty, counts.0 + counts.1 + counts.2, "{name}");
    }
}
