//! Sheets that come back as people and programs make them: moved, renamed, translated, with parts gone and
//! parts added. Whatever somebody filled in is read as what it says, or named among what was not read.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use domain::answer::{Choice, TacticState};
use domain::job::{Job, OpenFault, Outcome, Source};
use domain::report::format::Format;
use domain::sheet::proposal::{Given, Odd, Proposal, Proposed};
use domain::sheet::record::CameAs;
use domain::sheet::unread::UnreadPlace;
use proptest::prelude::*;
use proptest::sample::Index;
use rust_xlsxwriter::{Note, Workbook, Worksheet};

use crate::jobs::{content, saved};
use crate::packages::{packed, parts, parts_as_bytes};
use crate::sheets::{NUMBER, answer_of, asking, compared, fault, question_sheet, written};

/// A workbook as a value: its sheets with their names, and the cells of each row.
#[derive(Clone, Debug)]
struct Book(Vec<(String, Vec<Vec<String>>)>);

impl Book {
    fn of(bytes: Vec<u8>) -> Self {
        let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let text = |cell: &Data| match cell {
            Data::Empty => String::new(),
            other => other.to_string(),
        };
        let sheets = workbook.worksheets().into_iter().map(|(name, table)| {
            let (height, width) = table.end().unwrap_or_default();
            let at = |row, column| table.get_value((row, column)).map(text).unwrap_or_default();
            let row = |row| (0..=width).map(|column| at(row, column)).collect();
            (name, (0..=height).map(row).collect())
        });
        Self(sheets.collect())
    }

    fn bytes(&self) -> Vec<u8> {
        self.workbook(|_, _| {}).save_to_buffer().unwrap()
    }

    /// As a workbook, with more on its tabs.
    fn workbook(&self, more: impl Fn(&str, &mut Worksheet)) -> Workbook {
        let mut workbook = Workbook::new();
        for (name, rows) in &self.0 {
            let sheet = workbook.add_worksheet();
            sheet.set_name(name).unwrap();
            for (at, row) in (0..).zip(rows) {
                for (column, text) in (0..).zip(row).filter(|(_, text)| !text.is_empty()) {
                    sheet.write_string(at, column, text).unwrap();
                }
            }
            more(name, sheet);
        }
        workbook
    }

    fn sheet(&mut self, name: &str) -> &mut Vec<Vec<String>> {
        &mut self.0.iter_mut().find(|(found, _)| found == name).unwrap().1
    }

    fn column(&mut self, sheet: &str, head: &str) -> usize {
        let heads = self.sheet(sheet)[0].clone();
        heads.iter().position(|found| found == head).unwrap_or_else(|| panic!("{heads:?}"))
    }

    fn set(&mut self, sheet: &str, row: usize, head: &str, text: &str) {
        let column = self.column(sheet, head);
        self.sheet(sheet)[row][column] = text.to_owned();
    }

    fn without_column(mut self, sheet: &str, head: &str) -> Self {
        let column = self.column(sheet, head);
        self.sheet(sheet).iter_mut().for_each(|row| drop(row.remove(column)));
        self
    }

    fn renamed(mut self, sheet: &str, head: &str, to: &str) -> Self {
        let column = self.column(sheet, head);
        self.sheet(sheet)[0][column] = to.to_owned();
        self
    }
}

const QUESTIONS: &str = "Questions";
const TACTICS: &str = "Tactics";
const ANSWER: &str = "Your answer";
const BECAUSE: &str = "If you don’t know: who could? If it doesn’t apply: why?";
const NOTE: &str = "Note: what is behind your answer";
const PLACE: &str = "Evidence: what it is, and where";
const STATE: &str = "Whether it is in use";
const ID: &str = "Leave as it is";

/// A sheet with two answers, a note and a tactic.
fn filled_in() -> Book {
    let mut book = Book::of(question_sheet(&asking(), "Sales"));
    book.set(QUESTIONS, 1, ANSWER, "4");
    book.set(QUESTIONS, 1, NOTE, "Since May.");
    book.set(QUESTIONS, 2, ANSWER, "2");
    book.set(TACTICS, 1, STATE, "In use");
    book
}

fn read(book: &Book) -> Proposal {
    compared(&asking(), book.bytes())
}

fn ids(proposal: &Proposal) -> Vec<String> {
    proposal.rows.iter().map(|row| answer_of(row).0.to_string()).collect()
}

/// What is read of the sheet as it went out.
fn all() -> Vec<Given> {
    given(&read(&filled_in()))
}

fn given(proposal: &Proposal) -> Vec<Given> {
    proposal.rows.iter().map(|row| row.given.clone()).collect()
}

