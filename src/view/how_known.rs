//! How an effect is known, as one chooses it: the same words for tactics and for risks.

use domain::answer::HowKnown;
use domain::texts::later::{self as key, Key};

use crate::view::asking::Options;

/// The ways in which something is known, with their values and words.
pub(crate) const HOW_KNOWN: Options<HowKnown, Key> = Options { all: &HowKnown::ALL, of: known };

fn known(known: HowKnown) -> (&'static str, Key) {
    match known {
        HowKnown::Impression => ("impression", key::SECTION_TACTIC_KNOWN_IMPRESSION),
        HowKnown::Internal => ("internal", key::SECTION_TACTIC_KNOWN_INTERNAL),
        HowKnown::Outside => ("outside", key::SECTION_TACTIC_KNOWN_OUTSIDE),
        HowKnown::Affected => ("affected", key::SECTION_TACTIC_KNOWN_AFFECTED),
        HowKnown::Independent => ("independent", key::SECTION_TACTIC_KNOWN_INDEPENDENT),
    }
}
