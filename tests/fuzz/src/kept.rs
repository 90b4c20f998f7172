//! An assessment that was read from somewhere, as it goes on from there: into records of the browser, into a
//! save file, and into reports. None of that may lose anything of it, or stop.

use documents::worker::run;
use domain::assessment::Assessment;
use domain::job::{Extent, Job, Outcome, Source, Stands};
use domain::report::format::Format;
use domain::save::Save;
use domain::save::draft::{DraftHead, Written, all_beside};
use domain::sharing::{Naming, Shown};
use fixtures::bank::{DATE, MOMENT};

use crate::content;

/// Longer than what is made of the longest input: what decodes into more has no bounds.
const LONGEST: usize = 32 * 1024 * 1024;

/// It is kept as it is.
pub(crate) fn survives_storage(assessment: &Assessment) {
    let head = DraftHead::of(assessment, "", Default::default(), Some(3), Written::new(1, 2));
    let read = DraftHead::from_bytes(&head.to_bytes());
    assert_eq!(read.as_ref(), Some(&head), "a head that was kept reads as it was");
    let records = all_beside(assessment);
    let records = records.iter().map(|(_, bytes)| bytes.as_slice());
    let (again, unread) = head.with_records(records);
    assert_eq!(unread, 0, "every record that was kept can be read");
    assert_eq!(again, *assessment, "the records hold all of it");
}

/// Its save file holds all of it.
pub(crate) fn survives_saving(assessment: &Assessment) {
    let file = match content::with(|it| run(it, Job::Save(Save::of(assessment).into(), DATE))) {
        Outcome::Written(file) => file,
        other => panic!("what is open can be saved: {other:?}"),
    };
    assert!(file.bytes.len() < LONGEST, "the file has bounds");
    match content::with(|it| run(it, Job::Open(file.bytes))) {
        Outcome::Opened(save) => assert_eq!(save.into_assessment(), *assessment),
        other => panic!("what was saved opens: {other:?}"),
    }
}

/// A report is made of it: which one, and in which format, the number says.
pub(crate) fn can_be_told(assessment: &Assessment, which: usize) {
    let save = Box::new(Save::of(assessment));
    let naming =
        Naming { company: Shown::Yes, product: Shown::No, people: Shown::Yes, reach: Shown::Yes };
    let source = match which % 3 {
        0 => Source::Complete(save),
        1 => Source::Sharing(save, naming),
        _ => Source::QuestionSheet(save, "Sales".into(), 7),
    };
    let job = match Format::ALL.get(which / 3 % (Format::ALL.len() + 1)) {
        Some(format) => Job::Write(source, MOMENT, *format),
        None => Job::Draw(source, DATE, Extent::Whole(Stands::Alone)),
    };
    match content::with(|it| run(it, job)) {
        Outcome::Written(file) => assert!(file.bytes.len() < LONGEST, "the file has bounds"),
        Outcome::Drawn(_) => {}
        other => panic!("what is open can be told: {other:?}"),
    }
}