#[test]
fn without_the_column_of_names_code_and_words_name_the_rows() {
    for sheet in [vec![QUESTIONS], vec![QUESTIONS, TACTICS]] {
        let book = sheet.iter().fold(filled_in(), |book, sheet| book.without_column(sheet, ID));
        let proposal = read(&book);
        assert_eq!(given(&proposal), all());
        assert!(proposal.rows.iter().all(|row| row.is_plain), "{proposal:?}");
    }
    let neither = filled_in().without_column(QUESTIONS, ID).without_column(QUESTIONS, "Question");
    assert_eq!(given(&read(&neither)), all(), "a code alone names a question");
    // Where they speak of different ones, a person has to look.
    let mut other = filled_in().without_column(QUESTIONS, ID);
    other.set(QUESTIONS, 1, "Code", "B9.9");
    assert_eq!(read(&other).odd[0].why, Odd::Unknown);
}

#[test]
fn a_head_that_was_renamed_or_translated_is_read_by_its_place_and_nothing_of_it_is_ticked() {
    let renamed = read(&filled_in().renamed(QUESTIONS, NOTE, "Notiz"));
    assert_eq!(given(&renamed), all());
    let ticked: Vec<bool> = renamed.rows.iter().map(|row| row.is_plain).collect();
    assert_eq!(ticked, [false, true, true], "the note is of one row");
    assert_eq!(renamed.guessed.len(), 1);
    assert_eq!((&*renamed.guessed[0].place.head, &*renamed.guessed[0].read_as), ("Notiz", NOTE));
    let mut all_heads = filled_in();
    for head in &mut all_heads.sheet(QUESTIONS)[0] {
        *head = format!("Kopf {}", head.len());
    }
    assert_eq!(given(&read(&all_heads)), all());
    let mut no_heads = filled_in();
    no_heads.sheet(QUESTIONS).remove(0);
    assert_eq!(given(&read(&no_heads)), all());
}

#[test]
fn a_column_of_ones_own_is_not_taken_for_one_of_ours() {
    let mut own = filled_in().without_column(QUESTIONS, NOTE);
    for (at, row) in own.sheet(QUESTIONS).iter_mut().enumerate() {
        row.insert(0, if at == 0 { "Remarks".into() } else { format!("own {at}") });
    }
    let proposal = read(&own);
    assert!(proposal.guessed.is_empty());
    let [unread] = &proposal.unread[..] else { panic!("{:?}", proposal.unread) };
    let UnreadPlace::Column(column) = &unread.place else { panic!() };
    assert_eq!((&*column.letters, &*column.head, unread.count), ("A", "Remarks", 2));
}

#[test]
fn a_table_may_stand_lower_and_what_stands_above_it_is_named() {
    let mut lower = filled_in();
    for at in 0..14 {
        lower.sheet(QUESTIONS).insert(0, vec![format!("Dear Anna, {at}")]);
    }
    let proposal = read(&lower);
    assert_eq!(given(&proposal), all());
    assert_eq!(
        (&proposal.unread[0].place, proposal.unread[0].count),
        (&UnreadPlace::AboveHeads, 14)
    );
}

#[test]
fn one_tab_alone_is_read_and_says_that_it_does_not_know_which_sheet_it_is() {
    let mut alone = filled_in();
    alone.0.retain(|(name, _)| name == QUESTIONS);
    alone.0[0].0 = "Tabelle1".to_owned();
    let proposal = read(&alone);
    assert_eq!(
        (proposal.came_as, ids(&proposal)),
        (CameAs::Unsaid, vec!["own-promise".into(), "cease".into()])
    );
    // As text, whatever stands between the cells.
    for separator in [",", ";", "\t"] {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(separator);
        let text = alone.0[0].1.iter().map(line).collect::<Vec<_>>().join("\r\n");
        assert_eq!(given(&compared(&asking(), text.clone().into_bytes())), given(&proposal));
        let wide: Vec<u8> = "\u{feff}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(given(&compared(&asking(), wide)), given(&proposal));
    }
}

#[test]
fn a_tab_of_ones_own_and_words_on_the_overview_are_named_and_the_overview_itself_is_not() {
    assert!(read(&filled_in()).unread.is_empty());
    let mut book = filled_in();
    book.0.insert(0, ("Ours".into(), vec![vec!["a".into(), String::new(), "b".into()]]));
    book.sheet("Overview").push(vec!["We answered for Europe alone.".into()]);
    book.sheet("lists").push(vec![String::new(), String::new(), "c".into()]);
    let unread: Vec<_> =
        read(&book).unread.into_iter().map(|one| (one.sheet, one.place, one.count)).collect();
    let named = |name: &str, count| (name.to_owned(), UnreadPlace::Sheet, count);
    assert_eq!(unread, [named("Ours", 2), named("Overview", 1), named("lists", 1)]);
}

