//! Damaged files by kind: each ends with a sentence that says what is wrong and what can be done.

use std::io::{Cursor, Write as _};

use cfb::CompoundFile;
use documents::worker::{RescueFault, rescue, run};
use domain::job::{Job, OpenFault, Outcome, Source, TooMuch};
use domain::passphrase::LockFault;
use domain::progress::Progress;
use domain::report::format::Format;
use domain::save::draft::{self, DraftHead, Written};
use rust_xlsxwriter::Workbook;

use crate::bank::{DATE, With, empty};
use crate::jobs::{content, saved};
use crate::packages::{packed, parts_as_bytes};
use crate::sheets::{ODS, XLS, asking, written, xlsx};

/// The sentences of the page, as they stand in its content.
const SENTENCES: &str = include_str!("../../../content/en/interface/later/notices.toml");

/// The sentence about a fault: the page looks it up by this name (`src/view/notices.rs`).
fn sentence(fault: &OpenFault) -> &'static str {
    let name = match fault {
        OpenFault::TooLarge => "too-large",
        OpenFault::Empty => "empty",
        OpenFault::NotASaveFile => "not-a-save-file",
        OpenFault::OtherFormat => "other-format",
        OpenFault::Newer { .. } => "newer",
        OpenFault::NewerBank { .. } => "newer-bank",
        OpenFault::NotUnderstood { .. } => "not-understood",
        OpenFault::Damaged { .. } => "damaged",
        OpenFault::OtherCatalogue(_) => "other-catalogue",
        OpenFault::NotASheet => "not-a-sheet",
        OpenFault::Protected => "protected",
        OpenFault::Labelled => "labelled",
        OpenFault::DamagedWorkbook => "damaged-workbook",
        OpenFault::OldEncoding => "old-encoding",
        OpenFault::TooMuch(TooMuch::Unpacked) => "too-much",
        OpenFault::TooMuch(TooMuch::Sheets(_)) => "sheets",
        OpenFault::TooMuch(TooMuch::Rows(_)) => "rows",
        OpenFault::TooMuch(TooMuch::Columns(_)) => "columns",
        OpenFault::TooMuch(TooMuch::Cells(_)) => "cells",
        OpenFault::TooMuch(TooMuch::Questions(_)) => "questions",
        OpenFault::TooMuch(TooMuch::Letters(_)) => "letters",
        OpenFault::TooMuch(TooMuch::Depth) => "depth",
        OpenFault::TooMuch(TooMuch::Entries(_)) => "entries",
        OpenFault::TooMuch(TooMuch::Text) => "text",
        OpenFault::PutOff => "put-off",
        OpenFault::Several => "several",
        OpenFault::SheetAlone => "sheet-alone",
        OpenFault::Stopped => "stopped",
        OpenFault::NotHere => "not-here",
        // It is said where the next one is asked for.
        OpenFault::Locked(LockFault::WrongPassphrase) => "wrong-passphrase",
        OpenFault::Locked(LockFault::Damaged) => "locked-damaged",
        OpenFault::Locked(LockFault::TooMuchWork) => "locked-too-much",
        OpenFault::Locked(LockFault::NeedsKey) => "locked-key",
        OpenFault::Locked(LockFault::Newer) => "locked-newer",
        OpenFault::Locked(LockFault::NotHere) => "locked-not-here",
    };
    let (_, faults) = SENTENCES.split_once("[fault]").unwrap();
    let line = faults.lines().find_map(|line| line.strip_prefix(&format!("{name} = ")));
    line.unwrap_or_else(|| panic!("no sentence for {name}")).trim_matches('"')
}

fn save() -> String {
    let job = Job::Save(saved(&empty().step("see-people", 2)), DATE);
    let Outcome::Written(file) = run(&content(), job) else { panic!() };
    String::from_utf8(file.bytes).unwrap()
}

/// A package in which one part is another.
fn with(package: &[u8], name: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut parts = parts_as_bytes(package);
    let part =
        parts.iter_mut().find(|(found, _)| found == name).unwrap_or_else(|| panic!("{name}"));
    part.1 = change(std::mem::take(&mut part.1));
    packed(&parts)
}

