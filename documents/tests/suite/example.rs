//! An example says in every format that it is one, and leads nowhere in the page.

use documents::worker::run;
use domain::example::Example;
use domain::job::{Extent, Job, Outcome, Source, Stands};
use domain::report::format::Format;
use domain::sharing::Naming;
use domain::texts::report::{COVER_NOTICE_CONFIDENTIAL, COVER_NOTICE_EXAMPLE};

use crate::bank::{DATE, MOMENT};
use crate::golden::sample;
use crate::jobs::{content, saved};
use crate::packages;

const EXAMPLE: Source = Source::Example(Example::TamarinMessenger);

/// The words of a file, unpacked where it is packed.
fn told(source: &Source, format: Format) -> String {
    let Outcome::Written(file) = run(&content(), Job::Write(source.clone(), MOMENT, format)) else {
        panic!("{format:?}")
    };
    // Lines of a calendar are folded.
    packages::text(file.bytes).replace("\r\n ", "")
}

#[test]
fn every_format_says_that_the_company_is_invented() {
    let content = content();
    // A piece of the notice that no format escapes.
    let words = |key| {
        let notice = content.bank.texts.get(key);
        let pieces = notice.split(|letter: char| !letter.is_alphanumeric() && letter != ' ');
        pieces.max_by_key(|piece| piece.len()).unwrap().trim().to_owned()
    };
    let (invented, own) = (words(COVER_NOTICE_EXAMPLE), words(COVER_NOTICE_CONFIDENTIAL));
    let complete = Source::Complete(saved(&sample()));
    for format in Format::ALL {
        let example = told(&EXAMPLE, format);
        assert!(example.contains(&invented), "{format:?}");
        assert!(!example.contains(&own), "{format:?}");
        assert!(told(&complete, format).contains(&own), "{format:?}: the words are looked for");
        let sharing = Source::Sharing(saved(&sample()), Naming::default());
        for own in [&complete, &sharing] {
            assert!(!told(own, format).contains(&invented), "{format:?}");
        }
    }
}

#[test]
fn a_day_of_an_example_in_a_calendar_says_so_itself() {
    let calendar = told(&EXAMPLE, Format::Calendar);
    let events: Vec<_> = calendar.split("BEGIN:VEVENT").skip(1).collect();
    assert_eq!(events.len(), 3);
    for event in events {
        assert!(event.contains("nvented example"), "{event}");
    }
}

#[test]
fn in_the_page_no_square_leads_to_the_answers_of_the_person() {
    let drawn = |source: Source| {
        let job = Job::Draw(source, DATE, Extent::Whole(Stands::Below));
        let Outcome::Drawn(drawing) = run(&content(), job) else { panic!() };
        format!("{drawing:?}")
    };
    let (example, own) = (drawn(EXAMPLE), drawn(Source::Complete(saved(&sample()))));
    assert!(own.contains("Href"), "the person's own do");
    assert!(!example.contains("Href"));
    assert!(!example.contains("Slot("));
    assert!(example.contains("Invented example"));
}
