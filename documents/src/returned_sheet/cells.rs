//! A workbook as a value: its sheets, their rows, and what their cells hold, whichever format it came in.

use std::collections::BTreeMap;

use domain::bounds::sheet::{CELLS, COLUMNS, LETTERS};
use domain::job::{OpenFault, TooMuch};
use domain::sheet::filled::FilledCell;

use super::bounds::within;

/// A workbook.
pub(super) struct Workbook {
    /// Its sheets.
    pub(super) sheets: Vec<Sheet>,
}

/// A sheet of a workbook.
pub(super) struct Sheet {
    /// Its name.
    pub(super) name: String,
    /// Its rows that hold something.
    pub(super) rows: Vec<Row>,
    /// How many comments stand beside its cells.
    pub(super) comments: u32,
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

    /// Its cells that hold a text, each with its column.
    pub(super) fn texts(&self) -> impl Iterator<Item = (u32, &str)> {
        self.cells.iter().filter_map(|(at, cell)| match cell {
            FilledCell::Text(text) => Some((*at, text.as_str())),
            FilledCell::Formula => None,
        })
    }

    /// Its text.
    pub(super) fn text(&self, at: u32) -> Option<&str> {
        match self.cell(at)? {
            FilledCell::Text(text) => Some(text),
            FilledCell::Formula => None,
        }
    }
}

/// Cells by their places: row and column, from 0. They are counted as they come in.
#[derive(Default)]
pub(super) struct Cells(BTreeMap<(u32, u32), FilledCell>);

impl Cells {
    /// Takes one in, if it holds something.
    ///
    /// # Errors
    /// Where it is more than is read.
    pub(super) fn add(
        &mut self,
        at: (u32, u32),
        cell: Option<FilledCell>,
    ) -> Result<(), OpenFault> {
        let text = match &cell {
            None => return Ok(()),
            Some(FilledCell::Text(text)) if text.trim().is_empty() => return Ok(()),
            Some(FilledCell::Text(text)) => text.as_str(),
            Some(FilledCell::Formula) => "",
        };
        let check = || {
            // A letter is four bytes at most.
            if text.len() > LETTERS as usize {
                within(text.chars().count(), LETTERS, TooMuch::Letters)?;
            }
            within(at.1 as usize, COLUMNS - 1, |_| TooMuch::Columns(COLUMNS))?;
            within(self.0.len() + 1, CELLS, TooMuch::Cells)
        };
        check().map_err(OpenFault::TooMuch)?;
        self.0.extend(cell.map(|cell| (at, cell)));
        Ok(())
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The rows that they stand in.
    pub(super) fn rows(self) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        for ((row, column), cell) in self.0 {
            let number = row.saturating_add(1);
            match rows.last_mut().filter(|row| row.number == number) {
                Some(row) => row.cells.push((column, cell)),
                None => rows.push(Row { number, cells: vec![(column, cell)] }),
            }
        }
        rows
    }
}
