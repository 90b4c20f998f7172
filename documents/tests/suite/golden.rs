//! Whole files, so that every change of a report is seen. Run with `UPDATE=1` to accept a change.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use domain::answer::{
    Answer, Confidentiality, Evidence, EvidenceKind, HowKnown, Sureness, TacticAnswer,
    TacticEffect, TacticState,
};
use domain::assessment::Assessment;
use domain::date::Date;
use domain::elsewhere::{Elsewhere, HigherStep};
use domain::job::{Job, Outcome, Source};
use domain::plan::{ActionId, Effort, PlannedAction, Priority, Reason, Status};
use domain::questions::Step;
use domain::report::format::Format;
use domain::sharing::Naming;

use crate::bank::{MATRIX, MOMENT, With, at_step, empty, states};
use crate::jobs::{content, saved};
use crate::packages;

/// An answer at a step, and at a higher one elsewhere or in part.
fn elsewhere(step: u8, highest: u8, place: &str) -> Answer {
    let highest = Step::from_number(highest).and_then(HigherStep::new);
    Answer { elsewhere: Elsewhere { highest, place: place.into() }, ..at_step(step) }
}

/// An assessment in which every kind of finding occurs.
pub(crate) fn sample() -> Assessment {
    let mut matrix = states(&[
        ("rsch-b", TacticState::Planned),
        ("dsgn-b", TacticState::Unused),
        ("use-a", TacticState::Unknown),
    ]);
    let used = |effect, known| TacticAnswer {
        effect: Some(effect),
        known,
        ..TacticAnswer::new(TacticState::Used)
    };
    matrix.set_tactic(&"rsch-a".into(), Some(used(TacticEffect::Unknown, None)));
    matrix.set_tactic(&"dsgn-a".into(), Some(used(TacticEffect::Some, Some(HowKnown::Affected))));
    matrix.set_tactic(
        &"dsgn-c".into(),
        Some(TacticAnswer {
            because: "No such data.".into(),
            ..TacticAnswer::new(TacticState::Unfit)
        }),
    );
    let evidence = Evidence {
        kind: EvidenceKind::Decision,
        place: "Minutes, item 4".into(),
        as_of: "May 2026".into(),
    };
    let promise = Answer {
        note: "Approved in spring.\n\nSee * the minutes * for <names>.".into(),
        evidence: vec![evidence],
        sureness: Some(Sureness::Seen),
        ..at_step(4)
    };
    let confidential = Answer {
        note: "A customer asked for this.".into(),
        confidentiality: Confidentiality::Confidential,
        ..at_step(1)
    };
    let mut assessment = empty()
        .fact("scope-state", "indirect")
        .fact("scope-custom", "no")
        .answered("own-promise", promise)
        .answered("own-tasks", Answer { sureness: Some(Sureness::Guess), ..at_step(5) })
        .value("plan", "draft")
        .answered("plan-basis", elsewhere(3, 4, ""))
        .answered(
            "plan-first",
            Answer {
                words: "Someone could be found.\nIt cannot be undone.".into(),
                ..Answer::default()
            },
        )
        .unknown("see-people")
        .answered("see-part", elsewhere(2, 4, "The * cloud * division, for <all> customers."))
        .answered(MATRIX, matrix)
        .answered("sell-check", confidential)
        .step("run-watch", 4)
        .step("run-safeguard", 2)
        .value("cease", "open")
        .not_applying("run-remedy", "No harm is known.")
        .step("tell-setbacks", 1)
        .step("question-of-tomorrow", 2);
    assessment.set_dismissal(&"t-any".into(), Some("Both are right.".into()));
    assessment.plan = Rc::new(plan().into_iter().collect());
    assessment
}

/// An action whose reason holds, one whose reason is gone and which is overdue, one about a confidential answer, and one
/// of one's own.
fn plan() -> [PlannedAction; 4] {
    let action = |id, what: &str, reason| PlannedAction::new(ActionId(id), what.into(), reason);
    [
        PlannedAction {
            owner: "Legal".into(),
            due: Some(Date { year: 2027, month: 1, day: 31 }),
            status: Status::Started,
            first_step: "Call the two people on duty.".into(),
            effort: Some(Effort::Small),
            needs: "A day of the people on duty; the list of customers from sales.".into(),
            first_sign: "One person who was harmed is called back.".into(),
            ..action(1, "List who is harmed without using it.", Reason::Answer("see-people".into()))
        },
        PlannedAction {
            priority: Priority::Next,
            due: Some(Date { year: 2026, month: 11, day: 9 }),
            ..action(2, "Say more than we know.", Reason::Answer("own-promise".into()))
        },
        PlannedAction {
            priority: Priority::Later,
            status: Status::Done,
            ..action(3, "Ask the customer again.", Reason::Answer("sell-check".into()))
        },
        PlannedAction {
            priority: Priority::Later,
            ..action(4, "=Meet <once> a *month*", Reason::Own)
        },
    ]
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Compares with the file, or writes it when a change is accepted.
#[track_caller]
pub(crate) fn check(path: &Path, made: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, made).unwrap();
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        expected == made,
        "{} differs; run the test with UPDATE=1 and look at what changed",
        path.display()
    );
}

#[test]
fn reports_are_as_they_were() {
    let content = content();
    let sources = [
        ("complete", Source::Complete(saved(&sample()))),
        ("short", Source::Complete(saved(&sample().short()))),
        ("sharing", Source::Sharing(saved(&sample()), Naming::default())),
        ("blank", Source::Blank),
    ];
    for (name, source) in sources {
        // Those of workbooks are the cells that others read.
        for format in Format::ALL.into_iter().filter(|format| *format != Format::Xlsx) {
            // Questions without answers have no days.
            if format == Format::Calendar && source == Source::Blank {
                continue;
            }
            let job = Job::Write(source.clone(), MOMENT, format);
            let Outcome::Written(file) = documents::worker::run(&content, job) else { panic!() };
            // What is kept of a package is the text of its parts, which no other program opens.
            let (folder, extension) = match format {
                Format::Docx => ("docx", "txt"),
                Format::Csv => ("csv", "txt"),
                other => (other.extension(), other.extension()),
            };
            let path = root().join(format!("tests/golden/{folder}/{name}.{extension}"));
            // The style sheets have their own files; a change of look is not a change of every page.
            let made = packages::to_compare(file.bytes);
            let made = made.replace(include_str!("../../src/html/report.css"), "");
            let made = made.replace(include_str!("../../../styles/paper.css"), "");
            check(&path, &made);
        }
    }
}
