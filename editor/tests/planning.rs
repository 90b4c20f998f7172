//! The plan: what is added, reworded, moved and taken out, and what stays when its reason goes.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{Tab, question};
use domain::answer::Choice;
use domain::drawing::{Drawing, Suggestion};
use domain::job::Outcome;
use domain::plan::{ActionId, Move, PlannedAction, Priority, Reason, Status};
use domain::questions::Step;
use editor::effect::InPlan;
use editor::field::ActionText;
use editor::history::Way;
use editor::keeping::Wish;
use editor::later::Planning;
use editor::{Message, Place, first, later};

fn actions(tab: &Tab) -> Vec<PlannedAction> {
    tab.state.work.as_ref().unwrap().assessment.plan.actions().to_vec()
}

fn plan(tab: &mut Tab, planning: Planning) {
    tab.send(later::Command::Plan(planning));
}

fn begun() -> Tab {
    let mut tab = Tab::working();
    tab.send(first::Command::Keep(Wish::Device));
    tab.settle();
    tab.send(first::Command::Go(Place::Plan));
    tab
}

#[test]
fn an_action_is_taken_from_a_suggestion_and_reworded() {
    let mut tab = begun();
    plan(&mut tab, Planning::Add(question::LADDER.into(), "Name an owner".into()));
    let id = actions(&tab)[0].id;
    plan(&mut tab, Planning::Text(id, ActionText::What, "Name two owners".into()));
    plan(&mut tab, Planning::Text(id, ActionText::Owner, "Legal".into()));
    plan(&mut tab, Planning::Status(id, Status::Started));
    let action = &actions(&tab)[0];
    assert_eq!(action.what, "Name two owners");
    assert_eq!(action.owner, "Legal");
    assert_eq!(action.status, Status::Started);
    assert_eq!(action.reason, Reason::Answer(question::LADDER.into()));
}

#[test]
fn one_of_ones_own_is_blank_and_has_the_focus() {
    let mut tab = begun();
    plan(&mut tab, Planning::Write);
    let id = actions(&tab)[0].id;
    assert_eq!(tab.focus_in_plan, Some(InPlan::Action(id)));
    assert_eq!(actions(&tab)[0].reason, Reason::Own);
}

#[test]
fn what_is_added_or_moved_is_said_a_move_keeps_the_focus_and_removing_hands_it_on() {
    let mut tab = begun();
    for what in ["one", "two", "three"] {
        plan(&mut tab, Planning::Add(question::LADDER.into(), what.into()));
    }
    assert_eq!(tab.state.said.1, Some(later::Said::ActionAdded.into()));
    let id = actions(&tab)[2].id;
    plan(&mut tab, Planning::Move(id, Move::Up));
    assert_eq!(tab.focus_in_plan, Some(InPlan::Handle(id)));
    let said = later::Said::ActionMoved { at: 2, of: 3, priority: Priority::First };
    assert_eq!(tab.state.said.1, Some(said.into()));
    plan(&mut tab, Planning::Remove(id));
    assert_eq!(tab.focus_in_plan, Some(InPlan::Handle(ActionId(2))));
    plan(&mut tab, Planning::Remove(ActionId(2)));
    assert_eq!(tab.focus_in_plan, Some(InPlan::Handle(ActionId(1))));
    plan(&mut tab, Planning::Remove(ActionId(1)));
    assert_eq!(tab.focus_in_plan, Some(InPlan::NewAction));
}

#[test]
fn what_is_taken_over_hands_the_focus_on_to_the_next_suggestion_and_the_last_to_its_action() {
    let mut tab = begun();
    let suggestion = |earlier| Suggestion {
        question: question::LADDER.into(),
        tag: Vec::new(),
        what: format!("{earlier}"),
        because: String::new(),
        earlier,
    };
    let drawing = Drawing {
        running: String::new(),
        lead: String::new(),
        nodes: Vec::new(),
        suggestions: vec![suggestion(0), suggestion(1), suggestion(2)],
    };
    tab.send(first::Command::Answer(
        question::LADDER.into(),
        first::Answering::Choose(Choice::Step(Step::One)),
    ));
    let (number, _) = tab.jobs.pop().unwrap();
    tab.send(later::Came::Job(number, Outcome::Drawn(Box::new(drawing))));
    for (what, focus) in [
        ("0", InPlan::Suggestion(0)),
        ("2", InPlan::Suggestion(0)),
        ("1", InPlan::Action(ActionId(3))),
    ] {
        plan(&mut tab, Planning::Add(question::LADDER.into(), what.into()));
        assert_eq!(tab.focus_in_plan, Some(focus), "after {what}");
    }
    // Where what is pressed stays, so does the focus.
    tab.send(first::Command::Go(Place::Result));
    tab.focus_in_plan = None;
    plan(&mut tab, Planning::Add(question::GROUPS.into(), "3".into()));
    assert_eq!(tab.focus_in_plan, None);
}

#[test]
fn an_action_stays_when_its_reason_goes_and_can_be_kept_for_good() {
    let mut tab = begun();
    let choose = |step| {
        first::Command::Answer(
            question::LADDER.into(),
            first::Answering::Choose(Choice::Step(step)),
        )
    };
    tab.send(choose(Step::One));
    plan(&mut tab, Planning::Add(question::LADDER.into(), "Name an owner".into()));
    tab.send(choose(Step::Five));
    assert_eq!(actions(&tab).len(), 1);
    let id = actions(&tab)[0].id;
    plan(&mut tab, Planning::Keep(id));
    assert_eq!(actions(&tab)[0].reason, Reason::Kept(question::LADDER.into()));
}

#[test]
fn undo_goes_to_the_plan_and_a_reload_brings_it_back() {
    let mut tab = begun();
    plan(&mut tab, Planning::Add(question::LADDER.into(), "Name an owner".into()));
    tab.settle();
    tab.send(first::Command::Go(Place::Open));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(tab.state.place, Place::Plan);
    assert!(actions(&tab).is_empty());
    tab.send(Message::Turn(Way::Redo));
    tab.settle();
    let device = tab.device.borrow();
    let record = device.records.values().next().unwrap();
    assert_eq!(record.plan.actions().len(), 1);
}
