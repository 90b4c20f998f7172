//! A sheet that was saved as text: CSV (RFC 4180), with commas, semicolons or tabs between its cells, in
//! UTF-8, or in UTF-16 as spreadsheets write *Unicode text*. There is one table in such a file, and no
//! comment, colour or formula.

use domain::job::OpenFault;
use domain::sheet::filled::FilledCell;

use super::cells::{Cells, Sheet, Workbook};

/// What the one sheet is called: its file has no name for it.
const NAME: &str = "CSV";

/// The table in these bytes.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, OpenFault> {
    let text = decoded(bytes)?;
    if text.contains('\0') {
        return Err(OpenFault::NotASaveFile);
    }
    let mut cells = Cells::default();
    for (row, line) in (0..).zip(records(&text, separator(&text))) {
        for (column, text) in (0..).zip(line) {
            cells.add((row, column), Some(FilledCell::Text(text)))?;
        }
    }
    Ok(Workbook { sheets: vec![Sheet { name: NAME.to_owned(), rows: cells.rows(), comments: 0 }] })
}

fn decoded(bytes: &[u8]) -> Result<String, OpenFault> {
    let wide = |read: fn([u8; 2]) -> u16| {
        let (units, rest) = bytes.as_chunks();
        let units: Vec<u16> = units.iter().skip(1).map(|unit| read(*unit)).collect();
        let text = String::from_utf16(&units).ok().filter(|_| rest.is_empty());
        text.ok_or(OpenFault::OldEncoding)
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            // Pictures and programs hold what no text does.
            let is_text = bytes.iter().all(|byte| *byte >= b' ' || b"\t\r\n".contains(byte));
            let fault = if is_text { OpenFault::OldEncoding } else { OpenFault::NotASaveFile };
            String::from_utf8(bytes.to_vec()).map_err(|_| fault)
        }
    }
}

/// What stands between the cells: whichever of the three the first line has most of.
fn separator(text: &str) -> char {
    let first = text.lines().next().unwrap_or_default();
    let often = |separator: &char| first.matches(*separator).count();
    [',', '\t', ';'].into_iter().max_by_key(often).unwrap_or(',')
}

/// The cells of each line. Between quotation marks stand separators and ends of lines, too.
fn records(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let (mut record, mut cell, mut is_quoted) = (Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' if !is_quoted => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            letter if letter == separator && !is_quoted => record.push(std::mem::take(&mut cell)),
            letter => cell.push(letter),
        }
    }
    record.push(cell);
    records.push(record);
    records
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_divided_whichever_sign_stands_between_them() {
        let wanted =
            vec![vec!["a".to_owned(), "b,\n\"c\"".to_owned()], vec!["d".into(), "".into()]];
        for separator in [",", ";", "\t"] {
            let text = format!("a{separator}\"b,\r\n\"\"c\"\"\"\r\nd{separator}");
            let separator = separator.chars().next().unwrap_or_default();
            assert_eq!(records(&text, separator), wanted, "{text}");
        }
        assert_eq!(separator("a;b, c;d\n,,,,"), ';');
        assert_eq!(separator("a\tb\n"), '\t');
    }

    #[test]
    fn text_is_unicode_or_refused() {
        assert_eq!(decoded(b"\xef\xbb\xbfn\xc3\xb1"), Ok("ñ".replace('ñ', "nñ")));
        assert_eq!(decoded(b"\xff\xfea\0\xf1\0"), Ok("añ".to_owned()));
        assert_eq!(decoded(b"\xfe\xff\0a\0\xf1"), Ok("añ".to_owned()));
        assert_eq!(decoded(b"Don\x92t know"), Err(OpenFault::OldEncoding));
        assert_eq!(decoded(b"\x89PNG\0\xff"), Err(OpenFault::NotASaveFile));
        assert_eq!(decoded(b"\xff\xfea\0\xf1"), Err(OpenFault::OldEncoding));
    }
}
