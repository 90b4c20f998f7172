//! Findings and reports on a small bank made for tests, which has one of everything.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "all of this is test code, helpers included"
)]

mod asked;
mod decisions;
mod earlier;
mod elsewhere;
mod findings;
mod first_part;
mod gravest;
mod merge;
mod order;
mod order_by_risks;
mod reports;
mod risk_reports;
mod risks;
mod rows;
mod sharing;
mod sheets;
mod tensions;
mod ties;

use fixtures::{arbitrary, bank};
