//! Which questions one assessment asks, and in which order: a function of bank, scope and answers.

use std::rc::Rc;

use crate::answer::Answer;
use crate::answered_by_register::lists_risks;
use crate::assessment::Answers;
use crate::catalogue::{Catalogue, Module, Section};
use crate::count::count;
use crate::id::{Code, ModuleId, QuestionId, TacticId};
use crate::questions::{Question, Route};
use crate::scope::{Form, Scope};

/// The questions of one assessment, section by section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Sections in the order in which they are asked.
    pub sections: Vec<AskedSection>,
    /// The decisions on which it depends what else is asked.
    routing: Vec<QuestionId>,
}

/// One section with the questions asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedSection {
    /// Which section.
    pub of: SectionOf,
    /// The module it belongs to. The section *First* belongs to that of its first question, or to the first
    /// that is chosen where that one is not.
    pub module: ModuleId,
    /// Questions in order. In the short form, matrices hold only the tactics it shows.
    pub questions: Vec<Rc<Question>>,
    /// Questions that a decision, a fact or the list of risks folded away. They can be opened, and nothing
    /// of them is lost.
    pub folded: Vec<Rc<Question>>,
}

/// How many questions are folded away, by what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folded {
    /// By the answer to a decision, or because risks are listed, which is the answer to another question.
    pub by_answers: u32,
    /// By a fact about whom the subject reaches.
    pub by_facts: u32,
}

/// Which section a question is asked under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SectionOf {
    /// What is asked before all sections, whichever parts are chosen.
    First,
    /// A section of the bank.
    Bank {
        /// Its code.
        code: Code,
        /// Its name.
        name: Rc<str>,
        /// Its introduction.
        about: Rc<str>,
    },
}

impl Asked {
    /// The questions that an assessment of this scope asks.
    #[must_use]
    pub fn of(catalogue: &Catalogue, scope: &Scope, answers: &Answers) -> Self {
        let chosen: Vec<_> =
            catalogue.modules.iter().filter(|module| scope.modules.contains(&module.id)).collect();
        let mut sections = Vec::new();
        let home = chosen.first();
        sections.extend(home.and_then(|home| first_section(catalogue, scope, answers, home)));
        let tactics = (scope.form == Form::Short).then(|| short_tactics(catalogue, scope));
        for module in chosen {
            let form = if catalogue.is_shortened(module) { scope.form } else { Form::Complete };
            for section in &module.sections {
                let asked = asked_section(
                    catalogue,
                    (scope, form),
                    answers,
                    &module.id,
                    section,
                    tactics.as_deref(),
                );
                if !asked.questions.is_empty() || !asked.folded.is_empty() {
                    sections.push(asked);
                }
            }
        }
        let routing = routing(&sections);
        Self { sections, routing }
    }

    /// Whether it asks the very same questions in the same places: those of this bank, none of them shortened
    /// anew. Whoever holds one can keep it then, and what was drawn from it.
    #[must_use]
    pub fn is_the_same(&self, other: &Self) -> bool {
        let same = |one: &[Rc<Question>], other: &[Rc<Question>]| {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| Rc::ptr_eq(one, other))
        };
        self.sections.len() == other.sections.len()
            && self.sections.iter().zip(&other.sections).all(|(one, other)| {
                one.module == other.module
                    && same(&one.questions, &other.questions)
                    && same(&one.folded, &other.folded)
            })
    }

    /// The question that is asked before all sections, folded away or not: which risk to people is the
    /// gravest.
    #[must_use]
    pub fn first(&self) -> Option<&Rc<Question>> {
        let first = self.sections.first().filter(|section| section.of == SectionOf::First);
        first.and_then(|section| section.questions.first().or(section.folded.first()))
    }

    /// All questions asked, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Rc<Question>> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// How many questions are folded away.
    #[must_use]
    pub fn folded(&self) -> Folded {
        let all = || self.sections.iter().flat_map(|section| &section.folded);
        let by_facts = all().filter(|question| question.routing_fact().is_some()).count();
        Folded { by_answers: count(all().count() - by_facts), by_facts: count(by_facts) }
    }

    /// The questions asked or folded away whose answer is confidential, with that answer: what the
    /// complete report marks, and the copy for sharing leaves out. Whoever says whether something is
    /// confidential asks here.
    pub fn confidential<'a>(
        &'a self,
        answers: &'a Answers,
    ) -> impl Iterator<Item = (&'a Rc<Question>, &'a Answer)> {
        let sections = self.sections.iter();
        sections
            .flat_map(|section| section.questions.iter().chain(&section.folded))
            .filter_map(|question| Some((question, &**answers.get(&question.id)?)))
            .filter(|(_, answer)| answer.is_confidential())
    }

    /// Whether another answer to this question can change what is asked.
    #[must_use]
    pub fn routes(&self, id: &QuestionId) -> bool {
        self.routing.contains(id)
    }

    /// A question by its id, asked or folded.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&Rc<Question>> {
        self.section_of(id).and_then(|section| section.question(id))
    }

    /// The section under which a question is asked or folded.
    #[must_use]
    pub fn section_of(&self, id: &QuestionId) -> Option<&AskedSection> {
        self.section_at(id, 0).and_then(|at| self.sections.get(at))
    }

    /// Which section that is. The one at `near` is looked at first: for whoever works on a section, how
    /// many others there are costs nothing.
    #[must_use]
    pub fn section_at(&self, id: &QuestionId, near: usize) -> Option<usize> {
        let holds = |section: &AskedSection| section.question(id).is_some();
        if self.sections.get(near).is_some_and(holds) {
            return Some(near);
        }
        self.sections.iter().position(holds)
    }
}