#[test]
fn what_stands_below_the_table_is_a_row_that_names_no_question() {
    let mut book = filled_in();
    let answer = book.column(QUESTIONS, ANSWER);
    for typed in ["4", "written below the table"] {
        let mut row = vec![String::new(); answer];
        row.push(typed.to_owned());
        book.sheet(QUESTIONS).push(row);
    }
    let odd: Vec<Odd> = read(&book).odd.into_iter().map(|odd| odd.why).collect();
    assert_eq!(odd, [Odd::Unknown, Odd::Unknown]);
}

#[test]
fn comments_are_counted_by_tab() {
    let mut workbook = filled_in().workbook(|name, sheet| {
        if name == QUESTIONS {
            sheet.insert_note(1, 3, &Note::new("only in the EU, ask Legal")).unwrap();
        }
    });
    let proposal = compared(&asking(), workbook.save_to_buffer().unwrap());
    let [unread] = &proposal.unread[..] else { panic!("{:?}", proposal.unread) };
    assert_eq!(
        (&*unread.sheet, &unread.place, unread.count),
        (QUESTIONS, &UnreadPlace::Comments, 1)
    );
}

#[test]
fn only_a_plain_answer_is_ticked_and_the_words_of_any_other_stand_beside_it() {
    let row = |typed: &str| -> Option<Proposed> {
        let mut book = filled_in();
        book.set(QUESTIONS, 1, ANSWER, typed);
        read(&book).rows.into_iter().find(|row| row.at.number == 2 && row.at.sheet == QUESTIONS)
    };
    for typed in ["4", "4.", "Step 4", "٤", "４"] {
        let row = row(typed).unwrap();
        assert_eq!(
            (row.is_plain, answer_of(&row).1.step().map(|step| step.number())),
            (true, Some(4)),
            "{typed}"
        );
    }
    for typed in [
        "3 or 4",
        "almost 4",
        "not 3",
        "2 3",
        "below 2",
        "4 (EU only, 2 elsewhere)",
        "3 - we think",
    ] {
        let row = row(typed).unwrap();
        assert!(!row.is_plain, "{typed}");
        assert!(
            row.says.iter().any(|said| said.label == "In the cell" && said.text == typed),
            "{row:?}"
        );
    }
}

#[test]
fn many_rows_that_are_only_coloured_and_a_large_tab_of_ones_own_change_nothing() {
    let colour = rust_xlsxwriter::Format::new().set_background_color("#ffeecc");
    let mut workbook = filled_in().workbook(|name, sheet| {
        let coloured = if name == QUESTIONS { 10..100_000 } else { 0..0 };
        for row in coloured {
            sheet.write_blank(row, 3, &colour).unwrap();
        }
    });
    let own = workbook.add_worksheet();
    for row in 0..6_000 {
        own.write_number(row, 0, row).unwrap();
    }
    let proposal = compared(&asking(), workbook.save_to_buffer().unwrap());
    assert_eq!(given(&proposal), all());
    assert_eq!((&proposal.unread[0].place, proposal.unread[0].count), (&UnreadPlace::Sheet, 6_000));
}

#[test]
fn two_tabs_that_are_one_file_are_not_read_over_and_over() {
    let sheet = filled_in().bytes();
    let twice = |name: &str, xml: &mut String| {
        if name == "xl/_rels/workbook.xml.rels" {
            *xml = xml.replace("worksheets/sheet3.xml", "worksheets/sheet2.xml");
        }
    };
    assert_eq!(fault(crate::sheets::changed(&sheet, twice)), OpenFault::DamagedWorkbook);
    assert!(parts(&sheet).len() > 5 && !packed(&parts_as_bytes(&sheet)).is_empty());
}

