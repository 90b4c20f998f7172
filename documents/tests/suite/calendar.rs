//! The plan as a calendar, read by a library that is not ours.

use std::rc::Rc;

use domain::assessment::Timestamp;
use domain::date::Date;
use domain::job::{Job, Outcome, Source};
use domain::moment::Moment;
use domain::plan::{ActionId, Plan, PlannedAction, Reason, Status};
use domain::report::format::Format;
use domain::sharing::Naming;
use ical::parser::ical::component::IcalEvent;
use proptest::prelude::*;

use crate::arbitrary;
use crate::bank::{DATE, MOMENT, empty};
use crate::hostile::hostile;
use crate::jobs::{content, saved};
use crate::rows::bare;

fn bytes(source: Source) -> Vec<u8> {
    let job = Job::Write(source, MOMENT, Format::Calendar);
    let Outcome::Written(file) = documents::worker::run(&content(), job) else { panic!() };
    assert!(file.name.ends_with(".ics"), "{}", file.name);
    file.bytes
}

fn events(bytes: &[u8]) -> Vec<IcalEvent> {
    let calendars: Vec<_> = ical::IcalParser::new(bytes).collect::<Result<_, _>>().unwrap();
    let [calendar] = &calendars[..] else { panic!("{} calendars", calendars.len()) };
    calendar.events.clone()
}

fn value(event: &IcalEvent, name: &str) -> String {
    let found = event.properties.iter().find(|property| property.name == name);
    found.and_then(|found| found.value.clone()).unwrap_or_default()
}

fn action(id: u32, what: &str, status: Status) -> PlannedAction {
    PlannedAction {
        due: Some(Date { year: 2027, month: 1, day: 31 }),
        owner: "OWNER".into(),
        status,
        ..PlannedAction::new(ActionId(id), what.into(), Reason::Own)
    }
}

#[test]
fn days_that_are_due_stand_in_it_and_a_day_a_year_on() {
    let mut assessment = empty();
    let undated = PlannedAction { due: None, ..action(2, "Some day", Status::NotStarted) };
    let plan: Plan = [
        action(1, "Call; them, twice\nEND:VEVENT", Status::Started),
        undated,
        action(3, "Done", Status::Done),
    ]
    .into_iter()
    .collect();
    assessment.plan = Rc::new(plan);
    let found = events(&bytes(Source::Complete(saved(&assessment))));
    let [due, done, review] = &found[..] else { panic!("{found:?}") };
    assert_eq!(value(done, "SUMMARY"), "Done: Done");
    assert_eq!(value(due, "DTSTART"), "20270131");
    assert_eq!(value(due, "SUMMARY"), "Call\\; them\\, twice\\nEND:VEVENT");
    assert_eq!(value(review, "DTSTART"), "20271124");
    // Owners go out where people are named.
    let shared = bytes(Source::Sharing(saved(&assessment), Naming::default()));
    assert!(!String::from_utf8(shared).unwrap().contains("OWNER"));
}

#[test]
fn an_event_keeps_its_name_in_later_files_and_shares_it_with_nobody() {
    let with = |plan: Vec<PlannedAction>, id: &str| {
        let mut assessment = empty();
        assessment.plan = Rc::new(plan.into_iter().collect());
        assessment.id = id.into();
        assessment
    };
    let names = |source: Source, today: Date| {
        let job = Job::Write(source, Moment { today, ..MOMENT }, Format::Calendar);
        let Outcome::Written(file) = documents::worker::run(&content(), job) else { panic!() };
        let mut names: Vec<_> =
            events(&file.bytes).iter().map(|event| value(event, "UID")).collect();
        names.sort();
        names
    };
    let [one, two] = [1, 2].map(|id| action(id, "Call", Status::Started));
    let plan = with(vec![one.clone(), two.clone()], "a1");
    let turned = with(vec![two.clone(), one.clone()], "a1");
    let complete = |assessment: &_| Source::Complete(saved(assessment));
    let first = names(complete(&plan), DATE);
    assert_eq!(first, names(complete(&turned), Date { year: 2027, ..DATE }));
    let other = names(complete(&with(vec![one.clone(), two], "b2")), DATE);
    assert!(first.iter().all(|name| !other.contains(name)), "{first:?} {other:?}");
    // A copy for sharing tells neither the assessment nor that an action is missing.
    let shared = |assessment: &_| Source::Sharing(saved(assessment), Naming::default());
    let alone = names(shared(&with(vec![one], "a1")), DATE);
    assert!(first.iter().all(|name| !alone.contains(name)), "{first:?} {alone:?}");
    assert!(alone.iter().all(|name| names(shared(&plan), DATE).contains(name)));
}

