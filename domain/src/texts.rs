//! The words of the page and of reports, looked up by keys that the build makes from the content: a
//! text that is not there does not compile.
//!
//! The page comes in two halves, and the words of the later half come with it. So each half has keys of
//! a type of its own: the first words take no key of the later half.
//!
//! ```compile_fail,E0308
//! use domain::texts::{Texts, first, later};
//!
//! fn title(words: &Texts<first::Key>) -> String {
//!     words.get(later::SHEETS_LEAD).to_string()
//! }
//! ```
//!
//! In the first half there is no such name either.
//!
//! ```compile_fail,E0425
//! use domain::texts::{Texts, first as key};
//!
//! fn title(words: &Texts<key::Key>) -> String {
//!     words.get(key::SHEETS_LEAD).to_string()
//! }
//! ```
//!
//! The words of the later half take the keys of both.
//!
//! ```
//! use domain::texts::{Texts, later as key};
//!
//! fn title(words: &Texts<key::Key>) -> String {
//!     format!("{}: {}", words.get(key::APP_TITLE_SHEETS), words.get(key::SHEETS_LEAD))
//! }
//! ```

use std::marker::PhantomData;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub mod plural;

pub use plural::{Category, Plurals};
pub use report::Key;

include!(concat!(env!("OUT_DIR"), "/keys.rs"));

/// What names a text: a key of [`first`], [`later`] or [`report`].
pub trait Place: Copy {
    /// Where the text stands among all texts.
    fn place(self) -> u16;
}

/// Words of one language that keys of one type name, in the order of the keys. Those of the later half
/// lie behind those of the first, those of reports behind both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Texts<K = report::Key> {
    /// Language tag.
    pub language: Rc<str>,
    /// Reading direction.
    pub direction: Direction,
    /// Which form a number takes.
    pub plurals: Plurals,
    /// The texts, and all that lie before them.
    pub entries: Vec<Text>,
    keys: PhantomData<K>,
}

/// Reading direction of a language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Left to right.
    #[default]
    LeftToRight,
    /// Right to left.
    RightToLeft,
}

/// One text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Text {
    /// The same for every number.
    Plain(Rc<str>),
    /// One form for each plural category that the language has.
    Counted(Vec<(Category, Rc<str>)>),
}

impl Direction {
    /// The value of an HTML `dir` attribute.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl<K: Place> Texts<K> {
    /// The text of a key. Empty where this pack does not hold it, which the content check excludes.
    #[must_use]
    pub fn get(&self, key: K) -> Rc<str> {
        plain(&self.entries, key.place())
    }

    /// The text of a key with `{name}` replaced by a value, for each pair.
    #[must_use]
    pub fn with(&self, key: K, values: &[(&str, &str)]) -> String {
        fill(&self.get(key), values)
    }

    /// The form of a text that a number takes, with `{count}` and the other names replaced.
    #[must_use]
    pub fn count(&self, key: K, count: u32, values: &[(&str, &str)]) -> String {
        counted(&self.entries, &self.plurals, key.place(), count, values)
    }
}

impl<K> Texts<K> {
    /// Texts in the order of the keys.
    #[must_use]
    pub fn new(
        language: Rc<str>,
        direction: Direction,
        plurals: Plurals,
        entries: Vec<Text>,
    ) -> Self {
        Self { language, direction, plurals, entries, keys: PhantomData }
    }

    /// Other texts of the same language.
    #[must_use]
    pub fn others<L>(&self, entries: Vec<Text>) -> Texts<L> {
        Texts::new(self.language.clone(), self.direction, self.plurals.clone(), entries)
    }
}

impl Texts<first::Key> {
    /// These and those of the later half, which lie behind them.
    #[must_use]
    pub fn with_later(&self, later: &[Text]) -> Texts<later::Key> {
        self.others(self.entries.iter().chain(later).cloned().collect())
    }
}

fn plain(entries: &[Text], at: u16) -> Rc<str> {
    match entries.get(usize::from(at)) {
        Some(Text::Plain(text)) => text.clone(),
        Some(Text::Counted(forms)) => pick(forms, Category::Other),
        None => "".into(),
    }
}

fn counted(
    entries: &[Text],
    plurals: &Plurals,
    at: u16,
    count: u32,
    values: &[(&str, &str)],
) -> String {
    let text = match entries.get(usize::from(at)) {
        Some(Text::Counted(forms)) => pick(forms, plurals.category(count)),
        _ => plain(entries, at),
    };
    let number = count.to_string();
    fill(&fill(&text, &[("count", &number)]), values)
}

fn pick(forms: &[(Category, Rc<str>)], category: Category) -> Rc<str> {
    forms
        .iter()
        .find(|(found, _)| *found == category)
        .or_else(|| forms.iter().find(|(found, _)| *found == Category::Other))
        .map(|(_, text)| text.clone())
        .unwrap_or_else(|| "".into())
}

/// Replaces each `{name}` once, left to right, so that a value that holds braces stays as it is.
fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(found, _)| *found == name) {
            Some((_, value)) => filled.push_str(value),
            None => {
                filled.push('{');
                filled.push_str(name);
                filled.push('}');
            }
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_with_braces_is_not_filled_again() {
        assert_eq!(fill("{a} and {b}", &[("a", "{b}"), ("b", "x")]), "{b} and x");
        assert_eq!(fill("open { only", &[("a", "x")]), "open { only");
        assert_eq!(fill("{unknown}", &[("a", "x")]), "{unknown}");
    }
}
