//! The words of whoever runs a copy of the page: looked at as the page does it, and put beside a page that
//! was built.

use std::fs;
use std::path::Path;

use domain::bank::Bank;
use domain::own_words::{self, FILE};
use domain::texts::{Texts, later};

use crate::build::{self, page, twins};

#[cfg(test)]
mod tests;

/// Says whether the file fits, or all that does not, in the words of the page.
pub(crate) fn check(file: &Path) -> Result<(), String> {
    checked(file)?;
    println!("{}: all of it fits", file.display());
    Ok(())
}

/// Puts the file beside the page of a build and has the page name it. The sums stay those of the build: what
/// a place adds to its own sums proves nothing to those who compare.
pub(crate) fn put(file: &Path, dist: &Path) -> Result<(), String> {
    let bytes = checked(file)?;
    let fault =
        |name: &str, error: std::io::Error| format!("{}: {error}", dist.join(name).display());
    let read =
        fs::read_to_string(dist.join(page::NAME)).map_err(|error| fault(page::NAME, error))?;
    let named = page::naming(&read, FILE)?;
    let mut written = build::Dist::from([(page::NAME.to_owned(), named.into_bytes())]);
    twins::add(&mut written)?;
    // Last the page, as it names the other.
    written.insert(FILE.to_owned(), bytes);
    for (name, bytes) in written.iter().rev() {
        fs::write(dist.join(name), bytes).map_err(|error| fault(name, error))?;
    }
    let pages: Vec<_> = written.into_keys().filter(|name| name != FILE).collect();
    println!("{FILE} lies beside the page, which names it.");
    println!(
        "Other than in SHA256SUMS are now: {}. {FILE} does not stand there.",
        pages.join(", ")
    );
    Ok(())
}

/// The bytes of a file that fits.
fn checked(file: &Path) -> Result<Vec<u8>, String> {
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let banks = build::banks()?;
    let words = words(banks.first().ok_or("there is no language")?);
    let told = |faults: Vec<own_words::Fault>| {
        let lines = faults.iter().map(|fault| fault.told(&file.to_string_lossy(), &words));
        lines.collect::<Vec<_>>().join("\n")
    };
    own_words::read(&bytes).map_err(told)?;
    Ok(bytes)
}

/// The words of the page.
fn words(bank: &Bank) -> Texts<later::Key> {
    bank.texts.others(bank.texts.entries.clone())
}
