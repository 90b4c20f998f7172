//! What a self-assessment is: the question bank, the answers, what they mean, and the report.
//!
//! The way from answers to a file, each step a pure function of the one before:
//!
//! 1. The content compiler makes the [`bank::Bank`] from `content/`; the app gets it in three packs
//!    ([`pack::First`], [`pack::Later`], [`pack::Worker`]), which [`pack::Worker::join`] makes one.
//! 2. What people answer is an [`assessment::Assessment`]. [`asked::Asked::of`] says which questions
//!    it asks, and in which order.
//! 3. [`findings::of`] says what the answers to them mean. [`findings::Found`] holds both, so that
//!    they are worked out once for a report.
//! 4. [`report::complete`] tells all of it; [`report::for_sharing`] takes a [`sharing::Shareable`],
//!    which [`assessment::Assessment::for_sharing`] alone makes; [`report::example`],
//!    [`report::blank`] and [`report::question_sheet`] are the other editions.
//! 5. `documents` writes a [`report::Report`] in a [`report::format::Format`], or draws it for the
//!    page ([`drawing::Drawing`]). Its worker is asked for a [`job::Job`] and gives an
//!    [`job::Outcome`].
//!
//! Beside that way: [`save`] keeps an assessment and opens it again, [`merge`] puts together what two
//! windows made of one, [`earlier`] carries answers to an earlier version of the bank over to this one,
//! and [`sheet`] asks others.
//!
//! **Invariant:** no web, no clock, no files, no Yew. Time comes in as a value; the same answers
//! always give the same bytes, so nothing here iterates over a hash map.

pub mod bounds;
pub mod count;
pub mod date;
pub mod id;
pub mod sorted;
pub mod texts;

pub mod bank;
pub mod catalogue;
pub mod earlier;
pub mod guidance;
pub mod pack;
pub mod questions;
pub mod rules;
pub mod step;

pub mod answer;
pub mod answered_by_register;
pub mod asked;
pub mod assessment;
pub mod elsewhere;
pub mod fits;
pub mod gravest;
pub mod moment;
pub mod own_words;
pub mod passphrase;
pub mod plan;
pub mod progress;
pub mod risk;
pub mod risks_first;
pub mod scope;
pub mod sharing;
pub mod ties;

pub mod merge;
pub mod save;

pub mod findings;
pub mod report;
pub mod sheet;

pub mod drawing;
pub mod example;
pub mod job;
