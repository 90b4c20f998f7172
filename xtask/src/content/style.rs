//! How the bank is written: the rules for a good question that a program can see. They look at texts
//! as they stand in the files, in English; the reader of the content has seen to their form before.
//!
//! `cargo xtask check` runs them, `cargo xtask content` prints them at length.

mod agenda;
mod bank;
mod beside;
mod ease;
mod exceptions;
mod length;
mod one_thing;
mod reading;
mod said;
mod steps;
mod unused;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use self::agenda::Agenda;
use self::bank::Brief;
use self::ease::Ease;
use self::exceptions::Exceptions;
use self::said::Said;
use self::unused::Used;
use super::{Files, MASTER};
use crate::problem::{self, At, Problem, Problems};
use crate::tree;

/// Names of the rules that an exception can name.
pub(crate) const RULES: &[&str] =
    &["words", "laws", "length", "one thing", "steps", "time frame", "why", "agenda", "unused"];

/// A text that breaks a rule.
#[derive(Debug)]
pub(crate) struct Fault {
    at: At,
    owner: Rc<str>,
    field: String,
    text: Rc<str>,
    rule: &'static str,
    reason: String,
}

/// What was found, and what is only counted.
pub(crate) struct Found {
    /// Broken rules.
    pub(crate) problems: Vec<Problem>,
    sentences: usize,
    long: usize,
    ease: BTreeMap<Rc<str>, Ease>,
}

/// Runs the rules as a part of `cargo xtask check`: findings, and two lines of counts.
pub(crate) fn check() -> Result<(), String> {
    let found = look(&Files::under(&tree::root())?, &Used::under(&tree::root())?)?;
    println!("        {}", found.counted());
    println!("        {}", found.ease_in_a_line());
    found.outcome()
}

/// Prints everything; with an agenda, stores what texts are compared with.
pub(crate) fn run(agenda: Option<&Path>) -> Result<(), String> {
    if let Some(path) = agenda {
        let text =
            fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let made = Agenda::of(&text);
        if made.is_empty() {
            return Err(format!("{}: expected the text of the agenda", path.display()));
        }
        fs::write(tree::root().join(agenda::FILE), made.written())
            .map_err(|error| format!("{}: {error}", agenda::FILE))?;
        println!("{} is written; the next run compares with it", agenda::FILE);
        return Ok(());
    }
    let found = look(&Files::under(&tree::root())?, &Used::under(&tree::root())?)?;
    print!("{}", found.ease_in_a_table());
    println!("{}", found.counted());
    found.outcome()
}

/// Looks at the bank and at the texts around it.
pub(crate) fn look(files: &Files, used: &Used) -> Result<Found, String> {
    let brief = Brief::stored()?;
    look_with(files, used, Some(&brief), exceptions::STORED, &Agenda::stored())
}

fn look_with(
    files: &Files,
    used: &Used,
    brief: Option<&Brief>,
    exceptions: &str,
    agenda: &Agenda,
) -> Result<Found, String> {
    let problems = Problems::default();
    let exceptions = Exceptions::read(exceptions, &problems);
    // What cannot be read has been told by the reader.
    let unread = Problems::default();
    let bank = files.folder(&format!("content/{MASTER}"), &unread);
    let mut faults = Vec::new();
    let mut texts = Vec::new();
    for (stem, node) in &bank {
        let said = said::of_bank(stem, node);
        faults.extend(of_file(&said));
        beside::sources(node, &problems);
        texts.extend(said);
    }
    let ease = ease::by_section(&texts);
    for name in ["interface", "report"] {
        for (stem, node) in files.folder(&format!("content/{MASTER}/{name}"), &unread) {
            texts.extend(said::of_screen(&stem, &node));
            faults.extend(unused::texts(&stem, &node, used));
        }
    }
    faults.extend(texts.iter().flat_map(|said| of_text(said, agenda)));
    faults.extend(unused::sources(&bank));
    exceptions.sift(faults, &problems);
    if let Some(brief) = brief {
        brief.check(&bank, &problems);
    }
    let (sentences, long) = length::count(&texts);
    Ok(Found { problems: problems.into_sorted(), sentences, long, ease })
}

/// Rules of one text.
fn of_text(said: &Said, agenda: &Agenda) -> Vec<Fault> {
    let mut faults = words::check(said);
    faults.extend(words::laws(said));
    faults.extend(length::check(said));
    faults.extend(one_thing::check(said));
    faults.extend(beside::why(said));
    faults.extend(agenda.check(said));
    faults
}

/// Rules that look at several texts of a file.
fn of_file(texts: &[Said]) -> Vec<Fault> {
    said::ladders(texts)
        .iter()
        .flat_map(|ladder| [steps::differ(ladder), steps::dated(ladder)])
        .flatten()
        .collect()
}

impl Found {
    /// The findings, as an error.
    fn outcome(&self) -> Result<(), String> {
        let lines = problem::lines(&self.problems);
        if self.problems.is_empty() {
            return Ok(());
        }
        Err(format!("{lines}{} findings", self.problems.len()))
    }

    fn counted(&self) -> String {
        let (long, all, aim) = (self.long, self.sentences, length::AIM);
        format!("{long} of {all} sentences are longer than {aim} words")
    }

    fn ease_in_a_line(&self) -> String {
        let sections = self
            .ease
            .iter()
            .filter_map(|(code, ease)| ease.value().map(|value| format!("{code} {value:.0}")));
        let sections: Vec<_> = sections.collect();
        format!("reading ease (60 to 70 is plain English): {}", sections.join(", "))
    }

    fn ease_in_a_table(&self) -> String {
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
