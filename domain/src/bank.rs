//! The question bank in one language: all that a report is made from, but for the answers.

use crate::catalogue::Catalogue;
use crate::guidance::Guidance;
use crate::rules::Rules;
use crate::texts::Texts;

/// Questions, help, rules and words that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bank {
    /// The whole question bank.
    pub catalogue: Catalogue,
    /// Help beside the questions.
    pub guidance: Guidance,
    /// What findings are made from.
    pub rules: Rules,
    /// All words: those of the page, then those of reports.
    pub texts: Texts,
}
