//! What the worker is asked, from bytes to bytes.

use documents::worker::{Content, Worker, run};
use domain::assessment::Assessment;
use domain::date::Date;
use domain::example::{Examples, FilledIn};
use domain::job::{Extent, Fault, Job, Outcome, Source, Stands};
use domain::report::format::Format;
use domain::save::Save;
use domain::sharing::Naming;

use crate::bank::{DATE, With, bank, empty};

/// The day of the examples: not the one on which they are looked at.
const ANSWERED: Date = Date { year: 2026, month: 10, day: 14 };

pub(crate) fn content() -> Content {
    Content { bank: (*bank()).clone(), examples: examples() }
}

/// The same for each: what an assessment says is tried elsewhere.
fn examples() -> Examples {
    let save = Save::of(&crate::golden::sample());
    let each = |_| Ok::<_, ()>(FilledIn { save: save.clone(), answered: ANSWERED });
    Examples::from_each(each).unwrap()
}

pub(crate) fn saved(assessment: &Assessment) -> Box<Save> {
    Box::new(Save::of(assessment))
}

#[test]
fn a_report_is_written_under_its_name() {
    let save = saved(&empty().step("see-people", 2));
    let job = Job::Write(Source::Complete(save.clone()), DATE, Format::Html);
    let Outcome::Written(file) = run(&content(), job) else { panic!() };
    assert_eq!(file.name, "Tidewell-Locate_2026-11-24.html");
    let sharing = Source::Sharing(save, Naming::default());
    let Outcome::Written(file) = run(&content(), Job::Write(sharing, DATE, Format::Markdown))
    else {
        panic!()
    };
    assert_eq!(file.name, "respect-in-practice_2026-11-24_for-sharing.md");
}

#[test]
fn a_save_file_goes_out_and_comes_back() {
    let save = saved(&empty().step("see-people", 2).step("question-of-tomorrow", 3));
    let Outcome::Written(file) = run(&content(), Job::Save(save.clone(), DATE)) else { panic!() };
    assert_eq!(file.name, "Tidewell-Locate_2026-11-24.json");
    assert_eq!(run(&content(), Job::Open(file.bytes)), Outcome::Opened(save));
}

#[test]
fn the_worker_speaks_bytes() {
    let bank = bank();
    let mut texts = bank.texts.clone();
    let report = texts.entries.split_off(domain::texts::interface::NAMES.len());
    let mut guidance = bank.guidance.clone();
    guidance.texts = texts.entries.split_off(domain::texts::interface::FIRST);
    let worker = Worker::new(
        &postcard::to_allocvec(&(&bank.catalogue.first_part(), &texts)).unwrap(),
        &postcard::to_allocvec(&(&guidance, &bank.catalogue)).unwrap(),
        &postcard::to_allocvec(&(&bank.rules, &report, &examples())).unwrap(),
    )
    .unwrap();
    let source = Source::Complete(saved(&empty().step("see-people", 2)));
    let job = Job::Draw(source, DATE, Extent::Whole(Stands::Alone));
    let outcome = worker.run(&postcard::to_allocvec(&job).unwrap());
    let Outcome::Drawn(drawing) = postcard::from_bytes(&outcome).unwrap() else { panic!() };
    assert!(drawing.running.contains("Tidewell Locate"));

    let failed: Outcome = postcard::from_bytes(&worker.run(b"\xff\xff")).unwrap();
    assert_eq!(failed, Outcome::Failed(Fault::Stopped));
    assert!(Worker::new(b"", b"", b"").is_err());
}
