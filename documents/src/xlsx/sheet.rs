//! A sheet: cells, and how they are shown and printed.

use std::ops::RangeInclusive;

use domain::job::Date;
use domain::report::{Copy, Report};
use domain::texts::Direction;

use super::chart::Chart;
use super::styles::Style;
use super::text;
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

/// Cells of a column that take one of some words, or nothing (18.3.1.32).
struct Choice {
    column: usize,
    /// Rows, counted from 1.
    rows: RangeInclusive<usize>,
    /// Where the words are, as a formula.
    words: String,
}

/// How a sheet is read.
enum Kind {
    /// Line by line.
    Page,
    /// As a table: its head stays in sight and on each page, and every column can be filtered.
    Table,
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

    /// Lets the cells of a column, those of some empty rows below included, take one of these words
    /// (18.3.1.33). Words that cannot stand in such a list leave the cells free.
    pub(super) fn choosing(mut self, column: usize, words: &[String]) -> Self {
        let list = words.join(",");
        let is_list = words.iter().all(|word| !word.contains([',', '"']));
        if is_list && list.encode_utf16().count() <= LONGEST_LIST {
            let rows = 2..=self.rows.len() + ROWS_BELOW;
            self.choices.push(Choice { column, rows, words: format!("\"{list}\"") });
        }
        self
    }

    /// The range of the whole table, for its filter.
    pub(super) fn filtered(&self) -> Option<String> {
        match self.kind {
            Kind::Page => None,
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
        xml.push_str(&format!(
            "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" \
             header=\"0.3\" footer=\"0.3\"/>\
             <pageSetup paperSize=\"{A4}\" fitToHeight=\"0\" orientation=\"{orientation}\"/>\
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
                Cell::Day(day) => xml.push_str(&format!("{place}><v>{}</v></c>", serial(*day))),
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
        for Choice { column, rows, words } in &self.choices {
            let (column, first, last) = (letters(*column), rows.start(), rows.end());
            xml.push_str(&format!(
                "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" \
                 sqref=\"{column}{first}:{column}{last}\"><formula1>{}</formula1>\
                 </dataValidation>",
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
            Cell::Number(_) | Cell::Day(_) | Cell::Empty => style.line(),
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
            Kind::Page => "",
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
    }
}

/// A day as spreadsheets count them: since the last but one of 1899 (18.17.4.1). Good from March
/// 1900 on.
fn serial(day: Date) -> i64 {
    // Years that begin in March, so that the day that comes and goes is the last of one.
    let (month, day_of_month) = (i64::from(day.month), i64::from(day.day));
    let year = i64::from(day.year) - i64::from(month < 3);
    let months = (month + 9) % 12;
    let days = (153 * months + 2) / 5 + day_of_month - 1;
    const FROM_MARCH_OF_YEAR_0: i64 = 693_899;
    year * 365 + year / 4 - year / 100 + year / 400 + days - FROM_MARCH_OF_YEAR_0
}

/// The letter of a column; there are never more than twenty.
pub(super) fn letters(place: usize) -> String {
    let letter = u32::try_from(place).ok().and_then(|place| char::from_u32(u32::from('A') + place));
    letter.unwrap_or('Z').to_string()
}

/// Whether a copy carries codes and marks of its own: one for sharing does not.
pub(super) fn is_own(report: &Report) -> bool {
    match report.copy {
        Copy::Complete | Copy::Blank | Copy::Example => true,
        Copy::Sharing => false,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_spreadsheets_count_them() {
        for (day, number) in [
            ("1900-03-01", 61),
            ("1970-01-01", 25_569),
            ("2000-02-29", 36_585),
            ("2026-11-24", 46_350),
            ("2026-12-31", 46_387),
            ("2027-01-01", 46_388),
        ] {
            assert_eq!(serial(Date::parse(day).unwrap()), number, "{day}");
        }
    }
}
