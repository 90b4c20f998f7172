//! `ties.toml`: which gaps touch which risk, and which tactics stand against it. A row is a few letters:
//!
//! ```text
//! SE/lu/HY!  who/arises/people: one of each is shared; without `!`, people only say how closely
//! ./luo +h   `.` is any, and so is what is left out at the end; `+h`: aimed at what has happened; `+h!`: and first
//! -          never
//! S/LPV [o]  of a tactic: who/harm, and a mark: where alone the harm gets its start, or who alone is hurt;
//!            `[+W]`: who is reached besides; `[t]`: in tense times alone
//! ```

use std::collections::BTreeMap;

use domain::id::TacticId;
use domain::risk::{HarmKind, Letter, Party, People, Start};
use domain::ties::{Letters, OnHarm, QuestionTie, TacticMark, TacticTie, Ties};

use super::known::Known;
use super::node::Value;
use super::read::Table;

/// Reads the rows: one for each question, and for each tactic of a matrix of which one has a row.
pub(crate) fn read(file: Table<'_>, known: &Known) -> Ties {
    let questions = rows(&file, "questions", "question", &known.questions, question);
    let tactics = rows(&file, "tactics", "tactic", &known.tactics, tactic);
    let missing = |id: &str, list: &'static str| {
        file.problem(&file.place(list), list, format!("no row for “{id}”"));
    };
    for id in known.questions.keys() {
        if !questions.iter().any(|(found, _)| found == id) {
            missing(id.as_str(), "questions");
        }
    }
    for (id, matrix) in &known.tactics {
        let is_tied = |id: &TacticId| tactics.iter().any(|(found, _)| found == id);
        let mut beside = known.tactics.iter().filter(|(_, other)| *other == matrix);
        if !is_tied(id) && beside.any(|(id, _)| is_tied(id)) {
            missing(id.as_str(), "tactics");
        }
    }
    file.close();
    let questions = questions.into_iter().filter_map(|(id, tie)| Some((id, tie?)));
    Ties { questions: questions.collect(), tactics }
}

/// The rows of a table, sorted by id.
fn rows<'a, Id: for<'i> From<&'i str> + Ord, T, U>(
    file: &Table<'a>,
    list: &'static str,
    what: &str,
    known: &BTreeMap<Id, T>,
    parse: fn(&str) -> Result<U, String>,
) -> Vec<(Id, U)> {
    let Some(table) = file.table(list) else { return Vec::new() };
    let mut rows = Vec::new();
    for (name, node) in table.entries() {
        let id = Id::from(name);
        let row = match &node.value {
            Value::Text(row) if known.contains_key(&id) => parse(row),
            Value::Text(_) => Err(format!("no {what} “{name}”")),
            other => Err(format!("expected a row of letters, found {}", other.name())),
        };
        match row {
            Ok(row) => rows.push((id, row)),
            Err(reason) => table.problem(&node.at, name, reason),
        }
    }
    rows.sort_by(|(one, _), (two, _)| one.cmp(two));
    rows
}

/// The row of a question; none where it touches no risk.
fn question(row: &str) -> Result<Option<QuestionTie>, String> {
    if row == "-" {
        return Ok(None);
    }
    let (row, on_harm) = match (row.strip_suffix(" +h"), row.strip_suffix(" +h!")) {
        (Some(row), _) => (row, OnHarm::Aimed),
        (_, Some(row)) => (row, OnHarm::First),
        (None, None) => (row, OnHarm::AsToAny),
    };
    let mut ends = row.split('/');
    let who = letters("who does it", ends.next(), Party::of)?;
    let arises = letters("where it starts", ends.next(), Start::of)?;
    let people = ends.next();
    let needed = people.and_then(|people| people.strip_suffix('!'));
    let people = letters("who is hurt", needed.or(people), People::of)?;
    if let Some(more) = ends.next() {
        return Err(format!("expected who/arises/people, found “{more}” behind them"));
    }
    if needed.is_some() && people == Letters::Any {
        return Err("expected people before “!”".into());
    }
    Ok(Some(QuestionTie { who, arises, people, people_needed: needed.is_some(), on_harm }))
}

/// The row of a tactic.
fn tactic(row: &str) -> Result<TacticTie, String> {
    let (row, marked) = match row.strip_suffix(']').and_then(|row| row.split_once(" [")) {
        Some((row, marked)) => (row, Some(marked)),
        None => (row, None),
    };
    let mut ends = row.split('/');
    let who = letters("who does it", ends.next(), Party::of)?;
    let harm = letters("kinds of harm", ends.next(), HarmKind::of)?;
    if let Some(more) = ends.next() {
        return Err(format!("expected who/harm, found “{more}” behind them"));
    }
    Ok(TacticTie { who, harm, mark: marked.map(mark).transpose()? })
}

/// The mark of a tactic.
fn mark(marked: &str) -> Result<TacticMark, String> {
    let letters: Vec<_> = marked.chars().collect();
    match letters[..] {
        ['t'] => Ok(TacticMark::TenseTimes),
        [one] if Start::of(one).is_some() => Ok(TacticMark::OnlyFrom(one)),
        [one] if People::of(one).is_some() => Ok(TacticMark::OnlyFor(one)),
        ['+', one] if People::of(one).is_some() => Ok(TacticMark::AlsoFor(one)),
        _ => Err(format!(
            "“{marked}” is no mark: expected one start, one people with or without “+”, or “t”"
        )),
    }
}

/// The letters of one end of a row, each known and given once.
fn letters<T>(
    of: &str,
    end: Option<&str>,
    known: fn(char) -> Option<T>,
) -> Result<Letters, String> {
    let Some(end) = end.filter(|end| *end != ".") else { return Ok(Letters::Any) };
    let mut letters = Vec::new();
    for letter in end.chars() {
        if known(letter).is_none() {
            return Err(format!("no “{letter}” among {of}"));
        }
        if letters.contains(&letter) {
            return Err(format!("“{letter}” is given twice"));
        }
        letters.push(letter);
    }
    if letters.is_empty() {
        Err(format!("expected letters of {of}, or “.”"))
    } else {
        Ok(Letters::Some(letters))
    }
}
