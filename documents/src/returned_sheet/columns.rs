//! Which column of a table is which: by its head, or else by what stands in it, or else by where it stands
//! between those that are found.

use std::collections::BTreeMap;

use domain::sheet::words::Column;

use super::cells::Row;
use super::known::{Known, plain};

/// The columns of a sheet of questions in their order. The two about a higher step came with version 3
/// of the format.
const QUESTIONS: [Column; 13] = [
    Column::Code,
    Column::Question,
    Column::Offered,
    Column::Answer,
    Column::ElsewhereStep,
    Column::ElsewherePlace,
    Column::Because,
    Column::Note,
    Column::Kind,
    Column::Place,
    Column::AsOf,
    Column::Sureness,
    Column::Id,
];

/// The columns of a sheet of tactics.
const TACTICS: [Column; 9] = [
    Column::Code,
    Column::Phase,
    Column::Tactic,
    Column::Guards,
    Column::State,
    Column::Effect,
    Column::Known,
    Column::Because,
    Column::Id,
];

/// How a column was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// By its head, or by what stands in it.
    Surely,
    /// By where it stands.
    ByPlace,
}

/// A table of questions or tactics on a sheet.
pub(super) struct Table {
    /// The row with the heads of its columns, as a place among the rows that hold something; none where it
    /// is gone.
    pub(super) heads: Option<usize>,
    /// Its columns by where they stand.
    pub(super) columns: BTreeMap<u32, (Column, Found)>,
}

impl Table {
    /// Whether it is one of ours where no other sheet says so: reports have tables with codes and words
    /// of questions, too, but no names and no room for an answer.
    pub(super) fn says_that_it_is_ours(&self) -> bool {
        let ours = [Column::Id, Column::Answer];
        self.columns
            .values()
            .any(|(column, found)| ours.contains(column) && *found == Found::Surely)
    }
}

/// The table on a sheet. None where it holds none.
pub(super) fn table(rows: &[Row], heads: &Heads, known: &Known) -> Option<Table> {
    let named = rows.iter().position(|row| known.names(row));
    let often = |row: &Row| row.texts().filter(|(_, text)| heads.column(text).is_some()).count();
    let best = rows.iter().enumerate().map(|(at, row)| (often(row), at));
    // Of several that say as much the first one.
    let best =
        best.max_by_key(|(often, at)| (*often, usize::MAX - at)).filter(|(often, _)| *often > 1);
    let heads_at = match (best, named) {
        (Some((_, at)), _) => Some(at),
        (None, Some(named)) => named.checked_sub(1),
        (None, None) => return None,
    };
    let mut columns = BTreeMap::new();
    by_content(rows, known, &mut columns);
    if let Some(row) = heads_at.and_then(|at| rows.get(at)) {
        for (at, text) in row.texts() {
            if let Some(column) = heads.column(text).filter(|column| !has(&columns, *column)) {
                columns.entry(at).or_insert((column, Found::Surely));
            }
        }
    }
    let is_of_tactics = has(&columns, Column::Tactic)
        || has(&columns, Column::State)
        || has(&columns, Column::Effect) && !has(&columns, Column::Answer);
    let layout: Vec<Column> = if is_of_tactics {
        TACTICS.into()
    } else {
        QUESTIONS.into_iter().filter(|column| heads.has(*column)).collect()
    };
    by_place(rows, heads_at, &layout, &mut columns);
    Some(Table { heads: heads_at, columns })
}

fn has(columns: &BTreeMap<u32, (Column, Found)>, wanted: Column) -> bool {
    columns.values().any(|(column, _)| *column == wanted)
}

/// Columns that are known by what stands in most of their cells: of each kind the one with most.
fn by_content(rows: &[Row], known: &Known, columns: &mut BTreeMap<u32, (Column, Found)>) {
    let mut often: Vec<(Column, BTreeMap<u32, usize>)> = Vec::new();
    for row in rows {
        for (at, text) in row.texts() {
            let Some(column) = known.column(text) else { continue };
            let found = match often.iter().position(|(found, _)| *found == column) {
                Some(found) => found,
                None => {
                    often.push((column, BTreeMap::new()));
                    often.len() - 1
                }
            };
            if let Some((_, places)) = often.get_mut(found) {
                *places.entry(at).or_default() += 1;
            }
        }
    }
    let most = |places: &BTreeMap<u32, usize>| {
        // Of several with as many the first.
        places.iter().max_by_key(|(at, count)| (**count, u32::MAX - **at)).map(|(at, _)| *at)
    };
    for (column, places) in &often {
        // A tactic may be called as somebody's own word; of questions and tactics one alone names the rows.
        let Some(at) = most(places) else { continue };
        let clashes =
            columns.contains_key(&at) || *column == Column::Question && named_by_tactics(&often);
        if !clashes {
            columns.insert(at, (*column, Found::Surely));
        }
    }
}

