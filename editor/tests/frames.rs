//! Inside another page: what the address wishes, where what is kept is found again, and what the page
//! around is told.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use std::rc::Rc;

use common::{Tab, catalogue, made, question};
use domain::answer::Choice;
use domain::questions::Step;
use domain::save::draft::Written;
use domain::scope::Form;
use editor::field::ScopeText;
use editor::first::{Answering, Choosing};
use editor::going::Going;
use editor::keeping::{Deletion, Draft, Keeping, Wish};
use editor::left_behind::Left;
use editor::opened::{HostPage, Keeps, Wishes, unknown};
use editor::standing::Standing;
use editor::state::{Dialog, Notice};
use editor::{Place, first, later};
use proptest::prelude::*;

fn wishes(parts: &str, form: &str) -> Wishes {
    Wishes::of(&catalogue(), |id| parts.split(' ').any(|part| part == id), form == "complete")
}

/// Modules and form of a new assessment in a page that was opened so.
fn begun(parts: &str, form: &str) -> (Vec<String>, Form) {
    let mut tab = Tab::wished(&Rc::default(), "", None, wishes(parts, form));
    tab.settle();
    tab.send(first::Command::Begin);
    let scope = &tab.assessment().scope;
    (scope.modules.iter().map(ToString::to_string).collect(), scope.form)
}

#[test]
fn what_the_address_wishes_is_chosen_and_what_it_does_not_know_counts_as_not_said() {
    let (both, second) = (["embedding", "preventing"], ["preventing"]);
    for (parts, chosen) in [
        ("", &both[..]),
        ("preventing", &second),
        ("preventing embedding", &both),
        ("preventing other", &second),
        ("other", &both),
        (" ", &both),
    ] {
        assert_eq!(begun(parts, "").0, chosen, "{parts}");
    }
    for (form, chosen) in [("", Form::Short), ("short", Form::Short), ("complete", Form::Complete)]
    {
        assert_eq!(begun("", form).1, chosen, "{form}");
    }
}

#[test]
fn what_is_not_known_is_named_by_its_place_in_the_address_and_not_repeated() {
    for (parts, form, named) in [
        ("", "", &[][..]),
        ("embedding", "complete", &[]),
        ("embedding,", "short", &[]),
        ("embedding+preventing", "", &[]),
        ("embedding,other", "Complete", &["parts", "form"]),
        ("embedding other", "short", &["parts"]),
        ("preventing", "long", &["form"]),
        ("<b>", "<b>", &["parts", "form"]),
    ] {
        assert_eq!(unknown(&catalogue(), parts, form), named, "{parts} {form}");
    }
}

#[test]
fn where_others_could_read_what_is_kept_nothing_is_kept_unless_it_is_chosen() {
    for (kept_nowhere, chosen) in [(true, Some(Wish::Nowhere)), (false, None)] {
        let device = Rc::default();
        let mut tab = Tab::wished(&device, "", None, wishes("", "").kept_nowhere(kept_nowhere));
        tab.settle();
        tab.send(first::Command::Begin);
        assert_eq!(tab.work().wish(), chosen);
        tab.settle();
        assert!(device.borrow().records.is_empty());
        tab.send(first::Command::Keep(Wish::Device));
        tab.settle();
        assert_eq!(device.borrow().records.len(), 1, "it was chosen");
    }
}

#[test]
fn a_wish_changes_no_assessment_that_is_there_and_can_be_changed() {
    let device = Rc::default();
    let mut tab = Tab::open(&device, "");
    tab.settle();
    tab.begin_kept();
    let before = tab.assessment().scope.clone();
    let mut again =
        Tab::wished(&device, tab.address(), tab.remembered.clone(), wishes("preventing", "short"));
    again.settle();
    assert_eq!(again.assessment().scope, before);

    again.send(first::Command::Begin);
    again.send(first::Command::Choose(Choosing::Module("embedding".into())));
    again.send(first::Command::Choose(Choosing::Form(Form::Complete)));
    assert_eq!(again.assessment().scope.modules.len(), 2);
    assert_eq!(again.assessment().scope.form, Form::Complete);
}

#[track_caller]
fn inside(own: &str, around: &[&str]) -> HostPage {
    let around: Vec<_> = around.iter().map(ToString::to_string).collect();
    HostPage::of(own, &around).expect("there is a page around it")
}

