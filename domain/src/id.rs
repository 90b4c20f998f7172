//! Names of things. Each kind of name is a type of its own, so that one cannot stand for another.

use std::fmt;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(Rc<str>);

        impl $name {
            /// The name as written in the question bank.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The name as shared text, for attributes of a view.
            #[must_use]
            pub fn shared(&self) -> Rc<str> {
                self.0.clone()
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self(name.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A question of the bank, e.g. `embed-owner-sales`. Never given again once published.
    QuestionId;
    /// One tactic of a matrix, e.g. `dsgn-friction`.
    TacticId;
    /// One value of a decision, e.g. `not-looked`, or of a scope fact, e.g. `indirect`.
    ValueId;
    /// A scope fact, e.g. `scope-resale`.
    FactId;
    /// A group of gaps that share a reason, e.g. `letting-in`.
    GroupId;
    /// A tension rule, e.g. `t-claims-ahead`.
    TensionId;
    /// A term of the glossary, e.g. `leverage`.
    TermId;
    /// A module of the bank, e.g. `preventing`.
    ModuleId;
    /// A function of the company, e.g. `sales`.
    FunctionId;
    /// One assessment on this device: 32 hexadecimal digits drawn at random by the browser.
    AssessmentId;
    /// The place of a section or question in the complete bank, e.g. `B3` or `B3.5`.
    Code;
}

/// Stands between the id of a question and the version since which it has other words. No id of a
/// bank holds it.
const REWORDED: char = '@';

impl QuestionId {
    /// The id under which an answer to this question is kept that was given before a version in which it
    /// got other words.
    #[must_use]
    pub fn before(&self, version: &str) -> Self {
        Self(format!("{self}{REWORDED}{version}").into())
    }

    /// Whether an answer to an earlier wording is kept under this id.
    #[must_use]
    pub fn is_earlier_wording(&self) -> bool {
        self.0.contains(REWORDED)
    }

    /// The question under whose id an answer is kept, be it to an earlier wording or not.
    #[must_use]
    pub fn question(&self) -> Self {
        match self.0.split_once(REWORDED) {
            Some((question, _)) => question.into(),
            None => self.clone(),
        }
    }
}
