//! What page and worker say to each other: jobs one way, outcomes the other, as bytes.

use documents::worker::run;
use domain::date::Date;
use domain::example::Example;
use domain::job::{Extent, Job, OpenFault, Outcome, Source, Stands, WriteFault};
use domain::report::format::Format;
use domain::save::Save;
use domain::sharing::Naming;
use fixtures::bank::{DATE, MOMENT, bank};

use crate::{content, crossing, data};

/// A job that can be read is done, and what came of it arrives; so does any outcome that can be read.
pub(crate) fn check(bytes: &[u8]) {
    if let Ok(job) = postcard::from_bytes::<Job>(bytes) {
        crossing::arrives(&job);
        if !is_on_a_day(&job) {
            return;
        }
        let outcome = content::with(|it| run(it, job));
        assert_ne!(outcome, Outcome::Stopped, "a job that was understood is done");
        crossing::arrives(&outcome);
    }
    if let Ok(outcome) = postcard::from_bytes::<Outcome>(bytes) {
        crossing::arrives(&outcome);
    }
}

/// Whether a job is of a day that there is. The clock of the page gives no other.
fn is_on_a_day(job: &Job) -> bool {
    let day = match job {
        Job::Draw(_, day, _) | Job::Save(_, day) | Job::SaveLocked(_, day, _) => *day,
        Job::Write(_, moment, _) => moment.today,
        Job::Open(_) | Job::Compare(..) | Job::OpenLocked(..) => return true,
    };
    Date::parse(&day.iso()) == Some(day)
}

/// A job of every kind, and what came of each.
pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let catalogue = &bank().catalogue;
    let files = data::files("domain/tests/data/save/v4", ".json");
    let saves: Vec<Box<Save>> = files
        .iter()
        .map(|file| Box::new(documents::json::read(file, catalogue).unwrap()))
        .collect();
    let sheet = data::files("documents/tests/data/sheets/v4", "for-sales.xlsx").remove(0);
    let mut jobs = vec![
        Job::Draw(Source::Blank, DATE, Extent::Whole(Stands::Alone)),
        Job::Draw(Source::Example(Example::default()), DATE, Extent::Result(Vec::new())),
        Job::Open(b"{}".to_vec()),
    ];
    for save in saves {
        let naming = Naming::default();
        let tensions = Extent::Result(vec!["tension".into()]);
        jobs.extend([
            Job::Save(save.clone(), DATE),
            Job::Draw(Source::Complete(save.clone()), DATE, tensions),
            Job::Write(Source::Sharing(save.clone(), naming), MOMENT, Format::Markdown),
            Job::Write(Source::QuestionSheet(save.clone(), "Sales".into(), 7), MOMENT, Format::Csv),
            Job::Compare(save, sheet.clone()),
        ]);
    }
    let mut seeds = Vec::new();
    for job in jobs {
        seeds.push(postcard::to_allocvec(&job).unwrap());
        let outcome = content::with(|it| run(it, job));
        seeds.push(postcard::to_allocvec(&outcome).unwrap());
    }
    let faults = [
        Outcome::NotOpened(OpenFault::Damaged { line: 3, column: 7 }),
        Outcome::NotWritten(WriteFault::NotReadBack),
    ];
    seeds.extend(faults.iter().map(|fault| postcard::to_allocvec(fault).unwrap()));
    seeds.retain(|seed| seed.len() < 40_000);
    seeds
}
