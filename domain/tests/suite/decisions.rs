//! The page for those who decide follows the plan: what is to be decided, by whom and by when.

use std::rc::Rc;

use domain::answer::Answer;
use domain::assessment::Assessment;
use domain::date::Date;
use domain::fits;
use domain::plan::{ActionId, Effort, Move, Plan, PlannedAction, Priority, Reason, Status};
use domain::report::{Block, HeadingLevel, Item, Lead, LeadsTo, PartKind, Report};
use domain::sharing::Naming;

use crate::bank::{DATE, With, at_step, bank, empty};
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

/// A plan in short: in each line how soon, number, what it is about (`own`: nothing that was answered)
/// and, where it is not to be begun still, how far it is or that its day has passed.
fn plan(rows: &[&str]) -> Assessment {
    let action = |row: &&str| {
        let mut words = row.split_whitespace();
        let (soon, id, of) = (words.next().unwrap(), words.next().unwrap(), words.next().unwrap());
        let id: u32 = id.parse().unwrap();
        let mut action = if of == "own" { own(id) } else { about(id, of) };
        action.priority = match soon {
            "First" => Priority::First,
            "Next" => Priority::Next,
            _ => Priority::Later,
        };
        match words.next() {
            Some("started") => action.status = Status::Started,
            Some("done") => action.status = Status::Done,
            Some("dropped") => action.status = Status::Dropped,
            Some("overdue") => action.due = Some(BEFORE),
            _ => {}
        }
        action
    };
    with(rows.iter().map(action))
}

/// What the page shows, in short: the number of the action and what is to be decided, or the gap of
/// which nothing is planned; at the end, how many more actions it says are planned.
fn shown(assessment: &Assessment) -> Vec<String> {
    let report = domain::report::complete(&bank(), assessment, DATE);
    let short = |item: &Item| {
        let decided = item.title.strip_prefix("Whether to ").unwrap();
        let decided = decided.replace("take a step about ", "").replace("do this: ACT ", "do ");
        let decided = match decided.split_once(' ') {
            Some(("do", _)) | None => decided,
            Some(_) => decided.replace(' ', "-"),
        };
        let late = if item.pressing.is_empty() { "" } else { ", overdue" };
        match item.leads.first() {
            Some(Lead { to: LeadsTo::Action(id), .. }) => format!("{}: {decided}{late}", id.0),
            _ => format!("gap: {decided}{late}"),
        }
    };
    let more = more_planned(&report).map(|more| more.split(' ').next().unwrap().to_owned());
    let more = more.map(|more| format!("and {more} more"));
    decisions(&report).iter().map(short).chain(more).collect()
}

/// What is said below the decisions.
fn more_planned(report: &Report) -> Option<String> {
    let board = report.parts.iter().find(|part| part.kind == PartKind::Board)?;
    let said = board.blocks.iter().find_map(|block| match block {
        Block::Paragraph(said) if said.contains("What can wait") => Some(said),
        _ => None,
    });
    said.cloned()
}

