//! Reports as a workbook (SpreadsheetML, ISO/IEC 29500), to sort, filter and count in a spreadsheet.
//!
//! What stands on each sheet has a module of its own, a function from the report to the sheet, or
//! to nothing where the report has nothing for it. Texts are written as texts alone: no cell is a
//! formula, a link or a date that a spreadsheet would work out.

mod answers;
mod chart;
mod facts;
mod fill_in;
mod overview;
mod parts;
mod places;
mod plan;
mod profile;
mod sheet;
mod styles;
mod tactics;
mod text;

use domain::job::Fault;
use domain::report::Report;
use sheet::Sheet;

/// The sheets of a report with answers, in their order.
const SHEETS: [fn(&Report) -> Option<Sheet>; 6] =
    [overview::sheet, answers::sheet, tactics::sheet, plan::sheet, profile::sheet, facts::sheet];

/// The workbook of a report. It is opened again and looked through before it is handed out.
///
/// # Errors
/// [`Fault::NotReadBack`] when what was written is not the workbook that was meant.
pub(crate) fn workbook(report: &Report) -> Result<Vec<u8>, Fault> {
    let sheets: Vec<Sheet> = match &report.sheet {
        Some(sheet) => overview::sheet(report).into_iter().chain(fill_in::sheets(sheet)).collect(),
        None => SHEETS.iter().filter_map(|sheet| sheet(report)).collect(),
    };
    crate::package::packed(&parts::all(report, &sheets))
}
