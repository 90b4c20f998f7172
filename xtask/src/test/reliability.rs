//! `docs/reliability.md` lists each state that was provoked and what the page did: by the names of the
//! tests that provoked it, in each browser in which they passed. It is made by them and never by hand.

use std::fs;
use std::path::{Path, PathBuf};

use crate::tree;

/// Where the list begins in the page; what stands above it is written by people.
const BEGINS: &str =
    "<!-- From here on the tests have written it: cargo xtask test --browser --update -->";

/// The browsers, as files and as they are called.
const BROWSERS: [(&str, &str); 2] = [("chromium", "Chromium"), ("firefox", "Firefox")];

/// An empty folder into which tests write what they proved.
pub(super) fn folder() -> Result<PathBuf, String> {
    let folder = tree::target()?.join("proved");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// Writes the list, or fails where the page has another one.
pub(super) fn check(folder: &Path, writes: bool) -> Result<(), String> {
    let page = tree::root().join("docs/reliability.md");
    let before = fs::read_to_string(&page).map_err(|error| format!("reliability.md: {error}"))?;
    let proved = BROWSERS.map(|(file, _)| {
        let text = fs::read_to_string(folder.join(format!("{file}.txt"))).unwrap_or_default();
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    });
    let after = told(&before, &proved);
    if after == before {
        return Ok(());
    }
    if writes {
        return fs::write(&page, after).map_err(|error| format!("reliability.md: {error}"));
    }
    Err("docs/reliability.md tells of other tests than passed; \
         cargo xtask test --browser --update writes it"
        .into())
}

/// The page with the list of what was proved: a heading and the name of a test in each line, with a tab
/// between.
fn told(page: &str, proved: &[Vec<String>; 2]) -> String {
    let head = page.split(BEGINS).next().unwrap_or_default().trim_end();
    let mut text = format!("{head}\n\n{BEGINS}\n");
    let mut all: Vec<&String> = proved.iter().flatten().collect();
    all.sort();
    all.dedup();
    let mut section = "";
    for line in all {
        let (heading, name) = line.split_once('\t').unwrap_or(("", line));
        if heading != section {
            let [(_, first), (_, second)] = BROWSERS;
            text += &format!("\n## {heading}\n\n| what | {first} | {second} |\n|---|---|---|\n");
            section = heading;
        }
        let in_each = proved.each_ref().map(|lines| if lines.contains(line) { "yes" } else { "" });
        text += &format!("| {} | {} |\n", name.replace('|', "\\|"), in_each.join(" | "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_test_stands_under_its_heading_with_the_browsers_in_which_it_passed() {
        let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
        let proved = [
            lines(&["Storage\tfull: said so", "Start\tcut off: named", "Storage\tclosed: opened"]),
            lines(&["Storage\tfull: said so"]),
        ];
        let page = told("# Reliability\n\nWhat it is.\n", &proved);
        let row = "| full: said so | yes | yes |\n";
        assert!(page.starts_with("# Reliability\n\nWhat it is.\n\n<!--"), "{page}");
        assert!(page.contains("## Start\n\n| what | Chromium | Firefox |\n"), "{page}");
        assert!(page.ends_with(&format!("| closed: opened | yes |  |\n{row}")), "{page}");
        assert_eq!(told(&page, &proved), page, "it takes the place of the list before");
    }
}
