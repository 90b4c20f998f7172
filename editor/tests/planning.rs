//! The plan: what is added, reworded, moved and taken out, and what stays when its reason goes.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{Tab, question};
use domain::answer::Choice;
use domain::bounds::listed::ACTIONS;
use domain::date::Date;
use domain::drawing::{Drawing, Suggestion};
use domain::job::Outcome;
use domain::plan::{ActionId, ByOwner, Filter, Move, PlannedAction, Priority, Reason, Status};
use domain::questions::Step;
use editor::day::{DayField, Typed};
use editor::effect::InPlan;
use editor::field::{ActionText, AnswerText};
use editor::history::Way;
use editor::keeping::Wish;
use editor::later::{Looking, Planning};
use editor::listed_plan::Listed;
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
    tab.send(first::Command::Go(Place::Plan(None)));
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
    assert_eq!(tab.state.said.1, Some(later::Said::ActionAdded(Priority::First).into()));
    let id = actions(&tab)[2].id;
    plan(&mut tab, Planning::Move(id, Move::Up));
    assert_eq!(tab.focus_in_plan, Some(InPlan::Handle(id)));
    let said = later::Said::ActionMoved { at: 2, of: 3, priority: Priority::First };
    assert_eq!(tab.state.said.1, Some(said.into()));
    plan(&mut tab, Planning::Remove(id));
    assert_eq!(tab.focus_in_plan, Some(InPlan::Row(ActionId(2))));
    plan(&mut tab, Planning::Remove(ActionId(2)));
    assert_eq!(tab.focus_in_plan, Some(InPlan::Row(ActionId(1))));
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
        risks: Vec::new(),
        contents: Vec::new(),
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
        ("1", InPlan::Row(ActionId(3))),
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

fn look(tab: &mut Tab, looking: Looking) {
    tab.send(later::Command::LookAtPlan(looking));
}

fn opened(tab: &Tab) -> Option<ActionId> {
    Listed::of(&tab.state).unwrap().open()
}

/// The ids in each group, then of what is done or dropped.
fn listed(tab: &Tab) -> [Vec<u32>; 4] {
    let listed = Listed::of(&tab.state).unwrap();
    let [first, next, last] =
        Priority::ALL.map(|priority| listed.group(priority).map(|action| action.id.0).collect());
    [first, next, last, listed.over().map(|action| action.id.0).collect()]
}

#[test]
fn what_is_added_is_owned_by_who_could_know_and_goes_where_there_is_room() {
    let mut tab = begun();
    for _ in 0..3 {
        plan(&mut tab, Planning::Add(question::LADDER.into(), "usually".into()));
    }
    let could = first::Answering::Write(AnswerText::CouldKnow, " Night shift ".into());
    tab.send(first::Command::Answer(question::LADDER.into(), could));
    plan(&mut tab, Planning::Add(question::LADDER.into(), "typed".into()));
    assert_eq!(tab.state.said.1, Some(later::Said::ActionAdded(Priority::Next).into()));
    plan(&mut tab, Planning::Write);
    let all = actions(&tab);
    let usual = tab.state.catalogue.question(&question::LADDER.into()).unwrap().who_knows.clone();
    let usual = usual.first().map(|name| name.to_string()).unwrap_or_default();
    let owners: Vec<_> = all.iter().map(|action| action.owner.as_str()).collect();
    assert_eq!(owners, [&*usual, &*usual, &*usual, "Night shift", ""]);
    assert!(all.iter().all(|action| action.due.is_none()), "no day is made up");
    let priorities: Vec<_> = all.iter().map(|action| action.priority).collect();
    use Priority::{First, Next};
    assert_eq!(priorities, [First, First, First, Next, Next]);
}

#[test]
fn the_action_that_is_open_is_the_place_and_no_step_back_of_its_own() {
    let mut tab = begun();
    for what in ["one", "two"] {
        plan(&mut tab, Planning::Add(question::LADDER.into(), what.into()));
    }
    let steps = tab.history.len();
    look(&mut tab, Looking::Open(ActionId(2)));
    assert_eq!(tab.state.place, Place::Plan(Some(ActionId(2))));
    assert_eq!((tab.history.len(), tab.history[tab.at].as_str()), (steps, "plan.2"));
    look(&mut tab, Looking::Close);
    assert_eq!(tab.state.place, Place::Plan(None));
    assert_eq!(tab.focus_in_plan, Some(InPlan::Row(ActionId(2))));
    // From the result one comes to the action, which is open and has the focus; removed, it is no place.
    tab.send(first::Command::Go(Place::Result));
    tab.send(first::Command::Go(Place::Plan(Some(ActionId(1)))));
    assert_eq!(
        (opened(&tab), tab.focus_in_plan),
        (Some(ActionId(1)), Some(InPlan::Row(ActionId(1))))
    );
    plan(&mut tab, Planning::Remove(ActionId(1)));
    assert_eq!(tab.state.place, Place::Plan(None));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(actions(&tab).len(), 2, "one change, taken back whole");
    tab.send(first::Command::Go(Place::Plan(Some(ActionId(9)))));
    assert_eq!(tab.state.place, Place::Plan(None), "there is no such action");
}

