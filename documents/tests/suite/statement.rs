//! A statement, from the answer to the files and back.

use std::rc::Rc;

use documents::worker::{Content, run};
use domain::answer::{Answer, Choice, ReadAs};
use domain::job::{Job, Outcome, Source};
use domain::questions::{Question, Square, Statement, Weight};
use domain::report::format::Format;

use crate::bank::{DATE, With, bank, empty};
use crate::jobs::{content, saved};

const ID: &str = "frame-once";

fn statement() -> Question {
    Question {
        id: ID.into(),
        code: "A1.9".into(),
        weight: Weight::P1,
        group: "open".into(),
        prompt: "One assessment at launch is enough.".into(),
        who_knows: vec!["Product".into()],
        asked_when: None,
        kind: Statement { explanation: "Law and use change around it.".into() }.into(),
    }
}

fn with_statement() -> Content {
    let mut bank = (*bank()).clone();
    bank.catalogue.modules[0].sections[0].questions.push(Rc::new(statement()));
    Content { bank, ..content() }
}

fn read_as(read: ReadAs) -> Answer {
    Answer { choice: Some(Choice::Read(read)), ..Answer::default() }
}

#[test]
fn a_statement_goes_from_the_answer_to_every_file_and_back() {
    let answer = read_as(ReadAs::Otherwise);
    assert_eq!(statement().square(Some(&answer)), Square::Answered);
    let save = saved(&empty().answered(ID, answer.clone()));
    for (format, expected) in [
        (Format::Markdown, "We read it otherwise"),
        (Format::Csv, "statement"),
        (Format::Json, "\"statement\""),
    ] {
        let job = Job::Write(Source::Complete(save.clone()), DATE, format);
        let Outcome::Written(file) = run(&with_statement(), job) else { panic!() };
        let text = String::from_utf8(file.bytes).unwrap();
        assert!(text.contains(expected), "{format:?}");
        assert!(text.contains("We read it otherwise"), "{format:?}");
    }
    let Outcome::Written(file) = run(&with_statement(), Job::Save(save.clone(), DATE)) else {
        panic!()
    };
    assert!(String::from_utf8_lossy(&file.bytes).contains("\"read\": \"otherwise\""));
    let Outcome::Opened(opened) = run(&with_statement(), Job::Open(file.bytes)) else { panic!() };
    assert_eq!(opened, save);
}

#[test]
fn a_statement_stands_on_the_blank_sheet_with_its_three_readings() {
    let job = Job::Write(Source::Blank, DATE, Format::Markdown);
    let Outcome::Written(file) = run(&with_statement(), job) else { panic!() };
    let text = String::from_utf8(file.bytes).unwrap();
    for words in ["We read it so", "We read it otherwise", "Not sure"] {
        assert!(text.contains(words), "{words}");
    }
}
