//! A sheet: cells, and how they are shown and printed.

use domain::date::Date;
use domain::report::{Edition, Report};
use domain::texts::Direction;

use super::chart::Chart;
use super::places::{cells_of, letters};
use super::styles::Style;
use super::text;
use crate::days;
use crate::package::XML;

/// A4, as the format counts kinds of paper.
const A4: u8 = 9;

/// What a column is wider than the digits that it holds: room at both sides (18.3.1.13).
const ROOM: f64 = 0.710_937_5;

/// The most that a row is high, in points (*Excel specifications and limits*).
const HIGHEST: u32 = 409;

/// The longest list of words that stands in a formula (*Excel specifications and limits*).
const LONGEST_LIST: usize = 255;

/// So many empty rows below a table take the same words as those in it.
const ROWS_BELOW: usize = 200;

/// A sheet of a workbook.
pub(super) struct Sheet {
    /// Its name, as [`text::sheet_name`] makes it.
    pub(super) name: String,
    /// How wide columns are, in digits.
    widths: Vec<u32>,
    rows: Vec<Vec<(Style, Cell)>>,
    kind: Kind,
    /// Cells that take one of some words.
    choices: Vec<Choice>,
    /// Bars below the table.
    pub(super) chart: Option<Chart>,
}

/// Cells that take one of some words, or nothing (18.3.1.32).
struct Choice {
    /// Which cells, as a list of ranges.
    cells: String,
    /// Where the words are, as a formula.
    words: String,
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
    pub(super) fn page(name: &str, widths: Vec<u32>, rows: Vec<Vec<(Style, Cell)>>) -> Self {
        Self {
            name: text::sheet_name(name),
            widths,
            rows,
            kind: Kind::Page,
            choices: Vec::new(),
            chart: None,
        }
    }

