//! What single fields of a risk hold.

use super::letters::Party;
use crate::date::YEARS;

/// A field that is needed. *I don't know yet* is an answer to it, and keeps what stood there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needed<T> {
    /// What was filled in.
    pub value: T,
    /// Whether it is not known yet.
    pub not_known: bool,
}

/// Something that can be empty.
pub trait Fillable {
    /// Whether nothing is filled in.
    fn is_empty(&self) -> bool;
}

impl Fillable for String {
    fn is_empty(&self) -> bool {
        self.trim().is_empty()
    }
}

impl<T> Fillable for Vec<T> {
    fn is_empty(&self) -> bool {
        self.is_empty()
    }
}

impl Fillable for Who {
    fn is_empty(&self) -> bool {
        self.parties.is_empty()
    }
}

impl<T: Fillable> Needed<T> {
    /// A field that is filled in.
    #[must_use]
    pub fn filled(value: T) -> Self {
        Self { value, not_known: false }
    }

    /// What is known; none where nothing is filled in, or it is not known yet.
    #[must_use]
    pub fn known(&self) -> Option<&T> {
        (!self.not_known && !self.value.is_empty()).then_some(&self.value)
    }

    /// Whether it is filled in or said not to be known.
    #[must_use]
    pub fn is_said(&self) -> bool {
        self.not_known || !self.value.is_empty()
    }
}

/// Who does it. Where it is several, one is the main one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// All, in the order in which they are offered.
    pub parties: Vec<Party>,
    /// The main one of them.
    pub main: Option<Party>,
}

impl Who {
    /// All of them, the main one first.
    pub fn main_first(&self) -> impl Iterator<Item = Party> {
        let main = self.main.filter(|main| self.parties.contains(main));
        let others = self.parties.iter().copied().filter(move |party| Some(*party) != main);
        main.into_iter().chain(others)
    }
}

macro_rules! named {
    ($($(#[$doc:meta])* $name:ident { $($(#[$one_doc:meta])* $one:ident $text:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$one_doc])* $one,)+ }

        impl $name {
            /// All, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$one,)+];

            /// Its name in files, the same in every language. Names are never changed.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$one => $text,)+ }
            }
        }
    )+};
}

named! {
    /// Who is at heightened risk (Guiding Principle 18, commentary).
    Heightened {
        /// Human-rights defenders, journalists, lawyers.
        Defenders "defenders",
        /// Political opponents, protesters.
        Opponents "opponents",
        /// Minorities, indigenous peoples.
        Minorities "minorities",
        /// Migrants, refugees.
        Migrants "migrants",
        /// Women and girls.
        Women "women",
        /// Lesbian, gay, bisexual, trans and intersex people.
        Lgbti "lgbti",
        /// Older people.
        Older "older",
        /// Persons with disabilities.
        Disabilities "disabilities",
        /// People in conflict.
        Conflict "conflict",
    }
    /// Whether those who are hurt use the product.
    Uses {
        /// They do.
        Users "users",
        /// They do not.
        NonUsers "non-users",
        /// Some do, some do not.
        Both "both",
    }
    /// When it is worst.
    When {
        /// Always alike.
        Always "always",
        /// In tense times: election, protest, conflict.
        TenseTimes "tense-times",
        /// After a change of law, owner or function.
        AfterChange "after-change",
    }
    /// Whether it has happened.
    Status {
        /// It is happening.
        Happening "happening",
        /// It has happened.
        Happened "happened",
        /// It has happened with similar products.
        Elsewhere "elsewhere",
        /// It is not known to have happened.
        NotKnownToHave "not-known-to-have",
    }
}

impl Status {
    /// Whether people are being harmed, or have been.
    #[must_use]
    pub fn has_harmed(self) -> bool {
        matches!(self, Self::Happening | Self::Happened)
    }
}

/// Since when somebody in the company knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// Nobody does yet.
    NobodyYet,
    /// Since this month.
    Month(Month),
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    year: u16,
    month: u8,
}

impl Month {
    /// The month in `2026-03`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits =
            |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return None;
        }
        Self::of(year, month)
    }

    fn of(year: &str, month: &str) -> Option<Self> {
        let (year, month) = (year.parse().ok()?, month.parse().ok()?);
        (year > 0 && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// The month that somebody typed: a year of four digits and a month, in either order. Browsers without a
    /// calendar for months take what is typed.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        let (one, other) = text.trim().split_once(['-', '/', '.'])?;
        let (year, month) = if one.len() == 4 { (one, other) } else { (other, one) };
        let month = if year.len() == 4 { Self::of(year, month) } else { None };
        month.filter(|month| month.is_likely())
    }

    /// Whether it is of a year that somebody can mean.
    #[must_use]
    pub fn is_likely(self) -> bool {
        YEARS.contains(&self.year)
    }

    /// Its year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// Its number in the year, from 1.
    #[must_use]
    pub fn number(self) -> u8 {
        self.month
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:04}-{:02}", self.year, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::Month;

    #[test]
    fn a_month_is_read_as_people_type_it_and_nothing_else_is_one() {
        for typed in ["2026-03", "2026-3", " 03/2026", "3.2026", "2026/03"] {
            let month = Month::typed(typed).map(|month| month.to_string());
            assert_eq!(month.as_deref(), Some("2026-03"), "{typed:?}");
        }
        for typed in
            ["", "2026", "03", "March 2026", "2026-13", "26-03", "2026-03-04", "0026-01", "2200-01"]
        {
            assert_eq!(Month::typed(typed), None, "{typed:?}");
        }
    }
}
