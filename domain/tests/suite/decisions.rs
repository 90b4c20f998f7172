//! The page for those who decide follows the plan: what is to be decided, by whom and by when.

use std::rc::Rc;

use domain::assessment::Assessment;
use domain::date::Date;
use domain::plan::{ActionId, Effort, Move, Plan, PlannedAction, Priority, Reason, Status};
use domain::report::{Block, HeadingLevel, Item, LeadsTo, PartKind, Report};
use domain::sharing::Naming;

use crate::bank::{DATE, With, bank, empty};
use crate::sharing::sharing;

const BEFORE: Date = Date { year: 2026, month: 11, day: 23 };
const AFTER: Date = Date { year: 2026, month: 12, day: 1 };

/// The decisions of a report.
fn decisions(report: &Report) -> Vec<Item> {
    let board = report.parts.iter().find(|part| part.kind == PartKind::Board);
    let Some(board) = board else { return Vec::new() };
    let heading = Block::Heading(HeadingLevel::Three, "Decisions needed".into());
    let mut blocks = board.blocks.iter();
    blocks.find(|block| **block == heading);
    match blocks.next() {
        Some(Block::Items(items)) => items.clone(),
        _ => Vec::new(),
    }
}

/// The decisions of the complete copy, each in one text.
fn told(assessment: &Assessment) -> Vec<String> {
    let report = domain::report::complete(&bank(), assessment, DATE);
    let told = decisions(&report).into_iter().map(|item| {
        let lines: Vec<_> = std::iter::once(&item.pressing).chain(&item.lines).collect();
        let lines: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).cloned().collect();
        format!("{} | {}", item.title, lines.join(" "))
    });
    told.collect()
}

/// Four gaps: in their order see-people, sell-check, run-remedy, own-promise.
fn gaps() -> Assessment {
    let mut assessment = empty().fact("scope-state", "no").fact("scope-custom", "no");
    for question in ["see-people", "sell-check", "run-remedy", "own-promise"] {
        assessment = assessment.step(question, 1);
    }
    assessment
}

fn about(id: u32, question: &str) -> PlannedAction {
    PlannedAction::new(ActionId(id), format!("ACT {id}"), Reason::Answer(question.into()))
}

fn own(id: u32) -> PlannedAction {
    PlannedAction::new(ActionId(id), format!("ACT {id}"), Reason::Own)
}

fn with(actions: impl IntoIterator<Item = PlannedAction>) -> Assessment {
    Assessment { plan: Rc::new(actions.into_iter().collect()), ..gaps() }
}

const UNPLANNED: &str = "Not in the plan yet. No owner yet; Head of sales could know. No date.";

/// A gap of which nothing is planned.
fn gap(question: &str) -> String {
    let about = question.replace('-', " ");
    format!("Whether to take a step about {about} | {UNPLANNED}")
}

