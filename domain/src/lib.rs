//! What a self-assessment is: the question bank, the answers, what they mean, and the report.
//!
//! **Invariant:** no web, no clock, no files, no Yew. Time comes in as a value; the same answers
//! always give the same bytes, so nothing here iterates over a hash map.

pub mod count;
pub mod date;
pub mod id;
pub mod texts;

pub mod bank;
pub mod catalogue;
pub mod guidance;
pub mod questions;
pub mod rules;
pub mod step;

pub mod answer;
pub mod asked;
pub mod assessment;
pub mod plan;
pub mod progress;
pub mod scope;
pub mod sharing;

pub mod save;

pub mod findings;
pub mod report;
pub mod sheet;

pub mod drawing;
pub mod example;
pub mod job;
