//! The words of the interface and of reports, looked up by keys that the build makes from the
//! content: a text that is not there does not compile.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub mod plural;

pub use plural::{Category, Plurals};

include!(concat!(env!("OUT_DIR"), "/keys.rs"));

/// The place of a text. See [`interface`] and [`report`] for all there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key(pub u16);

/// All words of one language, in the order of the keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    /// Language tag.
    pub language: Rc<str>,
    /// Reading direction.
    pub direction: Direction,
    /// Which form a number takes.
    pub plurals: Plurals,
    /// The texts: those of the interface, then, in the worker, those of reports.
    pub entries: Vec<Text>,
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

impl Texts {
    /// The text of a key. Empty where this pack does not hold it, which the content check excludes.
    #[must_use]
    pub fn get(&self, key: Key) -> Rc<str> {
        match self.entries.get(usize::from(key.0)) {
            Some(Text::Plain(text)) => text.clone(),
            Some(Text::Counted(forms)) => pick(forms, Category::Other),
            None => "".into(),
        }
    }

    /// The text of a key with `{name}` replaced by a value, for each pair.
    #[must_use]
    pub fn with(&self, key: Key, values: &[(&str, &str)]) -> String {
        fill(&self.get(key), values)
    }

    /// The form of a text that a number takes, with `{count}` and the other names replaced.
    #[must_use]
    pub fn count(&self, key: Key, count: u32, values: &[(&str, &str)]) -> String {
        let text = match self.entries.get(usize::from(key.0)) {
            Some(Text::Counted(forms)) => pick(forms, self.plurals.category(count)),
            _ => self.get(key),
        };
        let number = count.to_string();
        fill(&fill(&text, &[("count", &number)]), values)
    }

    /// Adds the texts that follow in the order of the keys.
    pub fn extend(&mut self, entries: Vec<Text>) {
        self.entries.extend(entries);
    }
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
