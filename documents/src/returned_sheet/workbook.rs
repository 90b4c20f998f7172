//! A workbook as far as it is read here: its sheets, and what their cells hold. `calamine` reads
//! whichever of the formats a spreadsheet has saved; what stands here is what may go in, and how
//! each kind of cell reads.

use std::io::{Cursor, Read, Seek};

use calamine::{CellType, Data, Ods, Range, Reader, Xls, Xlsx};
use domain::bounds::sheet::{CELLS, ROWS, SHEETS};
use domain::date::Date;
use domain::job::{OpenFault, TooMuch};
use domain::sheet::container::Container;
use domain::sheet::filled::FilledCell;

use super::bounds::within;
use super::cells::{Cells, Sheet, Workbook};
use super::{comments, locked, ods_bounds, text_table, xls_bounds};
use crate::archive::limits::{self, Refused};

/// Reads a workbook.
///
/// # Errors
/// Says what it is instead of one that is read: locked, damaged, larger than is read, or none at all.
pub(super) fn open(bytes: &[u8]) -> Result<Workbook, OpenFault> {
    match Container::of(bytes).ok_or(OpenFault::NotASheet)? {
        Container::Text => text_table::read(bytes),
        Container::CompoundFile => match locked::of_compound_file(bytes) {
            Some(locked) => Err(locked),
            None => xls(bytes),
        },
        Container::Archive => {
            let mut archive = limits::open(bytes).map_err(|refused| match refused {
                Refused::TooLong => OpenFault::TooMuch(TooMuch::Unpacked),
                Refused::Encrypted => OpenFault::Protected,
                Refused::Damaged => OpenFault::DamagedWorkbook,
            })?;
            if ods_bounds::is_one(&archive) {
                ods_bounds::check(&mut archive)?;
                let comments = comments::of_document(&mut archive);
                tables(&mut Ods::new(Cursor::new(bytes)).map_err(|_| DAMAGED)?, &comments)
            } else if archive.index_for_name("xl/workbook.xml").is_some() {
                xlsx(bytes, &comments::of_workbook(&mut archive)?)
            } else {
                Err(OpenFault::NotASheet)
            }
        }
    }
}

const DAMAGED: OpenFault = OpenFault::DamagedWorkbook;

/// Puts a sheet beside those that are read, unless that is more than is read.
fn push(
    sheets: &mut Vec<Sheet>,
    name: String,
    cells: Cells,
    comments: u32,
) -> Result<(), OpenFault> {
    let all: usize = sheets.iter().flat_map(|sheet| &sheet.rows).map(|row| row.cells.len()).sum();
    within(all + cells.count(), CELLS, TooMuch::Cells).map_err(OpenFault::TooMuch)?;
    let rows = cells.rows();
    within(rows.len(), ROWS, TooMuch::Rows).map_err(OpenFault::TooMuch)?;
    sheets.push(Sheet { name, rows, comments });
    Ok(())
}

/// How many comments stand on a sheet of this name.
fn on(comments: &[(String, u32)], name: &str) -> u32 {
    comments.iter().filter(|(found, _)| found == name).map(|(_, count)| count).sum()
}

/// Office Open XML. Its cells are taken one by one: two of them in far corners of a sheet would
/// make the library set up a table of all that lie between.
fn xlsx(bytes: &[u8], comments: &[(String, u32)]) -> Result<Workbook, OpenFault> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| DAMAGED)?;
    let names = workbook.sheet_names();
    within(names.len(), SHEETS, TooMuch::Sheets).map_err(OpenFault::TooMuch)?;
    let mut sheets = Vec::new();
    for name in names {
        let mut reader = match workbook.worksheet_cells_reader(&name) {
            Ok(reader) => reader,
            // A sheet with nothing but a chart is none with cells.
            Err(calamine::XlsxError::NotAWorksheet(_)) => continue,
            Err(_) => return Err(DAMAGED),
        };
        let mut cells = Cells::default();
        while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(|_| DAMAGED)? {
            let read = match cell.formula {
                Some(_) => Some(FilledCell::Formula),
                None => filled(&cell.value.into()),
            };
            cells.add(cell.pos, read)?;
        }
        let comments = on(comments, &name);
        push(&mut sheets, name, cells, comments)?;
    }
    Ok(Workbook { sheets })
}

/// The format of Excel until 2003.
fn xls(bytes: &[u8]) -> Result<Workbook, OpenFault> {
    let comments = xls_bounds::check(bytes)?;
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|_| DAMAGED)?;
    let comments: Vec<_> = workbook.sheet_names().into_iter().zip(comments).collect();
    tables(&mut workbook, &comments)
}

/// The sheets of a workbook that the library has read as tables.
fn tables<F: Read + Seek>(
    workbook: &mut impl Reader<F>,
    comments: &[(String, u32)],
) -> Result<Workbook, OpenFault> {
    let names = workbook.sheet_names();
    within(names.len(), SHEETS, TooMuch::Sheets).map_err(OpenFault::TooMuch)?;
    let mut sheets = Vec::new();
    for name in names {
        let values = workbook.worksheet_range(&name).map_err(|_| DAMAGED)?;
        let formulas = workbook.worksheet_formula(&name).map_err(|_| DAMAGED)?;
        let mut cells = Cells::default();
        for (at, value) in used(&values) {
            cells.add(at, filled(value))?;
        }
        for (at, _) in used(&formulas) {
            cells.add(at, Some(FilledCell::Formula))?;
        }
        let comments = on(comments, &name);
        push(&mut sheets, name, cells, comments)?;
    }
    Ok(Workbook { sheets })
}

/// The cells of a table that hold something, each with its place on the sheet.
fn used<T: CellType>(table: &Range<T>) -> impl Iterator<Item = ((u32, u32), &T)> {
    let (top, left) = table.start().unwrap_or_default();
    // No sheet has so many rows or columns.
    let place = |first: u32, at: usize| first + u32::try_from(at).unwrap_or_default();
    table
        .used_cells()
        .map(move |(row, column, value)| ((place(top, row), place(left, column)), value))
}

/// Numbers that are years where they stand in a cell for days.
const YEARS: std::ops::RangeInclusive<f64> = 1900.0..=2199.0;

/// How a cell reads that holds no formula. None where it holds nothing.
///
/// A text reads as it stands, and a number as its digits, whatever its format shows: a half is
/// `0.5`, as 50 % too. A day is `2026-11-24`, without the time of day; a time span is as the
/// file has it. A year that was typed into a cell for days is a year: as a count of days it would be one
/// of 1905. A truth value is `TRUE` or `FALSE`, and an error is its sign, such as `#N/A`.
fn filled(value: &Data) -> Option<FilledCell> {
    let text = match value {
        Data::Empty => return None,
        Data::String(text) => text.replace("\r\n", "\n").replace('\r', "\n"),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(span) if span.is_duration() => span.as_f64().to_string(),
        Data::DateTime(year) if YEARS.contains(&year.as_f64()) && year.as_f64().fract() == 0.0 => {
            year.as_f64().to_string()
        }
        Data::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            Date { year, month, day }.iso()
        }
        Data::DateTimeIso(time) => time.split('T').next().unwrap_or_default().to_owned(),
        Data::DurationIso(span) => span.clone(),
        Data::Error(error) => error.to_string(),
    };
    (!text.trim().is_empty()).then_some(FilledCell::Text(text))
}