#[test]
fn a_later_file_is_the_newer_one_and_takes_back_what_is_done() {
    let [one, two] = [1, 2].map(|id| action(id, &format!("Call {id}"), Status::Started));
    let written = |plan: &[&PlannedAction], shared: bool, seconds: i64| {
        let mut assessment = empty();
        assessment.plan = Rc::new(plan.iter().copied().cloned().collect());
        let source = match shared {
            true => Source::Sharing(saved(&assessment), Naming::default()),
            false => Source::Complete(saved(&assessment)),
        };
        let now = Timestamp(MOMENT.now.0 + seconds * 1000);
        let job = Job::Write(source, Moment { now, ..MOMENT }, Format::Calendar);
        let Outcome::Written(file) = documents::worker::run(&content(), job) else { panic!() };
        events(&file.bytes)
    };
    let of = |events: &[IcalEvent], uid: &str| {
        events.iter().find(|event| value(event, "UID") == uid).cloned().unwrap()
    };
    for shared in [false, true] {
        let before = written(&[&one, &two], shared, 0);
        let done = PlannedAction { status: Status::Done, owner: "B".into(), ..one.clone() };
        let after = written(&[&done, &two], shared, 1);
        for event in &before {
            let later = of(&after, &value(event, "UID"));
            let version = |event| value(event, "SEQUENCE").parse::<i32>().unwrap();
            assert!(version(&later) > version(event), "a second later is enough");
            assert_eq!(value(event, "DTSTAMP"), "20261124T103405Z");
            assert_eq!(value(&later, "DTSTAMP"), "20261124T103406Z");
            assert_eq!(value(&later, "LAST-MODIFIED"), "20261124T103406Z");
            let is_done = value(event, "SUMMARY") == "Call 1";
            let status = if is_done { "CANCELLED" } else { "CONFIRMED" };
            assert_eq!(value(&later, "STATUS"), status, "{shared} {event:?}");
        }
    }
    // What another one has in common with it is not taken for it.
    let twins = written(&[&one, &PlannedAction { id: ActionId(3), ..one.clone() }], true, 0);
    assert_ne!(value(&twins[0], "UID"), value(&twins[1], "UID"));
    // A clock that stands before the first version, or far behind the last one, makes no number that is none.
    for seconds in [-9_000_000_000, 9_000_000_000] {
        let number = value(&written(&[&one], false, seconds)[0], "SEQUENCE");
        assert!(number.parse::<i32>().is_ok_and(|number| number >= 0), "{number}");
    }
}

#[test]
fn whatever_was_typed_an_event_has_the_properties_that_were_written() {
    let planned = |text: &str| {
        let mut assessment = empty();
        let typed = PlannedAction {
            owner: text.into(),
            first_step: text.into(),
            needs: text.into(),
            first_sign: text.into(),
            ..action(1, text, Status::Started)
        };
        assessment.plan = Rc::new([typed].into_iter().collect());
        events(&bytes(Source::Complete(saved(&assessment))))
    };
    // Names with their parameters.
    let shape = |event: &IcalEvent| -> Vec<_> {
        let all = event.properties.iter();
        all.map(|property| (property.name.clone(), property.params.clone())).collect()
    };
    let plain = planned("plain");
    for text in hostile() {
        let found = planned(text);
        let [due, review] = &found[..] else { panic!("{text:?}: {found:?}") };
        assert_eq!(shape(due), shape(&plain[0]), "{text:?}");
        assert_eq!(shape(review), shape(&plain[1]), "{text:?}");
        assert!(due.alarms.is_empty() && review.alarms.is_empty());
        // Escapes of a text (RFC 5545, 3.3.11): a line end, or a letter that stands for itself.
        let value = value(due, "SUMMARY");
        let mut escaped = value.chars();
        let mut summary = String::new();
        while let Some(letter) = escaped.next() {
            summary.extend(match letter {
                '\\' => escaped.next().map(|named| if named == 'n' { ' ' } else { named }),
                letter => Some(letter),
            });
        }
        assert_eq!(bare(&summary), bare(text), "{text:?}");
    }
}

proptest! {
    #[test]
    fn whatever_is_planned_it_is_one_calendar(assessment in arbitrary::assessment()) {
        let due = assessment.plan.actions().iter().filter(|action| {
            action.due.is_some()
        });
        let bytes = bytes(Source::Complete(saved(&assessment)));
        prop_assert_eq!(events(&bytes).len(), due.count() + 1);
        let text = String::from_utf8(bytes).unwrap();
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
    }
}