fn without(package: &[u8], name: &str) -> Vec<u8> {
    let mut parts = parts_as_bytes(package);
    parts.retain(|(found, _)| found != name);
    packed(&parts)
}

fn replaced(text: Vec<u8>, from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1).into_bytes()
}

fn cut(bytes: &[u8], hundredths: usize) -> Vec<u8> {
    bytes[..bytes.len() * hundredths / 100].to_vec()
}

fn compound(streams: &[&str]) -> Vec<u8> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for stream in streams {
        if let Some((folder, _)) = stream.rsplit_once('/') {
            file.create_storage_all(folder).unwrap();
        }
        file.create_stream(stream).unwrap().write_all(&[7; 5_000]).unwrap();
    }
    file.into_inner().into_inner()
}

/// An archive of which the first file says that it is encrypted.
fn encrypted_archive() -> Vec<u8> {
    let mut bytes = xlsx();
    let central = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    bytes[6] |= 1;
    bytes[central + 8] |= 1;
    bytes
}

fn workbook(fill: impl Fn(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook);
    workbook.save_to_buffer().unwrap()
}

/// A record of a workbook of the oldest format inside its file.
fn records(records: &[(u16, &[u8])]) -> Vec<u8> {
    let stream: Vec<u8> = records
        .iter()
        .flat_map(|(kind, data)| {
            let length = u16::try_from(data.len()).unwrap();
            [&kind.to_le_bytes(), &length.to_le_bytes(), *data].concat()
        })
        .collect();
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("Workbook").unwrap().write_all(&stream).unwrap();
    file.into_inner().into_inner()
}

const BEGINS: (u16, &[u8]) = (0x0809, &[0, 6, 5, 0]);
const SHEET: &str = "xl/worksheets/sheet2.xml";

