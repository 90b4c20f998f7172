//! What an OpenDocument spreadsheet (ISO/IEC 26300) may cost. It can say that a cell, a row or a
//! space stands there a million times, and the library writes each of them out; so what would be
//! written out is counted before it reads one. It also counts on XML that is whole.

use std::io::Read as _;

use domain::bounds::sheet::WRITTEN_OUT;
use domain::job::{OpenFault, TooMuch};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::archive::limits::Archive;

/// Where the cells stand.
const CONTENT: &str = "content.xml";

/// Where it stands which files are encrypted.
const MANIFEST: &str = "META-INF/manifest.xml";

/// How it says there that a file is encrypted (ODF 1.2, part 3, 4.4).
const ENCRYPTED: &str = "encryption-data";

/// What a place in a table takes, empty or not, in bytes: its value and its formula.
const PLACE: u64 = 64;

/// Whether an archive says that it is a document of this kind: no other workbook names its type so.
pub(super) fn is_one(archive: &Archive<'_>) -> bool {
    archive.index_for_name("mimetype").is_some()
}

/// Looks whether a document can be read.
///
/// # Errors
/// Where it is encrypted, not whole, or would be more than is read when it is written out.
pub(super) fn check(archive: &mut Archive<'_>) -> Result<(), OpenFault> {
    const DAMAGED: OpenFault = OpenFault::DamagedWorkbook;
    let manifest = text(archive, MANIFEST).ok_or(DAMAGED)?;
    if manifest.contains(ENCRYPTED) {
        return Err(OpenFault::Protected);
    }
    written_out(&manifest).ok_or(DAMAGED)?;
    let content = text(archive, CONTENT).ok_or(DAMAGED)?;
    let bytes = written_out(&content).ok_or(DAMAGED)?;
    let is_read = bytes <= WRITTEN_OUT;
    if is_read { Ok(()) } else { Err(OpenFault::TooMuch(TooMuch::Unpacked)) }
}

