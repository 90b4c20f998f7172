//! Inside another page: what the address wishes, where what is kept is found again, and what the page
//! around is told.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod common;

use std::rc::Rc;

use common::{Tab, catalogue, made, question};
use domain::answer::Choice;
use domain::questions::Step;
use domain::scope::Form;
use editor::first::{Answering, Choosing};
use editor::keeping::Wish;
use editor::opened::{HostPage, Keeps, Wishes, unknown};
use editor::standing::Standing;
use editor::{Place, first};
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
    assert_eq!((first.screen, first.complete), ("reach", false));
    assert!(first.sections.iter().all(|(asked, answered)| *asked > 0 && *answered == 0));

    tab.send(first::Command::Go(Place::Question(question::LADDER.into(), None)));
    let before = first.after(&tab.state);
    answer(&mut tab, question::LADDER);
    assert_eq!(before.after(&tab.state), before, "nothing tells which question it was");
    let in_it = went(&mut tab, &before, Place::Question(question::DECISION.into(), None));
    assert_eq!(in_it, before, "not even the next one");

    let left = went(&mut tab, &in_it, Place::Question(question::WORDS.into(), None));
    assert_eq!(left.sections[0].1, 1);
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