#[test]
fn from_an_action_the_result_is_seen_at_its_question() {
    let mut tab = begun();
    look(&mut tab, Looking::Result(question::LADDER.into()));
    assert_eq!(tab.state.place, Place::Result);
    assert_eq!(tab.focus_in_result, Some(question::LADDER.into()));
}

#[test]
fn what_becomes_done_stays_in_its_place_until_it_is_closed() {
    let mut tab = begun();
    for what in ["one", "two", "three"] {
        plan(&mut tab, Planning::Add(question::LADDER.into(), what.into()));
    }
    look(&mut tab, Looking::Open(ActionId(2)));
    plan(&mut tab, Planning::Status(ActionId(2), Status::Done));
    assert_eq!(listed(&tab), [vec![1, 2, 3], vec![], vec![], vec![]]);
    look(&mut tab, Looking::Close);
    assert_eq!(listed(&tab), [vec![1, 3], vec![], vec![], vec![2]]);
    assert_eq!(tab.state.said.1, Some(later::Said::ActionPutAway.into()));
    assert_eq!(tab.focus_in_plan, Some(InPlan::Over));
    // And the other way round.
    look(&mut tab, Looking::Over(true));
    look(&mut tab, Looking::Open(ActionId(2)));
    plan(&mut tab, Planning::Status(ActionId(2), Status::Started));
    assert_eq!(listed(&tab), [vec![1, 3], vec![], vec![], vec![2]]);
    look(&mut tab, Looking::Close);
    assert_eq!(listed(&tab), [vec![1, 2, 3], vec![], vec![], vec![]]);
    assert_eq!(tab.focus_in_plan, Some(InPlan::Row(ActionId(2))));
}

#[test]
fn folding_what_is_done_closes_what_is_open_in_it() {
    let mut tab = begun();
    plan(&mut tab, Planning::Add(question::LADDER.into(), "one".into()));
    plan(&mut tab, Planning::Status(ActionId(1), Status::Dropped));
    look(&mut tab, Looking::Over(true));
    look(&mut tab, Looking::Open(ActionId(1)));
    assert_eq!(opened(&tab), Some(ActionId(1)));
    look(&mut tab, Looking::Over(false));
    assert_eq!(opened(&tab), None);
}

#[test]
fn a_filter_hides_and_changes_nothing_and_a_step_goes_past_what_it_hides() {
    let mut tab = begun();
    for what in ["one", "two", "three"] {
        plan(&mut tab, Planning::Add(question::LADDER.into(), what.into()));
    }
    plan(&mut tab, Planning::Text(ActionId(2), ActionText::Owner, "Sales".into()));
    let before = actions(&tab);
    let owner = before[0].owner.trim().to_owned();
    let mine = if owner.is_empty() { ByOwner::Nobody } else { ByOwner::One(owner) };
    let revision = tab.state.work.as_ref().unwrap().revision;
    look(&mut tab, Looking::Filter(Filter { owner: mine, ..Filter::default() }));
    assert_eq!(actions(&tab), before);
    assert_eq!(tab.state.work.as_ref().unwrap().revision, revision, "nothing to be kept");
    assert_eq!(listed(&tab)[0], [1, 3]);
    assert_eq!(Listed::of(&tab.state).unwrap().hidden(), 1);
    plan(&mut tab, Planning::Move(ActionId(3), Move::Up));
    assert_eq!(listed(&tab)[0], [3, 1]);
    let said = later::Said::ActionMoved { at: 1, of: 2, priority: Priority::First };
    assert_eq!(tab.state.said.1, Some(said.into()));
    // What is open stays, whatever is typed into it, and goes out of sight once it is closed.
    look(&mut tab, Looking::Open(ActionId(1)));
    plan(&mut tab, Planning::Text(ActionId(1), ActionText::Owner, "Sales".into()));
    assert_eq!(listed(&tab)[0], [3, 1]);
    look(&mut tab, Looking::Close);
    assert_eq!(listed(&tab)[0], [3]);
    assert_eq!(tab.focus_in_plan, Some(InPlan::Filters));
    look(&mut tab, Looking::Filter(Filter::default()));
    assert_eq!(listed(&tab)[0], [3, 1, 2]);
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
    assert_eq!(tab.state.place, Place::Plan(None));
    assert!(actions(&tab).is_empty());
    tab.send(Message::Turn(Way::Redo));
    tab.settle();
    let device = tab.device.borrow();
    let record = device.records.values().next().unwrap();
    assert_eq!(record.plan.actions().len(), 1);
}

