//! Going from place to place: every address, change, undo, Back and Forward ends at a place that
//! is there, and the address names it (the latter is checked after each single command).
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use std::rc::Rc;

use common::{Tab, made, question};
use domain::answer::{Choice, TacticState};
use domain::id::AssessmentId;
use domain::questions::{FromRegister, Kind, Squares, Step};
use domain::risk::{Mark, Named, RiskId};
use editor::effect::Focus;
use editor::field::RiskText;
use editor::first::Choosing;
use editor::history::Way;
use editor::keeping::Deletion;
use editor::on_the_way::OnTheWay;
use editor::risking::{Editing, Risking};
use editor::state::{Missing, Shelf};
use editor::stood::{Link, Stood};
use editor::stops::{Stop, stops};
use editor::{Message, Place, first, later};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Next {
    Do(Vec<Message>),
    Go(Place),
    Visit(Place),
    Back,
    Forward,
    Storage,
    Reload,
    Begin,
    Continue,
    DeleteDraft,
}

fn next() -> impl Strategy<Value = Next> {
    prop_oneof![
        6 => made::change_or_turn().prop_map(Next::Do),
        6 => made::place().prop_map(Next::Go),
        3 => made::place().prop_map(Next::Visit),
        3 => Just(Next::Back),
        2 => Just(Next::Forward),
        4 => Just(Next::Storage),
        1 => Just(Next::Reload),
        1 => Just(Next::Begin),
        1 => Just(Next::Continue),
        1 => Just(Next::DeleteDraft),
    ]
}

/// The place is there, or is being waited for.
#[track_caller]
fn check(tab: &Tab) {
    let state = &tab.state;
    let Some(work) = &state.work else {
        let may_come = state.opening.is_some() || state.shelf == Shelf::Reading;
        assert!(!state.place.needs_assessment() || may_come, "{:?} without any", state.place);
        return;
    };
    let Place::Question(id, phase) = &state.place else { return };
    let question = work.asked.question(id).expect("the question is asked");
    let phases = match &question.kind {
        Kind::Tactics(matrix) if matrix.squares == Squares::PerGroup => Some(matrix),
        _ => None,
    };
    match (phases, phase) {
        (Some(matrix), Some(phase)) => assert!(matrix.group(phase).is_some(), "{phase}"),
        (None, None) => {}
        (_, phase) => panic!("{id} at {phase:?}"),
    }
}

/// An assessment that the start screen lists.
fn listed(tab: &Tab) -> Option<AssessmentId> {
    let Shelf::Listed(listings) = &tab.state.shelf else { return None };
    listings.first().map(|listing| listing.id.clone())
}

proptest! {
    #![proptest_config(common::made::config())]

    #[test]
    fn every_way_ends_at_a_place_that_is_there(
        first in made::place(),
        all in prop::collection::vec(next(), 0..60),
    ) {
        let mut tab = Tab::open(&Rc::default(), &first.hash());
        check(&tab);
        for next in all {
            match next {
                Next::Do(commands) => commands.into_iter().for_each(|command| tab.send(command)),
                Next::Go(place) => tab.send(first::Command::Go(place)),
                Next::Visit(place) => tab.visit(&place.hash()),
                Next::Back => tab.back(),
                Next::Forward => tab.forward(),
                Next::Storage => _ = tab.step(),
                Next::Reload => {
                    let (device, address) = (tab.device.clone(), tab.address().to_owned());
                    let remembered = tab.remembered.clone();
                    tab.close();
                    tab = Tab::reopen(&device, &address, remembered);
                }
                Next::Begin => tab.begin_kept(),
                Next::Continue => {
                    if let Some(id) = listed(&tab) {
                        tab.send(later::Command::Continue(id));
                        tab.send(later::Command::Confirm);
                    }
                }
                Next::DeleteDraft => {
                    if let Some(id) = listed(&tab) {
                        tab.send(later::Command::AskToDelete(Deletion::Draft(id)));
                        tab.settle();
                        tab.send(later::Command::Confirm);
                    }
                }
            }
            check(&tab);
        }
        tab.settle();
        prop_assert!(tab.state.opening.is_none(), "nothing is waited for without end");
        check(&tab);
    }
}

