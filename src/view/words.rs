//! The words that a view draws with.

use std::rc::Rc;

use domain::texts::{Key, Texts};
use yew::AttrValue;

/// The words of the chosen language. Never changes while the page stands.
#[derive(Clone)]
pub(crate) struct Words(pub(crate) Rc<Texts>);

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Words {
    /// A text.
    pub(crate) fn get(&self, key: Key) -> AttrValue {
        self.0.get(key).into()
    }

    /// A text with values for its `{names}`.
    pub(crate) fn with(&self, key: Key, values: &[(&str, &str)]) -> AttrValue {
        self.0.with(key, values).into()
    }

    /// The form of a text that a number takes.
    pub(crate) fn count(&self, key: Key, count: u32) -> AttrValue {
        self.0.count(key, count, &[]).into()
    }

    /// The same with values for its other `{names}`.
    pub(crate) fn count_with(&self, key: Key, count: u32, values: &[(&str, &str)]) -> AttrValue {
        self.0.count(key, count, values).into()
    }
}