#[allow(clippy::too_many_lines, reason = "a table")]
fn damaged() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let save = save();
    let text = |text: &str| text.as_bytes().to_vec();
    let changed = |from: &str, to: &str| replaced(save.clone().into_bytes(), from, to);
    let holding = |value: &str| changed("{", &format!("{{\"plan_of_old\": {value},"));
    let xlsx = xlsx();
    let in_sheet = |xml: &str| with(&xlsx, SHEET, |_| text(xml));
    let wide = |save: &str| -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(save.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    let ods = |from: &'static str, to: &'static str| {
        with(ODS, "content.xml", |xml| replaced(xml, from, to))
    };
    vec![
        ("save: nothing in it", Vec::new(), "It is empty"),
        ("save: blanks alone", text(" \r\n\t"), "It is empty"),
        ("save: a byte order mark alone", text("\u{feff}"), "It is empty"),
        ("save: cut in the middle", cut(save.as_bytes(), 50), "It is damaged at line"),
        (
            "save: without its last brace",
            cut(save.trim_end().as_bytes(), 99),
            "It is damaged at line",
        ),
        ("save: its beginning gone", save.as_bytes()[40..].to_vec(), "It is not a save file"),
        ("save: something behind it", text(&(save.clone() + "{}")), "It is damaged at line"),
        ("save: a comma too much", changed("{", "{,"), "It is not a save file"),
        (
            "save: a byte that is no UTF-8",
            [b"{\"a\": \"\xff\"}".to_vec(), text(&save)].concat(),
            "It is not a save file",
        ),
        ("save: as UTF-16", wide(&save), "It is not a save file"),
        ("save: a page of HTML with it", text("<!doctype html><p>404"), "It is not a save file"),
        ("save: a picture", text("\u{89}PNG\r\n\u{1a}\0"), "It is not a save file"),
        ("save: of another program", text("{\"format\": \"other\"}"), "another program"),
        ("save: a list", text("[1, 2]"), "another program"),
        ("save: without its format", changed("\"format\"", "\"kind\""), "another program"),
        (
            "save: of a newer version",
            changed("\"version\": 4", "\"version\": 99"),
            "newer version of this page",
        ),
        (
            "save: of version nought",
            changed("\"version\": 4", "\"version\": 0"),
            "It is damaged at line",
        ),
        (
            "save: a version in words",
            changed("\"version\": 4", "\"version\": \"four\""),
            "It is damaged at line",
        ),
        ("save: of a newer bank", changed("1.2.3", "9.0.0"), "newer version of the questions"),
        (
            "save: a list of more entries than are read",
            holding(&format!("[{}0]", "0,".repeat(2_000))),
            "more than {most} entries",
        ),
        (
            "save: an object of more names than are read",
            holding(&format!("{{{}\"z\": 0}}", "\"a\": 0,".repeat(2_000))),
            "more than {most} entries",
        ),
        (
            "save: lists deeper inside each other than are read",
            holding(&("[".repeat(30) + &"]".repeat(30))),
            "too deep inside each other",
        ),
        (
            "save: one text longer than is read",
            holding(&format!("\"{}\"", "a".repeat(1_048_577))),
            "longer than a million letters",
        ),
        ("save: of another bank", changed("test-bank", "other"), "another set of questions"),
        (
            "save: a field nobody knows",
            changed("{", "{\"mood\": 1,"),
            "something that this page does not know",
        ),
        ("save: a step above all", changed("\"step\": 2", "\"step\": 9"), "It is damaged at line"),
        (
            "save: a step in words",
            changed("\"step\": 2", "\"step\": \"two\""),
            "It is damaged at line",
        ),
        ("save: larger than any", vec![b' '; 20 * 1024 * 1024 + 1], "larger than any save file"),
        (
            "save: brackets without end",
            [b"{\"format\": ".to_vec(), vec![b'['; 100_000]].concat(),
            "It is not a save file",
        ),
        ("archive: its first bytes alone", text("PK\u{3}\u{4}"), "The workbook is damaged"),
        ("archive: without files", packed(&[]), "no question sheet"),
        ("archive: of other files", packed(&[("a.txt".into(), text("a"))]), "no question sheet"),
        (
            "archive: of one letter over and over",
            packed(&[("a".into(), vec![b'a'; 30_000_000])]),
            "larger than any question sheet",
        ),
        (
            "archive: of too many files",
            packed(&(0..1_100).map(|at| (at.to_string(), Vec::new())).collect::<Vec<_>>()),
            "larger than any question sheet",
        ),
        ("archive: encrypted", encrypted_archive(), "It opens with a password"),
        ("xlsx: cut in the middle", cut(&xlsx, 50), "The workbook is damaged"),
        ("xlsx: without its last bytes", cut(&xlsx, 99), "The workbook is damaged"),
        (
            "xlsx: without the list of sheets",
            without(&xlsx, "xl/workbook.xml"),
            "no question sheet",
        ),
        ("xlsx: a sheet is gone", without(&xlsx, SHEET), "The workbook is damaged"),
        (
            "xlsx: where its sheets lie is gone",
            without(&xlsx, "xl/_rels/workbook.xml.rels"),
            "The workbook is damaged",
        ),
        (
            "xlsx: the list of sheets is empty",
            with(&xlsx, "xl/workbook.xml", |_| Vec::new()),
            "The workbook is damaged",
        ),
        ("xlsx: a sheet that is no XML", in_sheet("PNG"), "The workbook is damaged"),
        (
            "xlsx: a sheet that ends in a cell",
            with(&xlsx, SHEET, |xml| cut(&xml, 60)),
            "The workbook is damaged",
        ),
        (
            "xlsx: elements that cross",
            with(&xlsx, SHEET, |xml| replaced(xml, "</row>", "</c>")),
            "The workbook is damaged",
        ),
        (
            "xlsx: a cell without a place it can have",
            with(&xlsx, SHEET, |xml| replaced(xml, "r=\"A1\"", "r=\"1A\"")),
            "The workbook is damaged",
        ),
        (
            "xlsx: texts that declare something",
            with(&xlsx, "xl/sharedStrings.xml", |xml| replaced(xml, "</t>", "&b;</t>")),
            "The workbook is damaged",
        ),
        (
            "xlsx: two tabs that are one file",
            with(&xlsx, "xl/_rels/workbook.xml.rels", |xml| {
                replaced(xml, "sheet3.xml", "sheet2.xml")
            }),
            "The workbook is damaged",
        ),
        (
            "xlsx: a report and no sheet",
            written(Source::Complete(saved(&asking())), Format::Xlsx),
            "no question sheet",
        ),
        (
            "xlsx: too many tabs",
            workbook(|book| (0..101).for_each(|_| drop(book.add_worksheet().write(0, 0, 1)))),
            "more than {most} tabs",
        ),
        (
            "xlsx: too many rows",
            workbook(|book| {
                let sheet = book.add_worksheet();
                (0..20_001).for_each(|row| {
                    sheet.write(row, 0, 1).unwrap();
                });
            }),
            "more than {most} rows",
        ),
        (
            "xlsx: a cell far to the right",
            workbook(|book| drop(book.add_worksheet().write(0, 16_000, 1))),
            "beyond column",
        ),
        (
            "xlsx: too many cells",
            workbook(|book| {
                let sheet = book.add_worksheet();
                (0..260).for_each(|row| {
                    (0..1_000).for_each(|column| {
                        sheet.write(row, column, 1).unwrap();
                    })
                });
            }),
            "more than {most} cells",
        ),
        (
            "xlsx: of a newer format",
            with(&xlsx, "xl/worksheets/sheet4.xml", |xml| replaced(xml, "<v>4</v>", "<v>5</v>")),
            "newer version of this page",
        ),
        (
            "xlsx: of a newer bank",
            with(&xlsx, "xl/sharedStrings.xml", |xml| replaced(xml, ">1.2.3<", ">9.0.0<")),
            "newer version of the questions",
        ),
        (
            "xlsx: of another bank",
            with(&xlsx, "xl/sharedStrings.xml", |xml| replaced(xml, "test-bank", "other")),
            "another set of questions",
        ),
        ("ods: cut in the middle", cut(ODS, 50), "The workbook is damaged"),
        ("ods: without its cells", without(ODS, "content.xml"), "The workbook is damaged"),
        (
            "ods: without its manifest",
            without(ODS, "META-INF/manifest.xml"),
            "The workbook is damaged",
        ),
        (
            "ods: its cells end in a table",
            with(ODS, "content.xml", |xml| cut(&xml, 70)),
            "The workbook is damaged",
        ),
        (
            "ods: it declares something",
            ods("<office:document-content", "<!DOCTYPE a><office:document-content"),
            "The workbook is damaged",
        ),
        (
            "ods: a cell a billion times",
            ods(
                "</table:table>",
                "<table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell office:value-type=\"string\"/></table:table-row></table:table>",
            ),
            "larger than any question sheet",
        ),
        (
            "ods: with a password",
            with(ODS, "META-INF/manifest.xml", |xml| {
                replaced(
                    xml,
                    "</manifest:manifest>",
                    "<manifest:encryption-data/></manifest:manifest>",
                )
            }),
            "It opens with a password",
        ),
        ("xls: cut in the middle", cut(XLS, 50), "The workbook is damaged"),
        ("xls: its first bytes alone", XLS[..600].to_vec(), "The workbook is damaged"),
        ("xls: a document of that time", compound(&["WordDocument"]), "no question sheet"),
        (
            "xls: a record that is too long",
            records(&[BEGINS, (0x0203, &[0; 3])]),
            "The workbook is damaged",
        ),
        (
            "xls: a tab that begins nowhere",
            records(&[BEGINS, (0x0085, &[9, 9, 0, 0, 0, 0, 1, 0, b'a'])]),
            "The workbook is damaged",
        ),
        (
            "xls: a table as large as can be said",
            records(&[BEGINS, (0x00fd, &[255, 255, 255, 0, 0, 0, 0, 0, 0, 0])]),
            "larger than any question sheet",
        ),
        ("xls: with a password", records(&[BEGINS, (0x002f, &[1; 6])]), "It opens with a password"),
        (
            "xlsx: with a password",
            compound(&["EncryptionInfo", "EncryptedPackage"]),
            "It opens with a password",
        ),
        (
            "xlsx: with a label",
            compound(&[
                "EncryptedPackage",
                "\u{6}DataSpaces/TransformInfo/DRMEncryptedTransform/\u{6}Primary",
            ]),
            "A sensitivity label",
        ),
        ("csv: of something else", text("name,age\nAnna,41\n"), "It is not a save file"),
        (
            "csv: more questions than are read",
            text(&("Code,Question,Your answer\n".to_owned() + &"A1.3,Why,3\n".repeat(1_001))),
            "More than {most} rows of it ask something",
        ),
        (
            "csv: in an encoding of before Unicode",
            b"Code,Question,Your answer\r\nA1.3,Don\x92t,3\r\n".to_vec(),
            "an encoding of before Unicode",
        ),
        (
            "csv: UTF-16 cut in a letter",
            b"\xff\xfeC\0o\0d".to_vec(),
            "an encoding of before Unicode",
        ),
        (
            "csv: a cell without end",
            [b"Code,\"".to_vec(), vec![b'a'; 60_000]].concat(),
            "One cell holds more than",
        ),
    ]
}