#[test]
fn where_what_is_kept_is_found_again_follows_from_the_sites_of_all_pages_around() {
    let own = "https://assess.example.org";
    for (around, keeps) in [
        (&["https://assess.example.org"][..], Keeps::AsAlone),
        (&["https://assess.example.org:8443"], Keeps::AsAlone),
        (&["http://assess.example.org"], Keeps::Apart),
        (&["https://intranet.example.org"], Keeps::NotKnown),
        (&["https://example.org"], Keeps::NotKnown),
        (&["https://intranet.example.com"], Keeps::Apart),
        (&["https://intranet"], Keeps::Apart),
        (&["https://10.0.0.1"], Keeps::Apart),
        (&[""], Keeps::NotKnown),
        (&[own, "https://portal.test"], Keeps::Apart),
        (&["https://portal.test", own], Keeps::Apart),
        (&[own, ""], Keeps::NotKnown),
        (&["", "https://portal.test"], Keeps::Apart),
    ] {
        assert_eq!(inside(own, around).keeps, keeps, "{around:?}");
    }
    let number = "http://127.0.0.1:8000";
    assert_eq!(inside(number, &["http://127.0.0.1:9000"]).keeps, Keeps::AsAlone);
    assert_eq!(inside(number, &["http://1.0.0.1"]).keeps, Keeps::Apart);
    assert_eq!(inside("http://[::1]:80", &["http://[::1]:9"]).keeps, Keeps::AsAlone);
    assert_eq!(inside("http://one", &["http://other"]).keeps, Keeps::Apart);
    assert_eq!(inside("null", &[own]).keeps, Keeps::Nothing);
    assert_eq!(HostPage::of(own, &[]), None, "it stands alone");
}

#[test]
fn the_hosts_are_named_without_their_port_or_not_at_all() {
    let named = inside("https://a.test", &["https://wiki.b.test:8443", "https://portal.test"]);
    assert_eq!(named.inside.as_deref(), Some("wiki.b.test"));
    assert_eq!(named.top.as_deref(), Some("portal.test"));
    let unknown = inside("https://a.test", &[""]);
    assert_eq!((unknown.inside, unknown.top), (None, None));
    assert_eq!(inside("https://a.test", &["http://[::1]:80"]).inside.as_deref(), Some("[::1]"));
}

#[test]
fn scripts_of_the_same_origin_alone_can_read_the_page() {
    let own = "https://a.test";
    assert!(inside(own, &[own]).reads);
    assert!(inside(own, &["https://portal.test", own]).reads);
    assert!(!inside(own, &["https://a.test:8443"]).reads);
    assert!(!inside("null", &["null"]).reads);
    assert!(!inside("null", &[own]).reads);
}

fn answer(tab: &mut Tab, question: &str) {
    let choice = Answering::Choose(Choice::Step(Step::Two));
    tab.send(first::Command::Answer(question.into(), choice));
}

fn went(tab: &mut Tab, standing: &Standing, place: Place) -> Standing {
    tab.send(first::Command::Go(place));
    standing.after(&tab.state)
}

#[test]
fn counts_change_when_the_section_is_left_and_not_with_the_answer() {
    let mut tab = Tab::working();
    let first = Standing::default().after(&tab.state);
    assert_eq!((first.screen, first.complete), ("section", false));
    assert!(first.sections.iter().all(|(asked, answered)| *asked > 0 && *answered == 0));

    tab.send(first::Command::Go(Place::Question(question::LADDER.into(), None)));
    let before = first.after(&tab.state);
    answer(&mut tab, question::LADDER);
    assert_eq!(before.after(&tab.state), before, "nothing tells which question it was");
    let in_it = went(&mut tab, &before, Place::Question(question::DECISION.into(), None));
    assert_eq!(in_it, before, "not even the next one");

    let left = went(&mut tab, &in_it, Place::Question(question::WORDS.into(), None));
    assert_eq!(left.sections[1].1, 1);
    answer(&mut tab, question::FIRST);
    let out = went(&mut tab, &left, Place::Open);
    assert_eq!(out.screen, "open");
    assert_eq!(out.sections.iter().map(|(_, answered)| answered).sum::<u16>(), 2);
}

