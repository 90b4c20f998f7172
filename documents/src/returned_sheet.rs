//! Reads sheets of questions that were made here, filled in with another program, and came back, in
//! whichever format that program saves: XLSX, ODS, XLS or CSV.
//!
//! A sheet is found by what stands on the one that lists its words; where that is gone, by the questions
//! that its rows name. Whatever else holds something in the workbook is counted and named, so that nothing
//! is passed over in silence. What is read is not believed yet: see [`domain::sheet::proposal`].

mod bounds;
mod cells;
mod columns;
mod comments;
mod known;
mod locked;
mod ods_bounds;
mod text_table;
mod workbook;
mod xls_bounds;

use std::collections::BTreeMap;

use bounds::within;
use cells::{Row, Sheet};
use columns::{Found, Heads, Table};
use domain::bank::Bank;
use domain::bounds::sheet::QUESTIONS;
use domain::count::count;
use domain::job::{OpenFault, TooMuch};
use domain::sheet::container::Container;
use domain::sheet::filled::{Filled, FilledRow};
use domain::sheet::record::CameAs;
use domain::sheet::unread::{ColumnPlace, Guessed, Unread, UnreadPlace};
use domain::sheet::words::{Column, Words};
use domain::sheet::{FORMAT, VERSION};
use known::{Known, plain};

use crate::json::not_newer;

