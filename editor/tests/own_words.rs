//! The words of whoever runs a copy of the page, as they come in.

#![allow(clippy::expect_used)]

mod common;

use common::Tab;
use domain::own_words::{Kind, Place, Plain};
use editor::later;
use editor::own_words::{Answered, Own};

fn file(text: &str) -> later::Came {
    later::Came::OwnWords(Answered::File(text.as_bytes().into()))
}

#[test]
fn words_that_fit_are_there_with_their_colour_and_change_nothing_of_the_work() {
    let mut tab = Tab::working();
    let before = tab.work().assessment.clone();
    tab.send(file(r##"{"version": 1, "name": "Orrin", "accent": "#0b5360"}"##));
    let words = tab.state.own.words().expect("they fit");
    assert_eq!((&*words.name, words.accent.as_deref()), ("Orrin", Some("#0b5360")));
    assert!(tab.state.own.was_asked_for());
    assert_eq!((&tab.work().assessment, &tab.state.notice), (&before, &None));
}

#[test]
fn one_fault_and_none_of_them_is_there() {
    let mut tab = Tab::working();
    tab.send(file(r#"{"version": 1, "name": "Orrin", "motto": "x"}"#));
    assert_eq!(tab.state.own.words(), None);
    let Own::Faults(faults) = &tab.state.own else { panic!("{:?}", tab.state.own) };
    let [fault] = &**faults else { panic!("{faults:?}") };
    assert_eq!(
        (&fault.kind, fault.place),
        (&Kind::Plain(Plain::Unknown), Some(Place { line: 1, column: 33 }))
    );
}

#[test]
fn what_the_server_answered_is_told_apart_and_a_name_that_cannot_be_was_never_asked_for() {
    let mut tab = Tab::working();
    assert!(!tab.state.own.was_asked_for(), "the page names none");
    for (answered, kind, was_asked_for) in [
        (Answered::NoFile(404), Kind::NotThere(404), true),
        (Answered::Nothing, Kind::Plain(Plain::NoAnswer), true),
        (Answered::OtherName("./own.json".into()), Kind::other_name("./own.json"), false),
    ] {
        tab.send(later::Came::OwnWords(answered));
        let Own::Faults(faults) = &tab.state.own else { panic!("{:?}", tab.state.own) };
        assert_eq!(faults.iter().map(|fault| &fault.kind).collect::<Vec<_>>(), [&kind]);
        assert_eq!(tab.state.own.was_asked_for(), was_asked_for, "{kind:?}");
    }
}