/// The gaps are see-people, sell-check, run-remedy, own-promise, the gravest first.
#[test]
fn the_page_follows_the_plan() {
    let table: &[(&str, &[&str], &[&str])] = &[
        (
            "nothing planned: the gravest gaps",
            &[],
            &["gap: see-people", "gap: sell-check", "gap: run-remedy"],
        ),
        (
            "one action in First: gaps fill up, and not the one that it is about",
            &["First 1 sell-check"],
            &["1: sell-check", "gap: see-people", "gap: run-remedy"],
        ),
        (
            "First is full: its order, not that of the gaps",
            &["First 1 own-promise", "First 2 run-remedy", "First 3 see-people"],
            &["1: own-promise", "2: run-remedy", "3: see-people"],
        ),
        (
            "First holds more than fit: the first three, and the number of the others",
            &["First 1 own", "First 2 own", "First 3 own", "First 4 own", "First 5 own"],
            &["1: do 1", "2: do 2", "3: do 3", "and 2 more"],
        ),
        (
            "what can wait does not come before a gap that nobody planned",
            &["First 1 own-promise", "Next 2 own", "Later 3 own"],
            &["1: own-promise", "gap: see-people", "gap: sell-check", "and 2 more"],
        ),
        (
            "First is empty: the gaps that nobody planned before what can wait",
            &["Next 1 see-people", "Later 2 sell-check"],
            &["gap: run-remedy", "gap: own-promise", "1: see-people", "and 1 more"],
        ),
        (
            "all gaps stand in Later: what can wait is all there is, and Next before Later",
            &[
                "Later 1 see-people",
                "Later 2 sell-check",
                "Later 3 run-remedy",
                "Next 4 own-promise",
            ],
            &["4: own-promise", "1: see-people", "2: sell-check", "and 1 more"],
        ),
        (
            "done: gone, and so is its gap",
            &["First 1 see-people done"],
            &["gap: sell-check", "gap: run-remedy", "gap: own-promise"],
        ),
        (
            "dropped: gone, and so is its gap",
            &["First 1 see-people dropped"],
            &["gap: sell-check", "gap: run-remedy", "gap: own-promise"],
        ),
        (
            "everything done: nothing is to be decided any more",
            &[
                "First 1 see-people done",
                "Next 2 sell-check done",
                "Later 3 run-remedy dropped",
                "Later 4 own-promise done",
            ],
            &[],
        ),
        (
            "started: still to be decided",
            &["First 1 see-people started"],
            &["1: see-people", "gap: sell-check", "gap: run-remedy"],
        ),
        (
            "overdue: said, and in its place",
            &["First 1 own", "First 2 see-people overdue"],
            &["1: do 1", "2: see-people, overdue", "gap: sell-check"],
        ),
        (
            "overdue in Later: what was judged to wait does not jump the gaps",
            &["Later 1 see-people overdue"],
            &["gap: sell-check", "gap: run-remedy", "gap: own-promise", "and 1 more"],
        ),
        (
            "one's own: in its own words, and its gap is none",
            &["First 1 own"],
            &["1: do 1", "gap: see-people", "gap: sell-check"],
        ),
        (
            "two about one question: the second in its own words",
            &["First 1 see-people", "First 2 see-people"],
            &["1: see-people", "2: do 2", "gap: sell-check"],
        ),
        (
            "two about one question, the first of them done: the other is the decision",
            &["First 1 see-people done", "First 2 see-people"],
            &["2: see-people", "gap: sell-check", "gap: run-remedy"],
        ),
        (
            "two about one question, one of them in Later: its gap is planned",
            &["First 1 see-people", "Later 2 see-people"],
            &["1: see-people", "gap: sell-check", "gap: run-remedy", "and 1 more"],
        ),
        (
            "about a question that is no gap",
            &["First 1 run-watch"],
            &["1: run-watch", "gap: see-people", "gap: sell-check"],
        ),
        (
            "about a question that this bank does not have: in its own words",
            &["First 1 of-another-bank"],
            &["1: do 1", "gap: see-people", "gap: sell-check"],
        ),
    ];
    for (case, planned, expected) in table {
        assert_eq!(shown(&plan(planned)), *expected, "{case}");
    }
}

#[test]
fn moving_and_removing_an_action_changes_the_page() {
    let mut plan: Plan = [about(1, "see-people"), about(2, "sell-check")].into_iter().collect();
    let mut shows = |change: &dyn Fn(&mut Plan)| {
        change(&mut plan);
        shown(&Assessment { plan: Rc::new(plan.clone()), ..gaps() })
    };
    let (second, gap) = (ActionId(2), "gap: run-remedy");
    let moved = shows(&|plan| plan.go(second, Move::Up));
    assert_eq!(moved, ["2: sell-check", "1: see-people", gap]);
    let moved = shows(&|plan| plan.go(second, Move::To(Priority::Later)));
    assert_eq!(moved, ["1: see-people", gap, "gap: own-promise", "and 1 more"]);
    let removed = shows(&|plan| plan.remove(second));
    assert_eq!(removed, ["1: see-people", "gap: sell-check", gap], "its gap is back");
}

/// A line says who carries it out, by when, and what it takes.
#[test]
fn a_decision_says_who_carries_it_out_and_by_when() {
    let owned = |due| PlannedAction { owner: "Ada".into(), due, ..own(1) };
    let table = [
        (owned(Some(AFTER)), "Carries it out: Ada, by 1 December 2026. In the plan."),
        (owned(Some(DATE)), "Carries it out: Ada, by 24 November 2026. In the plan."),
        (owned(Some(BEFORE)), "Overdue since 23 November 2026. Carries it out: Ada. In the plan."),
        (owned(None), "Carries it out: Ada. No date. In the plan."),
        (own(1), "No owner yet. No date. In the plan."),
        (
            PlannedAction { due: Some(BEFORE), ..own(1) },
            "Overdue since 23 November 2026. No owner yet. In the plan.",
        ),
        (
            about(1, "see-people"),
            "ACT 1 No owner yet; Head of sales could know. No date. In the plan.",
        ),
        (
            PlannedAction {
                effort: Some(Effort::Small),
                needs: "Two days of sales".into(),
                ..owned(Some(AFTER))
            },
            "Carries it out: Ada, by 1 December 2026. In the plan. Effort: Small. What it needs, and \
             from whom: Two days of sales",
        ),
        (
            PlannedAction { reason: Reason::Kept("run-watch".into()), ..owned(None) },
            "ACT 1 Carries it out: Ada. No date. In the plan.",
        ),
    ];
    for (action, expected) in table {
        let told = told(&with([action]));
        let (_, line) = told[0].split_once(" | ").unwrap();
        assert_eq!(line, expected);
    }
    let unplanned = "Not in the plan yet. No owner yet; Head of sales could know. No date.";
    assert_eq!(told(&gaps())[0], format!("Whether to take a step about see people | {unplanned}"));
}

