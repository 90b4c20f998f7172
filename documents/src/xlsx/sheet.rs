//! A sheet: cells, and how they are shown and printed.

use domain::count::count;
use domain::date::Date;
use domain::report::{Edition, Report};
use domain::texts::Direction;
use rust_xlsxwriter::{
    DataValidation, ExcelDateTime, Format, Formula, Worksheet, XlsxError, cell_range,
};

use super::bars::Bars;
use super::looks::{Look, Looks};
use super::text;

/// A4, as the format counts kinds of paper.
const A4: u8 = 9;

/// The most that a row is high, in points (*Excel specifications and limits*).
const HIGHEST: u32 = 409;

/// The longest list of words that stands in a formula (*Excel specifications and limits*).
const LONGEST_LIST: usize = 255;

/// So many empty rows below a table take the same words as those in it.
const ROWS_BELOW: u32 = 200;

/// A sheet of a workbook.
pub(super) struct Sheet {
    /// Its name, as [`text::sheet_name`] makes it.
    pub(super) name: String,
    /// How wide columns are, in digits.
    widths: Vec<u32>,
    rows: Vec<Vec<(Look, Cell)>>,
    kind: Kind,
    /// Cells that take one of some words.
    choices: Vec<Choice>,
    /// Bars below the table.
    pub(super) bars: Option<Bars>,
}

/// Cells that take one of some words, or nothing (18.3.1.32).
struct Choice {
    /// Which cells, as a list of ranges.
    cells: String,
    words: Words,
}

/// Words to choose from.
enum Words {
    /// These.
    These(Vec<String>),
    /// Those that stand where a formula says.
    At(String),
}

/// How a sheet is read.
enum Kind {
    /// Line by line.
    Page,
    /// As a table: its head stays in sight and on each page, and every column can be filtered.
    Table,
    /// By programs alone.
    Hidden,
}

/// A column of a table.
pub(super) struct Column<'a> {
    /// Stands above it.
    pub(super) head: &'a str,
    /// How wide it is, in digits.
    pub(super) width: u32,
}

/// What stands in a cell.
#[derive(Clone)]
pub(super) enum Cell {
    /// A text, which is never worked out.
    Text(String),
    /// A number.
    Number(u32),
    /// A day.
    Day(Date),
    /// Nothing.
    Empty,
    /// Nothing yet: somebody fills it in.
    Room(Room),
}

/// What somebody fills in.
#[derive(Clone, Copy)]
pub(super) enum Room {
    /// Words, also where they look like a number or a day.
    Words,
    /// A number, or one of some words.
    Choice,
}

impl Sheet {
    /// A sheet that is read line by line.
    pub(super) fn page(name: &str, widths: Vec<u32>, rows: Vec<Vec<(Look, Cell)>>) -> Self {
        Self {
            name: text::sheet_name(name),
            widths,
            rows,
            kind: Kind::Page,
            choices: Vec::new(),
            bars: None,
        }
    }

