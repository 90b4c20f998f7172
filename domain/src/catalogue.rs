//! The question bank with the words that one needs to answer it.
//!
//! The types are read as written by the build of the same version, so they derive serde
//! themselves; the save file, which must outlive a version, has wire types of its own.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::count::count;
use crate::id::{Code, FactId, FunctionId, ModuleId, QuestionId, TacticId, ValueId};
use crate::questions::Question;
use crate::scope::Form;

/// A whole question bank in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// Name of the bank.
    pub id: Rc<str>,
    /// Version, e.g. `1.0.0`.
    pub version: Rc<str>,
    /// Language tag, e.g. `en`.
    pub language: Rc<str>,
    /// Modules in order.
    pub modules: Vec<Module>,
    /// Functions that may answer.
    pub functions: Vec<Function>,
    /// Facts about whom the subject reaches.
    pub facts: Vec<Fact>,
    /// What the short form asks.
    pub short_form: ShortForm,
}

/// A subject of the bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Module {
    /// Stable name.
    pub id: ModuleId,
    /// Name as shown.
    pub name: Rc<str>,
    /// One or two sentences.
    pub about: Rc<str>,
    /// Its sections, in order.
    pub sections: Vec<Section>,
    /// How many of its questions are not in this part of the bank ([`Catalogue::first_part`]).
    pub left_out: u32,
}

/// A part of a module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Code, e.g. `B3`.
    pub code: Code,
    /// Name as shown.
    pub name: Rc<str>,
    /// Introduction.
    pub about: Rc<str>,
    /// Its questions, in order.
    pub questions: Vec<Rc<Question>>,
}

/// A function of the company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Function {
    /// Stable name.
    pub id: FunctionId,
    /// Name as shown.
    pub name: Rc<str>,
}

/// A fact about whom the subject reaches, or what can be seen and switched off. It brings questions
/// and tactics forward; some of its values fold away what is asked about that alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Stable name.
    pub id: FactId,
    /// The fact as a statement.
    pub prompt: Rc<str>,
    /// One explaining sentence.
    pub help: Rc<str>,
    /// Its values.
    pub values: Vec<FactValue>,
}

/// One value of a scope fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactValue {
    /// Stable name.
    pub id: ValueId,
    /// Label.
    pub text: Rc<str>,
}

/// What the short form asks (catalogue, end of module B).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortForm {
    /// Questions asked before all sections, in both forms, whichever modules are chosen.
    pub first: Vec<QuestionId>,
    /// All questions asked.
    pub questions: Vec<QuestionId>,
    /// Tactics shown of the matrices.
    pub tactics: Vec<TacticId>,
    /// Further tactics that scope facts bring, in the order in which they are taken.
    pub more: Vec<MoreTactic>,
    /// How many of the further tactics at most.
    pub at_most_more: u8,
}

/// A tactic that a scope fact brings into the short form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoreTactic {
    /// The fact.
    pub fact: FactId,
    /// With which values. A fact left open counts as `unknown`.
    pub values: Vec<ValueId>,
    /// The tactic.
    pub tactic: TacticId,
}

impl Catalogue {
    /// All sections, in order.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        self.modules.iter().flat_map(|module| &module.sections)
    }

    /// All questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Rc<Question>> {
        self.sections().flat_map(|section| &section.questions)
    }

    /// The question with this id.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&Rc<Question>> {
        self.questions().find(|question| question.id == *id)
    }

    /// Whether the short form leaves anything out, so that there are two forms to choose from.
    #[must_use]
    pub fn has_two_forms(&self) -> bool {
        self.modules
            .iter()
            .any(|module| self.count(module, Form::Complete) > self.count(module, Form::Short))
    }

    /// Whether the short form has questions of a module. One that it has none of is asked whole in both
    /// forms: to be chosen, and then to ask nothing, would be of no use to anybody.
    #[must_use]
    pub fn is_shortened(&self, module: &Module) -> bool {
        let mut asked = module.sections.iter().flat_map(|section| &section.questions);
        asked.any(|question| self.is_short(question))
    }

    /// How many questions a form asks of a module.
    #[must_use]
    pub fn count(&self, module: &Module, form: Form) -> u32 {
        let asked = module.sections.iter().flat_map(|section| &section.questions);
        match form {
            Form::Short if self.is_shortened(module) => {
                count(asked.filter(|question| self.is_short(question)).count())
            }
            Form::Short | Form::Complete => count(asked.count()).saturating_add(module.left_out),
        }
    }

    /// How many questions a form asks under a module, where these are chosen: the first one that is chosen
    /// has those beside its own that are asked before all sections and stand in none of the chosen.
    #[must_use]
    pub fn count_under(&self, module: &Module, chosen: &[ModuleId], form: Form) -> u32 {
        let is_chosen = |module: &Module| chosen.contains(&module.id);
        let own = self.count(module, form);
        let has_first = self.modules.iter().find(|module| is_chosen(module));
        if has_first.is_none_or(|first| first.id != module.id) {
            return own;
        }
        own + count(self.first().filter(|(of, _)| !is_chosen(of)).count())
    }

    /// How many questions a form asks where these modules are chosen.
    #[must_use]
    pub fn count_of(&self, chosen: &[ModuleId], form: Form) -> u32 {
        let modules = self.modules.iter().filter(|module| chosen.contains(&module.id));
        modules.map(|module| self.count_under(module, chosen, form)).sum()
    }

    /// The questions that are asked before all sections, with their modules.
    pub fn first(&self) -> impl Iterator<Item = (&Module, &Rc<Question>)> {
        self.modules.iter().flat_map(|module| {
            let questions = module.sections.iter().flat_map(|section| &section.questions);
            let first = questions.filter(|question| self.short_form.first.contains(&question.id));
            first.map(move |question| (module, question))
        })
    }

    /// The part that the short form asks: what the first load brings. The whole bank comes with the
    /// help.
    #[must_use]
    pub fn first_part(&self) -> Self {
        let mut part = self.clone();
        for module in &mut part.modules {
            for section in &mut module.sections {
                let before = section.questions.len();
                section.questions.retain(|question| self.is_short(question));
                let left_out = before - section.questions.len();
                module.left_out += count(left_out);
                for question in &mut section.questions {
                    let shows = |tactic: &TacticId| self.short_form.may_show(tactic);
                    if let Some(limited) = question.limited(&shows) {
                        *question = Rc::new(limited);
                    }
                }
            }
            module.sections.retain(|section| !section.questions.is_empty());
        }
        part
    }

    fn is_short(&self, question: &Question) -> bool {
        self.short_form.questions.contains(&question.id)
    }
}

impl ShortForm {
    /// Whether the short form shows a tactic, always or where a scope fact brings it.
    fn may_show(&self, tactic: &TacticId) -> bool {
        self.tactics.contains(tactic) || self.more.iter().any(|more| more.tactic == *tactic)
    }
}