#[test]
fn a_reload_comes_back_to_the_same_question_of_the_same_assessment() {
    let mut tab = Tab::working();
    tab.begin_kept();
    tab.send(first::Command::Go(Place::Question(question::PHASES.into(), Some("design".into()))));
    tab.settle();
    // Another one is newer; the tab still remembers its own.
    let (device, id) = (tab.device.clone(), tab.assessment().id.clone());
    let mut other = Tab::open(&device, "");
    other.settle();
    other.now += 1_000_000;
    other.begin_kept();
    let (address, remembered) = (tab.address().to_owned(), tab.remembered.clone());
    tab.close();
    let mut tab = Tab::reopen(&device, &address, remembered);
    tab.settle();
    assert_eq!(tab.assessment().id, id);
    assert_eq!(tab.state.place.hash(), "prevent-tactics.design");
    assert_eq!(tab.history, ["prevent-tactics.design"]);
}

#[test]
fn continuing_leads_to_where_the_person_was_even_from_the_start_screen() {
    let mut tab = Tab::working();
    let id = tab.assessment().id.clone();
    let place = Place::Question(question::WORDS.into(), None);
    tab.send(first::Command::Go(place.clone()));
    tab.send(first::Command::Go(Place::Sealed));
    tab.send(first::Command::Go(Place::Start));
    tab.settle();
    tab.send(later::Command::Continue(id.clone()));
    assert_eq!(tab.state.place, place, "while it is open");
    tab.send(first::Command::Go(Place::Start));
    tab.settle();
    let device = tab.device.clone();
    tab.close();
    let mut tab = Tab::open(&device, "");
    tab.settle();
    tab.send(later::Command::Continue(id));
    tab.settle();
    assert_eq!(tab.state.place, place, "in another visit");
}

#[test]
fn an_address_without_an_open_assessment_means_the_newest() {
    let mut tab = Tab::working();
    tab.now += 1_000;
    tab.begin_kept();
    let newest = tab.assessment().id.clone();
    let device = tab.device.clone();
    tab.close();
    let mut tab = Tab::open(&device, "embed-owner");
    tab.settle();
    assert_eq!(tab.assessment().id, newest);
    assert_eq!(tab.address(), "embed-owner");
}

#[test]
fn an_address_with_nothing_on_the_device_leads_to_the_start() {
    let mut tab = Tab::open(&Rc::default(), "result");
    assert_eq!(tab.state.place, Place::Result, "it may still come");
    tab.settle();
    assert_eq!(tab.state.place, Place::Start);
    assert_eq!(tab.history, [""]);
}

#[test]
fn leaving_the_form_moves_a_person_off_a_question_that_is_no_longer_asked() {
    let mut tab = Tab::working();
    tab.send(first::Command::Go(Place::Question(question::DECISION.into(), None)));
    tab.send(first::Command::Choose(Choosing::Form(domain::scope::Form::Short)));
    assert_eq!(tab.state.place, Place::Question(question::FIRST.into(), None));
    assert_eq!(tab.address(), question::FIRST);
}

#[test]
fn a_question_folded_away_by_a_decision_stays_a_place() {
    let mut tab = Tab::working();
    let place = Place::Question(question::ROUTED.into(), None);
    tab.send(first::Command::Go(place.clone()));
    let no = first::Answering::Choose(Choice::Decision("no".into()));
    tab.send(first::Command::Answer(question::DECISION.into(), no));
    assert_eq!(tab.state.place, place);
}

#[test]
fn the_focus_goes_to_the_question_within_a_section_and_to_the_screen_between() {
    let mut tab = Tab::working();
    tab.send(first::Command::Go(Place::Question(question::LADDER.into(), None)));
    assert_eq!(tab.focus, Some(Focus::Screen));
    tab.send(first::Command::Go(Place::Question(question::DECISION.into(), None)));
    assert_eq!(tab.focus, Some(Focus::Question));
    tab.send(first::Command::Go(Place::Question(question::WORDS.into(), None)));
    assert_eq!(tab.focus, Some(Focus::Screen));
    tab.focus = None;
    let step = first::Answering::Choose(Choice::Step(Step::Two));
    tab.send(first::Command::Answer(question::WORDS.into(), step));
    assert_eq!(tab.focus, None, "never while somebody answers");
}

