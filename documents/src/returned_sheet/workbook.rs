//! A workbook as far as it is read here: its sheets, and what their cells hold. `calamine` reads
//! whichever of the formats a spreadsheet has saved; what stands here is what may go in, and how
//! each kind of cell reads.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek};

use calamine::{CellType, Data, Ods, Range, Reader, Xls, Xlsx};
use domain::date::Date;
use domain::sheet::container::Container;
use domain::sheet::filled::FilledCell;

use super::{ods_bounds, xls_bounds};
use crate::archive::limits;

/// More rows than any sheet of questions has, with room for what people add.
const MOST_ROWS: usize = 5_000;

/// A workbook.
pub(super) struct Workbook {
    /// Sheets with their names.
    pub(super) sheets: Vec<(String, Vec<Row>)>,
}

/// A row that holds something.
pub(super) struct Row {
    /// Its number, from 1.
    pub(super) number: u32,
    /// Its cells that hold something, each with its column, from 0.
    pub(super) cells: Vec<(u32, FilledCell)>,
}

impl Row {
    /// The cell in a column.
    pub(super) fn cell(&self, at: u32) -> Option<&FilledCell> {
        self.cells.iter().find(|(found, _)| *found == at).map(|(_, cell)| cell)
    }

    /// Its text.
    pub(super) fn text(&self, at: u32) -> Option<&str> {
        match self.cell(at)? {
            FilledCell::Text(text) => Some(text),
            FilledCell::Formula => None,
        }
    }
}

impl Workbook {
    /// Reads a workbook. None where it is none, or larger than any that is filled in by hand.
    pub(super) fn open(bytes: &[u8]) -> Option<Self> {
        match Container::of(bytes)? {
            Container::CompoundFile => xls(bytes),
            Container::Archive => {
                let mut archive = limits::open(bytes)?;
                if ods_bounds::is_one(&archive) {
                    ods_bounds::is_within_limits(&mut archive).then(|| ods(bytes))?
                } else {
                    xlsx(bytes)
                }
            }
        }
    }
}

/// Cells by their places: row and column, from 0.
type Cells = BTreeMap<(u32, u32), FilledCell>;

/// Office Open XML. Its cells are taken one by one: two of them in far corners of a sheet would
/// make the library set up a table of all that lie between.
fn xlsx(bytes: &[u8]) -> Option<Workbook> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).ok()?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let mut reader = match workbook.worksheet_cells_reader(&name) {
            Ok(reader) => reader,
            // A sheet with nothing but a chart is none with cells.
            Err(calamine::XlsxError::NotAWorksheet(_)) => continue,
            Err(_) => return None,
        };
        let mut cells = Cells::new();
        while let Some(cell) = reader.next_cell_with_formula_metadata().ok()? {
            let read = match cell.formula {
                Some(_) => Some(FilledCell::Formula),
                None => filled(&cell.value.into()),
            };
            cells.extend(read.map(|read| (cell.pos, read)));
        }
        sheets.push((name, rows(cells)?));
    }
    Some(Workbook { sheets })
}

/// OpenDocument.
fn ods(bytes: &[u8]) -> Option<Workbook> {
    tables(&mut Ods::new(Cursor::new(bytes)).ok()?)
}

/// The format of Excel until 2003.
fn xls(bytes: &[u8]) -> Option<Workbook> {
    xls_bounds::are_within_limits(bytes).then_some(())?;
    tables(&mut Xls::new(Cursor::new(bytes)).ok()?)
}

/// The sheets of a workbook that the library has read as tables.
fn tables<F: Read + Seek>(workbook: &mut impl Reader<F>) -> Option<Workbook> {
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let values = workbook.worksheet_range(&name).ok()?;
        let formulas = workbook.worksheet_formula(&name).ok()?;
        let mut cells: Cells =
            used(&values).filter_map(|(at, value)| Some((at, filled(value)?))).collect();
        cells.extend(used(&formulas).map(|(at, _)| (at, FilledCell::Formula)));
        sheets.push((name, rows(cells)?));
    }
    Some(Workbook { sheets })
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

fn rows(cells: Cells) -> Option<Vec<Row>> {
    let mut rows: Vec<Row> = Vec::new();
    for ((row, column), cell) in cells {
        let number = row.checked_add(1)?;
        match rows.last_mut().filter(|row| row.number == number) {
            Some(row) => row.cells.push((column, cell)),
            None => rows.push(Row { number, cells: vec![(column, cell)] }),
        }
    }
    (rows.len() <= MOST_ROWS).then_some(rows)
}

/// How a cell reads that holds no formula. None where it holds nothing.
///
/// A text reads as it stands, and a number as its digits, whatever its format shows: a half is
/// `0.5`, as 50 % too. A day is `2026-11-24`, without the time of day; a time span is as the
/// file has it. A truth value is `TRUE` or `FALSE`, and an error is its sign, such as `#N/A`.
fn filled(value: &Data) -> Option<FilledCell> {
    let text = match value {
        Data::Empty => return None,
        Data::String(text) => text.replace("\r\n", "\n").replace('\r', "\n"),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(span) if span.is_duration() => span.as_f64().to_string(),
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
