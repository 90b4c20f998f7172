//! The real content: what the compiler makes of `content/`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "all of this is test code, helpers included"
)]

mod content;
mod earlier;
mod growing;
mod question_sheets;
mod rating;
mod risk_tensions;
mod risks;
mod samples;
mod ties;

use std::path::Path;

use domain::assessment::Assessment;
use domain::bank::Bank;
use domain::findings::{Findings, Found};
use fixtures::bank;

/// The root of the tree.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The real bank in the master language.
struct Real(Bank);

fn real() -> Real {
    let banks = compiler::banks(root()).unwrap_or_else(|problems| panic!("{problems}"));
    Real(banks.into_iter().next().unwrap())
}

impl std::ops::Deref for Real {
    type Target = Bank;

    fn deref(&self) -> &Bank {
        &self.0
    }
}

impl Real {
    fn findings(&self, assessment: &Assessment) -> Findings {
        Found::of(self, assessment).findings
    }
}