#[test]
fn the_first_question_needs_what_is_missing_and_says_so() {
    let mut tab = Tab::open(&Rc::default(), "");
    tab.settle();
    tab.send(first::Command::Begin);
    tab.send(first::Command::GoToFirstQuestion);
    assert_eq!(tab.state.missing, [Missing::Unit, Missing::Keeping]);
    assert_eq!(tab.focus, Some(Focus::Faults));
    tab.send(first::Command::Choose(Choosing::Unit(domain::scope::Unit::Company)));
    assert_eq!(tab.state.missing, [Missing::Keeping], "what is no longer missing goes at once");
    tab.send(first::Command::Keep(editor::keeping::Wish::Nowhere));
    assert!(tab.state.missing.is_empty());
    tab.send(first::Command::GoToFirstQuestion);
    let gravest = Place::Question(question::FIRST.into(), None);
    assert_eq!(tab.state.place, gravest, "the short form begins with it");
}

/// From the two choices to where one begins.
fn begins(tab: &mut Tab) -> Place {
    tab.send(first::Command::Go(Place::Choose));
    tab.send(first::Command::GoToFirstQuestion);
    tab.state.place.clone()
}

#[test]
fn both_forms_begin_with_the_gravest_risk_and_go_on_with_the_facts() {
    for form in [domain::scope::Form::Short, domain::scope::Form::Complete] {
        let mut tab = Tab::working();
        tab.send(first::Command::Choose(Choosing::Form(form)));
        let gravest = Place::Question(question::FIRST.into(), None);
        assert_eq!(begins(&mut tab), gravest, "{form:?}");
        let not_known =
            |id: &str| first::Command::Answer(id.into(), first::Answering::NotKnown(String::new()));
        tab.send(not_known(question::FIRST));
        let next = Place::Reach(None);
        assert_eq!(begins(&mut tab), next, "{form:?}: what comes next is what one goes on with");
        tab.settle();
        let id = tab.assessment().id.clone();
        tab.send(first::Command::Go(gravest));
        tab.send(first::Command::Go(Place::Start));
        tab.settle();
        tab.send(later::Command::Continue(id));
        tab.settle();
        assert_eq!(tab.state.place, next, "{form:?}: a draft goes on there as well");
        tab.send(not_known(question::LADDER));
        let Some(OnTheWay::Stop(open)) = tab.state.first_waiting() else { panic!() };
        assert_eq!(
            Some(&open),
            tab.work()
                .asked
                .sections
                .iter()
                .flat_map(stops)
                .find(|stop| tab.state.waits_at(&stop.place()))
                .as_ref(),
            "{form:?}: whoever answers behind them is past them"
        );
    }
}

#[test]
fn facts_that_are_all_said_are_not_asked_twice_and_one_taken_back_is_asked_again() {
    let mut tab = Tab::working();
    let facts = tab.state.catalogue.facts.clone();
    assert_eq!(tab.state.open_facts().count(), facts.len());
    tab.send(first::Command::Answer(
        question::FIRST.into(),
        first::Answering::NotKnown(String::new()),
    ));
    for fact in &facts {
        let value = fact.values[0].id.clone();
        tab.send(first::Command::Choose(Choosing::Fact(fact.id.clone(), value)));
    }
    assert_eq!(tab.state.open_facts().count(), 0);
    assert!(matches!(begins(&mut tab), Place::Question(..)), "nothing is asked twice");
    tab.send(Message::Turn(editor::history::Way::Undo));
    assert_eq!(tab.state.open_facts().count(), 1);
    assert_eq!(begins(&mut tab), Place::Reach(None));
}

#[test]
fn an_address_can_lead_to_one_fact() {
    let mut tab = Tab::working();
    let fact = tab.state.catalogue.facts[0].id.clone();
    tab.send(first::Command::Go(Place::from_hash(&format!("#reach.{fact}"))));
    assert_eq!(tab.focus, Some(Focus::Fact(fact)));
}

