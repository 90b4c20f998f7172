//! Reads sheets of questions that were made here, filled in with another program, and came back, in
//! whichever format that program saves: XLSX, ODS or XLS.
//!
//! Only our own sheets are read, found by what stands on the one that lists their words; whatever
//! else is in the workbook is left alone. What is read is not believed yet: see
//! [`domain::sheet::proposal`].

mod ods_bounds;
mod workbook;
mod xls_bounds;

use domain::catalogue::Catalogue;
use domain::job::OpenFault;
use domain::sheet::filled::{Filled, FilledCell, FilledRow};
use domain::sheet::record::CameAs;
use domain::sheet::words::Column;
use domain::sheet::{FORMAT, VERSION};
use workbook::{Row, Workbook};

use crate::json::not_newer;

/// So far down the row with the heads of the columns is looked for.
const HEAD_WITHIN: usize = 10;

/// The sheet in these bytes.
///
/// # Errors
/// [`OpenFault::NotASheet`] where they are none of ours, [`OpenFault::Newer`],
/// [`OpenFault::NewerBank`] and [`OpenFault::OtherCatalogue`] where they are one of a newer version,
/// of a newer bank or of another one.
pub(crate) fn read(bytes: &[u8], catalogue: &Catalogue) -> Result<Filled, OpenFault> {
    let workbook = Workbook::open(bytes).ok_or(OpenFault::NotASheet)?;
    let lists =
        workbook.sheets.iter().find(|(_, rows)| is_list(rows)).ok_or(OpenFault::NotASheet)?;
    let pairs: Vec<(String, String)> = lists.1.iter().filter_map(pair).collect();
    let said = |name: &str| {
        let found = pairs.iter().find(|(found, _)| found == name);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let found: u32 = said(FORMAT).parse().map_err(|_| OpenFault::NotASheet)?;
    if found > VERSION {
        return Err(OpenFault::Newer { found, newest: VERSION });
    }
    if said(CATALOGUE) != *catalogue.id {
        return Err(OpenFault::OtherCatalogue(said(CATALOGUE)));
    }
    not_newer(&said(CATALOGUE_VERSION), catalogue)?;
    let came_as = match said(NUMBER).parse() {
        Ok(number) => CameAs::Numbered(number),
        Err(_) if found < NUMBERED => CameAs::Earlier,
        Err(_) => CameAs::Blank,
    };
    let mut filled = Filled {
        came_as,
        catalogue: said(CATALOGUE),
        catalogue_version: said(CATALOGUE_VERSION),
        subject: said(SUBJECT),
        rows: Vec::new(),
        words: Vec::new(),
    };
    for (name, rows) in &workbook.sheets {
        let columns = Column::ALL.map(|column| (column, said(column.name())));
        filled.rows.extend(table(name, rows, &columns).into_iter().flatten());
    }
    if filled.rows.is_empty() {
        return Err(OpenFault::NotASheet);
    }
    filled.words = pairs;
    Ok(filled)
}

/// How the sheet that lists words names the question bank.
pub(crate) const CATALOGUE: &str = "catalogue";

/// How it names the version of the bank.
pub(crate) const CATALOGUE_VERSION: &str = "catalogue-version";

/// How it names what is assessed.
pub(crate) const SUBJECT: &str = "subject";

/// How it names the number of the sheet.
pub(crate) const NUMBER: &str = "sheet";

/// Since this version of the format a sheet for somebody says its number.
const NUMBERED: u32 = 2;

fn is_list(rows: &[Row]) -> bool {
    rows.first().is_some_and(|row| row.text(0) == Some(FORMAT))
}

/// A name and what stands beside it.
fn pair(row: &Row) -> Option<(String, String)> {
    Some((row.text(0)?.trim().to_owned(), row.text(1)?.trim().to_owned()))
}

/// The rows of a table of questions or tactics. None where the sheet holds none. Columns may have
/// been moved, so they are found by their heads.
fn table(name: &str, rows: &[Row], columns: &[(Column, String)]) -> Option<Vec<FilledRow>> {
    let heads = rows.iter().take(HEAD_WITHIN).position(|row| {
        let found = |wanted: Column| {
            columns.iter().any(|(column, head)| {
                *column == wanted && row.cells.iter().any(|(_, cell)| is(cell, head))
            })
        };
        found(Column::Id) && (found(Column::Answer) || found(Column::State))
    })?;
    let places: Vec<(Column, u32)> = rows
        .get(heads)?
        .cells
        .iter()
        .filter_map(|(at, cell)| {
            let found = columns.iter().find(|(_, head)| is(cell, head));
            found.map(|(column, _)| (*column, *at))
        })
        .collect();
    let filled = rows.iter().skip(heads + 1).map(|row| FilledRow {
        sheet: name.to_owned(),
        number: row.number,
        cells: places
            .iter()
            .filter_map(|(column, at)| Some((*column, row.cell(*at)?.clone())))
            .collect(),
    });
    Some(filled.filter(|row| !row.cells.is_empty()).collect())
}

/// Whether a cell holds this text.
fn is(cell: &FilledCell, text: &str) -> bool {
    matches!(cell, FilledCell::Text(found) if found.trim() == text.trim() && !text.is_empty())
}