#[test]
fn what_is_kept_nowhere_is_told_at_once_and_until_it_is_kept() {
    let mut tab = Tab::open(&Rc::default(), "");
    tab.settle();
    tab.send(first::Command::Begin);
    let before = Standing::default().after(&tab.state);
    assert!(!before.unsaved, "nothing was said yet");
    tab.send(first::Command::Keep(Wish::Nowhere));
    tab.send(first::Command::Choose(Choosing::Unit(domain::scope::Unit::Company)));
    tab.send(first::Command::Choose(Choosing::Form(Form::Complete)));
    tab.send(first::Command::GoToFirstQuestion);
    answer(&mut tab, question::LADDER);
    let lost = before.after(&tab.state);
    assert!(lost.unsaved);
    assert_eq!(lost.unsaved, tab.work().would_be_lost());
    tab.send(first::Command::Keep(Wish::Device));
    tab.settle();
    assert!(!lost.after(&tab.state).unsaved);
}

/// A tab with an answer that is kept on no device, at the question after it.
fn alone(wish: Option<Wish>) -> Tab {
    let mut tab = Tab::open(&Rc::default(), "");
    tab.settle();
    tab.send(first::Command::Begin);
    tab.send(first::Command::Choose(Choosing::Unit(domain::scope::Unit::Company)));
    tab.send(first::Command::Choose(Choosing::Form(Form::Complete)));
    if let Some(wish) = wish {
        tab.send(first::Command::Keep(wish));
    }
    answer(&mut tab, question::LADDER);
    tab.send(first::Command::Go(Place::Question(question::WORDS.into(), None)));
    assert!(tab.work().would_be_lost());
    tab
}

/// What of it would be locked up.
fn left(tab: &Tab) -> Draft {
    let work = tab.work();
    Draft {
        assessment: (*work.assessment).clone(),
        place: work.last_place.clone(),
        progress: work.progress(),
        changes_since_file: work.changes_since_file,
        written: Written::default(),
        damaged: 0,
    }
}

fn comes_back(tab: &mut Tab, left: Draft, wish: Option<Wish>) {
    let left = Left::Draft(Box::new(left), wish);
    tab.send(later::Came::LeftBehind([left].into(), true));
}

/// What waits.
fn waits(tab: &Tab) -> &[Left] {
    tab.state.waits()
}

#[test]
fn what_was_left_behind_opens_as_it_was_and_is_kept_no_more_than_before() {
    for (wish, keeping) in [(Some(Wish::Nowhere), Keeping::Nowhere), (None, Keeping::Undecided)] {
        let before = alone(wish);
        let device = Rc::default();
        let mut tab = Tab::open(&device, before.address());
        tab.settle();
        assert_eq!(tab.state.place, Place::Start, "nothing is there yet");
        tab.focus = None;
        comes_back(&mut tab, left(&before), before.work().wish());
        tab.settle();
        assert_eq!(tab.assessment(), before.assessment());
        assert_eq!(tab.work().keeping, keeping);
        assert_eq!(tab.work().changes_since_file, before.work().changes_since_file);
        assert_eq!(tab.state.place, before.state.place);
        assert_eq!(tab.state.notice, Some(Notice::LeftBehind));
        assert!(tab.work().would_be_lost());
        assert_eq!(tab.focus, None, "nobody is moved by what nobody pressed");
        assert!(device.borrow().records.is_empty());
    }
}

/// Somebody has begun something that would be lost, and what was left behind comes back then.
fn meanwhile(before: &Tab) -> Tab {
    let mut tab = alone(None);
    tab.send(first::Command::Choose(Choosing::Write(ScopeText::Company, "Begun meanwhile".into())));
    comes_back(&mut tab, left(before), Some(Wish::Nowhere));
    tab
}

#[test]
fn what_somebody_has_begun_meanwhile_and_would_lose_stays_open_and_what_was_left_behind_waits() {
    let before = alone(Some(Wish::Nowhere));
    let mut tab = meanwhile(&before);
    assert_eq!(tab.assessment().scope.company, "Begun meanwhile");
    assert_eq!(waits(&tab), [Left::Draft(Box::new(left(&before)), Some(Wish::Nowhere))]);
    // It counts as what would be lost, wherever what is open is kept.
    tab.send(first::Command::Keep(Wish::Device));
    tab.settle();
    assert!(!tab.work().would_be_lost() && tab.state.would_be_lost());
    assert!(Standing::default().after(&tab.state).unsaved);
    tab.send(later::Command::PutOffLeft);
    assert!(tab.state.left_is_put_off);
    assert!(tab.state.would_be_lost(), "it waits all the same");
}