#[test]
fn the_way_leads_over_the_gravest_risk_and_the_facts_through_all_stops_to_what_is_open() {
    use domain::scope::Form::{Complete, Short};
    // The gravest risk of this bank stands in the part on preventing.
    for (form, without) in [
        (Short, None),
        (Short, Some("embedding")),
        (Short, Some("preventing")),
        (Complete, None),
        (Complete, Some("embedding")),
        (Complete, Some("preventing")),
    ] {
        let mut tab = Tab::working();
        tab.send(first::Command::Choose(Choosing::Form(form)));
        if let Some(part) = without {
            tab.send(first::Command::Choose(Choosing::Module(part.into())));
        }
        let about = format!("{form:?} without {without:?}");
        let stops: Vec<Stop> = tab.work().asked.sections.iter().flat_map(stops).collect();
        assert!(stops.len() >= 2, "{about}");
        let is_first = |stop: &Stop| stop.question.id.as_str() == question::FIRST;
        assert!(is_first(&stops[0]), "{about}");
        assert_eq!(stops.iter().filter(|stop| is_first(stop)).count(), 1, "{about}");
        let mut way: Vec<_> = stops.into_iter().map(OnTheWay::Stop).collect();
        way.insert(1, OnTheWay::Facts);
        way.insert(0, OnTheWay::Choose);
        way.push(OnTheWay::Open);
        assert_eq!(begins(&mut tab), way[1].place(), "{about}");
        for three in way.windows(3) {
            tab.send(first::Command::Go(three[1].place()));
            let expected = Some((three[0].clone(), three[2].clone()));
            assert_eq!(tab.state.neighbours(), expected, "{about}");
            let next_stop =
                |from: usize| way[from..].iter().find(|next| matches!(next, OnTheWay::Stop(_)));
            let at = way.iter().position(|one| *one == three[1]).unwrap();
            let open = tab.state.next_open().map(OnTheWay::Stop);
            assert_eq!(open.as_ref(), next_stop(at + 1).or(next_stop(0)), "{about}");
        }
        for end in [Place::Choose, Place::Open, Place::Result] {
            tab.send(first::Command::Go(end));
            assert_eq!(tab.state.neighbours(), None, "{about}");
        }
    }
}

#[test]
fn from_a_question_that_is_folded_away_the_way_back_is_the_decision() {
    let mut tab = Tab::working();
    let no = first::Answering::Choose(Choice::Decision("no".into()));
    tab.send(first::Command::Answer(question::DECISION.into(), no));
    tab.send(first::Command::Go(Place::Question(question::ROUTED.into(), None)));
    let (back, on) = tab.state.neighbours().unwrap();
    assert_eq!(back.place(), Place::Question(question::DECISION.into(), None));
    assert_eq!(on, OnTheWay::Open);
}

#[test]
fn with_a_risk_listed_the_way_passes_the_question_for_the_gravest_one_and_it_stays_a_place() {
    let mut tab = Tab::working();
    let first = Place::Question(question::FIRST.into(), None);
    let is_asked =
        |tab: &Tab| tab.work().asked.questions().any(|one| one.id.as_str() == question::FIRST);
    assert!(is_asked(&tab));
    tab.send(later::Command::Risk(Risking::Add));
    assert!(!is_asked(&tab));
    assert_ne!(begins(&mut tab), first);
    tab.send(first::Command::Go(first.clone()));
    assert_eq!(tab.state.place, first);
    assert_eq!(tab.state.neighbours(), Some((OnTheWay::Choose, OnTheWay::Facts)));
    tab.send(first::Command::Go(Place::Reach(None)));
    assert_eq!(tab.state.neighbours().map(|(back, _)| back), Some(OnTheWay::Choose));
    tab.send(Message::Turn(Way::Undo));
    assert!(is_asked(&tab), "nothing is listed any more");
}

#[test]
fn a_fact_folds_a_question_away_at_once_and_brings_it_back_with_its_answer() {
    let mut tab = Tab::working();
    let is_asked =
        |tab: &Tab| tab.work().asked.questions().any(|one| one.id.as_str() == question::GROUPS);
    let set = |tab: &mut Tab, value: &str| {
        tab.send(first::Command::Choose(Choosing::Fact("scope-switch".into(), value.into())));
    };
    let not_known = first::Answering::Choose(Choice::NotKnown);
    tab.send(first::Command::Answer(question::GROUPS.into(), not_known));
    assert!(is_asked(&tab));
    let counted = tab.work().progress();
    assert_eq!(counted.not_known, 1);
    set(&mut tab, "no");
    assert!(!is_asked(&tab));
    assert_eq!(tab.work().progress().not_known, 0);
    tab.send(first::Command::Go(Place::Question(question::GROUPS.into(), None)));
    let (back, on) = tab.state.neighbours().unwrap();
    assert_eq!((back, on), (OnTheWay::Facts, OnTheWay::Open), "there the fact is changed");
    set(&mut tab, "unknown");
    assert!(is_asked(&tab));
    assert_eq!(tab.work().progress(), counted);
}

