//! Sheets that somebody fills in and sends back: questions, tactics, and a hidden one with all words
//! that the others use, by which [`crate::returned_sheet`] finds its way whatever language they are in.

use domain::count::count;
use domain::elsewhere::HigherStep;
use domain::sheet::words::{Column as Of, Word};
use domain::sheet::{FORMAT, QuestionRow, QuestionSheet, TacticRow, Takes, VERSION};
use domain::sorted::sorted;
use rust_xlsxwriter::{cell_range, row_col_to_cell};

use super::sheet::{Cell, Column, Room, Sheet};
use crate::returned_sheet::{CATALOGUE, CATALOGUE_VERSION, NUMBER, OVERVIEW, SUBJECT, sum};

/// The name of the hidden sheet.
const LISTS: &str = "lists";

/// Columns of the sheet of questions, with their widths.
const QUESTIONS: [(Of, u32); 13] = [
    (Of::Code, 8),
    (Of::Question, 36),
    (Of::Offered, 56),
    (Of::Answer, 18),
    (Of::ElsewhereStep, 18),
    (Of::ElsewherePlace, 30),
    (Of::Because, 26),
    (Of::Note, 34),
    (Of::Kind, 16),
    (Of::Place, 34),
    (Of::AsOf, 14),
    (Of::Sureness, 16),
    (Of::Id, 20),
];

/// Columns of the sheet of tactics, with their widths.
const TACTICS: [(Of, u32); 9] = [
    (Of::Code, 8),
    (Of::Phase, 18),
    (Of::Tactic, 34),
    (Of::Guards, 40),
    (Of::State, 18),
    (Of::Effect, 18),
    (Of::Known, 26),
    (Of::Because, 26),
    (Of::Id, 24),
];

/// All sheets in their order. One without rows is left out.
///
/// The hidden one knows the overview again, so that what people write on it is not taken for ours.
pub(super) fn sheets(of: &QuestionSheet, overview: Option<&Sheet>) -> Vec<Sheet> {
    let mut lists = Lists::of(of);
    for text in overview.into_iter().flat_map(Sheet::texts) {
        lists.add(OVERVIEW, Cell::Number(sum(text)));
    }
    let [questions_name, tactics_name] = &of.words.sheets;
    let mut sheets = Vec::new();
    if !of.questions.is_empty() {
        let rows = of.questions.iter().map(question).collect();
        let sheet = Sheet::table(&questions_name.text, &columns(of, &QUESTIONS), rows);
        sheets.push(lists.questions(of, sheet));
    }
    if !of.tactics.is_empty() {
        let rows = of.tactics.iter().map(tactic).collect();
        let sheet = Sheet::table(&tactics_name.text, &columns(of, &TACTICS), rows);
        sheets.push(lists.tactics(of, sheet));
    }
    sheets.push(Sheet::hidden(LISTS, lists.rows));
    sheets
}

fn columns<'a>(of: &'a QuestionSheet, columns: &[(Of, u32)]) -> Vec<Column<'a>> {
    let column =
        |(column, width): &(Of, u32)| Column { head: of.words.head(*column), width: *width };
    columns.iter().map(column).collect()
}

fn question(row: &QuestionRow) -> Vec<Cell> {
    let answer = match row.takes {
        Takes::Words => Room::Words,
        Takes::Number(_) | Takes::Tactics => Room::Choice,
    };
    let elsewhere = |room| if row.takes_elsewhere { Cell::Room(room) } else { Cell::Empty };
    vec![
        Cell::Text(row.code.clone()),
        Cell::Text(row.prompt.clone()),
        Cell::Text(row.offered.join("\n")),
        Cell::Room(answer),
        elsewhere(Room::Choice),
        elsewhere(Room::Words),
        Cell::Room(Room::Words),
        Cell::Room(Room::Words),
        Cell::Room(Room::Choice),
        Cell::Room(Room::Words),
        Cell::Room(Room::Words),
        Cell::Room(Room::Choice),
        Cell::Text(row.id.clone()),
    ]
}

fn tactic(row: &TacticRow) -> Vec<Cell> {
    vec![
        Cell::Text(row.code.clone()),
        Cell::Text(row.phase.clone()),
        Cell::Text(row.name.clone()),
        Cell::Text(row.guards.clone()),
        Cell::Room(Room::Choice),
        Cell::Room(Room::Choice),
        Cell::Room(Room::Choice),
        Cell::Room(Room::Words),
        Cell::Text(row.id.clone()),
    ]
}

/// The hidden sheet: names, and the words beside them.
struct Lists {
    rows: Vec<Vec<Cell>>,
}

