//! Reports as files, and save files in and out: what runs in the worker.
//!
//! **Invariant:** no web, no clock, no files; a writer sees a [`Report`] and can tell no more than
//! it holds. [`worker`] alone sees an assessment.

use domain::job::WriteFault;
use domain::moment::Moment;
use domain::report::Report;
use domain::report::format::Format;

pub mod json;
pub mod locker;
pub mod worker;

/// Hands out memory. That of the standard library is five times as large, and slower.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

mod archive;
mod calendar;
mod csv;
mod docx;
mod drawing;
mod entity;
mod html;
mod markdown;
mod package;
mod report_json;
mod returned_sheet;
mod xlsx;

/// The bytes of a report in a format, written at this moment.
///
/// # Errors
/// [`WriteFault::NotReadBack`] when what was written does not read as what it should be.
pub fn write(report: &Report, format: Format, at: Moment) -> Result<Vec<u8>, WriteFault> {
    match format {
        Format::Html => Ok(html::page(report).into_bytes()),
        Format::Docx => docx::document(report),
        Format::Markdown => Ok(markdown::document(report).into_bytes()),
        Format::Xlsx => xlsx::workbook(report),
        Format::Csv => csv::tables(report),
        Format::Json => Ok(report_json::object(report)),
        Format::Calendar => Ok(calendar::calendar(report, at).into_bytes()),
    }
}
