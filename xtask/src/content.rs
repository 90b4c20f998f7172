//! How the content is written: prints what its rules find, accepts its ids, or makes anew what texts
//! are compared with.

use std::fs;
use std::path::Path;

use compiler::content::style::{self, Found, Used};
use compiler::register;

use crate::flags::Content;
use crate::{arrows, build, tree};

/// Folders whose sources name texts. Tests and tools may name any.
const NAMING: &[&str] = &["src/", "editor/src/", "domain/src/", "documents/src/"];

/// What names texts as the page does: the page, and what puts others in their place where it is one file.
const PAGES: [&str; 2] = ["index.html", "xtask/src/build/one_file.rs"];

/// Runs the rules as a part of `cargo xtask check`: findings, and two lines of counts.
pub(crate) fn check() -> Result<(), String> {
    let found = found()?;
    println!("        {}", found.counted());
    println!("        {}", found.ease_in_a_line());
    found.outcome()
}

/// What the rules find in the texts, those among them that no source names.
fn found() -> Result<Found, String> {
    let root = tree::root();
    let read = |page: &str| {
        fs::read_to_string(root.join(page)).map_err(|error| format!("{page}: {error}"))
    };
    let pages = PAGES.into_iter().map(read).collect::<Result<String, _>>()?;
    style::under(&root, &Used::new(arrows::constants(NAMING)?, &pages))
}

/// Compares the ids with the register as a part of `cargo xtask check`.
pub(crate) fn check_ids() -> Result<(), String> {
    register::check(&tree::root(), &build::banks()?)
}

/// Does what was asked for.
pub(crate) fn run(asked: &Content) -> Result<(), String> {
    match asked {
        Content::Look => look(),
        Content::Accept { retire } => accept(retire),
        Content::Agenda { file } => agenda(file),
    }
}

/// Writes the register of ids, and says what changed in it.
fn accept(retire: &[String]) -> Result<(), String> {
    let changes = register::accept(&tree::root(), &build::banks()?, retire)?;
    for change in &changes {
        println!("{change}");
    }
    println!("changes in the register of ids: {}", changes.len());
    Ok(())
}

/// Stores what texts are compared with.
fn agenda(path: &Path) -> Result<(), String> {
    let fault = |reason: String| format!("{}: {reason}", path.display());
    let text = fs::read_to_string(path).map_err(|error| fault(error.to_string()))?;
    let written = style::store_agenda(&tree::root(), &text).map_err(fault)?;
    println!("{written} is written; the next run compares with it");
    Ok(())
}

/// Prints everything that the rules find.
fn look() -> Result<(), String> {
    let found = found()?;
    print!("{}", found.ease_in_a_table());
    println!("{}", found.counted());
    found.outcome()
}