#[test]
fn a_matrix_with_some_tactics_answered_is_neither_open_nor_answered_and_waits() {
    let mut tab = Tab::working();
    let state = |tab: &mut Tab, question: &'static str, tactic: &str| {
        let state = later::Answering::Tactic(tactic.into(), TacticState::Used);
        tab.send(later::Command::Answer(question.into(), state));
    };
    state(&mut tab, question::PHASES, "B2-design-1");
    state(&mut tab, question::GROUPS, "A2.2-research-1");
    let counts = tab.work().progress();
    assert_eq!((counts.partly, counts.answered, counts.closed()), (2, 0, 0));
    assert_eq!(counts.all(), counts.partly + counts.open);
    assert_eq!(tab.work().listing().progress.partly, 2);
    let entry = |tab: &Tab| tab.state.entry(tab.work().asked.sections.last().unwrap()).unwrap();
    assert_eq!(entry(&tab).hash(), "prevent-tactics.research");
    state(&mut tab, question::PHASES, "B2-research-1");
    state(&mut tab, question::PHASES, "B2-research-2");
    // The phase with some of its tactics answered is the one that is still to be answered.
    assert_eq!(entry(&tab).hash(), "prevent-tactics.design");
    state(&mut tab, question::PHASES, "B2-design-2");
    let counts = tab.work().progress();
    assert_eq!((counts.partly, counts.answered), (1, 1), "each matrix is one question");
}

#[test]
fn what_the_complete_form_adds_to_a_short_matrix_leaves_it_partly_answered() {
    let mut tab = Tab::working();
    tab.send(first::Command::Choose(Choosing::Form(domain::scope::Form::Short)));
    let state = later::Answering::Tactic("B2-design-1".into(), TacticState::Unused);
    tab.send(later::Command::Answer(question::PHASES.into(), state));
    assert_eq!((tab.work().progress().answered, tab.work().progress().partly), (1, 0));
    tab.send(first::Command::Choose(Choosing::Form(domain::scope::Form::Complete)));
    assert_eq!((tab.work().progress().answered, tab.work().progress().partly), (0, 1));
}

/// A screen as somebody leaves it: a fold is open, and a link in the middle is followed.
fn left(top: u32) -> Stood {
    let link = Link { address: "#embed-owner".into(), before: 1 };
    Stood { top, folds: Rc::new(["more-gaps".into()]), link: Some(link) }
}

#[test]
fn coming_back_from_an_answer_a_screen_stands_as_it_was_left() {
    for place in [Place::Result, Place::Open, Place::Plan(None), Place::Sheets] {
        let mut tab = Tab::working();
        tab.send(first::Command::Go(place.clone()));
        assert_eq!(tab.stands, None, "{place:?}: the first time it begins at its top");
        tab.send(later::Command::Leave(left(700)));
        tab.visit(question::LADDER);
        assert_eq!(tab.stands, None, "{place:?}: a question is gone to by itself");
        tab.send(first::Command::Answer(question::LADDER.into(), first::Answering::Clear));
        tab.back();
        assert_eq!(tab.stands.take(), Some(left(700)), "{place:?}: by the browser's Back");
        tab.visit(question::LADDER);
        // In a frame the history is that of the page around, so one comes back by a link.
        tab.visit(&place.hash());
        assert_eq!(tab.stands.take(), Some(left(700)), "{place:?}: by a link");
        tab.send(later::Command::Leave(left(20)));
        assert_eq!(tab.stands, None, "{place:?}: nothing moves while one stays");
    }
}

#[test]
fn a_way_that_leads_to_an_action_is_gone_as_it_says() {
    let mut tab = Tab::working();
    tab.send(later::Command::Plan(later::Planning::Write));
    let action = tab.assessment().plan.actions()[0].id;
    tab.send(first::Command::Go(Place::Plan(None)));
    tab.send(later::Command::Leave(left(700)));
    tab.visit(question::LADDER);
    tab.send(first::Command::Go(Place::Plan(Some(action))));
    assert_eq!(tab.stands, None);
}

