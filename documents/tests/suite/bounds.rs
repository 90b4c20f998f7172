//! What is said of the bounds is what they are, and what is past one of them says so.

use std::fs;

use domain::bounds::{archive, file, listed, save, sheet, told, typed};

fn page() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/bounds.md");
    fs::read_to_string(path).unwrap()
}

/// A number as people write it.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).unwrap())
        .collect();
    groups.join(",")
}

#[test]
fn the_page_about_bounds_says_what_they_are() {
    const MEGABYTE: u64 = 1024 * 1024;
    let letters = |most: usize| format!("{} letters", grouped(most as u64));
    let megabytes = |most: u64| {
        assert_eq!(most % MEGABYTE, 0);
        format!("{} MB", most / MEGABYTE)
    };
    let plain = |most: u64| grouped(most);
    let said = [
        ("a field of one line", letters(typed::LINE)),
        ("a field of many lines", letters(typed::TEXT)),
        ("rows of evidence of one answer or one risk", plain(listed::EVIDENCE as u64)),
        ("risks", plain(listed::RISKS as u64)),
        ("actions of the plan", plain(listed::ACTIONS as u64)),
        ("question sheets on record", plain(listed::SHEETS as u64)),
        ("any file", megabytes(file::LENGTH.into())),
        ("save file: lists and objects inside each other", plain(save::DEPTH as u64)),
        ("save file: values in one list", plain(save::ENTRIES.into())),
        ("save file: one text", megabytes(save::TEXT as u64)),
        ("workbook: sheets", plain(sheet::SHEETS.into())),
        ("workbook: rows of one sheet that hold something", plain(sheet::ROWS.into())),
        ("workbook: columns of one sheet", plain(sheet::COLUMNS.into())),
        ("workbook: cells that hold something", plain(sheet::CELLS.into())),
        ("workbook: rows that ask something", plain(sheet::QUESTIONS.into())),
        ("workbook: letters in one cell", plain(sheet::LETTERS.into())),
        ("workbook of the oldest format: its records", megabytes(sheet::RECORDS)),
        ("workbook of the oldest format: places of all its tables", plain(sheet::PLACES)),
        ("OpenDocument: all tables written out", megabytes(sheet::WRITTEN_OUT)),
        ("packed file: files in it", plain(archive::FILES as u64)),
        ("packed file: one of them, unpacked", megabytes(archive::EACH)),
        ("packed file: all of them, unpacked", megabytes(archive::TOGETHER)),
        ("packed file: times as long, unpacked", plain(archive::RATIO)),
        ("a value for how the page looks", letters(told::LOOK)),
    ];
    let page = page();
    let rows: Vec<&str> = page
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| what |"))
        .collect();
    let expected: Vec<String> =
        said.iter().map(|(what, most)| format!("| {what} | {most} |")).collect();
    assert_eq!(rows, expected);
}

/// It stands in a script, which cannot read what is written in Rust.
#[test]
fn the_script_that_hears_the_page_around_takes_no_longer_value() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../powers.js");
    let script = fs::read_to_string(path).unwrap();
    assert!(script.contains(&format!("const LONGEST_LOOK = {};", told::LOOK)));
}