/// The decisions that route something of these sections, each once.
fn routing(sections: &[AskedSection]) -> Vec<QuestionId> {
    let mut routing = Vec::new();
    for question in
        sections.iter().flat_map(|section| section.questions.iter().chain(&section.folded))
    {
        if let Some(Route::Decision { question: decision, .. }) = &question.asked_when
            && !routing.contains(decision)
        {
            routing.push(decision.clone());
        }
    }
    routing
}

impl AskedSection {
    /// A question of this section, asked or folded.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&Rc<Question>> {
        self.questions.iter().chain(&self.folded).find(|question| question.id == *id)
    }
}

/// What is asked before all sections, whichever parts and form are chosen: the report begins with it, and
/// other questions speak of it. Where risks are listed the first of them stands in its place.
fn first_section(
    catalogue: &Catalogue,
    scope: &Scope,
    answers: &Answers,
    home: &Module,
) -> Option<AskedSection> {
    let mut asked: Option<AskedSection> = None;
    let is_folded = lists_risks(answers);
    for (module, question) in catalogue.first() {
        let is_chosen = scope.modules.contains(&module.id);
        let section = asked.get_or_insert_with(|| AskedSection {
            of: SectionOf::First,
            module: if is_chosen { &module.id } else { &home.id }.clone(),
            questions: Vec::new(),
            folded: Vec::new(),
        });
        let list = if is_folded { &mut section.folded } else { &mut section.questions };
        list.push(question.clone());
    }
    asked
}

fn asked_section(
    catalogue: &Catalogue,
    (scope, form): (&Scope, Form),
    answers: &Answers,
    module: &ModuleId,
    section: &Section,
    tactics: Option<&[TacticId]>,
) -> AskedSection {
    let mut asked = AskedSection {
        of: SectionOf::Bank {
            code: section.code.clone(),
            name: section.name.clone(),
            about: section.about.clone(),
        },
        module: module.clone(),
        questions: Vec::new(),
        folded: Vec::new(),
    };
    let short = &catalogue.short_form;
    for question in &section.questions {
        let is_left_out = form == Form::Short && !short.questions.contains(&question.id);
        if short.first.contains(&question.id) || is_left_out {
            continue;
        }
        let limited = tactics.and_then(|shown| question.limited(&|tactic| shown.contains(tactic)));
        let question = limited.map_or_else(|| question.clone(), Rc::new);
        // The short form is a fixed list: what it asks is asked on every route.
        if form == Form::Complete && !on_route(&question, scope, answers) {
            asked.folded.push(question);
        } else {
            asked.questions.push(question);
        }
    }
    asked
}

/// Whether the decision or the fact that routes a question lets it be asked. While that is open, so is
/// the question.
fn on_route(question: &Question, scope: &Scope, answers: &Answers) -> bool {
    match &question.asked_when {
        None => true,
        Some(Route::Decision { question, asked }) => {
            let value = answers.get(question).and_then(|answer| answer.value());
            value.is_none_or(|value| asked.contains(value))
        }
        Some(Route::Fact { fact, folded }) => {
            scope.fact(fact).is_none_or(|value| !folded.contains(value))
        }
    }
}

/// The tactics that the short form shows for this scope.
fn short_tactics(catalogue: &Catalogue, scope: &Scope) -> Vec<TacticId> {
    let short = &catalogue.short_form;
    let more = short
        .more
        .iter()
        .filter(|more| match scope.fact(&more.fact) {
            Some(value) => more.values.contains(value),
            None => more.values.iter().any(|value| value.as_str() == "unknown"),
        })
        .take(usize::from(short.at_most_more))
        .map(|more| more.tactic.clone());
    short.tactics.iter().cloned().chain(more).collect()
}