#[test]
fn the_page_follows_the_plan() {
    let planned = |title: &str, line: &str| format!("{title} | {line} In the plan.");
    let undecided = "No owner yet; Head of sales could know. No date.";
    let decided = |question: &str, id: u32| {
        let about = question.replace('-', " ");
        planned(&format!("Whether to take a step about {about}"), &format!("ACT {id} {undecided}"))
    };
    let whether = |id: u32, line: &str| planned(&format!("Whether to do this: ACT {id}"), line);
    let done = |status| PlannedAction { status, ..about(1, "see-people") };
    let later =
        |id, question: &str| PlannedAction { priority: Priority::Later, ..about(id, question) };
    let owned = |due| PlannedAction { owner: "Ada".into(), due, ..own(1) };
    let moved = |to| {
        let mut plan: Plan = [about(1, "see-people"), about(2, "sell-check")].into_iter().collect();
        plan.go(ActionId(2), to);
        Assessment { plan: Rc::new(plan), ..gaps() }
    };
    let removed = {
        let mut plan: Plan = [about(1, "see-people")].into_iter().collect();
        plan.remove(ActionId(1));
        Assessment { plan: Rc::new(plan), ..gaps() }
    };
    let table: Vec<(&str, Assessment, Vec<String>)> = vec![
        (
            "an empty plan: the gravest gaps",
            gaps(),
            vec![gap("see-people"), gap("sell-check"), gap("run-remedy")],
        ),
        (
            "one action: gaps fill up, and not the one that it is about",
            with([about(1, "sell-check")]),
            vec![decided("sell-check", 1), gap("see-people"), gap("run-remedy")],
        ),
        (
            "the order of the plan, not that of the gaps",
            with([about(1, "own-promise"), about(2, "run-remedy"), about(3, "see-people")]),
            vec![decided("own-promise", 1), decided("run-remedy", 2), decided("see-people", 3)],
        ),
        (
            "what stands in a later group comes later",
            with([later(1, "see-people"), about(2, "own-promise")]),
            vec![decided("own-promise", 2), decided("see-people", 1), gap("sell-check")],
        ),
        (
            "no more than three",
            with((1..=5).map(own)),
            (1..=3).map(|id| whether(id, "No owner yet. No date.")).collect(),
        ),
        (
            "done: gone, and so is its gap",
            with([done(Status::Done)]),
            vec![gap("sell-check"), gap("run-remedy"), gap("own-promise")],
        ),
        (
            "dropped: gone, and so is its gap",
            with([done(Status::Dropped)]),
            vec![gap("sell-check"), gap("run-remedy"), gap("own-promise")],
        ),
        (
            "started: still to be decided",
            with([done(Status::Started)]),
            vec![decided("see-people", 1), gap("sell-check"), gap("run-remedy")],
        ),
        (
            "one of two about a question done: the other stays",
            with([done(Status::Done), about(2, "see-people")]),
            vec![decided("see-people", 2), gap("sell-check"), gap("run-remedy")],
        ),
        (
            "two about one question: the second in its own words",
            with([about(1, "see-people"), about(2, "see-people")]),
            vec![decided("see-people", 1), whether(2, undecided), gap("sell-check")],
        ),
        (
            "moved up",
            moved(Move::Up),
            vec![decided("sell-check", 2), decided("see-people", 1), gap("run-remedy")],
        ),
        (
            "moved to a group that comes later",
            moved(Move::To(Priority::Later)),
            vec![decided("see-people", 1), decided("sell-check", 2), gap("run-remedy")],
        ),
        (
            "removed: its gap is back",
            removed,
            vec![gap("see-people"), gap("sell-check"), gap("run-remedy")],
        ),
        (
            "an action of one's own",
            with([owned(Some(AFTER))]),
            vec![whether(1, "Ada, by 1 December 2026."), gap("see-people"), gap("sell-check")],
        ),
        (
            "overdue",
            with([owned(Some(BEFORE))]),
            vec![
                whether(1, "Overdue since 23 November 2026. Ada."),
                gap("see-people"),
                gap("sell-check"),
            ],
        ),
        (
            "due today is not overdue",
            with([owned(Some(DATE))]),
            vec![whether(1, "Ada, by 24 November 2026."), gap("see-people"), gap("sell-check")],
        ),
        (
            "no date",
            with([owned(None)]),
            vec![whether(1, "Ada. No date."), gap("see-people"), gap("sell-check")],
        ),
        (
            "no owner, and a date",
            with([PlannedAction { due: Some(BEFORE), ..own(1) }]),
            vec![
                whether(1, "Overdue since 23 November 2026. No owner yet."),
                gap("see-people"),
                gap("sell-check"),
            ],
        ),
        (
            "effort and what it needs",
            with([PlannedAction {
                effort: Some(Effort::Small),
                needs: "Two days of sales".into(),
                ..owned(Some(AFTER))
            }]),
            vec![
                "Whether to do this: ACT 1 | Ada, by 1 December 2026. In the plan. Effort: Small; \
                 What it needs, and from whom: Two days of sales"
                    .to_owned(),
                gap("see-people"),
                gap("sell-check"),
            ],
        ),
        (
            "kept although its reason is gone",
            with([PlannedAction { reason: Reason::Kept("run-watch".into()), ..own(1) }]),
            vec![decided("run-watch", 1), gap("see-people"), gap("sell-check")],
        ),
        (
            "about a question that this bank does not have",
            with([about(1, "of-another-bank")]),
            vec![whether(1, "No owner yet. No date."), gap("see-people"), gap("sell-check")],
        ),
    ];
    for (case, assessment, expected) in table {
        assert_eq!(told(&assessment), expected, "{case}");
    }
}

#[test]
fn an_action_in_the_words_of_the_bank_is_not_said_beside_its_decision() {
    let what = "Take a step about see people.".to_owned();
    let action = PlannedAction { what, ..about(1, "see-people") };
    let told = told(&with([action]));
    let line = "No owner yet; Head of sales could know. No date. In the plan.";
    assert_eq!(told[0], format!("Whether to take a step about see people | {line}"));
}

#[test]
fn a_decision_leads_to_its_action_or_offers_one() {
    let report = domain::report::complete(&bank(), &with([about(7, "see-people")]), DATE);
    let [planned, gap, _] = &decisions(&report)[..] else { panic!() };
    assert_eq!(planned.leads[0].to, LeadsTo::Action(ActionId(7)));
    assert!(planned.lines[1].contains(&planned.leads[0].words), "a line holds what leads there");
    assert_eq!(planned.suggestion, None);
    let suggested = &report.suggestions[gap.suggestion.unwrap() as usize];
    assert_eq!(suggested.question, "sell-check".into());
}

#[test]
fn a_copy_for_sharing_names_no_owner_and_leads_nowhere() {
    let action = PlannedAction { owner: "Ada".into(), due: Some(BEFORE), ..about(1, "see-people") };
    let assessment = with([action, PlannedAction { owner: "Ada".into(), ..own(2) }]);
    let shared = decisions(&sharing(&assessment, Naming::default()));
    let lines: Vec<_> = shared.iter().map(|item| item.lines.join(" ")).collect();
    assert_eq!(lines, ["ACT 1", "", "Not in the plan yet."]);
    assert_eq!(shared[0].pressing, "Overdue since 23 November 2026.");
    assert!(shared.iter().all(|item| item.leads.is_empty() && item.suggestion.is_none()));
}

#[test]
fn long_words_of_an_action_are_cut_after_a_word() {
    let what = "something long ".repeat(60);
    let action = PlannedAction { what, ..own(1) };
    let title = &told(&with([action]))[0];
    let (title, _) = title.split_once(" | ").unwrap();
    assert!(title.ends_with(" …") && title.chars().count() < 220, "{title}");
}