fn named_by_tactics(often: &[(Column, BTreeMap<u32, usize>)]) -> bool {
    let all = |wanted: Column| -> usize {
        let found = often.iter().filter(|(column, _)| *column == wanted);
        found.flat_map(|(_, places)| places.values()).sum()
    };
    all(Column::Tactic) > all(Column::Question)
}

/// Columns that stand between two that are found, as many as stand there on the sheet that went out.
fn by_place(
    rows: &[Row],
    heads: Option<usize>,
    layout: &[Column],
    columns: &mut BTreeMap<u32, (Column, Found)>,
) {
    // Columns with a head where there are heads, or else all as far as the last that holds something.
    let headed: Vec<u32> = match heads.and_then(|at| rows.get(at)) {
        Some(row) => row.cells.iter().map(|(at, _)| *at).collect(),
        None => {
            let last = rows.iter().filter_map(|row| row.cells.last()).map(|(at, _)| *at).max();
            (0..=last.unwrap_or_default()).collect()
        }
    };
    let surely = columns.clone();
    let place_of = |column: &Column| layout.iter().position(|found| found == column);
    // Where each run of columns that are not found begins and ends, among those that are there and among
    // those that were: what stands before the first and behind the last is a run, too.
    let mut run: Vec<u32> = Vec::new();
    let mut before = 0;
    let mut fill = |run: &mut Vec<u32>, before: usize, until: usize| {
        let missing = layout.get(before..until).unwrap_or_default();
        let is_free = missing.iter().all(|column| !has(&surely, *column));
        if is_free && missing.len() == run.len() {
            let found = run.iter().zip(missing);
            columns.extend(found.map(|(at, column)| (*at, (*column, Found::ByPlace))));
        }
        run.clear();
    };
    for at in headed {
        match surely.get(&at).map(|(column, _)| place_of(column)) {
            Some(Some(place)) => {
                fill(&mut run, before, place);
                before = place + 1;
            }
            Some(None) => run.clear(),
            None => run.push(at),
        }
    }
    // The last column, which names the rows, may be gone.
    let last = layout.len();
    let names = usize::from(before + run.len() + 1 == last && !has(&surely, Column::Id));
    fill(&mut run, before, last - names);
}

/// The heads of all columns, as the sheet itself says them, and as this page does.
pub(super) struct Heads {
    known: Vec<(Column, String)>,
    /// Columns that the sheet that went out had.
    had: Vec<Column>,
}

impl Heads {
    /// Of the words that the sheet lists, each with its name; of those of this page alone where it lists
    /// none.
    pub(super) fn of(listed: &[(String, String)], ours: &[(String, String)]) -> Self {
        let words = |words: &[(String, String)]| -> Vec<(Column, String)> {
            let named = Column::ALL.iter().filter_map(|column| {
                let found = words.iter().find(|(name, _)| name == column.name());
                found.map(|(_, text)| (*column, plain(text)))
            });
            named.filter(|(_, text)| !text.is_empty()).collect()
        };
        let listed = words(listed);
        let had: Vec<Column> = match listed.is_empty() {
            true => Column::ALL.into(),
            false => listed.iter().map(|(column, _)| *column).collect(),
        };
        let ours = words(ours).into_iter().filter(|(column, _)| had.contains(column));
        let known = listed.iter().cloned().chain(ours).collect();
        Self { known, had }
    }

    /// The column with this head.
    fn column(&self, head: &str) -> Option<Column> {
        let head = plain(head);
        self.known.iter().find(|(_, text)| *text == head).map(|(column, _)| *column)
    }

    fn has(&self, column: Column) -> bool {
        self.had.contains(&column)
    }
}
