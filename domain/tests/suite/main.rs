//! Findings and reports on a small bank made for tests, which has one of everything.

mod arbitrary;
mod bank;
mod findings;
mod order;
mod reports;
mod sharing;
mod tensions;
