//! Risks to people in the bytes that go out.

use documents::worker::{Content, run};
use domain::assessment::Assessment;
use domain::job::{Extent, Job, Outcome, Source, Stands};
use domain::plan::{ActionId, PlannedAction, Reason};
use domain::report::format::Format;
use domain::risk::{Measure, Needed, Register, Risk, RiskId, Status};
use domain::sharing::Naming;
use fixtures::risks::{full, words};

use crate::bank::{DATE, MOMENT, With, empty};
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
    match run(content, Job::Write(source, MOMENT, format)) {
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

/// The text with other last letters.
fn ending(text: &mut String, end: &str) {
    let kept: String = text.chars().take(text.chars().count() - end.chars().count()).collect();
    *text = kept + end;
}

#[test]
fn the_last_letters_of_each_long_text_of_a_risk_are_in_every_complete_file() {
    let content = with_words();
    let mut ends = Vec::new();
    let mut end = |text: &mut String, what: &str, id: u32| {
        let last = format!("Zend{what}{id}Z");
        ending(text, &last);
        ends.push(last);
    };
    let ended = |id: u32| {
        let mut risk = full(id, "word");
        let mut name = risk.name.known().unwrap().clone();
        end(&mut name, "name", id);
        risk.name = Needed::filled(name);
        end(&mut risk.story, "story", id);
        end(&mut risk.hit_harder, "harder", id);
        end(&mut risk.place, "place", id);
        end(&mut risk.product, "product", id);
        end(&mut risk.note, "note", id);
        for (row, evidence) in risk.evidence.iter_mut().enumerate() {
            end(&mut evidence.place, &format!("evidence{row}of"), id);
        }
        let severity = &mut risk.severity;
        end(&mut severity.scale.because, "scale", id);
        end(&mut severity.scope.because, "scope", id);
        end(&mut severity.irremediability.because, "irremediability", id);
        let after = severity.after.as_mut().unwrap();
        if let Some(Measure::Words(words)) = after.scope.as_mut().and_then(|fall| fall.by.as_mut())
        {
            end(words, "measure", id);
        }
        if let Some(Measure::Words(words)) =
            after.likelihood.as_mut().and_then(|fall| fall.by.as_mut())
        {
            end(words, "rarer", id);
        }
        risk
    };
    let risks: Vec<_> = (1..=10).map(ended).collect();
    let assessment = listing(&risks);
    assert_eq!(ends.len(), 10 * 21);
    for format in Format::ALL.into_iter().filter(|format| *format != Format::Calendar) {
        let text = written(&content, Source::Complete(saved(&assessment)), format);
        let missing: Vec<_> = ends.iter().filter(|end| !text.contains(*end)).collect();
        assert!(missing.is_empty(), "{format:?} {missing:?}");
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

/// An action with a day and with the marker in all that can be typed.
fn due(id: u32, risks: &[u32], reason: Reason) -> PlannedAction {
    PlannedAction {
        risks: risks.iter().copied().map(RiskId).collect(),
        due: Some(DATE),
        owner: MARKER.into(),
        needs: MARKER.into(),
        first_step: MARKER.into(),
        first_sign: MARKER.into(),
        ..PlannedAction::new(ActionId(id), MARKER.to_owned(), reason)
    }
}

/// The calendar of a plan, its folded lines put together. One risk has happened and bears the marker;
/// the answer at one question is confidential.
fn calendar(source: fn(Assessment) -> Source, action: PlannedAction) -> String {
    let hidden = Risk { status: Some(Status::Happening), ..full(1, MARKER) };
    let removed = full(3, MARKER);
    let secret = domain::answer::Answer {
        confidentiality: domain::answer::Confidentiality::Confidential,
        ..crate::bank::at_step(1)
    };
    let mut assessment =
        listing(&[hidden, full(2, "shown"), removed]).answered("sell-check", secret);
    std::rc::Rc::make_mut(&mut assessment.risks).remove(RiskId(3));
    std::rc::Rc::make_mut(&mut assessment.plan).add(action);
    match run(&with_words(), Job::Write(source(assessment), MOMENT, Format::Calendar)) {
        Outcome::Written(file) => String::from_utf8(file.bytes).unwrap().replace("\r\n ", ""),
        other => panic!("{other:?}"),
    }
}

fn complete(assessment: Assessment) -> Source {
    Source::Complete(saved(&assessment))
}

fn sharing(assessment: Assessment) -> Source {
    Source::Sharing(saved(&assessment), Naming::default())
}

#[test]
fn what_rests_on_anything_confidential_is_a_day_without_words_in_a_calendar() {
    for action in [
        due(1, &[1], Reason::Own),
        due(1, &[1, 2], Reason::Own),
        due(1, &[3], Reason::Own),
        due(1, &[2], Reason::Answer("sell-check".into())),
        due(1, &[], Reason::Kept("sell-check".into())),
    ] {
        let text = calendar(complete, action.clone());
        assert!(!text.contains(MARKER), "{action:?} {text}");
        // The day, and the review.
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2, "{text}");
        assert_eq!(text.matches("DESCRIPTION").count(), 1, "that of the review: {text}");
        assert!(text.contains(":Respect in Practice: an action is due\r\n"), "{text}");
        // What is over is cancelled without a word more: not even whether it was done or dropped.
        let over = |status| calendar(complete, PlannedAction { status, ..action.clone() });
        let done = over(domain::plan::Status::Done);
        assert!(!done.contains(MARKER), "{done}");
        assert!(done.contains(":Respect in Practice: an action is over\r\n"), "{done}");
        assert_eq!(done, over(domain::plan::Status::Dropped));
    }
}

#[test]
fn no_name_of_a_risk_is_in_a_calendar() {
    for source in [complete, sharing] {
        for reason in [Reason::Own, Reason::Answer("see-people".into())] {
            let text = calendar(source, due(1, &[2], reason));
            assert!(text.contains(&format!("SUMMARY;LANGUAGE=en:{MARKER}\r\n")), "{text}");
            assert!(!text.contains("shown-2"), "{text}");
        }
    }
}

#[test]
fn what_is_for_confidential_risks_has_no_day_in_a_calendar_for_sharing() {
    for action in [due(1, &[1], Reason::Own), due(1, &[], Reason::Answer("sell-check".into()))] {
        let text = calendar(sharing, action);
        assert!(!text.contains(MARKER), "{text}");
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 1, "the review alone: {text}");
    }
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