    /// All texts that stand on it.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().flatten().filter_map(|(_, cell)| match cell {
            Cell::Text(text) => Some(text.as_str()),
            Cell::Number(_) | Cell::Day(_) | Cell::Empty | Cell::Room(_) => None,
        })
    }

    /// A sheet with one table.
    pub(super) fn table(name: &str, columns: &[Column<'_>], rows: Vec<Vec<Cell>>) -> Self {
        let heads = columns.iter().map(|column| Cell::Text(column.head.to_owned()));
        let mut all = vec![heads.map(|head| (Look::Head, head)).collect::<Vec<_>>()];
        let styled = |row: Vec<Cell>| row.into_iter().map(|cell| (look(&cell), cell)).collect();
        all.extend(rows.into_iter().map(styled));
        Self {
            name: text::sheet_name(name),
            widths: columns.iter().map(|column| column.width).collect(),
            rows: all,
            kind: Kind::Table,
            choices: Vec::new(),
            bars: None,
        }
    }

    /// A sheet that nobody is shown.
    pub(super) fn hidden(name: &str, rows: Vec<Vec<Cell>>) -> Self {
        const WIDTHS: [u32; 2] = [26, 40];
        let styled = |row: Vec<Cell>| row.into_iter().map(|cell| (look(&cell), cell)).collect();
        let rows = rows.into_iter().map(styled).collect();
        Self { kind: Kind::Hidden, ..Self::page(name, WIDTHS.to_vec(), rows) }
    }

    /// Lets the cells of a column, those of some empty rows below included, take one of these words
    /// (18.3.1.33). Words that cannot stand in such a list leave the cells free.
    pub(super) fn choosing(mut self, column: u16, words: &[String]) -> Self {
        let is_list = words.iter().all(|word| !word.contains([',', '"']));
        if is_list && words.join(",").encode_utf16().count() <= LONGEST_LIST {
            let cells = cell_range(1, column, self.last_row() + ROWS_BELOW, column);
            self.choices.push(Choice { cells, words: Words::These(words.to_vec()) });
        }
        self
    }

    /// Lets these cells take one of the words that stand where the formula says.
    pub(super) fn choosing_from(mut self, cells: String, words: String) -> Self {
        if !cells.is_empty() {
            self.choices.push(Choice { cells, words: Words::At(words) });
        }
        self
    }

    /// The last row, from 0.
    fn last_row(&self) -> u32 {
        count(self.rows.len()).saturating_sub(1)
    }

    /// The sheet as the library has it.
    pub(super) fn worksheet(&self, report: &Report, looks: &Looks) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(&self.name)?.set_paper_size(A4);
        sheet.set_footer(format!("&L{}&R&P / &N", text::foot(&report.running)));
        sheet.set_right_to_left(report.direction == Direction::RightToLeft);
        // A chart is not divided between pages.
        sheet.set_print_fit_to_pages(1, u16::from(self.bars.is_some()));
        match self.kind {
            Kind::Page => {}
            Kind::Hidden => {
                sheet.set_hidden(true);
            }
            Kind::Table => {
                let last = (0_u16..).zip(&self.widths).last().map_or(0, |(column, _)| column);
                sheet.set_landscape();
                sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
                sheet.autofilter(0, 0, self.last_row(), last)?;
            }
        }
        for (column, width) in (0_u16..).zip(&self.widths) {
            sheet.set_column_width(column, *width)?;
        }
        for (number, row) in (0_u32..).zip(&self.rows).filter(|(_, row)| !row.is_empty()) {
            sheet.set_row_height(number, self.height(row))?;
            for (column, (look, cell)) in (0_u16..).zip(row) {
                let look = match (look, cell) {
                    (Look::Text, Cell::Text(typed)) if text::is_worked_out(typed) => Look::AsTyped,
                    _ => *look,
                };
                put(&mut sheet, (number, column), cell, looks.format(look))?;
            }
        }
        for Choice { cells, words } in &self.choices {
            let takes = DataValidation::new().show_input_message(false).set_multi_range(cells);
            let takes = match words {
                Words::These(words) => takes.allow_list_strings(words)?,
                Words::At(place) => takes.allow_list_formula(Formula::new(place)),
            };
            sheet.add_data_validation(0, 0, 0, 0, &takes)?;
        }
        if let Some(bars) = &self.bars {
            sheet.insert_chart(bars.top(), 0, &bars.chart(&self.name, &self.widths))?;
        }
        Ok(sheet)
    }

    /// How high a row is, in points: some spreadsheets do not work it out from wrapped text by
    /// themselves. It is not marked as set by hand, so it follows when somebody types.
    fn height(&self, row: &[(Look, Cell)]) -> u32 {
        let heights = row.iter().zip(&self.widths).map(|((look, cell), width)| match cell {
            Cell::Text(typed) => look.line() * look.lines(typed, *width),
            Cell::Number(_) | Cell::Day(_) | Cell::Empty | Cell::Room(_) => look.line(),
        });
        heights.max().unwrap_or_default().min(HIGHEST)
    }
}

/// Writes a cell. Nothing is left to the library to guess: a text that begins as a formula or a link
/// stays a text.
fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    look: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(typed) if !typed.is_empty() => {
            let typed = text::one_cell(typed);
            match text::taken_for_formatted(&typed) {
                Some(escaped) => sheet.write_rich_string_with_format(
                    row,
                    column,
                    &[(&Format::default(), &escaped)],
                    look,
                )?,
                None => sheet.write_string_with_format(row, column, typed, look)?,
            };
        }
        Cell::Number(number) => {
            sheet.write_number_with_format(row, column, *number, look)?;
        }
        Cell::Day(day) => match ExcelDateTime::from_ymd(day.year, day.month, day.day) {
            Ok(day) => {
                sheet.write_datetime_with_format(row, column, &day, look)?;
            }
            // The days of spreadsheets begin in 1900.
            Err(_) => {
                sheet.write_string_with_format(row, column, day.iso(), look)?;
            }
        },
        Cell::Room(_) => {
            sheet.write_blank(row, column, look)?;
        }
        Cell::Text(_) | Cell::Empty => {}
    }
    Ok(())
}

/// The look of a cell of a table.
fn look(cell: &Cell) -> Look {
    match cell {
        Cell::Text(_) | Cell::Number(_) | Cell::Empty => Look::Text,
        Cell::Day(_) => Look::Day,
        Cell::Room(Room::Words) => Look::Words,
        Cell::Room(Room::Choice) => Look::Choice,
    }
}

/// Whether a copy carries codes and marks of its own: one for sharing does not.
pub(super) fn is_own(report: &Report) -> bool {
    match report.edition {
        Edition::Complete | Edition::Blank | Edition::Example => true,
        Edition::Sharing => false,
    }
}
