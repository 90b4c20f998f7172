//! Reports as files, and save files in and out: what runs in the worker.
//!
//! **Invariant:** no web, no clock, no files; a writer sees a [`Report`] and can tell no more than
//! it holds. [`worker`] alone sees an assessment.

use domain::report::Report;
use domain::report::format::Format;

pub mod json;
pub mod worker;

mod calendar;
mod csv;
mod drawing;
mod html;
mod markdown;
mod report_json;

/// The bytes of a report in a format.
#[must_use]
pub fn write(report: &Report, format: Format) -> Vec<u8> {
    match format {
        Format::Html => html::page(report).into_bytes(),
        Format::Markdown => markdown::document(report).into_bytes(),
        Format::Calendar => calendar::calendar(report).into_bytes(),
        Format::Csv => csv::table(report).into_bytes(),
        Format::Json => report_json::object(report),
    }
}
