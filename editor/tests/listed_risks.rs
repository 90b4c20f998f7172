//! The register of risks: how it is listed, what is moved inside a band, and where the focus goes.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::Tab;
use domain::risk::{
    Band, Mark, Measure, Named, Register, Right, Risk, RiskId, Start, Status, order,
};
use domain::step::Step;
use editor::effect::InRisks;
use editor::field::{Falling, RiskText};
use editor::history::Way;
use editor::later::Said;
use editor::listed_risks::Listed;
use editor::risking::{Editing, Risking, Toward};
use editor::state;
use editor::{Message, Place, first, later};

fn act(tab: &mut Tab, risking: Risking) {
    tab.send(later::Command::Risk(risking));
}

fn edit(tab: &mut Tab, id: u32, editing: Editing) {
    act(tab, Risking::Edit(RiskId(id), editing));
}

fn register(tab: &Tab) -> &Register {
    &tab.assessment().risks
}

fn ids(register: &Register) -> Vec<u32> {
    order(register).iter().map(|placed| placed.id.0).collect()
}

fn rate(tab: &mut Tab, id: u32, marks: [Step; 3]) {
    for (named, step) in Named::ALL.into_iter().zip(marks) {
        edit(tab, id, Editing::Mark(named, Some(Mark::Known(step))));
    }
}

/// Four risks: two gravest, two severe.
fn listed() -> Tab {
    let mut tab = Tab::working();
    for (id, name) in [(1, "A"), (2, "B"), (3, "C"), (4, "D")] {
        act(&mut tab, Risking::Add);
        edit(&mut tab, id, Editing::Text(RiskText::Name, name.to_owned()));
    }
    for id in [1, 2] {
        rate(&mut tab, id, [Step::Five, Step::Two, Step::Five]);
    }
    for id in [3, 4] {
        rate(&mut tab, id, [Step::Four, Step::Two, Step::Two]);
    }
    tab
}

fn said(tab: &Tab) -> Option<Said> {
    match &tab.state.said.1 {
        Some(state::Said::Later(said)) => Some(said.clone()),
        _ => None,
    }
}

#[test]
fn a_risk_goes_one_place_up_or_down_inside_its_band_and_no_further() {
    let mut tab = listed();
    assert_eq!(ids(register(&tab)), [1, 2, 3, 4]);
    act(&mut tab, Risking::Move(RiskId(2), Toward::Earlier));
    assert_eq!(ids(register(&tab)), [2, 1, 3, 4]);
    assert_eq!(said(&tab), Some(Said::RiskMoved(1)));
    assert_eq!(tab.focus_in_risks.take(), Some(InRisks::Handle(RiskId(2))));
    act(&mut tab, Risking::Move(RiskId(2), Toward::Later));
    assert_eq!(ids(register(&tab)), [1, 2, 3, 4]);
    let before = register(&tab).clone();
    act(&mut tab, Risking::Move(RiskId(2), Toward::Later));
    assert_eq!((register(&tab), said(&tab)), (&before, Some(Said::RiskStays)));
}

#[test]
fn a_risk_cannot_be_dropped_into_another_band() {
    let mut tab = listed();
    let before = register(&tab).clone();
    act(&mut tab, Risking::Reorder(RiskId(3), Some(RiskId(1))));
    assert_eq!((register(&tab), said(&tab)), (&before, Some(Said::RiskStays)));
    act(&mut tab, Risking::Reorder(RiskId(4), Some(RiskId(3))));
    assert_eq!(ids(register(&tab)), [1, 2, 4, 3]);
}

#[test]
fn the_reason_for_a_place_stays_when_it_is_moved_on_and_goes_with_it() {
    let mut tab = listed();
    act(&mut tab, Risking::Move(RiskId(2), Toward::Earlier));
    act(&mut tab, Risking::BecauseThere(RiskId(2), "Somebody is in danger now".to_owned()));
    act(&mut tab, Risking::Move(RiskId(2), Toward::Later));
    let because = |tab: &Tab| {
        register(tab).reordered().iter().map(|one| one.because.clone()).collect::<Vec<_>>()
    };
    assert_eq!(because(&tab), ["Somebody is in danger now"]);
    act(&mut tab, Risking::OrderByBand(RiskId(2)));
    assert_eq!((ids(register(&tab)), because(&tab)), (vec![1, 2, 3, 4], vec![]));
}