#[test]
fn to_open_what_waits_asks_what_becomes_of_what_was_begun_and_goes_to_where_the_person_was() {
    let before = alone(Some(Wish::Nowhere));
    let mut tab = meanwhile(&before);
    tab.send(later::Command::OpenLeft(0));
    assert!(matches!(tab.state.dialog.as_deref(), Some(Dialog::Leave(_))));
    let going = Going::of_work(tab.work());
    assert_eq!((&*going.subject, going.answers), ("Begun meanwhile", 1));
    tab.send(later::Command::CloseDialog);
    assert_eq!((waits(&tab).len(), &*tab.assessment().scope.company), (1, "Begun meanwhile"));
    tab.send(later::Command::OpenLeft(0));
    tab.send(later::Command::Confirm);
    assert_eq!(tab.assessment(), before.assessment());
    assert_eq!(tab.work().keeping, Keeping::Nowhere);
    assert_eq!(tab.state.place, before.state.place);
    assert_eq!(tab.state.notice, Some(Notice::LeftBehind));
    assert!(waits(&tab).is_empty() && tab.state.would_be_lost());
}

#[test]
fn beside_what_is_kept_on_the_device_what_waits_opens_without_a_question() {
    let before = alone(Some(Wish::Nowhere));
    let mut tab = meanwhile(&before);
    tab.send(first::Command::Keep(Wish::Device));
    tab.settle();
    let kept = tab.assessment().clone();
    tab.send(later::Command::OpenLeft(0));
    tab.settle();
    assert_eq!((tab.assessment(), &tab.state.dialog), (before.assessment(), &None));
    assert_eq!(tab.draft(&kept.id), Some(kept));
}

#[test]
fn what_waits_goes_only_when_that_was_confirmed_and_what_goes_is_named() {
    let before = alone(Some(Wish::Nowhere));
    let mut tab = meanwhile(&before);
    tab.send(later::Command::AskToDelete(Deletion::Left(0)));
    let Some(Dialog::Delete(_, going)) = tab.state.dialog.as_deref() else { panic!() };
    assert_eq!((going.answers, going.scope.unit), (1, true));
    tab.send(later::Command::CloseDialog);
    assert_eq!(waits(&tab).len(), 1);
    tab.send(later::Command::AskToDelete(Deletion::Left(0)));
    tab.send(later::Command::Confirm);
    assert!(waits(&tab).is_empty());
    assert_eq!(tab.assessment().scope.company, "Begun meanwhile");
}

#[test]
fn what_waited_when_it_was_taken_out_again_waits_again_beside_what_was_open() {
    let (before, between) = (alone(Some(Wish::Nowhere)), alone(None));
    let open = Left::Draft(Box::new(left(&between)), None);
    let waited = Left::Draft(Box::new(left(&before)), Some(Wish::Nowhere));
    let both: Rc<[Left]> = [open, waited].into();
    let mut tab = Tab::open(&Rc::default(), "");
    tab.settle();
    tab.send(later::Came::LeftBehind(both.clone(), true));
    assert_eq!(tab.assessment(), between.assessment());
    assert_eq!(waits(&tab), &both[1..]);
    // And both wait where something else has been begun, or where none was open then.
    for (mut tab, was_open) in [(alone(None), true), (Tab::open(&Rc::default(), ""), false)] {
        tab.send(later::Came::LeftBehind(both.clone(), was_open));
        assert_eq!(waits(&tab), &both[..]);
    }
    let mut tab = alone(None);
    tab.send(later::Came::LeftBehind(both, true));
    // The one that waits longest is opened, and the other one stays.
    tab.send(later::Command::OpenLeft(1));
    tab.send(later::Command::Confirm);
    assert_eq!(tab.assessment(), before.assessment());
    assert_eq!(waits(&tab).len(), 1);
}

