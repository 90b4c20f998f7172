//! How the bank is written: the rules for a good question that a program can see. They look at texts
//! as they stand in the files, in English; the reader of the content has seen to their form before.
//!
//! `cargo xtask check` runs them, `cargo xtask content` prints what they found at length.

mod agenda;
mod beside;
mod decided;
mod denial;
mod ease;
mod exceptions;
mod first_steps;
mod length;
mod lists;
mod most_recent;
mod one_thing;
mod plus;
mod reading;
pub(crate) mod role;
mod said;
mod sense;
mod steps;
mod unused;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use self::agenda::Agenda;
use self::ease::Ease;
use self::exceptions::Exceptions;
use self::said::{Ladder, Said};
pub use self::unused::Used;
use super::{Files, MASTER, other};
use crate::problem::{self, At, Problem, Problems};

/// Names of the rules that an exception can name.
pub const RULES: &[&str] = &[
    "words",
    "laws",
    "length",
    "one thing",
    "steps",
    "lists",
    "plus",
    "time frame",
    "why",
    "decision",
    "agenda",
    "unused",
];

/// A text that breaks a rule.
#[derive(Debug)]
pub struct Fault {
    at: At,
    owner: Rc<str>,
    field: String,
    text: Rc<str>,
    rule: &'static str,
    reason: String,
}

/// What was found, and what is only counted.
pub struct Found {
    /// Broken rules.
    pub problems: Vec<Problem>,
    sentences: usize,
    long: usize,
    ease: BTreeMap<Rc<str>, Ease>,
}

/// Stores what texts are compared with, made from the text of the agenda. Says in which file.
pub fn store_agenda(root: &Path, text: &str) -> Result<&'static str, String> {
    let made = Agenda::of(text);
    if made.is_empty() {
        return Err("expected the text of the agenda".into());
    }
    fs::write(root.join(agenda::FILE), made.written())
        .map_err(|error| format!("{}: {error}", agenda::FILE))?;
    Ok(agenda::FILE)
}

/// Looks at the content under a root; `used` are the texts that sources name.
pub fn under(root: &Path, used: &Used) -> Result<Found, String> {
    let read = |file: &str| {
        fs::read_to_string(root.join(file)).map_err(|error| format!("{file}: {error}"))
    };
    let agenda = Agenda::read(&read(agenda::FILE)?);
    let exceptions = read(exceptions::FILE)?;
    Ok(look(&Files::under(root)?, used, &exceptions, &agenda))
}

/// Looks at the bank and at the texts around it.
fn look(files: &Files, used: &Used, exceptions: &str, agenda: &Agenda) -> Found {
    let problems = Problems::default();
    let exceptions = Exceptions::read(exceptions, &problems);
    // What cannot be read has been told by the reader.
    let unread = Problems::default();
    let bank = files.folder(&format!("content/{MASTER}"), &unread);
    let mut faults = Vec::new();
    let mut texts = Vec::new();
    // How earlier versions asked is kept as it was, whatever the rules say by now.
    for (stem, node) in bank.iter().filter(|(stem, _)| *stem != "earlier") {
        let said = match other::WORDS_ALONE.contains(&stem.as_str()) {
            true => said::of_screen(stem, node),
            false => said::of_bank(stem, node),
        };
        faults.extend(of_file(&said));
        beside::sources(node, &problems);
        texts.extend(said);
    }
    let ease = ease::by_section(&texts);
    for name in ["interface/first", "interface/later", "report"] {
        for (stem, node) in files.folder(&format!("content/{MASTER}/{name}"), &unread) {
            texts.extend(said::of_screen(&stem, &node));
            faults.extend(unused::texts(&stem, &node, used));
        }
    }
    faults.extend(texts.iter().flat_map(|said| of_text(said, agenda)));
    faults.extend(decided::twins(&texts));
    faults.extend(unused::sources(&bank));
    exceptions.sift(faults, &problems);
    let (sentences, long) = length::count(&texts);
    Found { problems: problems.into_sorted(), sentences, long, ease }
}

/// Rules of one text.
fn of_text(said: &Said, agenda: &Agenda) -> Vec<Fault> {
    let mut faults = words::check(said);
    faults.extend(words::laws(said));
    faults.extend(length::check(said));
    faults.extend(one_thing::check(said));
    faults.extend(lists::check(said));
    faults.extend(beside::why(said));
    faults.extend(decided::check(said));
    faults.extend(agenda.check(said));
    faults
}

/// Rules that look at several texts of a file.
fn of_file(texts: &[Said]) -> Vec<Fault> {
    const RULES: [fn(&Ladder) -> Vec<Fault>; 5] =
        [steps::differ, steps::dated, first_steps::check, plus::check, most_recent::check];
    let ladders = said::ladders(texts);
    ladders.iter().flat_map(|ladder| RULES.iter().flat_map(|rule| rule(ladder))).collect()
}

impl Found {
    /// The findings, as an error.
    pub fn outcome(&self) -> Result<(), String> {
        let lines = problem::lines(&self.problems);
        if self.problems.is_empty() {
            return Ok(());
        }
        Err(format!("{lines}{} findings", self.problems.len()))
    }

    /// How many sentences are long, in a line.
    pub fn counted(&self) -> String {
        let (long, all, aim) = (self.long, self.sentences, length::AIM);
        format!("{long} of {all} sentences are longer than {aim} words")
    }

    /// How easily each section reads, in a line.
    pub fn ease_in_a_line(&self) -> String {
        let sections = self
            .ease
            .iter()
            .filter_map(|(code, ease)| ease.value().map(|value| format!("{code} {value:.0}")));
        let sections: Vec<_> = sections.collect();
        format!("reading ease (60 to 70 is plain English): {}", sections.join(", "))
    }

    /// The same with what it is counted from, as a table.
    pub fn ease_in_a_table(&self) -> String {
        let mut out = String::from("section  reading ease  words a sentence  syllables a word\n");
        for (code, ease) in &self.ease {
            let Some(value) = ease.value() else { continue };
            let words = f64::from(ease.words) / f64::from(ease.sentences);
            let syllables = f64::from(ease.syllables) / f64::from(ease.words);
            out += &format!("{code:<7}  {value:>12.1}  {words:>16.1}  {syllables:>16.2}\n");
        }
        out
    }
}

#[cfg(test)]
mod tests;
