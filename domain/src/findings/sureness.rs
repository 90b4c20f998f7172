//! How sure those who answered are, section by section: counts in words, never a share of a whole.

use super::Context;
use super::reading::Reading;
use crate::answer::Sureness;
use crate::asked::{AskedSection, SectionOf};
use crate::count::count;

/// How sure the answers of one section are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionSureness {
    /// Which section.
    pub of: SectionOf,
    /// How many answers rest on what.
    pub rests: Rests,
}

/// How many answers rest on what. Only answers that can say it count: "I don't know yet" and "Doesn't
/// apply" rest on nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rests {
    /// A guess.
    pub guessed: u32,
    /// Somebody has seen it.
    pub seen: u32,
    /// Somebody has checked it.
    pub checked: u32,
    /// Nobody has said.
    pub unsaid: u32,
}

impl Rests {
    /// All of them.
    #[must_use]
    pub fn all(self) -> u32 {
        self.guessed + self.seen + self.checked + self.unsaid
    }

    /// Whether of any answer it is said.
    #[must_use]
    pub fn is_said(self) -> bool {
        self.unsaid < self.all()
    }
}

impl std::ops::Add for Rests {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            guessed: self.guessed + other.guessed,
            seen: self.seen + other.seen,
            checked: self.checked + other.checked,
            unsaid: self.unsaid + other.unsaid,
        }
    }
}

pub(super) fn of(context: Context<'_>) -> Vec<SectionSureness> {
    let sections = context.asked.sections.iter();
    let sections = sections
        .map(|section| SectionSureness { of: section.of.clone(), rests: rests(context, section) });
    sections.filter(|section| section.rests.all() > 0).collect()
}

fn rests(context: Context<'_>, section: &AskedSection) -> Rests {
    let asked = section.questions.iter().filter(|question| question.asks().sureness);
    let said = asked.filter_map(|question| {
        let answer = context.answer(&question.id)?;
        matches!(Reading::of(question, Some(answer)), Reading::Own(_)).then_some(answer.sureness)
    });
    let said: Vec<_> = said.collect();
    let of = |wanted: Option<Sureness>| count(said.iter().filter(|said| **said == wanted).count());
    Rests {
        guessed: of(Some(Sureness::Guess)),
        seen: of(Some(Sureness::Seen)),
        checked: of(Some(Sureness::Checked)),
        unsaid: of(None),
    }
}