#[test]
fn after_another_assessment_was_begun_nothing_is_found_as_it_was_left() {
    let mut tab = Tab::working();
    tab.send(first::Command::Go(Place::Result));
    tab.send(later::Command::Leave(left(700)));
    tab.visit("");
    tab.send(first::Command::Begin);
    tab.settle();
    tab.send(first::Command::Go(Place::Result));
    assert_eq!(tab.stands, None);
}

#[test]
fn the_part_that_is_read_is_known_until_the_screen_is_left() {
    let mut tab = Tab::working();
    tab.send(first::Command::Go(Place::Result));
    assert_eq!(tab.state.reading, None);
    tab.send(later::Command::Show("result.gaps".into()));
    assert_eq!(tab.shows.as_deref(), Some("result.gaps"));
    assert_eq!(tab.state.reading.as_deref(), Some("result.gaps"));
    tab.send(later::Came::InView("result.not-known".into()));
    assert_eq!(tab.state.reading.as_deref(), Some("result.not-known"));
    tab.visit(question::LADDER);
    assert_eq!(tab.state.reading, None);
}

#[test]
fn without_any_part_what_tells_of_answers_leads_to_where_parts_are_chosen() {
    let mut tab = Tab::working();
    let parts: Vec<_> = tab.assessment().scope.modules.to_vec();
    tab.send(first::Command::Go(Place::Result));
    tab.send(first::Command::Go(Place::Choose));
    for part in &parts {
        tab.send(first::Command::Choose(Choosing::Module(part.clone())));
    }
    tab.back();
    assert_eq!(tab.state.place, Place::Choose);
    for place in [Place::Open, Place::Result, Place::Plan(None), Place::Download] {
        tab.send(first::Command::Go(place.clone()));
        let tells = matches!(place, Place::Open | Place::Result);
        assert_eq!(tab.state.place == Place::Choose, tells, "{place:?}");
    }
}

/// A tab whose bank asks how grave the risks are, as the whole one does.
fn with_severity() -> Tab {
    let mut tab = Tab::working();
    let decision = tab.work().asked.questions().find(|one| one.id.as_str() == question::DECISION);
    let mut severity = (**decision.unwrap()).clone();
    let catalogue = Rc::make_mut(&mut tab.state.catalogue);
    let section = catalogue.modules.last_mut().unwrap().sections.last_mut().unwrap();
    let Kind::Decision(values) = severity.kind else { panic!() };
    severity.kind = Kind::Register(FromRegister { values, partly: Vec::new() });
    severity.id = "assess-severity".into();
    section.questions.push(severity.into());
    // What is asked follows from the other bank with the next change.
    tab.send(first::Command::Choose(Choosing::Form(domain::scope::Form::Short)));
    tab
}

#[test]
fn the_short_form_begins_with_the_first_risk_and_the_complete_one_where_risks_lead() {
    use domain::scope::Form::{Complete, Short};
    for (form, leads, begins_there) in [
        (Short, false, true),
        (Short, true, true),
        (Complete, false, false),
        (Complete, true, true),
    ] {
        let about = format!("{form:?}, leads: {leads}");
        let mut tab = with_severity();
        tab.send(first::Command::Choose(Choosing::Form(form)));
        tab.send(later::Command::Risk(Risking::Lead(leads)));
        let begins = begins(&mut tab);
        assert_eq!(begins == Place::Risks(None), begins_there, "{about}");
        if !begins_there {
            continue;
        }
        let first = OnTheWay::Stop(stops(&tab.work().asked.sections[0])[0].clone());
        assert_eq!(tab.state.neighbours(), Some((OnTheWay::Choose, first)), "{about}");
        // Listed and not rated it waits still; rated, what comes behind it is next.
        let name = Editing::Text(RiskText::Name, "Found and arrested".into());
        tab.send(later::Command::Risk(Risking::Edit(RiskId(1), name)));
        assert_eq!(tab.state.first_waiting(), Some(OnTheWay::Risks), "{about}");
        for named in Named::ALL {
            let rated = Editing::Mark(named, Some(Mark::Known(Step::Three)));
            tab.send(later::Command::Risk(Risking::Edit(RiskId(1), rated)));
        }
        assert_eq!(tab.state.first_waiting(), Some(OnTheWay::Facts), "{about}");
        assert_eq!(
            tab.state.neighbours(),
            Some((OnTheWay::Choose, OnTheWay::Facts)),
            "{about}: its words serve as the answer to the question for the gravest one"
        );
    }
}
