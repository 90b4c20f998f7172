//! The words that a view draws with: those of the first half, and with them those of the later one.

use std::ops::Deref;
use std::rc::Rc;

use domain::texts::{Text, Texts, first, later};
use yew::AttrValue;

/// The words of the first half in the chosen language. They never change while the page stands.
#[derive(Clone)]
pub(crate) struct Words(Rc<Texts<first::Key>>);

/// The words of the later half, and all of the first. What draws with first words can be given these.
#[derive(Clone)]
pub(crate) struct LaterWords {
    first: Words,
    all: Rc<Texts<later::Key>>,
}

impl Words {
    /// The words of these texts.
    pub(crate) fn new(texts: Rc<Texts<first::Key>>) -> Self {
        Self(texts)
    }

    /// The language.
    pub(crate) fn language(&self) -> &str {
        &self.0.language
    }

    /// A text.
    pub(crate) fn get(&self, key: first::Key) -> AttrValue {
        AttrValue::from(self.0.get(key))
    }

    /// A text with values for its `{names}`.
    pub(crate) fn with(&self, key: first::Key, values: &[(&str, &str)]) -> AttrValue {
        self.0.with(key, values).into()
    }

    /// The form of a text that a number takes, with values for its other `{names}`.
    pub(crate) fn count_with(
        &self,
        key: first::Key,
        count: u32,
        values: &[(&str, &str)],
    ) -> AttrValue {
        self.0.count(key, count, values).into()
    }
}

impl LaterWords {
    /// The words of the first half, and these.
    pub(crate) fn new(first: &Words, later: &[Text]) -> Self {
        Self { first: first.clone(), all: Rc::new(first.0.with_later(later)) }
    }

    /// A text.
    pub(crate) fn get(&self, key: later::Key) -> AttrValue {
        self.all.get(key).into()
    }

    /// A text with values for its `{names}`.
    pub(crate) fn with(&self, key: later::Key, values: &[(&str, &str)]) -> AttrValue {
        self.all.with(key, values).into()
    }

    /// All of them, for what fills in its values by itself.
    pub(crate) fn all(&self) -> &Texts<later::Key> {
        &self.all
    }

    /// The form of a text that a number takes.
    pub(crate) fn count(&self, key: later::Key, count: u32) -> AttrValue {
        self.count_with(key, count, &[])
    }

    /// The same with values for its other `{names}`.
    pub(crate) fn count_with(
        &self,
        key: later::Key,
        count: u32,
        values: &[(&str, &str)],
    ) -> AttrValue {
        self.all.count(key, count, values).into()
    }
}

impl Deref for LaterWords {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.first
    }
}

impl PartialEq for LaterWords {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.all, &other.all)
    }
}