/// A file of an archive as text. None where it is not there, or none.
pub(super) fn text(archive: &mut Archive<'_>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

/// Whether XML is whole, and declares nothing.
pub(super) fn is_whole(xml: &str) -> bool {
    written_out(xml).is_some()
}

/// How many bytes tables take when they are written out. None where the XML is not whole, or
/// declares something.
fn written_out(xml: &str) -> Option<u64> {
    let mut reader = Reader::from_str(xml);
    let mut count = Count::default();
    let mut open = 0_u32;
    loop {
        let at = reader.buffer_position();
        match reader.read_event().ok()? {
            Event::Start(element) => {
                open += 1;
                count.begins(&element, at)?;
            }
            Event::Empty(element) => {
                count.begins(&element, at)?;
                count.ends(element.name().as_ref(), reader.buffer_position());
            }
            Event::End(element) => {
                open = open.checked_sub(1)?;
                count.ends(element.name().as_ref(), reader.buffer_position());
            }
            Event::DocType(_) => return None,
            Event::Eof => return (open == 0).then_some(count.bytes),
            Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::GeneralRef(_) => {}
        }
    }
}

/// What has been counted so far.
#[derive(Default)]
struct Count {
    bytes: u64,
    table: Table,
    row: Row,
    cell: Cell,
}

#[derive(Default)]
struct Table {
    bytes: u64,
    /// Rows as far as the last that holds something, and those behind it.
    rows: u64,
    rows_behind: u64,
    /// Columns of its widest row.
    width: u64,
}

#[derive(Default)]
struct Row {
    repeated: u64,
    bytes: u64,
    /// Columns as far as the last that holds something, and those behind it.
    width: u64,
    behind: u64,
}

#[derive(Default)]
struct Cell {
    repeated: u64,
    holds_something: bool,
    /// Where it begins in the text, and how many spaces in it are only counted there.
    at: u64,
    spaces: u64,
}

impl Count {
    fn begins(&mut self, element: &BytesStart<'_>, at: u64) -> Option<()> {
        match element.name().as_ref() {
            "table:table" => self.table = Table::default(),
            "table:table-row" => {
                let repeated = number(element, "table:number-rows-repeated")?;
                self.row = Row { repeated, ..Row::default() };
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let repeated = number(element, "table:number-columns-repeated")?;
                let holds_something = element.attributes().flatten().any(|attribute| {
                    let name = attribute.key.as_ref();
                    name.starts_with("office:") || name == "table:formula"
                });
                self.cell = Cell { repeated, holds_something, at, spaces: 0 };
            }
            "text:s" => {
                let spaces = number(element, "text:c")?;
                self.cell.spaces = self.cell.spaces.saturating_add(spaces);
            }
            _ => {}
        }
        Some(())
    }

    fn ends(&mut self, name: &str, at: u64) {
        match name {
            "table:table-cell" | "table:covered-table-cell" => self.row.add(&self.cell, at),
            "table:table-row" => self.table.add(&self.row),
            "table:table" => {
                let places = self.table.rows.saturating_mul(self.table.width);
                let places = places.saturating_mul(PLACE);
                let table = self.table.bytes.saturating_add(places);
                self.bytes = self.bytes.saturating_add(table);
            }
            _ => {}
        }
    }
}

impl Row {
    fn add(&mut self, cell: &Cell, end: u64) {
        if !cell.holds_something {
            self.behind = self.behind.saturating_add(cell.repeated);
            return;
        }
        let columns = self.behind.saturating_add(cell.repeated);
        self.width = self.width.saturating_add(columns);
        self.behind = 0;
        let text = end.saturating_sub(cell.at).saturating_add(cell.spaces);
        self.bytes = self.bytes.saturating_add(text.saturating_mul(cell.repeated));
    }
}

impl Table {
    fn add(&mut self, row: &Row) {
        self.rows_behind = self.rows_behind.saturating_add(row.repeated);
        if row.width == 0 {
            return;
        }
        self.rows = self.rows.saturating_add(self.rows_behind);
        self.rows_behind = 0;
        self.width = self.width.max(row.width);
        self.bytes = self.bytes.saturating_add(row.bytes.saturating_mul(row.repeated));
    }
}

/// A number in an attribute, 1 where it is not there. None where it is no number, or where the
/// attributes are none.
fn number(element: &BytesStart<'_>, name: &str) -> Option<u64> {
    let mut found = 1;
    for attribute in element.attributes() {
        let attribute = attribute.ok()?;
        if attribute.key.as_ref() == name {
            found = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.parse().ok()?;
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &str) -> Option<u64> {
        written_out(&format!("<a><table:table>{rows}</table:table></a>"))
    }

    fn length(text: &str) -> u64 {
        text.len().try_into().unwrap_or_default()
    }

    #[test]
    fn empty_rows_and_cells_behind_the_last_that_hold_something_cost_nothing() {
        let cell = "<table:table-cell office:value-type=\"float\" office:value=\"3\"/>";
        let row = format!(
            "<table:table-row>{cell}<table:table-cell table:number-columns-repeated=\"16383\"/>\
             </table:table-row>"
        );
        let one = table(&row);
        assert_eq!(one, Some(PLACE + length(cell)));
        let empty = "<table:table-row table:number-rows-repeated=\"1048574\">\
                     <table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
        assert_eq!(table(&format!("{row}{empty}")), one);
        let two = Some(1_048_576 * PLACE + 2 * length(cell));
        assert_eq!(table(&format!("{row}{empty}{row}")), two);
    }

    #[test]
    fn what_is_said_to_stand_there_many_times_is_counted_as_often() {
        let cell = |columns: &str, spaces: &str| {
            format!(
                "<table:table-cell table:number-columns-repeated=\"{columns}\" \
                 office:value-type=\"string\"><text:p>a<text:s text:c=\"{spaces}\"/></text:p>\
                 </table:table-cell>"
            )
        };
        let row = |rows: &str, cell: &str| {
            table(&format!(
                "<table:table-row table:number-rows-repeated=\"{rows}\">{cell}</table:table-row>"
            ))
        };
        let one = cell("1", "5");
        assert_eq!(row("1", &one), Some(PLACE + length(&one) + 5));
        let many = cell("100", "5");
        assert_eq!(row("1000", &many), Some(100_000 * (PLACE + length(&many) + 5)));
        let far = cell("1", "9999999999999");
        assert_eq!(row("1", &far), Some(PLACE + length(&far) + 9_999_999_999_999));
        let most = u64::MAX.to_string();
        assert_eq!(row(&most, &cell(&most, &most)), Some(u64::MAX));
        assert_eq!(row("many", &one), None);
    }

    #[test]
    fn what_is_not_whole_or_declares_something_is_refused() {
        assert_eq!(written_out("<a><b/></a>"), Some(0));
        for broken in ["<a>", "<a></b>", "<a><b></a></b>", "</a>", "<!DOCTYPE a><a/>", "<a b=\"1"] {
            assert_eq!(written_out(broken), None, "{broken}");
        }
    }
}