    /// A sheet with one table.
    pub(super) fn table(name: &str, columns: &[Column<'_>], rows: Vec<Vec<Cell>>) -> Self {
        let heads = columns.iter().map(|column| Cell::Text(column.head.to_owned()));
        let mut all = vec![heads.map(|head| (Style::Head, head)).collect::<Vec<_>>()];
        let styled = |row: Vec<Cell>| row.into_iter().map(|cell| (style(&cell), cell)).collect();
        all.extend(rows.into_iter().map(styled));
        Self {
            name: text::sheet_name(name),
            widths: columns.iter().map(|column| column.width).collect(),
            rows: all,
            kind: Kind::Table,
            choices: Vec::new(),
            chart: None,
        }
    }

    /// A sheet that nobody is shown.
    pub(super) fn hidden(name: &str, rows: Vec<Vec<Cell>>) -> Self {
        const WIDTHS: [u32; 2] = [26, 40];
        let styled = |row: Vec<Cell>| row.into_iter().map(|cell| (style(&cell), cell)).collect();
        let rows = rows.into_iter().map(styled).collect();
        Self { kind: Kind::Hidden, ..Self::page(name, WIDTHS.to_vec(), rows) }
    }

    /// Whether nobody is shown it.
    pub(super) fn is_hidden(&self) -> bool {
        matches!(self.kind, Kind::Hidden)
    }

    /// Lets the cells of a column, those of some empty rows below included, take one of these words
    /// (18.3.1.33). Words that cannot stand in such a list leave the cells free.
    pub(super) fn choosing(self, column: usize, words: &[String]) -> Self {
        let list = words.join(",");
        let is_list = words.iter().all(|word| !word.contains([',', '"']));
        if !is_list || list.encode_utf16().count() > LONGEST_LIST {
            return self;
        }
        let cells = cells_of(column, 2, self.rows.len() + ROWS_BELOW);
        self.choosing_from(cells, format!("\"{list}\""))
    }

    /// Lets these cells take one of the words that stand where the formula says.
    pub(super) fn choosing_from(mut self, cells: String, words: String) -> Self {
        if !cells.is_empty() {
            self.choices.push(Choice { cells, words });
        }
        self
    }

    /// The range of the whole table, for its filter.
    pub(super) fn filtered(&self) -> Option<String> {
        match self.kind {
            Kind::Page | Kind::Hidden => None,
            Kind::Table => Some(format!("$A$1:${}${}", self.last_column(), self.rows.len())),
        }
    }

    fn last_column(&self) -> String {
        letters(self.widths.len().saturating_sub(1))
    }

    /// The part of the package (18.3.1.99). The order of its elements is that of the format.
    pub(super) fn xml(&self, report: &Report, is_first: bool) -> String {
        let mut xml = format!(
            "{XML}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
             <sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"A1:{}{}\"/>",
            self.last_column(),
            self.rows.len(),
        );
        self.view(report, is_first, &mut xml);
        xml.push_str("<sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (at, width) in self.widths.iter().enumerate() {
            let (at, width) = (at + 1, f64::from(*width) + ROOM);
            xml.push_str(&format!(
                "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>"
            ));
        }
        xml.push_str("</cols><sheetData>");
        for (at, row) in self.rows.iter().enumerate() {
            self.cells(at + 1, row, &mut xml);
        }
        xml.push_str("</sheetData>");
        let orientation = match self.filtered() {
            Some(range) => {
                let range = range.replace('$', "");
                xml.push_str(&format!("<autoFilter ref=\"{range}\"/>"));
                "landscape"
            }
            None => "portrait",
        };
        self.chosen(&mut xml);
        // A chart is not divided between pages.
        let pages = u8::from(self.chart.is_some());
        xml.push_str(&format!(
            "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" \
             header=\"0.3\" footer=\"0.3\"/>\
             <pageSetup paperSize=\"{A4}\" fitToHeight=\"{pages}\" orientation=\"{orientation}\"/>\
             <headerFooter><oddFooter>{}</oddFooter></headerFooter>",
            text::escaped(&format!("&L{}&R&P / &N", text::foot(&report.running))),
        ));
        if self.chart.is_some() {
            xml.push_str("<drawing r:id=\"r1\"/>");
        }
        xml.push_str("</worksheet>");
        xml
    }

    fn cells(&self, number: usize, row: &[(Style, Cell)], xml: &mut String) {
        if row.is_empty() {
            return;
        }
        xml.push_str(&format!("<row r=\"{number}\" ht=\"{}\">", self.height(row)));
        for (at, (style, cell)) in row.iter().enumerate() {
            let place = format!("<c r=\"{}{number}\" s=\"{}\"", letters(at), style.number());
            match cell {
                Cell::Text(typed) if !typed.is_empty() => xml.push_str(&format!(
                    "{place} t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    text::escaped(&text::one_cell(typed)),
                )),
                Cell::Number(number) => xml.push_str(&format!("{place}><v>{number}</v></c>")),
                Cell::Day(day) => {
                    xml.push_str(&format!("{place}><v>{}</v></c>", days::serial(*day)))
                }
                Cell::Room(_) => xml.push_str(&format!("{place}/>")),
                Cell::Text(_) | Cell::Empty => {}
            }
        }
        xml.push_str("</row>");
    }

    fn chosen(&self, xml: &mut String) {
        if self.choices.is_empty() {
            return;
        }
        xml.push_str(&format!("<dataValidations count=\"{}\">", self.choices.len()));
        for Choice { cells, words } in &self.choices {
            xml.push_str(&format!(
                "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" \
                 sqref=\"{cells}\"><formula1>{}</formula1></dataValidation>",
                text::escaped(words),
            ));
        }
        xml.push_str("</dataValidations>");
    }

    /// How high a row is, in points: some spreadsheets do not work it out from wrapped text by
    /// themselves. It is not marked as set by hand, so it follows when somebody types.
    fn height(&self, row: &[(Style, Cell)]) -> u32 {
        let heights = row.iter().zip(&self.widths).map(|((style, cell), width)| match cell {
            Cell::Text(typed) => style.line() * style.lines(typed, *width),
            Cell::Number(_) | Cell::Day(_) | Cell::Empty | Cell::Room(_) => style.line(),
        });
        heights.max().unwrap_or_default().min(HIGHEST)
    }

    fn view(&self, report: &Report, is_first: bool, xml: &mut String) {
        let turned = match report.direction {
            Direction::RightToLeft => " rightToLeft=\"1\"",
            Direction::LeftToRight => "",
        };
        let selected = if is_first { " tabSelected=\"1\"" } else { "" };
        let pane = match self.kind {
            Kind::Page | Kind::Hidden => "",
            Kind::Table => {
                "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" \
                 state=\"frozen\"/><selection pane=\"bottomLeft\"/>"
            }
        };
        xml.push_str(&format!(
            "<sheetViews><sheetView{turned}{selected} workbookViewId=\"0\">{pane}</sheetView>\
             </sheetViews>"
        ));
    }
}

/// The look of a cell of a table.
fn style(cell: &Cell) -> Style {
    match cell {
        Cell::Text(_) | Cell::Number(_) | Cell::Empty => Style::Text,
        Cell::Day(_) => Style::Day,
        Cell::Room(Room::Words) => Style::Words,
        Cell::Room(Room::Choice) => Style::Choice,
    }
}

/// Whether a copy carries codes and marks of its own: one for sharing does not.
pub(super) fn is_own(report: &Report) -> bool {
    match report.edition {
        Edition::Complete | Edition::Blank | Edition::Example => true,
        Edition::Sharing => false,
    }
}
