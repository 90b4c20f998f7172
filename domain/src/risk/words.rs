//! The words for what is said of a risk: the same on the page, in reports and on sheets.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{
    Band, Delay, Grounds, Heightened, Likelihood, Named, Party, People, Right, RiskField, Start,
    Status, Uses, When,
};
use crate::step::Step;

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskWords {
    /// Words by name: the group, a dot, and the name of what they stand for. Sorted.
    pub labels: Vec<(Rc<str>, Rc<str>)>,
    /// The rights, in their order.
    pub rights: Vec<RightWords>,
    /// The marks of each dimension in the order of [`Named::ALL`], lowest first.
    pub marks: Vec<Vec<MarkWords>>,
}

/// A right in plain words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightWords {
    /// The right.
    pub text: Rc<str>,
    /// In a few words, where it is one of several.
    pub short: Rc<str>,
    /// The articles and conventions that it comes from.
    pub instruments: Rc<str>,
}

/// What a mark of a dimension means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkWords {
    /// What it means.
    pub text: Rc<str>,
    /// In a few words, beside the mark.
    pub short: Rc<str>,
    /// Cases of it.
    pub example: Rc<str>,
}

/// What has a label.
pub trait Labelled {
    /// In which group its label stands.
    const GROUP: &'static str;

    /// Its name in that group.
    fn name(self) -> &'static str;
}

macro_rules! labelled {
    ($($name:ident in $group:literal;)+) => {$(
        impl Labelled for $name {
            const GROUP: &'static str = $group;

            fn name(self) -> &'static str {
                $name::name(self)
            }
        }
    )+};
}

labelled! {
    Party in "party";
    People in "people";
    Start in "start";
    Heightened in "heightened";
    Uses in "users";
    When in "when";
    Status in "status";
    Delay in "delay";
    Likelihood in "likelihood";
    Band in "band";
    Grounds in "grounds";
    Named in "dimension";
    RiskField in "field";
}

impl RiskWords {
    /// The words that stand for something: as one chooses it.
    #[must_use]
    pub fn label<T: Labelled>(&self, of: T) -> Rc<str> {
        self.in_group(T::GROUP, of)
    }

    /// Other words for it, of another group, such as the sentence that asks for a field.
    #[must_use]
    pub fn in_group<T: Labelled>(&self, group: &str, of: T) -> Rc<str> {
        self.get(group, of.name())
    }

    /// Words by group and name. Empty where there are none, which the content check excludes.
    #[must_use]
    pub fn get(&self, group: &str, name: &str) -> Rc<str> {
        let wanted = |(found, _): &(Rc<str>, Rc<str>)| {
            let rest = found.strip_prefix(group).and_then(|rest| rest.strip_prefix('.'));
            rest == Some(name)
        };
        let found = self.labels.iter().find(|label| wanted(label));
        found.map(|(_, words)| words.clone()).unwrap_or_else(|| "".into())
    }

    /// A right in plain words.
    #[must_use]
    pub fn right(&self, right: Right) -> Option<&RightWords> {
        self.rights.get(usize::from(right.number()).checked_sub(1)?)
    }

    /// What a mark of a dimension means.
    #[must_use]
    pub fn mark(&self, named: Named, step: Step) -> Option<&MarkWords> {
        self.marks.get(named as usize)?.get(usize::from(step.number()).checked_sub(1)?)
    }
}
