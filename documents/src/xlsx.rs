//! Reports as a workbook (SpreadsheetML, ISO/IEC 29500), to sort, filter and count in a spreadsheet.
//!
//! What stands on each sheet has a module of its own, a function from the report to the sheet, or
//! to nothing where the report has nothing for it; `rust_xlsxwriter` writes them. Texts are written
//! as texts alone: no cell is a formula, a link or a date that a spreadsheet would work out.

mod answers;
mod bars;
mod facts;
mod fill_in;
mod looks;
mod overview;
mod plan;
mod profile;
mod risks;
mod sheet;
mod sheets;
mod tactics;
mod text;

use domain::job::WriteFault;
use domain::report::Report;
use looks::Looks;
use rust_xlsxwriter::{Workbook, XlsxError};
use sheet::Sheet;

use crate::archive::{self, File};
use crate::package;

/// The sheets of a report with answers, in their order.
const SHEETS: [fn(&Report) -> Option<Sheet>; 8] = [
    overview::sheet,
    risks::sheet,
    answers::sheet,
    tactics::sheet,
    plan::sheet,
    sheets::sheet,
    profile::sheet,
    facts::sheet,
];

/// The workbook of a report. It is opened again and looked through before it is handed out.
///
/// # Errors
/// [`WriteFault::NotReadBack`] when what was written is not the workbook that was meant.
pub(crate) fn workbook(report: &Report) -> Result<Vec<u8>, WriteFault> {
    let sheets: Vec<Sheet> = match &report.sheet {
        Some(sheet) => {
            let overview = overview::sheet(report);
            let sheets = fill_in::sheets(sheet, overview.as_ref());
            overview.into_iter().chain(sheets).collect()
        }
        None => SHEETS.iter().filter_map(|sheet| sheet(report)).collect(),
    };
    let bytes = written(report, &sheets).map_err(|_| WriteFault::NotReadBack)?;
    let mut parts = archive::read(&bytes).ok_or(WriteFault::NotReadBack)?;
    parts.iter_mut().for_each(|part| amend(report, part));
    package::packed(&parts)
}

/// What the library makes of the sheets.
fn written(report: &Report, sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    // It is packed once more, in earnest.
    workbook.set_zip_compression_level(1);
    for sheet in sheets {
        workbook.push_worksheet(sheet.worksheet(report, &looks)?);
    }
    workbook.save_to_buffer()
}

/// Changes in a part what the library has no call for.
fn amend(report: &Report, part: &mut File) {
    match part.name.as_str() {
        // It knows no language, and names an author, if only an empty one.
        "docProps/core.xml" => {
            part.text = package::properties(report, Some(&report.copy_notice));
        }
        // It says that another program made the file, and spreadsheets act by that.
        "docProps/app.xml" => part.text = format!("{}{MADE_BY}", package::XML),
        // A row that has a height would keep it when somebody types. Of what people typed nothing
        // stands before the end of the cells but numbers of texts.
        name if name.starts_with("xl/worksheets/sheet") => {
            if let Some((cells, behind)) = part.text.split_once("</sheetData>") {
                let cells = cells.replace(" customHeight=\"1\"", "");
                part.text = format!("{cells}</sheetData>{behind}");
            }
        }
        _ => {}
    }
}

/// What made the file (ECMA-376-1, 22.2).
const MADE_BY: &str = "<Properties \
     xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
     <Application>Respect in Practice</Application></Properties>";