/// What a browser tells while a day is typed, and as the field is left.
fn types_day(tab: &mut Tab, id: ActionId, keys: &[Option<&str>]) {
    for text in keys {
        let text = text.map(str::to_owned);
        tab.now += 5_000;
        plan(tab, Planning::TypeDue(id, Typed { text, is_left: false }));
    }
}

fn leaves_day(tab: &mut Tab, id: ActionId, text: Option<&str>) {
    plan(tab, Planning::TypeDue(id, Typed { text: text.map(str::to_owned), is_left: true }));
}

fn dated(text: &str) -> (Tab, ActionId) {
    let mut tab = begun();
    plan(&mut tab, Planning::Write);
    let id = actions(&tab).first().unwrap().id;
    plan(&mut tab, Planning::Due(id, Date::parse(text)));
    (tab, id)
}

#[test]
fn a_day_that_is_typed_key_by_key_is_one_change_however_slowly() {
    let (mut tab, id) = dated("2026-01-15");
    let due = |tab: &Tab| actions(tab)[0].due;
    let keys = ["2026-01-03", "2026-01-31", "2026-03-31", "0002-03-31", "0020-03-31", "0202-03-31"];
    types_day(&mut tab, id, &keys.map(Some));
    assert_eq!(due(&tab), Date::parse("2026-03-31"), "the year 202 is nobody's");
    let unread = tab.state.unread_day(DayField::Due(id)).unwrap();
    assert_eq!(
        (&*unread.text, unread.is_told),
        ("0202-03-31", false),
        "not told while it is typed"
    );
    types_day(&mut tab, id, &[Some("2027-03-31")]);
    leaves_day(&mut tab, id, Some("2027-03-31"));
    assert_eq!(due(&tab), Date::parse("2027-03-31"));
    assert_eq!(tab.state.unread_day(DayField::Due(id)), None);
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(due(&tab), Date::parse("2026-01-15"), "one step takes all of it back");
    tab.send(Message::Turn(Way::Redo));
    // Whoever comes back to the field makes another change, at once too.
    let now = tab.now;
    types_day(&mut tab, id, &[Some("2027-04-30")]);
    tab.now = now;
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(due(&tab), Date::parse("2027-03-31"));
}

#[test]
fn what_is_no_day_stays_in_its_field_and_is_told_once_that_is_left() {
    let (mut tab, id) = dated("2026-03-31");
    let other = actions(&tab)[0].id.0 + 1;
    plan(&mut tab, Planning::Write);
    for (typed, text) in
        [(Some("0026-03-31"), "0026-03-31"), (Some("12026-03-31"), "12026-03-31"), (None, "")]
    {
        leaves_day(&mut tab, id, typed);
        let unread = tab.state.unread_day(DayField::Due(id)).unwrap();
        assert_eq!((&*unread.text, unread.is_told), (text, true));
        assert_eq!(actions(&tab)[0].due, Date::parse("2026-03-31"), "{typed:?}");
    }
    // Another field takes nothing of it away.
    leaves_day(&mut tab, ActionId(other), Some("1989-12-31"));
    assert!(tab.state.unread_day(DayField::Due(id)).is_some());
    leaves_day(&mut tab, id, Some(""));
    assert_eq!(actions(&tab)[0].due, None, "an empty field is no day");
    assert_eq!(tab.state.unread_day(DayField::Due(id)), None);
}

#[test]
fn a_full_plan_takes_no_more_says_so_and_takes_one_again_where_one_goes() {
    let mut tab = begun();
    for _ in 0..ACTIONS {
        plan(&mut tab, Planning::Write);
    }
    let before = actions(&tab);
    assert_eq!(before.len(), ACTIONS);
    for more in [Planning::Write, Planning::Add(question::LADDER.into(), "One more".into())] {
        tab.state.said.1 = None;
        plan(&mut tab, more);
        assert_eq!(actions(&tab), before);
        assert_eq!(tab.state.said.1, Some(later::Said::NoMoreActions.into()));
    }
    plan(&mut tab, Planning::Remove(before[7].id));
    plan(&mut tab, Planning::Add(question::LADDER.into(), "One more".into()));
    assert_eq!(actions(&tab).len(), ACTIONS);
    assert!(actions(&tab).iter().any(|action| action.what == "One more"));
}