#[test]
fn a_second_action_about_a_question_keeps_its_owner_its_day_and_the_way_to_it() {
    let second = PlannedAction {
        owner: "Ada".into(),
        due: Some(AFTER),
        effort: Some(Effort::Large),
        needs: "Two days of sales".into(),
        ..about(2, "see-people")
    };
    let assessment = with([about(1, "see-people"), second]);
    let expected = "Whether to do this: ACT 2 | Carries it out: Ada, by 1 December 2026. In the plan. \
                    Effort: Large. What it needs, and from whom: Two days of sales";
    assert_eq!(told(&assessment)[1], expected);
    let report = domain::report::complete(&bank(), &assessment, DATE);
    let item = &decisions(&report)[1];
    assert_eq!(item.leads[0].to, LeadsTo::Action(ActionId(2)));
    assert!(item.lines[0].contains(&item.leads[0].words), "{item:?}");
}

#[test]
fn what_can_wait_is_counted_below_the_decisions_and_not_in_a_copy_for_sharing() {
    let assessment = plan(&["First 1 see-people", "Later 2 own", "Later 3 own done"]);
    let report = domain::report::complete(&bank(), &assessment, DATE);
    let said = "1 more action is in the plan. What can wait stands there under Next and Later.";
    assert_eq!(more_planned(&report).as_deref(), Some(said));
    assert_eq!(more_planned(&sharing(&assessment, Naming::default())), None);
    let overdue = plan(&["Next 1 own overdue", "Later 2 own overdue", "Later 3 own"]);
    let report = domain::report::complete(&bank(), &overdue, DATE);
    let said = "3 more actions are in the plan (2 overdue). What can wait stands there under Next \
                and Later.";
    assert_eq!(more_planned(&report).as_deref(), Some(said));
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
fn whatever_is_typed_is_cut_at_the_limit_that_its_field_names() {
    let long = |room: usize| "ab ".repeat(room);
    let cut = |room: usize| {
        let whole = "ab ".repeat(room);
        let (beginning, _) = whole.split_at(room);
        format!("{} …", beginning.rsplit_once(' ').unwrap().0.trim_end())
    };
    let all = PlannedAction {
        what: long(fits::WHAT),
        owner: long(fits::OWNER),
        needs: long(fits::NEEDS),
        ..about(1, "see-people")
    };
    let assessment = with([all, PlannedAction { what: long(fits::WHAT), ..own(2) }]);
    let could_know = long(fits::COULD_KNOW);
    let assessment = assessment.answered("sell-check", Answer { could_know, ..at_step(1) });
    let report = domain::report::complete(&bank(), &assessment, DATE);
    let [planned, own, gap] = &decisions(&report)[..] else { panic!() };
    assert_eq!(planned.lines[0], cut(fits::WHAT));
    assert_eq!(
        planned.lines[1],
        format!("Carries it out: {}. No date. In the plan.", cut(fits::OWNER))
    );
    assert_eq!(planned.lines[2], format!("What it needs, and from whom: {}", cut(fits::NEEDS)));
    assert_eq!(own.title, format!("Whether to do this: {}", cut(fits::WHAT)));
    assert!(gap.lines[0].contains(&cut(fits::COULD_KNOW)), "{gap:?}");
}

#[test]
fn what_is_as_long_as_its_field_allows_stands_whole_and_lines_of_it_in_one() {
    let full = |room: usize| "x".repeat(room);
    let action = PlannedAction {
        owner: full(fits::OWNER),
        needs: full(fits::NEEDS),
        what: full(fits::WHAT),
        ..own(1)
    };
    let whole = format!("Whether to do this: {} | Carries it out: {}.", full(140), full(60));
    let told_whole = told(&with([action]));
    assert!(told_whole[0].starts_with(&whole) && told_whole[0].ends_with(&full(100)));
    let lines = PlannedAction { owner: "Ada\n\nand Bo".into(), what: "a\r\nb".into(), ..own(1) };
    let expected = "Whether to do this: a b | Carries it out: Ada and Bo. No date. In the plan.";
    assert_eq!(told(&with([lines]))[0], expected);
}