#[test]
fn everything_that_is_deleted_is_what_waits_too() {
    let mut tab = meanwhile(&alone(Some(Wish::Nowhere)));
    tab.send(later::Command::AskToDelete(Deletion::Everything));
    let Some(Dialog::Delete(_, going)) = tab.state.dialog.as_deref() else { panic!() };
    assert_eq!((going.assessments, going.answers), (2, 2));
    tab.send(later::Command::Confirm);
    tab.settle();
    assert!(!tab.state.would_be_lost());
}

#[test]
fn an_assessment_of_this_device_that_was_opened_meanwhile_stays_there_and_makes_room() {
    let before = alone(Some(Wish::Nowhere));
    let mut other = Tab::working();
    answer(&mut other, question::FIRST);
    other.settle();
    let kept = other.assessment().clone();
    for is_read in [false, true] {
        // Without a name that the tab remembers, an address with a question means the newest.
        let mut tab = Tab::open(&other.device, before.address());
        if is_read {
            tab.settle();
            assert_eq!(tab.assessment().id, kept.id);
        }
        let mut left = left(&before);
        left.assessment.id = "another".into();
        comes_back(&mut tab, left.clone(), Some(Wish::Nowhere));
        tab.settle();
        assert_eq!(*tab.assessment(), left.assessment);
        assert_eq!(tab.work().keeping, Keeping::Nowhere);
        assert_eq!(tab.draft(&kept.id), Some(kept.clone()));
        assert_eq!(tab.remembered, None);
    }
}

#[test]
fn what_was_left_behind_is_elsewhere_than_a_screen_that_needs_no_assessment_and_waits_there() {
    let before = alone(Some(Wish::Nowhere));
    let mut tab = Tab::open(&Rc::default(), "sealed");
    tab.settle();
    comes_back(&mut tab, left(&before), Some(Wish::Nowhere));
    assert_eq!(tab.state.place, Place::Sealed);
    assert_eq!(tab.work().last_place, before.work().last_place);
}

#[test]
fn what_the_device_refused_is_open_again_and_whether_to_keep_it_is_still_to_be_chosen() {
    let mut tab = Tab::open(&Rc::default(), "");
    tab.settle();
    comes_back(&mut tab, left(&alone(None)), Some(Wish::Device));
    assert_eq!(tab.work().keeping, Keeping::Undecided);
}

#[test]
fn what_another_version_has_left_is_not_opened_and_waits_until_it_is_let_go() {
    let mut left = left(&alone(Some(Wish::Nowhere)));
    left.assessment.catalogue.version = "99.0.0".into();
    let newer = Left::Draft(Box::new(left), Some(Wish::Nowhere));
    for left in [newer, Left::OfAnotherVersion([1, 2, 3].into())] {
        let mut tab = Tab::open(&Rc::default(), "");
        tab.settle();
        tab.send(later::Came::LeftBehind([left.clone()].into(), true));
        tab.send(later::Command::OpenLeft(0));
        assert!(tab.state.work.is_none());
        assert_eq!(waits(&tab), std::slice::from_ref(&left), "as it was");
        assert!(left.usable(&tab.state.catalogue).is_none() && tab.state.would_be_lost());
        tab.send(later::Command::AskToDelete(Deletion::Left(0)));
        let Some(Dialog::Delete(_, going)) = tab.state.dialog.as_deref() else { panic!() };
        assert_eq!(*going, Going::default(), "nobody knows what it holds");
        tab.send(later::Command::Confirm);
        assert!(!tab.state.would_be_lost());
    }
}

#[test]
fn without_an_assessment_there_is_nothing_to_count() {
    let tab = Tab::open(&Rc::default(), "example.halden-cloud");
    let standing = Standing::default().after(&tab.state);
    assert_eq!(standing.screen, "example");
    assert_eq!(standing.sections, []);
    assert!(!standing.complete && !standing.unsaved);
}

proptest! {
    #![proptest_config(made::config())]

    #[test]
    fn no_kind_of_screen_says_more_than_which_screen(place in made::place()) {
        let mut tab = Tab::working();
        tab.send(first::Command::Go(place));
        let standing = Standing::default().after(&tab.state);
        prop_assert!(standing.screen.bytes().all(|byte| byte.is_ascii_lowercase()));
        prop_assert!(standing.screen.len() <= 9);
    }
}
