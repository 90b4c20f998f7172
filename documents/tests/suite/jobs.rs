//! What the worker is asked, from bytes to bytes.

use documents::worker::{Content, Worker, rescue, run};
use domain::assessment::Assessment;
use domain::bank::Bank;
use domain::date::Date;
use domain::example::{Examples, FilledIn};
use domain::job::{Extent, Job, Outcome, Source, Stands};
use domain::pack::{self, Build, First, Later, PackFault};
use domain::progress::Progress;
use domain::report::format::Format;
use domain::risk::{Kept, Rated};
use domain::save::Save;
use domain::save::draft::{self, DraftHead, Written};
use domain::sharing::Naming;

use crate::bank::{DATE, MOMENT, With, bank, empty};
use crate::kept_risks::with_risks;

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
    let job = Job::Write(Source::Complete(save.clone()), MOMENT, Format::Html);
    let Outcome::Written(file) = run(&content(), job) else { panic!() };
    assert_eq!(file.name, "Tidewell-Locate_2026-11-24.html");
    let sharing = Source::Sharing(save, Naming::default());
    let Outcome::Written(file) = run(&content(), Job::Write(sharing, MOMENT, Format::Markdown))
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
fn the_save_file_of_stored_records_holds_the_risks_and_is_made_where_one_of_them_cannot_be_read() {
    let before = with_risks();
    let head = DraftHead::of(&before, "", Progress::default(), None, Written::default()).to_bytes();
    let records = draft::all_beside(&before);
    let rescued = |left_out: &str| {
        let records = records.iter().filter(|(key, _)| key != left_out);
        let file = rescue(&content(), &head, records.map(|(_, bytes)| &**bytes), DATE).unwrap();
        match run(&content(), Job::Open(file.bytes)) {
            Outcome::Opened(save) => save.into_assessment(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(rescued(""), before);
    // What the register answers is not said where the register is gone, and is where its record is.
    let without = rescued(draft::RISKS);
    assert!(without.risks.is_empty());
    assert_eq!(without.answers.get(&"sense-salient-list".into()), None);
    assert_eq!(rescued("sense-salient-list"), before);
}

#[test]
fn after_a_crash_a_file_is_made_also_where_the_bytes_of_a_risk_say_less_than_its_record() {
    let before = with_risks();
    let kept = before.risks.first().unwrap();
    let damaged =
        Kept::from_parts(kept.id, &kept.name, kept.standing, [kept.rated, kept.near], &[9]);
    let mut risks = (*before.risks).clone();
    risks.put_kept(damaged);
    let head = DraftHead::of(&before, "", Progress::default(), None, Written::default()).to_bytes();
    let risks = draft::risks_to_bytes(&risks);
    let file = rescue(&content(), &head, [&*risks], DATE).unwrap();
    let Outcome::Opened(save) = run(&content(), Job::Open(file.bytes)) else { panic!() };
    let after = save.into_assessment();
    assert_eq!(after.risks.kept().len(), before.risks.kept().len());
    let read = after.risks.get(kept.id).unwrap();
    assert_eq!((&*read.name, read.rated), (&*kept.name, Rated::No), "its name alone could be read");
}

/// The packs of a bank, for a program of this build.
fn packs(bank: &Bank, build: Build) -> [Vec<u8>; 3] {
    [
        First::of(bank, build).to_bytes(),
        Later::of(bank, &examples(), build).to_bytes(),
        pack::Worker::of(bank, &examples(), build).to_bytes(),
    ]
}

#[test]
fn what_was_packed_is_the_same_bank_again() {
    let content = content();
    let [first, later, worker] = packs(&content.bank, Build(1));
    assert_ne!(First::from_bytes(&first, Build(1)).unwrap().catalogue, content.bank.catalogue);
    let read = Content::read(&first, &later, &worker, Build(1)).unwrap();
    assert_eq!((read.bank, read.examples), (content.bank, content.examples));
}

#[test]
fn a_pack_of_another_build_is_refused_whichever_it_is() {
    let bank = bank();
    let own = packs(&bank, Build(1));
    for other in 0..own.len() {
        let mut mixed = own.clone();
        mixed[other] = packs(&bank, Build(2))[other].clone();
        let [first, later, worker] = &mixed;
        let read = Content::read(first, later, worker, Build(1));
        assert_eq!(read.err(), Some(PackFault::OtherBuild), "pack {other}");
    }
    let [first, later, worker] = &own;
    let cut = &later[..later.len() / 2];
    let read = Content::read(first, cut, worker, Build(1));
    assert_eq!(read.err(), Some(PackFault::Damaged));
    assert_eq!(Content::read(b"", later, worker, Build(1)).err(), Some(PackFault::Damaged));
}

#[test]
fn the_worker_speaks_bytes() {
    let [first, later, packed] = packs(&bank(), Build::named(None));
    let worker = Worker::new(&first, &later, &packed).unwrap();
    let source = Source::Complete(saved(&empty().step("see-people", 2)));
    let job = Job::Draw(source, DATE, Extent::Whole(Stands::Alone));
    let outcome = worker.run(&postcard::to_allocvec(&job).unwrap());
    let Outcome::Drawn(drawing) = postcard::from_bytes(&outcome).unwrap() else { panic!() };
    assert!(drawing.running.contains("Tidewell Locate"));

    let failed: Outcome = postcard::from_bytes(&worker.run(b"\xff\xff")).unwrap();
    assert_eq!(failed, Outcome::Stopped);
    assert!(Worker::new(b"", b"", b"").is_err());
}
