//! What stands in the cells of a sheet (18.3.1), and the texts that they share (18.4).

use super::elements::{Piece, pieces};

/// More rows than any sheet of questions has, with room for what people add.
const MOST_ROWS: usize = 5_000;

/// A row that holds something.
pub(super) struct Row {
    /// Its number, from 1.
    pub(super) number: u32,
    /// Its cells that hold something, each with its column, from 0.
    pub(super) cells: Vec<(usize, Cell)>,
}

/// What a cell holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// A text, or something that reads as one.
    Text(String),
    /// A number as the file has it.
    Number(String),
    /// A formula.
    Formula,
}

impl Row {
    /// The cell in a column.
    pub(super) fn cell(&self, at: usize) -> Option<&Cell> {
        self.cells.iter().find(|(found, _)| *found == at).map(|(_, cell)| cell)
    }

    /// Its text or number.
    pub(super) fn text(&self, at: usize) -> Option<&str> {
        match self.cell(at)? {
            Cell::Text(text) | Cell::Number(text) => Some(text),
            Cell::Formula => None,
        }
    }
}

impl Cell {
    /// Whether it holds this text.
    pub(super) fn is(&self, text: &str) -> bool {
        matches!(self, Self::Text(found) if found.trim() == text.trim() && !text.is_empty())
    }
}

/// The texts that cells share, in their order.
pub(super) fn shared_texts(xml: &str) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    let mut text = Text::default();
    for piece in pieces(xml)? {
        if matches!(&piece, Piece::Begins(element) if element.name == "si") {
            text = Text::default();
        }
        text.take(&piece);
        if matches!(&piece, Piece::Ends(name) if name == "si") {
            texts.push(text.done());
        }
    }
    Some(texts)
}

/// The rows that hold something.
pub(super) fn rows(xml: &str, texts: &[String]) -> Option<Vec<Row>> {
    let mut rows: Vec<Row> = Vec::new();
    let mut number = 0;
    let mut open: Option<Open> = None;
    let mut next = 0;
    for piece in pieces(xml)? {
        match &piece {
            Piece::Begins(element) if element.name == "row" => {
                let said = element.attribute("r").and_then(|number| number.parse().ok());
                number = said.unwrap_or(number + 1);
                next = 0;
                rows.push(Row { number, cells: Vec::new() });
                if rows.len() > MOST_ROWS {
                    return None;
                }
            }
            Piece::Begins(element) if element.name == "c" => {
                let at = element.attribute("r").and_then(column).unwrap_or(next);
                next = at + 1;
                let kind = element.attribute("t").unwrap_or("n").to_owned();
                open = Some(Open { at, kind, ..Open::default() });
            }
            Piece::Ends(name) if name == "c" => {
                if let (Some(open), Some(row)) = (open.take(), rows.last_mut()) {
                    let at = open.at;
                    row.cells.extend(open.cell(texts).map(|cell| (at, cell)));
                }
            }
            piece => {
                if let Some(open) = &mut open {
                    open.take(piece);
                }
            }
        }
    }
    rows.retain(|row| !row.cells.is_empty());
    Some(rows)
}

/// A cell being read.
#[derive(Default)]
struct Open {
    at: usize,
    kind: String,
    has_formula: bool,
    is_value: bool,
    value: String,
    text: Text,
}

impl Open {
    fn take(&mut self, piece: &Piece) {
        match piece {
            Piece::Begins(element) if element.name == "f" => self.has_formula = true,
            Piece::Begins(element) if element.name == "v" => self.is_value = true,
            Piece::Ends(name) if name == "v" => self.is_value = false,
            Piece::Text(text) if self.is_value => self.value.push_str(text),
            piece => self.text.take(piece),
        }
    }