/// What somebody or some program did to a workbook.
#[derive(Clone, Debug)]
enum Edit {
    RenameHead(Index, Index, String),
    MoveColumn(Index, Index, Index),
    DeleteColumn(Index, Index),
    AddColumn(Index, Index, String),
    MoveRow(Index, Index, Index),
    DeleteRow(Index, Index),
    AddRow(Index, Index, Index),
    AddCell(Index, Index),
    RenameTab(Index),
    DeleteTab(Index),
    AddTab(Index),
    MoveTab(Index, Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    let head = prop_oneof![
        Just("Notiz".to_owned()),
        Just(NOTE.to_owned()),
        Just(ANSWER.to_uppercase()),
        Just(String::new()),
    ];
    prop_oneof![
        3 => (at(), at(), head.clone()).prop_map(|(a, b, c)| Edit::RenameHead(a, b, c)),
        2 => (at(), at(), at()).prop_map(|(a, b, c)| Edit::MoveColumn(a, b, c)),
        2 => (at(), at()).prop_map(|(a, b)| Edit::DeleteColumn(a, b)),
        2 => (at(), at(), head).prop_map(|(a, b, c)| Edit::AddColumn(a, b, c)),
        2 => (at(), at(), at()).prop_map(|(a, b, c)| Edit::MoveRow(a, b, c)),
        2 => (at(), at()).prop_map(|(a, b)| Edit::DeleteRow(a, b)),
        2 => (at(), at(), at()).prop_map(|(a, b, c)| Edit::AddRow(a, b, c)),
        2 => (at(), at()).prop_map(|(a, b)| Edit::AddCell(a, b)),
        1 => at().prop_map(Edit::RenameTab),
        1 => at().prop_map(Edit::DeleteTab),
        1 => at().prop_map(Edit::AddTab),
        1 => (at(), at()).prop_map(|(a, b)| Edit::MoveTab(a, b)),
    ]
}

/// What somebody wrote, found again wherever it went: what it was meant as, and its number.
fn token(kind: &str, number: usize) -> String {
    format!("zq{kind}{number}q")
}

impl Edit {
    fn apply(&self, book: &mut Book, number: usize) {
        if book.0.is_empty() {
            return;
        }
        let sheets = book.0.len();
        let own = || token("own", number);
        let sheet = |at: &Index| at.index(sheets);
        let at = match self {
            Self::RenameHead(at, ..)
            | Self::MoveColumn(at, ..)
            | Self::DeleteColumn(at, ..)
            | Self::AddColumn(at, ..)
            | Self::MoveRow(at, ..)
            | Self::DeleteRow(at, ..)
            | Self::AddRow(at, ..)
            | Self::AddCell(at, ..)
            | Self::RenameTab(at)
            | Self::DeleteTab(at)
            | Self::AddTab(at)
            | Self::MoveTab(at, _) => sheet(at),
        };
        let rows = &mut book.0[at].1;
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        rows.iter_mut().for_each(|row| row.resize(width, String::new()));
        let height = rows.len();
        let is_empty = width == 0 || height == 0;
        match self {
            Self::RenameHead(_, column, to) if !is_empty => {
                // A head that somebody wrote stays: it is what they wrote.
                let head = &mut rows[0][column.index(width)];
                if !head.starts_with("zq") {
                    head.clone_from(to);
                }
            }
            Self::MoveColumn(_, from, to) if !is_empty => rows.iter_mut().for_each(|row| {
                let cell = row.remove(from.index(width));
                row.insert(to.index(width), cell);
            }),
            Self::DeleteColumn(_, column) if !is_empty => {
                rows.iter_mut().for_each(|row| drop(row.remove(column.index(width))));
            }
            Self::AddColumn(_, column, head) if !is_empty => {
                for (at, row) in rows.iter_mut().enumerate() {
                    let cell =
                        if at == 0 { head.clone() } else { token("own", number * 1_000 + at) };
                    row.insert(column.index(width), cell);
                }
            }
            Self::MoveRow(_, from, to) if !is_empty => {
                let row = rows.remove(from.index(height));
                rows.insert(to.index(height), row);
            }
            Self::DeleteRow(_, row) if !is_empty => drop(rows.remove(row.index(height))),
            Self::AddRow(_, row, column) if !is_empty => {
                let mut added = vec![String::new(); width];
                added[column.index(width)] = own();
                rows.insert(row.index(height), added);
            }
            Self::AddCell(_, place) => {
                let column = width + place.index(3);
                let row = place.index(height + 4);
                rows.resize(height.max(row + 1), Vec::new());
                rows[row].resize(column + 1, String::new());
                rows[row][column] = own();
            }
            Self::RenameTab(_) => book.0[at].0 = format!("Tab {number}"),
            Self::DeleteTab(_) if sheets > 1 => drop(book.0.remove(at)),
            Self::AddTab(_) => {
                book.0.insert(at, (format!("New {number}"), vec![vec![own()]]));
            }
            Self::MoveTab(_, to) => {
                let moved = book.0.remove(at);
                book.0.insert(to.index(sheets), moved);
            }
            _ => {}
        }
    }
}

/// The whole questionnaire with something in many cells, each told from all others.
fn full() -> Book {
    let mut book = Book::of(written(Source::Blank, Format::Xlsx));
    let rows = book.sheet(QUESTIONS).len();
    for row in 1..rows {
        book.set(QUESTIONS, row, ANSWER, &format!("{} {}", row % 2 + 1, token("answer", row)));
        for (head, kind) in [(BECAUSE, "because"), (NOTE, "note"), (PLACE, "place")] {
            book.set(QUESTIONS, row, head, &token(kind, row));
        }
    }
    for row in 1..book.sheet(TACTICS).len() {
        book.set(TACTICS, row, STATE, if row.is_multiple_of(2) { "In use" } else { "Planned" });
        book.set(TACTICS, row, BECAUSE, &token("tactic", row));
    }
    book
}

/// Where a row that changes something says what was typed, as what it was meant.
fn is_read(row: &Proposed, typed: &str, is_meant: bool) -> bool {
    let words = format!("{:?} {:?}", row.given, row.says);
    if !is_meant || !words.contains(typed) {
        return words.contains(typed);
    }
    let (_, given) = answer_of(row);
    if typed.starts_with("zqnote") {
        given.note.contains(typed)
    } else if typed.starts_with("zqplace") {
        given.evidence.iter().any(|one| one.place.contains(typed))
    } else if typed.starts_with("zqtactic") {
        let number: usize =
            typed.trim_start_matches("zqtactic").trim_end_matches('q').parse().unwrap();
        let state = if number.is_multiple_of(2) { TacticState::Used } else { TacticState::Planned };
        given.tactics.iter().all(|(_, said)| said.state == state) && given.note.contains(typed)
    } else if typed.starts_with("zqanswer") {
        matches!(given.choice, Some(Choice::Step(_) | Choice::Decision(_)))
            || given.words.contains(typed)
    } else {
        true
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_done_to_a_sheet_each_filled_in_cell_is_read_or_named(
        edits in prop::collection::vec(edit(), 1..7)
    ) {
        let mut book = full();
        edits.iter().enumerate().for_each(|(number, edit)| edit.apply(&mut book, number + 1));
        let assessment = asking();
        let job = Job::Compare(saved(&assessment), book.bytes());
        let proposal = match documents::worker::run(&content(), job) {
            Outcome::Compared(proposal) => proposal,
            // The file as a whole is named, with the reason.
            Outcome::NotOpened(_) => return Ok(()),
            other => panic!("{other:?}"),
        };
        for (sheet, rows) in &book.0 {
            for (row, cells) in (1_u32..).zip(rows) {
                for (column, cell) in cells.iter().enumerate() {
                    let Some(at) = cell.find("zq") else { continue };
                    let typed = &cell[at..];
                    let letters = rust_xlsxwriter::column_number_to_name(column.try_into().unwrap());
                    let is_here = |at: &domain::sheet::proposal::RowPlace| at.sheet == *sheet && at.number == row;
                    let is_guessed = proposal.guessed.iter().any(|one| one.sheet == *sheet && one.place.letters == letters);
                    let heads = [ANSWER, BECAUSE, NOTE, PLACE];
                    let is_meant = !is_guessed
                        && !typed.starts_with("zqown")
                        && rows.iter().any(|row| row.get(column).is_some_and(|head| heads.contains(&&**head)))
                        && edits.iter().all(|edit| !matches!(edit, Edit::RenameHead(..) | Edit::AddColumn(..)));
                    let found = proposal.rows.iter().find(|one| is_here(&one.at));
                    let is_told = found.is_some_and(|one| is_read(one, typed, is_meant))
                        || proposal.odd.iter().any(|one| is_here(&one.at))
                        || proposal.unread.iter().any(|one| one.sheet == *sheet && match &one.place {
                            UnreadPlace::Sheet | UnreadPlace::AboveHeads => true,
                            UnreadPlace::Column(place) => place.letters == letters,
                            UnreadPlace::Comments => false,
                        });
                    prop_assert!(is_told, "{sheet} {letters}{row} {cell}\n{edits:?}\n{found:?}\n{:?}", proposal.unread);
                    // What only its place says is never ticked.
                    prop_assert!(!is_guessed || found.is_none_or(|one| !one.is_plain), "{found:?}");
                }
            }
        }
    }
}

#[test]
fn a_sheet_has_its_number_whatever_else_was_done_to_it() {
    let mut book = filled_in();
    book.sheet("lists").insert(0, vec!["x".into()]);
    book.sheet("lists").iter_mut().for_each(|row| row.insert(0, String::new()));
    assert_eq!(read(&book).came_as, CameAs::Numbered(NUMBER));
}