#[test]
fn what_has_happened_is_listed_apart_and_keeps_its_number() {
    let mut tab = listed();
    edit(&mut tab, 3, Editing::Status(Some(Status::Happened)));
    let listed = Listed::of(register(&tab));
    let under = |band| listed.under(band).map(|one| one.place.number).collect::<Vec<_>>();
    assert_eq!(under(None), [3]);
    assert_eq!(under(Some(Band::Gravest)), [1, 2]);
    assert_eq!(under(Some(Band::Severe)), [4]);
    assert!(!listed.can_go(RiskId(4), Toward::Earlier), "the one before it stands in another list");
}

#[test]
fn the_focus_goes_to_what_stands_in_place_of_a_risk_that_goes() {
    let mut tab = listed();
    act(&mut tab, Risking::Remove(RiskId(2)));
    assert_eq!(tab.focus_in_risks.take(), Some(InRisks::Opens(RiskId(3))));
    act(&mut tab, Risking::Remove(RiskId(4)));
    assert_eq!(tab.focus_in_risks.take(), Some(InRisks::Opens(RiskId(3))), "it was the last one");
    act(&mut tab, Risking::Remove(RiskId(1)));
    act(&mut tab, Risking::Remove(RiskId(3)));
    assert_eq!(tab.focus_in_risks.take(), Some(InRisks::Name));
    assert_eq!(tab.state.place, Place::Risks(None));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(ids(register(&tab)), [3]);
}

#[test]
fn a_risk_opens_and_closes_in_its_place() {
    let mut tab = listed();
    tab.send(first::Command::Go(Place::Risks(None)));
    assert_eq!(tab.focus_in_risks.take(), Some(InRisks::Opens(RiskId(4))), "the one added last");
    tab.send(first::Command::Go(Place::Risks(Some(RiskId(2)))));
    assert_eq!(tab.focus_in_risks.take(), Some(InRisks::Opens(RiskId(2))));
    tab.send(first::Command::Go(Place::Result));
    tab.send(first::Command::Go(Place::Risks(None)));
    assert_eq!(tab.focus_in_risks.take(), None, "from another screen to the heading");
    act(&mut tab, Risking::Add);
    assert_eq!(tab.focus_in_risks.take(), Some(InRisks::Name));
}

#[test]
fn a_fourth_right_or_start_is_not_taken_and_that_is_said() {
    let mut tab = listed();
    for number in 1..=3 {
        edit(&mut tab, 1, Editing::Right(Right::new(number).unwrap()));
    }
    assert_ne!(said(&tab), Some(Said::NoMoreChoices));
    edit(&mut tab, 1, Editing::Right(Right::new(4).unwrap()));
    assert_eq!(said(&tab), Some(Said::NoMoreChoices));
    let numbers: Vec<u8> = risk(&tab, 1).rights.iter().map(|right| right.number()).collect();
    assert_eq!(numbers, [1, 2, 3]);
    for start in [Start::Research, Start::Design, Start::Use, Start::Bought] {
        edit(&mut tab, 2, Editing::Arises(start));
    }
    assert_eq!(said(&tab), Some(Said::NoMoreChoices));
    assert_eq!(risk(&tab, 2).arises.value.len(), 3);
}

#[test]
fn a_measure_typed_in_own_words_is_one_step_to_undo() {
    let mut tab = listed();
    let falling = Falling::Dimension(Named::Scope);
    edit(&mut tab, 1, Editing::After(true));
    edit(&mut tab, 1, Editing::FallTo(Named::Scope, Some(Step::One)));
    edit(&mut tab, 1, Editing::By(falling, Some(Measure::Words(String::new()))));
    for typed in ["L", "Li", "Lists"] {
        edit(&mut tab, 1, Editing::By(falling, Some(Measure::Words(typed.to_owned()))));
    }
    let by = |tab: &Tab| risk(tab, 1).severity.fall(Named::Scope).unwrap().by.clone();
    assert_eq!(by(&tab), Some(Measure::Words("Lists".to_owned())));
    tab.send(Message::Turn(Way::Undo));
    assert_eq!(by(&tab), None, "the choice of own words and what was typed are one");
}

#[test]
fn the_next_risk_to_rate_is_the_first_behind_that_is_not_rated() {
    let mut tab = listed();
    for _ in 0..2 {
        act(&mut tab, Risking::Add);
    }
    let listed = Listed::of(register(&tab));
    let next = |id| listed.next_to_rate(RiskId(id)).map(|one| one.place.id.0);
    assert_eq!(listed.rated(), 4);
    assert_eq!((next(1), next(5), next(6)), (Some(5), Some(6), Some(5)));
}

fn risk(tab: &Tab, id: u32) -> Risk {
    register(tab).get(RiskId(id)).unwrap().open()
}
