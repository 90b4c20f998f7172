//! Sheets of questions that come back, in each format that a spreadsheet saves.

use std::io::{Cursor, Read as _, Write as _};

use cfb::CompoundFile;
use documents::worker::run;
use domain::assessment::Assessment;
use domain::job::{Job, OpenFault, Outcome};
use domain::save::Save;
use domain::sheet::container::Container;
use fixtures::bank::bank;

use crate::{content, crossing, data, kept, parts};

/// The records of a workbook in a compound file.
const WORKBOOK: &str = "Workbook";

thread_local! {
    /// What went out for others, and is asked about on the sheets of the newest version.
    static ASKING: Assessment = {
        let file = data::files("documents/tests/data/sheets/v4", ".before.json").remove(0);
        documents::json::read(&file, &bank().catalogue).unwrap().into_assessment()
    };
}

/// XLSX and ODS: an archive, or the parts of one.
pub(crate) fn check_archive(bytes: &[u8]) {
    match Container::of(bytes) {
        Some(_) => check(bytes),
        None => check(&parts::to_archive(bytes)),
    }
}

/// XLS: a compound file, or the records in one.
pub(crate) fn check_compound(bytes: &[u8]) {
    match Container::of(bytes) {
        Some(_) => check(bytes),
        None => check(&compound(bytes)),
    }
}

/// It is read the same each time, is never a save file, and what it proposes can be taken over, kept and
/// saved; all else is a fault of the file.
fn check(bytes: &[u8]) {
    let before = ASKING.with(Assessment::clone);
    let compare = || {
        let job = Job::Compare(Save::of(&before).into(), bytes.to_vec());
        content::with(|it| run(it, job))
    };
    let outcome = compare();
    assert_eq!(compare(), outcome, "read twice, a sheet says the same");
    crossing::arrives(&outcome);
    let opened = content::with(|it| run(it, Job::Open(bytes.to_vec())));
    match outcome {
        Outcome::Compared(proposal) => {
            assert_eq!(opened, Outcome::NotOpened(OpenFault::SheetAlone));
            let mut after = before;
            for row in &proposal.rows {
                row.given.take_over(&mut after);
            }
            after.answer_by_register();
            kept::survives_storage(&after);
            kept::survives_saving(&after);
            kept::can_be_told(&after, bytes.len());
        }
        Outcome::NotOpened(fault) => assert_eq!(opened, Outcome::NotOpened(fault)),
        other => panic!("a sheet is compared, or cannot be read: {other:?}"),
    }
}

/// A compound file that holds these bytes as the records of a workbook.
fn compound(records: &[u8]) -> Vec<u8> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(WORKBOOK).unwrap().write_all(records).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// Workbooks of Office Open XML of every version of the sheet, and one as it is packed.
pub(crate) fn xlsx() -> Vec<Vec<u8>> {
    let mut all = data::files("documents/tests/data/sheets", ".xlsx");
    let whole = all.iter().min_by_key(|file| file.len()).cloned();
    for file in &mut all {
        *file = parts::of_archive(file, |name| {
            name.ends_with(".xml.rels")
                || name.ends_with("/.rels")
                || (name.starts_with("xl/") && !name.starts_with("xl/theme"))
        });
    }
    all.extend(whole);
    all
}

/// An OpenDocument workbook, as its parts and as it is packed.
pub(crate) fn ods() -> Vec<Vec<u8>> {
    let whole = data::files("documents/tests/data", ".ods");
    let names = ["mimetype", "content.xml", "META-INF/manifest.xml"];
    let parts = whole.iter().map(|file| parts::of_archive(file, |name| names.contains(&name)));
    parts.chain(whole.iter().cloned()).collect()
}

/// A workbook of Excel until 2003, as its records and as it is packed.
pub(crate) fn xls() -> Vec<Vec<u8>> {
    let whole = data::files("documents/tests/data", ".xls");
    let records = whole.iter().map(|file| {
        let mut records = Vec::new();
        let mut file = CompoundFile::open(Cursor::new(file)).unwrap();
        file.open_stream(WORKBOOK).unwrap().read_to_end(&mut records).unwrap();
        records
    });
    records.chain(whole.iter().cloned()).collect()
}
