//! Who could know what is not known yet.

use std::rc::Rc;

use crate::answer::TacticState;
use crate::asked::{Asked, AskedSection};
use crate::assessment::Answers;
use crate::count::count;
use crate::findings::Reading;
use crate::findings::reading::{stated_tactics, who_could_know};
use crate::id::TacticId;
use crate::questions::Question;

/// All who could know something, and what is kept from them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// In the order in which they first could know something.
    pub people: Vec<Person>,
    /// How many questions stand on no sheet because their answer is confidential.
    pub kept_back: u32,
}

/// Somebody who could know something: a function or a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// As the bank names them, or as typed.
    pub name: Rc<str>,
    /// How many questions and single tactics they could know.
    pub could_know: u32,
}

/// A question that stands on the question sheet of somebody who could know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetQuestion<'a> {
    /// The section it is asked under.
    pub section: &'a AskedSection,
    /// The question; a matrix with no other tactics than those they could know.
    pub question: Rc<Question>,
    /// Whether nothing of the question is known.
    pub is_whole: bool,
}

/// Something not known: a question, or one tactic of it, and who could know.
struct Unknown<'a> {
    section: &'a AskedSection,
    question: &'a Rc<Question>,
    tactic: Option<TacticId>,
    names: Vec<Rc<str>>,
}

impl People {
    /// All who could know what these answers leave unknown.
    #[must_use]
    pub fn of(asked: &Asked, answers: &Answers) -> Self {
        let mut all = Self { kept_back: kept_back(asked, answers), people: Vec::new() };
        for unknown in unknowns(asked, answers) {
            for name in unknown.names {
                match all.people.iter_mut().find(|person| is_same(&person.name, &name)) {
                    Some(person) => person.could_know += 1,
                    None => all.people.push(Person { name, could_know: 1 }),
                }
            }
        }
        all
    }
}

/// What one of them could know, in the order in which it is asked.
#[must_use]
pub fn sheet_for<'a>(asked: &'a Asked, answers: &Answers, name: &str) -> Vec<SheetQuestion<'a>> {
    let mut questions: Vec<SheetQuestion<'a>> = Vec::new();
    let mut tactics: Vec<TacticId> = Vec::new();
    let theirs = unknowns(asked, answers)
        .filter(|unknown| unknown.names.iter().any(|found| is_same(found, name)));
    for Unknown { section, question, tactic, .. } in theirs {
        let is_whole = tactic.is_none();
        tactics.extend(tactic);
        if questions.last().is_none_or(|last| last.question.id != question.id) {
            questions.push(SheetQuestion { section, question: question.clone(), is_whole });
        }
    }
    for part in questions.iter_mut().filter(|question| !question.is_whole) {
        if let Some(theirs) = part.question.limited(&|tactic| tactics.contains(tactic)) {
            part.question = Rc::new(theirs);
        }
    }
    questions
}

/// What is not known and may be asked of others: what is confidential is not, since a sheet tells
/// that its questions are open.
fn unknowns<'a>(asked: &'a Asked, answers: &Answers) -> impl Iterator<Item = Unknown<'a>> {
    let questions = asked
        .sections
        .iter()
        .flat_map(|section| section.questions.iter().map(move |question| (section, question)));
    questions.flat_map(move |(section, question)| {
        let answer = answers.get(&question.id).filter(|answer| !answer.is_confidential());
        let Some(answer) = answer else { return Vec::new() };
        let whole = Reading::of(question, Some(answer)) == Reading::NotKnown;
        let stated = stated_tactics(question, Some(answer));
        if whole && stated.is_empty() {
            let names = names(&answer.could_know, question);
            return vec![Unknown { section, question, tactic: None, names }];
        }
        let unknown = stated.iter().filter(|found| found.answer.state == TacticState::Unknown);
        unknown
            .map(|found| Unknown {
                section,
                question,
                tactic: Some(found.tactic.id.clone()),
                names: names(&found.answer.could_know, question),
            })
            .collect()
    })
}

fn kept_back(asked: &Asked, answers: &Answers) -> u32 {
    let is_kept_back = |question: &&Rc<Question>| {
        answers.get(&question.id).is_some_and(|answer| {
            let stated = stated_tactics(question, Some(answer));
            answer.is_confidential()
                && (Reading::of(question, Some(answer)) == Reading::NotKnown
                    || stated.iter().any(|found| found.answer.state == TacticState::Unknown))
        })
    };
    count(asked.questions().filter(is_kept_back).count())
}

/// The single names in what was typed, or else those that the bank has.
fn names(typed: &str, question: &Question) -> Vec<Rc<str>> {
    let mut names: Vec<Rc<str>> = Vec::new();
    for text in who_could_know(typed, question).names() {
        for name in text.split([',', ';', '\n', '،', '؛', '、']) {
            let name = name.trim();
            if !name.is_empty() && !names.iter().any(|found| is_same(found, name)) {
                names.push(name.into());
            }
        }
    }
    names
}

fn is_same(one: &str, other: &str) -> bool {
    one == other || one.to_lowercase() == other.to_lowercase()
}
