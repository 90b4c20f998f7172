//! What is assessed, and who answers.

use crate::id::{FactId, FunctionId, ModuleId, ValueId};

/// What is assessed: fixed before the first question, changeable at any time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Company or one product; none until it is chosen.
    pub unit: Option<Unit>,
    /// Name of the company; may be empty.
    pub company: String,
    /// Name of the product or service; kept while the unit is the company.
    pub product: String,
    /// Functions that answer, in the order of the bank.
    pub functions: Vec<FunctionId>,
    /// A function that the bank does not list.
    pub other_function: String,
    /// Name of the person who answers, if they choose to give one.
    pub person: String,
    /// Modules chosen.
    pub modules: Vec<ModuleId>,
    /// Short or complete.
    pub form: Form,
    /// Scope facts that were answered, sorted by id. One left open counts as not known.
    pub facts: Vec<(FactId, ValueId)>,
}

/// What one assessment looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// The company as a whole.
    Company,
    /// One product or service.
    Product,
}

/// Which questions are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The questions that weigh most for people.
    Short,
    /// The whole bank.
    Complete,
}

impl Scope {
    /// The name of what is assessed, as typed; empty if none was given.
    #[must_use]
    pub fn subject(&self) -> &str {
        match self.unit {
            Some(Unit::Product) => self.product.trim(),
            Some(Unit::Company) | None => self.company.trim(),
        }
    }

    /// Whether anything was said about what is assessed and who answers. Modules and form are chosen
    /// from the beginning.
    #[must_use]
    pub fn says_something(&self) -> bool {
        let typed = [&self.company, &self.product, &self.other_function, &self.person];
        self.unit.is_some()
            || !self.functions.is_empty()
            || !self.facts.is_empty()
            || typed.iter().any(|text| !text.trim().is_empty())
    }

    /// The value of a scope fact, if it was answered.
    #[must_use]
    pub fn fact(&self, id: &FactId) -> Option<&ValueId> {
        self.facts.iter().find(|(found, _)| found == id).map(|(_, value)| value)
    }

    /// Sets a scope fact, keeping the order.
    pub fn set_fact(&mut self, id: &FactId, value: &ValueId) {
        match self.facts.binary_search_by(|(found, _)| found.cmp(id)) {
            Ok(at) => {
                if let Some(slot) = self.facts.get_mut(at) {
                    slot.1 = value.clone();
                }
            }
            Err(at) => self.facts.insert(at, (id.clone(), value.clone())),
        }
    }
}
