//! Risks to people in the bytes that go out.

use documents::worker::{Content, run};
use domain::assessment::Assessment;
use domain::job::{Extent, Job, Outcome, Source, Stands};
use domain::plan::{ActionId, PlannedAction, Reason};
use domain::report::format::Format;
use domain::risk::{Register, Risk, RiskId, Status};
use domain::sharing::Naming;
use fixtures::risks::{full, words};

use crate::bank::{DATE, With, empty};
use crate::jobs::{content, saved};
use crate::packages;

/// Letters and digits alone, so that no escaping can hide it.
const MARKER: &str = "QZ7RISK7ZQ";

fn with_words() -> Content {
    let mut content = content();
    content.bank.guidance.risks = words();
    content
}

fn written(content: &Content, source: Source, format: Format) -> String {
    match run(content, Job::Write(source, DATE, format)) {
        Outcome::Written(file) => {
            let around = String::from_utf8_lossy(&file.bytes).into_owned();
            format!("{}\n{around}\n{}", file.name, packages::text(file.bytes))
        }
        other => panic!("{format:?}: {other:?}"),
    }
}

fn listing(risks: &[Risk]) -> Assessment {
    Assessment { risks: Register::of(risks).into(), ..empty().step("see-people", 1) }
}

#[test]
fn ten_risks_with_every_field_at_its_limit_stand_in_each_format() {
    let content = with_words();
    let risks: Vec<_> = (1..=10).map(|id| full(id, "word")).collect();
    let assessment = listing(&risks);
    for format in Format::ALL.into_iter().filter(|format| *format != Format::Calendar) {
        let text = written(&content, Source::Complete(saved(&assessment)), format);
        for id in 1..=10 {
            assert!(text.contains(&format!("word-{id} ")), "risk {id} in {format:?}");
        }
    }
}

#[test]
fn nothing_confidential_of_a_risk_is_in_a_file_for_sharing() {
    let content = with_words();
    let mut hidden = full(1, MARKER);
    hidden.status = Some(Status::Happened);
    let shown = full(2, "shown");
    let mut fields = full(3, MARKER);
    fields.name = shown.name.clone();
    fields.hit_harder = String::new();
    fields.confidential = Risk::new(RiskId(9)).confidential;
    let mut assessment = listing(&[hidden, shown, fields]);
    let action = PlannedAction {
        risks: vec![RiskId(1)],
        ..PlannedAction::new(ActionId(1), MARKER.to_owned(), Reason::Own)
    };
    std::rc::Rc::make_mut(&mut assessment.plan).add(action);
    for format in Format::ALL {
        let source = Source::Sharing(saved(&assessment), Naming::default());
        let text = written(&content, source, format);
        assert!(!text.contains(MARKER), "{format:?}");
    }
}

#[test]
fn an_action_for_confidential_risks_alone_is_a_day_without_words_in_a_calendar() {
    let content = with_words();
    let mut hidden = full(1, "word");
    hidden.status = Some(Status::Happening);
    let mut assessment = listing(&[hidden]);
    let action = PlannedAction {
        risks: vec![RiskId(1)],
        due: Some(DATE),
        ..PlannedAction::new(ActionId(1), MARKER.to_owned(), Reason::Own)
    };
    std::rc::Rc::make_mut(&mut assessment.plan).add(action);
    let text = written(&content, Source::Complete(saved(&assessment)), Format::Calendar);
    assert!(!text.contains(MARKER));
    // What is read as text and as bytes stands there twice: the day, and the review.
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 4, "{text}");
}

#[test]
fn the_page_gets_each_risk_by_itself_and_paper_gets_them_as_parts() {
    let content = with_words();
    let assessment = listing(&[full(1, "word"), full(2, "word")]);
    let drawn = |extent| {
        let source = Source::Complete(saved(&assessment));
        match run(&content, Job::Draw(source, DATE, extent)) {
            Outcome::Drawn(drawing) => *drawing,
            other => panic!("{other:?}"),
        }
    };
    let result = drawn(Extent::Result(Vec::new()));
    assert_eq!(result.risks.iter().map(|page| page.risk).collect::<Vec<_>>(), [1, 2]);
    assert!(!format!("{:?}", result.nodes).contains("of-risk"));
    let paper = drawn(Extent::Whole(Stands::Alone));
    assert!(paper.risks.is_empty());
    assert!(format!("{:?}", paper.nodes).contains("of-risk"));
}
