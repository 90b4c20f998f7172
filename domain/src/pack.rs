//! The bank in the three packs in which it is loaded, and the build to which each belongs.
//!
//! The same build writes and reads them, so their types derive serde as they are, and no version of a
//! pack outlives another one. A file of another build can still come from a cache: the build stands
//! first in every pack and is compared before anything else is read.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::bank::Bank;
use crate::catalogue::Catalogue;
use crate::example::Examples;
use crate::guidance::Guidance;
use crate::rules::Rules;
use crate::texts::{Text, Texts, first, later};

/// How many texts the first half of the page has, and how many the whole page.
const FIRST: usize = first::NAMES.len();
const PAGE: usize = FIRST + later::NAMES.len();

/// A build, by what it was made from. `cargo xtask build` makes it and hands it to the compiler.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Build(pub u64);

/// What the first question waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct First {
    build: Build,
    /// The part of the bank that the short form asks.
    pub catalogue: Catalogue,
    /// The words of the first screens.
    pub texts: Texts<first::Key>,
}

/// What the page reads as soon as its first screen stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Later {
    build: Build,
    /// Help beside the questions.
    pub guidance: Guidance,
    /// The whole bank.
    pub catalogue: Catalogue,
    /// The words of all other screens, behind those of the first ones.
    pub texts: Vec<Text>,
}

/// What the worker alone reads, beside the other two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worker {
    build: Build,
    /// What findings are made from.
    pub rules: Rules,
    /// The words of reports, behind those of the page.
    pub texts: Vec<Text>,
    /// Invented companies, filled in.
    pub examples: Examples,
}

/// Why a pack cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackFault {
    /// It belongs to another build than the program that reads it.
    OtherBuild,
    /// It is of this build, or of none, and broken.
    Damaged,
}

impl Build {
    /// The build with this name, 16 hexadecimal digits. Where there is none, the program was not
    /// compiled by `cargo xtask build`, and reads no pack that was made for one that was.
    #[must_use]
    pub const fn named(name: Option<&str>) -> Self {
        let Some(digits) = name else { return Self(0) };
        match u64::from_str_radix(digits, 16) {
            Ok(number) => Self(number),
            Err(_) => Self(0),
        }
    }

    /// The build to which a pack belongs, whichever pack it is.
    #[must_use]
    pub fn of(pack: &[u8]) -> Option<Self> {
        postcard::take_from_bytes(pack).ok().map(|(build, _)| build)
    }
}

impl fmt::Display for Build {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:016x}", self.0)
    }
}

impl First {
    /// The pack of a bank.
    #[must_use]
    pub fn of(bank: &Bank, build: Build) -> Self {
        let texts = bank.texts.others(from_to(&bank.texts.entries, 0, FIRST));
        Self { build, catalogue: bank.catalogue.first_part(), texts }
    }
}

impl Later {
    /// The pack of a bank, with a risk of each example.
    #[must_use]
    pub fn of(bank: &Bank, examples: &Examples, build: Build) -> Self {
        Self {
            build,
            guidance: Guidance { examples: examples.risks(), ..bank.guidance.clone() },
            catalogue: bank.catalogue.clone(),
            texts: from_to(&bank.texts.entries, FIRST, PAGE),
        }
    }
}

impl Worker {
    /// The pack of a bank, with the examples.
    #[must_use]
    pub fn of(bank: &Bank, examples: &Examples, build: Build) -> Self {
        Self {
            build,
            rules: bank.rules.clone(),
            texts: from_to(&bank.texts.entries, PAGE, usize::MAX),
            examples: examples.clone(),
        }
    }

    /// The whole bank, from all three packs, and the examples.
    #[must_use]
    pub fn join(self, first: First, later: Later) -> (Bank, Examples) {
        let Later { guidance, catalogue, texts: behind, .. } = later;
        let texts = first.texts.others([first.texts.entries.clone(), behind, self.texts].concat());
        (Bank { catalogue, guidance, rules: self.rules, texts }, self.examples)
    }
}

/// The texts from one place up to another.
fn from_to(texts: &[Text], from: usize, to: usize) -> Vec<Text> {
    texts.iter().take(to).skip(from).cloned().collect()
}

macro_rules! bytes {
    ($($pack:ident),+) => {$(
        impl $pack {
            /// The pack as it ships.
            #[must_use]
            pub fn to_bytes(&self) -> Vec<u8> {
                // Writing to memory cannot fail; nothing would be refused when it is read.
                postcard::to_allocvec(self).unwrap_or_default()
            }

            /// The pack in these bytes, for a program of this build.
            ///
            /// # Errors
            /// When they belong to another build, or are no such pack.
            pub fn from_bytes(bytes: &[u8], build: Build) -> Result<Self, PackFault> {
                match Build::of(bytes) {
                    Some(found) if found == build => {
                        postcard::from_bytes(bytes).map_err(|_| PackFault::Damaged)
                    }
                    Some(_) => Err(PackFault::OtherBuild),
                    None => Err(PackFault::Damaged),
                }
            }
        }
    )+};
}

bytes!(First, Later, Worker);

impl fmt::Display for PackFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::OtherBuild => "a file belongs to another build of this page",
            Self::Damaged => "a file of this page is damaged",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_is_named_by_its_digits() {
        let build = Build(0x0123_4567_89ab_cdef);
        assert_eq!(build.to_string(), "0123456789abcdef");
        assert_eq!(Build::named(Some(&build.to_string())), build);
        assert_eq!(Build::named(Some(&Build(7).to_string())), Build(7));
        assert_eq!(Build::named(None), Build(0));
    }
}