/// The sheet in these bytes.
///
/// # Errors
/// What [`workbook::open`] says of them; [`OpenFault::NotASheet`] where they are none of ours,
/// [`OpenFault::NotASaveFile`] where they are a text that is none; [`OpenFault::Newer`],
/// [`OpenFault::NewerBank`] and [`OpenFault::OtherCatalogue`] where they are one of a newer version,
/// of a newer bank or of another one.
pub(crate) fn read(bytes: &[u8], bank: &Bank) -> Result<Filled, OpenFault> {
    let none = match Container::of(bytes) {
        Some(Container::Text) => OpenFault::NotASaveFile,
        Some(Container::Archive | Container::CompoundFile) | None => OpenFault::NotASheet,
    };
    let workbook = workbook::open(bytes)?;
    let ours = words(&Words::of(&bank.texts));
    let listing = workbook.sheets.iter().find_map(Listing::of);
    let mut filled = match &listing {
        Some(listing) => listing.filled(bank)?,
        None => Filled {
            came_as: CameAs::Unsaid,
            catalogue: bank.catalogue.id.to_string(),
            catalogue_version: bank.catalogue.version.to_string(),
            subject: String::new(),
            words: ours.clone(),
            rows: Vec::new(),
            unread: Vec::new(),
            guessed: Vec::new(),
        },
    };
    let listed = listing.as_ref().map(|listing| &*listing.pairs).unwrap_or_default();
    let reading = Reading {
        heads: Heads::of(listed, &ours),
        known: Known::of(bank),
        words: &ours,
        listing: listing.as_ref(),
    };
    for (at, sheet) in workbook.sheets.iter().enumerate() {
        reading.take(sheet, at == 0, &mut filled);
    }
    // Each of them is shown: at 20,000 the page stood still for seven seconds.
    within(filled.rows.len(), QUESTIONS, TooMuch::Questions).map_err(OpenFault::TooMuch)?;
    if filled.rows.is_empty() {
        return Err(none);
    }
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

/// How it names the sum of a text that stands on the overview, so that what people write there is told from
/// what stood there.
pub(crate) const OVERVIEW: &str = "overview";

/// Since this version of the format a sheet for somebody says its number.
const NUMBERED: u32 = 2;

/// The sum by which a text of the overview is known again, whatever programs make of its blanks.
pub(crate) fn sum(text: &str) -> u32 {
    crc32fast::hash(plain(text).as_bytes())
}

/// All words, each with its name.
fn words(of: &Words) -> Vec<(String, String)> {
    let all =
        [&of.columns, &of.instead, &of.states, &of.effects, &of.known, &of.kinds, &of.sureness];
    let all = of.sheets.iter().chain(all.into_iter().flatten());
    all.map(|word| (word.name.to_owned(), word.text.clone())).collect()
}

/// The sheet that lists words.
struct Listing {
    /// Its name in the workbook.
    sheet: String,
    /// Where its names stand: the words stand beside them.
    column: u32,
    pairs: Vec<(String, String)>,
}

impl Listing {
    fn of(sheet: &Sheet) -> Option<Self> {
        let column = sheet.rows.iter().find_map(|row| {
            row.texts().find(|(_, text)| text.trim() == FORMAT).map(|(column, _)| column)
        })?;
        let pair = |row: &Row| {
            let said = |at| row.text(at).map(|text| text.trim().to_owned());
            Some((said(column)?, said(column + 1)?))
        };
        let pairs = sheet.rows.iter().filter_map(pair).collect();
        Some(Self { sheet: sheet.name.clone(), column, pairs })
    }

    fn said(&self, name: &str) -> &str {
        let found = self.pairs.iter().find(|(found, _)| found == name);
        found.map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    /// What it says of the sheet, without rows.
    fn filled(&self, bank: &Bank) -> Result<Filled, OpenFault> {
        let found: u32 = self.said(FORMAT).parse().map_err(|_| OpenFault::NotASheet)?;
        if found > VERSION {
            return Err(OpenFault::Newer { found, newest: VERSION });
        }
        if self.said(CATALOGUE) != &*bank.catalogue.id {
            return Err(OpenFault::OtherCatalogue(self.said(CATALOGUE).to_owned()));
        }
        not_newer(self.said(CATALOGUE_VERSION), &bank.catalogue)?;
        let came_as = match self.said(NUMBER).parse() {
            Ok(number) => CameAs::Numbered(number),
            Err(_) if found < NUMBERED => CameAs::Earlier,
            Err(_) => CameAs::Blank,
        };
        Ok(Filled {
            came_as,
            catalogue: self.said(CATALOGUE).to_owned(),
            catalogue_version: self.said(CATALOGUE_VERSION).to_owned(),
            subject: self.said(SUBJECT).to_owned(),
            words: self.pairs.clone(),
            rows: Vec::new(),
            unread: Vec::new(),
            guessed: Vec::new(),
        })
    }

    /// Whether a cell of it is ours: a name, or what stands beside one.
    fn is_ours(&self, row: &Row, at: u32, words: &[(String, String)]) -> bool {
        let names = [FORMAT, CATALOGUE, CATALOGUE_VERSION, SUBJECT, NUMBER, OVERVIEW];
        let is_name = |text: &str| {
            let text = text.trim();
            names.contains(&text)
                || text.parse::<u8>().is_ok()
                || words.iter().any(|(name, _)| name == text)
        };
        [self.column, self.column + 1].contains(&at) && row.text(self.column).is_some_and(is_name)
    }

    /// Whether the overview said this as it went out. Sheets of before that list nothing of it.
    fn has_overview(&self) -> bool {
        self.pairs.iter().any(|(name, _)| name == OVERVIEW)
    }

    fn is_of_overview(&self, text: &str) -> bool {
        let sum = sum(text).to_string();
        self.pairs.iter().any(|(name, found)| name == OVERVIEW && *found == sum)
    }
}

/// What a workbook is read with.
struct Reading<'a> {
    heads: Heads,
    known: Known,
    words: &'a [(String, String)],
    listing: Option<&'a Listing>,
}

impl Reading<'_> {
    /// Takes in what stands on a sheet.
    fn take(&self, sheet: &Sheet, is_first: bool, filled: &mut Filled) {
        let mut unread = Count { sheet: &sheet.name, found: Vec::new() };
        unread.add(UnreadPlace::Comments, sheet.comments);
        if let Some(listing) = self.listing.filter(|listing| listing.sheet == sheet.name) {
            let cells =
                cells(&sheet.rows).filter(|(row, at)| !listing.is_ours(row, *at, self.words));
            unread.add(UnreadPlace::Sheet, count(cells.count()));
        } else if let Some(table) = columns::table(&sheet.rows, &self.heads, &self.known)
            .filter(|table| self.listing.is_some() || table.says_that_it_is_ours())
        {
            self.rows_of(sheet, &table, &mut unread, filled);
        } else {
            let is_ours = |row: &Row, at: u32| match self.listing {
                Some(listing) if listing.has_overview() => {
                    row.text(at).is_some_and(|text| listing.is_of_overview(text))
                }
                // It had two columns, and stood first.
                Some(_) => is_first && at < 2,
                None => false,
            };
            let cells = cells(&sheet.rows).filter(|(row, at)| !is_ours(row, *at));
            unread.add(UnreadPlace::Sheet, count(cells.count()));
        }
        filled.unread.append(&mut unread.found);
    }

    fn rows_of(&self, sheet: &Sheet, table: &Table, unread: &mut Count<'_>, filled: &mut Filled) {
        let heads = table.heads.and_then(|at| sheet.rows.get(at));
        let place = |at: u32| ColumnPlace {
            letters: letters(at),
            head: heads.and_then(|row| row.text(at)).unwrap_or_default().trim().to_owned(),
        };
        let guessed = table.columns.iter().filter(|(_, (_, found))| *found == Found::ByPlace);
        let guessed: Vec<(u32, Column)> = guessed.map(|(at, (column, _))| (*at, *column)).collect();
        let mut beside: BTreeMap<u32, u32> = BTreeMap::new();
        for (at, row) in sheet.rows.iter().enumerate() {
            if table.heads.is_some_and(|heads| at < heads) && !self.known.names(row) {
                unread.add(UnreadPlace::AboveHeads, count(row.cells.len()));
                continue;
            }
            let is_heads = table.heads == Some(at);
            for (column, _) in row.cells.iter().filter(|(at, _)| !table.columns.contains_key(at)) {
                // What stands in the row of heads is a head, and tells nothing by itself.
                *beside.entry(*column).or_default() += u32::from(!is_heads);
            }
            if is_heads {
                continue;
            }
            let cell = |(column, cell): &(u32, _)| {
                Some((table.columns.get(column)?.0, Clone::clone(cell)))
            };
            let cells: Vec<_> = row.cells.iter().filter_map(cell).collect();
            if !cells.is_empty() {
                filled.rows.push(FilledRow {
                    sheet: sheet.name.clone(),
                    number: row.number,
                    cells,
                    guessed: guessed.iter().map(|(_, column)| *column).collect(),
                });
            }
        }
        for (at, cells) in beside {
            // A head with nothing below it may be somebody's remark.
            unread.add(UnreadPlace::Column(place(at)), cells.max(1));
        }
        let word = |column: Column| {
            let found = self.words.iter().find(|(name, _)| name == column.name());
            found.map(|(_, text)| text.clone()).unwrap_or_default()
        };
        let guessed = guessed.into_iter().filter(|(_, column)| column.is_filled_in());
        filled.guessed.extend(guessed.map(|(at, column)| Guessed {
            sheet: sheet.name.clone(),
            place: place(at),
            read_as: word(column),
        }));
    }
}

/// What is not read of a sheet.
struct Count<'a> {
    sheet: &'a str,
    found: Vec<Unread>,
}

impl Count<'_> {
    fn add(&mut self, place: UnreadPlace, count: u32) {
        match self.found.iter_mut().find(|found| found.place == place) {
            Some(found) => found.count += count,
            None if count > 0 => {
                self.found.push(Unread { sheet: self.sheet.to_owned(), place, count });
            }
            None => {}
        }
    }
}

/// All cells, each with its row and its column.
fn cells(rows: &[Row]) -> impl Iterator<Item = (&Row, u32)> {
    rows.iter().flat_map(|row| row.cells.iter().map(move |(at, _)| (row, *at)))
}

/// How spreadsheets call a column.
fn letters(column: u32) -> String {
    let letter = char::from_digit(column % 26 + 10, 36).unwrap_or_default().to_ascii_uppercase();
    match column / 26 {
        0 => letter.to_string(),
        before => letters(before - 1) + &letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        let names =
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")];
        for (column, name) in names {
            assert_eq!(letters(column), name);
        }
    }
}