impl Lists {
    /// What the sheets are, and the heads of their columns.
    fn of(of: &QuestionSheet) -> Self {
        let mut lists = Self { rows: Vec::new() };
        lists.add(FORMAT, Cell::Number(VERSION));
        lists.add(CATALOGUE, Cell::Text(of.catalogue.clone()));
        lists.add(CATALOGUE_VERSION, Cell::Text(of.catalogue_version.clone()));
        lists.add(SUBJECT, Cell::Text(of.subject.clone()));
        if let Some(id) = of.id {
            lists.add(NUMBER, Cell::Number(id.0));
        }
        lists.words(&of.words.sheets);
        lists.words(&of.words.columns);
        lists
    }

    fn add(&mut self, name: &str, cell: Cell) {
        self.rows.push(vec![Cell::Text(name.to_owned()), cell]);
    }

    /// Adds words, and says where they stand.
    fn words(&mut self, words: &[Word]) -> String {
        let first = self.rows.len() + 1;
        for word in words {
            self.add(word.name, Cell::Text(word.text.clone()));
        }
        self.range(first)
    }

    /// Adds numbers up to this one and what may be said instead, and says where they stand.
    fn numbers(&mut self, last: u8, instead: &[Word]) -> String {
        let first = self.rows.len() + 1;
        for number in 1..=last {
            self.add(&number.to_string(), Cell::Number(number.into()));
        }
        self.words(instead);
        self.range(first)
    }

    /// Adds the steps that can be above another one, and says where they stand.
    fn higher(&mut self) -> String {
        let first = self.rows.len() + 1;
        for step in HigherStep::ALL.map(|step| step.step().number()) {
            self.add(&step.to_string(), Cell::Number(step.into()));
        }
        self.range(first)
    }

    fn range(&self, first: usize) -> String {
        format!("{LISTS}!$B${first}:$B${}", self.rows.len())
    }

    /// Says which cells of the questions take which words.
    fn questions(&mut self, of: &QuestionSheet, mut sheet: Sheet) -> Sheet {
        let rows: Vec<(u32, Takes)> = (1..).zip(of.questions.iter().map(|row| row.takes)).collect();
        let lasts = rows.iter().filter_map(|(_, takes)| takes.number());
        let mut lasts = sorted(lasts, |last| *last);
        lasts.dedup();
        for last in lasts {
            let words = self.numbers(last, &of.words.instead);
            let takes = |(_, takes): &&(u32, Takes)| takes.number() == Some(last);
            let rows = rows.iter().filter(takes).map(|(row, _)| *row);
            sheet = sheet.choosing_from(cells(Of::Answer, rows), words);
        }
        let (_, does_not_apply) = of.words.instead.split_at(1);
        let words = self.words(does_not_apply);
        let takes = |(_, takes): &&(u32, Takes)| *takes == Takes::Tactics;
        let rows = rows.iter().filter(takes).map(|(row, _)| *row);
        sheet = sheet.choosing_from(cells(Of::Answer, rows), words);
        if of.questions.iter().any(|row| row.takes_elsewhere) {
            let rows = (1..).zip(&of.questions).filter(|(_, row)| row.takes_elsewhere);
            let cells = cells(Of::ElsewhereStep, rows.map(|(row, _)| row));
            sheet = sheet.choosing_from(cells, self.higher());
        }
        let words = self.words(&of.words.kinds);
        sheet = sheet.choosing_from(all(&QUESTIONS, Of::Kind, of.questions.len()), words);
        let words = self.words(&of.words.sureness);
        sheet.choosing_from(all(&QUESTIONS, Of::Sureness, of.questions.len()), words)
    }

    /// Says which cells of the tactics take which words.
    fn tactics(&mut self, of: &QuestionSheet, mut sheet: Sheet) -> Sheet {
        for (column, words) in [
            (Of::State, &of.words.states),
            (Of::Effect, &of.words.effects),
            (Of::Known, &of.words.known),
        ] {
            let words = self.words(words);
            sheet = sheet.choosing_from(all(&TACTICS, column, of.tactics.len()), words);
        }
        sheet
    }
}

/// The cells of a column of questions in these rows.
fn cells(column: Of, rows: impl Iterator<Item = u32>) -> String {
    let column = place(&QUESTIONS, column);
    rows.map(|row| row_col_to_cell(row, column)).collect::<Vec<_>>().join(" ")
}

/// All cells of a column.
fn all(columns: &[(Of, u32)], column: Of, rows: usize) -> String {
    let column = place(columns, column);
    cell_range(1, column, count(rows), column)
}

fn place(columns: &[(Of, u32)], column: Of) -> u16 {
    let mut places = (0..).zip(columns);
    places.find(|(_, (found, _))| *found == column).map_or(0, |(place, _)| place)
}
