//! An id that save files may hold, and what the register says of it.

use std::collections::BTreeMap;
use std::rc::Rc;

/// What an id names: a table of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    /// A module.
    Module,
    /// A function of the company.
    Function,
    /// A fact of the scope.
    Fact,
    /// A question.
    Question,
    /// A tactic of a matrix.
    Tactic,
    /// A value of a question or a fact, written `question=value` as in tension rules.
    Value,
    /// A tension.
    Tension,
}

impl Sort {
    /// All of them, in the order of the file.
    pub(super) const ALL: [Self; 7] = [
        Self::Module,
        Self::Function,
        Self::Fact,
        Self::Question,
        Self::Tactic,
        Self::Value,
        Self::Tension,
    ];

    /// Its table in the register.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Module => "module",
            Self::Function => "function",
            Self::Fact => "fact",
            Self::Question => "question",
            Self::Tactic => "tactic",
            Self::Value => "value",
            Self::Tension => "tension",
        }
    }

    /// What answers rest on: the name of the fact about an id that never changes.
    pub(super) fn bound_by(self) -> Option<&'static str> {
        match self {
            Self::Question => Some("kind"),
            Self::Tactic => Some("question"),
            Self::Module | Self::Function | Self::Fact | Self::Value | Self::Tension => None,
        }
    }
}

/// An id with what the register says of it.
pub(crate) struct Id {
    /// What it names.
    pub(super) sort: Sort,
    /// The id.
    pub(super) name: String,
    /// What is said of it, by name.
    pub(super) facts: BTreeMap<String, Rc<str>>,
}

impl Id {
    /// An id of which nothing else is said.
    pub(super) fn new(sort: Sort, name: &str) -> Self {
        Self { sort, name: name.to_owned(), facts: BTreeMap::new() }
    }

    /// The same with something that is said of it.
    pub(super) fn with(mut self, fact: &str, value: &str) -> Self {
        self.facts.insert(fact.to_owned(), value.into());
        self
    }

    /// A value of a question or a fact.
    pub(crate) fn value(of: &str, value: &str) -> Self {
        Self::new(Sort::Value, &format!("{of}={value}"))
    }

    /// A tactic, the question it belongs to and its part there.
    pub(crate) fn tactic(id: &str, question: &str, part: &str) -> Self {
        Self::new(Sort::Tactic, id).with("question", question).with("part", part)
    }
}
