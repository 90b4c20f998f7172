//! What was carried over from an earlier version of the questions when an assessment was opened.

use domain::earlier::{Earlier, Unknown};

/// What there is to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedOver {
    /// The questions that had an answer and became something else, by version.
    pub earlier: Vec<Earlier>,
    /// What the bank of this page does not have.
    pub unknown: Unknown,
}
