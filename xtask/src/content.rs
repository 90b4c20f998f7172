//! How the content is written: prints what its rules find, or makes anew what texts are compared with.

use std::fs;
use std::path::Path;

use compiler::content::style;

use crate::tree;

/// Runs the rules as a part of `cargo xtask check`: findings, and two lines of counts.
pub(crate) fn check() -> Result<(), String> {
    let found = style::under(&tree::root())?;
    println!("        {}", found.counted());
    println!("        {}", found.ease_in_a_line());
    found.outcome()
}

/// Prints everything; with an agenda, stores what texts are compared with.
pub(crate) fn run(agenda: Option<&Path>) -> Result<(), String> {
    if let Some(path) = agenda {
        let fault = |reason: String| format!("{}: {reason}", path.display());
        let text = fs::read_to_string(path).map_err(|error| fault(error.to_string()))?;
        let written = style::store_agenda(&tree::root(), &text).map_err(fault)?;
        println!("{written} is written; the next run compares with it");
        return Ok(());
    }
    let found = style::under(&tree::root())?;
    print!("{}", found.ease_in_a_table());
    println!("{}", found.counted());
    found.outcome()
}