#[test]
fn each_kind_of_damage_ends_with_its_sentence() {
    let kinds = damaged();
    assert!(kinds.len() >= 60);
    let content = content();
    for (kind, bytes, says) in kinds {
        let fault = match run(&content, Job::Open(bytes.clone())) {
            Outcome::NotOpened(fault) => fault,
            other => panic!("{kind}: {other:?}"),
        };
        let sentence = sentence(&fault);
        assert!(sentence.contains(says), "{kind}: {fault:?}: {sentence}");
        assert!(sentence.ends_with('.'), "{kind}: {sentence}");
        // The same is said where an assessment is open, but of a save file, which is not compared.
        if !kind.starts_with("save") {
            let compared = run(&content, Job::Compare(saved(&empty()), bytes));
            assert_eq!(compared, Outcome::NotOpened(fault), "{kind}");
        }
    }
}

/// Records of a draft in the browser's storage: a damaged head leaves nothing to write and says so, and
/// of damaged answers all others are there.
#[test]
fn damaged_drafts_say_so_or_lose_nothing_but_what_is_damaged() {
    let before = empty().step("see-people", 2).step("own-promise", 3);
    let head = DraftHead::of(&before, "", Progress::default(), None, Written::default()).to_bytes();
    let records = draft::all_beside(&before);
    let whole: Vec<&[u8]> = records.iter().map(|(_, record)| &**record).collect();
    let mut newer = head.clone();
    newer[0] += 1;
    for (kind, head) in [
        ("empty", Vec::new()),
        ("one byte", head[..1].to_vec()),
        ("cut in the middle", cut(&head, 50)),
        ("of a newer version", newer.clone()),
        ("noughts", vec![0; head.len()]),
        ("ones", vec![0xff; 200]),
    ] {
        let rescued = rescue(&content(), &head, whole.iter().copied(), DATE);
        assert_eq!(rescued, Err(RescueFault::NoHead), "{kind}");
    }
    assert!(DraftHead::is_newer(&newer) && !DraftHead::is_newer(&head));
    for (kind, record) in [
        ("empty", Vec::new()),
        ("one byte", whole[0][..1].to_vec()),
        ("cut in the middle", cut(whole[0], 50)),
        ("noughts", vec![0; 40]),
        ("ones", vec![0xff; 40]),
    ] {
        let left: Vec<&[u8]> = [&*record].into_iter().chain(whole[1..].iter().copied()).collect();
        let file = rescue(&content(), &head, left, DATE).unwrap();
        let Outcome::Opened(save) = run(&content(), Job::Open(file.bytes)) else {
            panic!("{kind}")
        };
        let answers = save.into_assessment().answers;
        assert!(answers.iter().count() + 1 >= before.answers.iter().count(), "{kind}");
    }
}
