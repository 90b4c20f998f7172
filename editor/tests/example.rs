//! An example is looked at and left: it is drawn by the worker, and never comes near one's own work.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use std::rc::Rc;

use common::{Tab, file, question};
use domain::answer::Choice;
use domain::drawing::Drawing;
use domain::example::Example;
use domain::job::{Extent, Job, Outcome, Source, Stands};
use domain::questions::Step;
use domain::report::format::Format;
use editor::download::FileState;
use editor::keeping::{Keeping, Writing};
use editor::target::Target;
use editor::{Place, first, later};

const ORRIN: Place = Place::Example(Example::OrrinVision);
const HALDEN: Place = Place::Example(Example::HaldenCloud);

fn choose(step: Step) -> first::Command {
    first::Command::Answer(question::LADDER.into(), first::Answering::Choose(Choice::Step(step)))
}

fn drawn(running: &str) -> Outcome {
    Outcome::Drawn(Box::new(Drawing {
        risks: Vec::new(),
        contents: Vec::new(),
        running: running.into(),
        lead: String::new(),
        nodes: Vec::new(),
        suggestions: Vec::new(),
    }))
}

/// What stands on the screen.
fn shown(tab: &Tab) -> Option<&str> {
    tab.state.example.drawing.drawn.as_ref().map(|drawn| drawn.0.running.as_str())
}

#[test]
fn an_example_is_drawn_whole_without_an_assessment_and_nothing_is_stored() {
    let mut tab = Tab::open(&Rc::default(), "#example");
    tab.settle();
    assert_eq!(tab.state.place, ORRIN);
    let example = Source::Example(Example::OrrinVision);
    let Job::Draw(source, _, extent) = &tab.jobs[0].1 else { panic!("{:?}", tab.jobs) };
    assert_eq!((source, extent), (&example, &Extent::Whole(Stands::Below)));
    tab.work_off(drawn("Orrin"));
    assert_eq!(shown(&tab), Some("Orrin"));
    let target = Target::Example(Example::OrrinVision, Format::Docx);
    tab.send(later::Command::Write(target.clone()));
    assert!(matches!(&tab.jobs[0].1, Job::Write(source, _, Format::Docx) if *source == example));
    tab.work_off(Outcome::Written(file()));
    assert!(
        matches!(tab.state.file_state(&target), Some(FileState::HandedOut(file)) if file.size == 3)
    );
    tab.settle();
    assert!(tab.state.work.is_none(), "nothing is open");
    assert!(tab.device.borrow().records.is_empty(), "nothing is kept");
    assert_eq!(tab.remembered, None);
}

#[test]
fn another_example_takes_the_place_of_the_first_at_once() {
    let mut tab = Tab::open(&Rc::default(), "#example");
    tab.settle();
    tab.send(first::Command::Go(HALDEN));
    tab.work_off(drawn("Orrin"));
    assert_eq!(shown(&tab), None, "one that was left is not shown as the other");
    tab.work_off(drawn("Halden"));
    assert_eq!(shown(&tab), Some("Halden"));
    tab.send(first::Command::Go(Place::Start));
    tab.send(first::Command::Go(HALDEN));
    assert!(tab.jobs.is_empty(), "it is there already");
    tab.send(first::Command::Go(ORRIN));
    assert_eq!(shown(&tab), None);
    tab.work_off(Outcome::Stopped);
    assert!(tab.state.example.drawing.failed);
}

#[test]
fn ones_own_work_is_as_it_was_after_an_example() {
    let mut tab = Tab::working();
    tab.send(choose(Step::Two));
    tab.settle();
    let (place, own) = (tab.state.place.clone(), tab.assessment().clone());
    let stored = tab.draft(&own.id);
    tab.send(first::Command::Go(ORRIN));
    tab.work_off(drawn("Orrin"));
    assert_eq!(tab.state.subject(), None, "its name does not stand over an example");
    tab.send(first::Command::Go(HALDEN));
    tab.work_off(drawn("Halden"));
    tab.send(later::Command::Write(Target::Example(Example::HaldenCloud, Format::Html)));
    tab.work_off(Outcome::Written(file()));
    tab.settle();
    assert_eq!(*tab.assessment(), own);
    assert_eq!(tab.work().last_place, place, "it is gone on with where it was left");
    assert_eq!(tab.work().keeping, Keeping::Device(Writing::Saved));
    assert_eq!(tab.draft(&own.id), stored);
    assert_eq!(tab.device.borrow().records.len(), 1);
    tab.back();
    tab.back();
    assert_eq!(tab.state.place, place);
    assert!(tab.state.subject().is_some());
    tab.send(first::Command::Go(Place::Result));
    let Some((_, Job::Draw(Source::Complete(save), ..))) = tab.jobs.last() else {
        panic!("{:?}", tab.jobs)
    };
    assert_eq!(save.clone().into_assessment(), own, "the result is one's own");
}
