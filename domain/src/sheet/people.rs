//! Who could know what is not known yet.

use std::rc::Rc;

use crate::answer::TacticState;
use crate::asked::{Asked, AskedSection};
use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::count::count;
use crate::findings::Reading;
use crate::findings::reading::{
    CouldKnow, single_names, stated_tactics, who_could_know, who_leads,
};
use crate::guidance::Guidance;
use crate::id::TacticId;
use crate::questions::Question;

use super::name::is_same;
use super::risks::{self, RiskQuestion};

/// All who could know something, and what is kept from them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// In the order in which they first could know something.
    pub people: Vec<Person>,
    /// How many questions stand on no sheet because their answer, or the risk they ask about, is
    /// confidential.
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

/// What is asked, what was answered, and who leads on what.
#[derive(Clone, Copy, Debug)]
pub struct Among<'a> {
    /// What is asked.
    pub asked: &'a Asked,
    /// What was answered, and the risks.
    pub assessment: &'a Assessment,
    /// The functions.
    pub catalogue: &'a Catalogue,
    /// Which of them leads on a tactic.
    pub guidance: &'a Guidance,
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

/// What one of them could know, in the order in which it is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theirs<'a> {
    /// Questions of the bank.
    pub questions: Vec<SheetQuestion<'a>>,
    /// What is not known of risks.
    pub risks: Vec<RiskQuestion>,
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
    pub fn of(among: Among<'_>) -> Self {
        let (risks, kept_back) = risks::unknowns(among.assessment, among.catalogue);
        let mut all = Self { kept_back: among.kept_back() + kept_back, people: Vec::new() };
        let questions = among.unknowns().map(|unknown| unknown.names);
        for names in questions.chain(risks.iter().map(|(_, who)| names(who))) {
            for name in names {
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
pub fn sheet_for<'a>(among: Among<'a>, name: &str) -> Theirs<'a> {
    let (risks, _) = risks::unknowns(among.assessment, among.catalogue);
    let is_theirs = |who: &CouldKnow| names(who).iter().any(|found| is_same(found, name));
    let risks = risks.into_iter().filter(|(_, who)| is_theirs(who)).map(|(row, _)| row);
    Theirs { questions: questions_for(among, name), risks: risks.collect() }
}

fn questions_for<'a>(among: Among<'a>, name: &str) -> Vec<SheetQuestion<'a>> {
    let mut questions: Vec<SheetQuestion<'a>> = Vec::new();
    let mut tactics: Vec<TacticId> = Vec::new();
    let theirs =
        among.unknowns().filter(|unknown| unknown.names.iter().any(|found| is_same(found, name)));
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

/// How many rows a sheet with these questions has: one for each, and one for each tactic.
#[must_use]
pub fn rows(theirs: &Theirs<'_>) -> u32 {
    let rows = theirs.questions.iter().map(|SheetQuestion { question, is_whole, .. }| {
        let tactics = question.matrix().map_or(0, |matrix| matrix.tactics().count());
        usize::from(*is_whole) + tactics
    });
    count(rows.sum::<usize>() + theirs.risks.len())
}

impl<'a> Among<'a> {
    /// What is not known and may be asked of others: what is confidential is not, since a sheet tells
    /// that its questions are open. What the register answers is asked risk by risk.
    fn unknowns(self) -> impl Iterator<Item = Unknown<'a>> {
        let Self { asked, assessment, catalogue, guidance } = self;
        let questions = asked
            .sections
            .iter()
            .flat_map(|section| section.questions.iter().map(move |question| (section, question)))
            .filter(|(_, question)| !question.is_answered_by_register());
        questions.flat_map(move |(section, question)| {
            let answer =
                assessment.answers.get(&question.id).filter(|answer| !answer.is_confidential());
            let Some(answer) = answer else { return Vec::new() };
            let whole = Reading::of(question, Some(answer)) == Reading::NotKnown;
            let stated = stated_tactics(question, Some(answer));
            if whole && stated.is_empty() {
                let names = names(&who_could_know(&answer.could_know, question));
                return vec![Unknown { section, question, tactic: None, names }];
            }
            let unknown = stated.iter().filter(|found| found.answer.state == TacticState::Unknown);
            unknown
                .map(|found| {
                    let (id, typed) = (&found.tactic.id, &found.answer.could_know);
                    let names = names(&who_leads(typed, question, id, catalogue, guidance));
                    Unknown { section, question, tactic: Some(id.clone()), names }
                })
                .collect()
        })
    }

    fn kept_back(self) -> u32 {
        let is_kept_back = |question: &&Rc<Question>| {
            self.assessment.answers.get(&question.id).is_some_and(|answer| {
                let stated = stated_tactics(question, Some(answer));
                answer.is_confidential()
                    && !question.is_answered_by_register()
                    && (Reading::of(question, Some(answer)) == Reading::NotKnown
                        || stated.iter().any(|found| found.answer.state == TacticState::Unknown))
            })
        };
        count(self.asked.questions().filter(is_kept_back).count())
    }
}

/// Who gets a sheet: everybody who was named, or else the one who leads, so that the same rows do not go
/// to several people who each leave them to the others.
fn names(who: &CouldKnow) -> Vec<Rc<str>> {
    let named = match who {
        CouldKnow::Typed(named) => named,
        CouldKnow::Usual(roles) => roles.get(..1).unwrap_or_default(),
    };
    let mut names: Vec<Rc<str>> = Vec::new();
    for name in named.iter().flat_map(|text| single_names(text)) {
        if !names.iter().any(|found| is_same(found, name)) {
            names.push(name.into());
        }
    }
    names
}