    fn cell(self, texts: &[String]) -> Option<Cell> {
        if self.has_formula {
            return Some(Cell::Formula);
        }
        let text = match &*self.kind {
            "s" => texts.get(self.value.trim().parse::<usize>().ok()?)?.clone(),
            "inlineStr" => self.text.done(),
            "n" if !self.value.trim().is_empty() => {
                return Some(Cell::Number(self.value.trim().to_owned()));
            }
            _ => unescaped(&self.value),
        };
        (!text.trim().is_empty()).then_some(Cell::Text(text))
    }
}

/// A text that may be divided into runs (18.4.4). How it is pronounced is no part of it (18.4.6).
#[derive(Default)]
struct Text {
    is_text: bool,
    is_aside: bool,
    text: String,
}

impl Text {
    fn take(&mut self, piece: &Piece) {
        match piece {
            Piece::Begins(element) if element.name == "rPh" => self.is_aside = true,
            Piece::Ends(name) if name == "rPh" => self.is_aside = false,
            Piece::Begins(element) if element.name == "t" => self.is_text = true,
            Piece::Ends(name) if name == "t" => self.is_text = false,
            Piece::Text(text) if self.is_text && !self.is_aside => self.text.push_str(text),
            Piece::Begins(_) | Piece::Ends(_) | Piece::Text(_) => {}
        }
    }

    fn done(&self) -> String {
        unescaped(&self.text)
    }
}

/// A text with `_x000A_` and the like as the letters they stand for (22.9.2.19).
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let letter = after.get(..4).filter(|_| after.get(4..5) == Some("_"));
        let letter = letter.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let letter = letter.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        match letter.and_then(char::from_u32) {
            Some(letter) => {
                plain.push(letter);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain.replace("\r\n", "\n").replace('\r', "\n")
}

/// The column of a place such as `AB12`, from 0.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase);
    let number =
        letters.take(4).fold(0, |number, letter| number * 26 + usize::from(letter - b'A') + 1);
    number.checked_sub(1)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use super::*;

    #[test]
    fn cells_of_all_kinds_are_read() {
        let xml = "<x:worksheet xmlns:x=\"a\"><x:sheetData><x:row r=\"4\">\
            <x:c r=\"A4\" t=\"s\"><x:v>1</x:v></x:c><x:c r=\"C4\"><x:v>3.5</x:v></x:c>\
            <x:c t=\"str\"><x:v>a &amp; b&#10;c</x:v></x:c><x:c t=\"inlineStr\"><x:is><x:r>\
            <x:t>in</x:t></x:r><x:r><x:t>line</x:t></x:r><x:rPh><x:t>not</x:t></x:rPh></x:is></x:c>\
            <x:c r=\"H4\"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r=\"I4\" s=\"3\"/></x:row>\
            <x:row><x:c t=\"b\"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>";
        let texts = ["zero".to_owned(), "one".to_owned()];
        let read = rows(xml, &texts).unwrap();
        let text = |text: &str| Cell::Text(text.to_owned());
        let [first, second] = &read[..] else { panic!() };
        assert_eq!((first.number, second.number), (4, 5));
        let wanted = [
            (0, text("one")),
            (2, Cell::Number("3.5".to_owned())),
            (3, text("a & b\nc")),
            (4, text("inline")),
            (7, Cell::Formula),
        ];
        assert_eq!(first.cells, wanted);
        assert_eq!(second.cells, [(0, text("1"))]);
    }

    #[test]
    fn what_is_no_xml_or_declares_something_is_refused() {
        assert!(rows("<worksheet><row></worksheet>", &[]).is_none());
        assert!(rows("<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>", &[]).is_none());
        assert!(rows("<worksheet>&nbsp;</worksheet>", &[]).is_none());
    }

    #[test]
    fn letters_by_number_are_letters() {
        assert_eq!(unescaped("a_x000D__x000A_b_x005F_x0041_ _x00_"), "a\nb_x0041_ _x00_");
    }

    #[test]
    fn columns_are_counted() {
        assert_eq!(column("A1"), Some(0));
        assert_eq!(column("AB12"), Some(27));
        assert_eq!(column("12"), None);
    }
}
