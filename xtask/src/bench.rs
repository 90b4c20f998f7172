//! Times of the app beside the smallest page of its kind and beside its own page without a script,
//! with banks of 50, 500 and 5,000 questions, and of each file of an assessment that is as full as can
//! be. What is measured, how, and what the limits are, is in `tests/browser/bench.mjs`.

mod bank;
mod full;
mod most;

use std::fs;
use std::path::PathBuf;

use compiler::packs;

use crate::build::offline::Offline;
use crate::build::{self, Dist, wasm};
use crate::install::TARGET;
use crate::{install, tree};

/// Sizes of the banks that are made.
const BANKS: [usize; 3] = [50, 500, 5000];

/// Builds all pages, then measures.
pub(crate) fn run() -> Result<(), String> {
    build::run(Offline::Kept)?;
    let folder = tree::target()?.join("bench");
    let floor = folder.join("floor");
    build::write(&floor_page()?, &floor)?;
    let plain = folder.join("plain");
    build::write(&plain_page()?, &plain)?;
    let mut banks = Vec::new();
    for questions in BANKS {
        let bank = folder.join(format!("bank-{questions}"));
        build::write(&page_with(questions)?, &bank)?;
        banks.push((questions, bank));
    }
    let banks_read = build::banks()?;
    let catalogue = &banks_read.first().ok_or("there is no language")?.catalogue;
    let full = folder.join("full.json");
    fs::write(&full, full::save(catalogue)?).map_err(|error| format!("full.json: {error}"))?;
    let most = folder.join("most.json");
    let at_bounds = most::save(catalogue, &full::words)?;
    fs::write(&most, at_bounds).map_err(|error| format!("most.json: {error}"))?;
    install::node()?;
    let browsers = install::browsers()?;
    let tests = tree::root().join("tests/browser");
    install::node_packages(&tests)?;
    let mut node = tree::command("node");
    node.arg("bench.mjs").current_dir(tests);
    node.env("DIST", tree::dist())
        .env("FLOOR", floor)
        .env("PLAIN", plain)
        .env("FULL", full)
        .env("MOST", most)
        .env("CHROMIUM", browsers.chromium);
    for (questions, bank) in banks {
        node.env(format!("BANK_{questions}"), bank);
    }
    tree::run(&mut node)
}

/// The app with a bank of so many questions.
fn page_with(questions: usize) -> Result<Dist, String> {
    let banks = build::banks()?;
    let mut dist = build::taken_apart(&banks, build::read(&tree::dist())?)?;
    let examples = build::examples(&banks)?;
    let made: Vec<_> = banks.iter().map(|bank| bank::of(bank, questions)).collect();
    packs::add(&made, &examples, build::build_of(&dist)?, &mut dist);
    build::finished(&banks, dist, Offline::Kept)
}

/// The start page as it is, with its styles inside it, and nothing of what makes it an app.
fn plain_page() -> Result<Dist, String> {
    let name = "index.html";
    let page = fs::read_to_string(tree::dist().join(name));
    let page = without_scripts(&page.map_err(|error| format!("{name}: {error}"))?)?;
    Ok(Dist::from([(name.to_owned(), page.into_bytes())]))
}

/// A page without its scripts and what is loaded ahead for them.
fn without_scripts(page: &str) -> Result<String, String> {
    let loads = ["<script ", "<link rel=\"preload\""];
    let lines = page.lines().filter(|line| !loads.iter().any(|load| line.starts_with(load)));
    let left: String = lines.flat_map(|line| [line, "\n"]).collect();
    match left.contains("<script") || left.contains("preload") || left == page {
        true => Err("index.html: a script does not stand in a line of its own".into()),
        false => Ok(left),
    }
}

/// The smallest page of the same kind, built as the app is.
fn floor_page() -> Result<Dist, String> {
    let source = tree::root().join("xtask/floor");
    let target = tree::target()?;
    let mut cargo = tree::cargo();
    cargo.args(["build", "--release", "--locked", "--target", TARGET]);
    cargo.arg("--manifest-path").arg(source.join("Cargo.toml"));
    cargo.arg("--target-dir").arg(&target);
    tree::run(wasm::without_machine_paths(&mut cargo, &target))?;
    let module: PathBuf = target.join(TARGET).join("release").join("floor.wasm");
    let bound = wasm::bind(&module, "app", wasm::Glue::Module)?;
    let mut dist = Dist::new();
    dist.insert("app.js".into(), bound.script.into_bytes());
    dist.insert("app.wasm".into(), bound.wasm);
    for name in ["index.html", "start.js"] {
        let bytes = fs::read(source.join(name)).map_err(|error| format!("{name}: {error}"))?;
        dist.insert(name.to_owned(), bytes);
    }
    Ok(dist)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_page_loads_nothing() {
        let page = "<style>a{}</style>\n<link rel=\"preload\" href=\"a\">\n\
                    <script type=\"module\" src=\"b\"></script>\n<p>c</p>\n";
        assert_eq!(without_scripts(page).unwrap(), "<style>a{}</style>\n<p>c</p>\n");
        assert!(without_scripts("<p><script src=\"b\"></script>\n").is_err());
    }
}
