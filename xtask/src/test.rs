//! Every check and test. What takes minutes (kill runs, fuzzing) runs a few times in `test` and in
//! full in `test --long`; the tests see the difference by `LONG`.
//!
//! What the tests are told, as variables: `LONG` and `UPDATE` are `1` with those flags; browser
//! tests get `DIST`, the finished build, `DIST_DEBUG`, another one with debug assertions, `RELEASE`, the
//! files of a release, `XTASK`, this program, and `CHROMIUM` and `FIREFOX`, the programs; tests of other programs get `NU`, the checker of pages, and
//! `BILL`, the bill of materials. Both get `REPORTS`, a folder of files that were written for them, and see the fonts of the tests alone;
//! in `FONTS` are configurations of fonts that are each tried alone.

pub(crate) mod fonts;
mod reliability;

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::build::offline::Offline;
use crate::counted::{self, Counts};
use crate::flags::Tests;
use crate::report::Report;
use crate::tree::APP;
use crate::{build, check, fuzz, install, release, reports, size, tree};

/// The browser that is not looked at in full.
const WEBKIT: &str = "webkit";

/// How many tests in each browser may be run once more, of some 280, and pass then. They are named.
const SECOND_LOOKS: u8 = 2;

/// Cases of each property, others each time.
const PROPERTY_CASES: &str = "64";

/// The same with `--long`.
const PROPERTY_CASES_LONG: &str = "4096";

/// Broken save files with `--long`, and others each time; without it, the same 400.
const FUZZ_CASES: &str = "40000";

/// Runs what the flags ask for, all of it, and fails if anything did.
///
/// The release is one long link at its end, and other programs are one program each: side by side they
/// use what the other leaves, and both lines are about as long. Browsers run alone, as their tests wait
/// for frames.
pub(crate) fn run(tests: &Tests) -> Result<(), String> {
    let mut report = Report::default();
    if !tests.browser {
        check::all(&mut report);
    }
    let here = |report: &mut Report| {
        if !tests.browser {
            report.step("licences, sources and duplicates of what others wrote", supply);
            report.counted("tests on this machine", || host(tests));
            report.counted("messages between pages", messages);
            report.counted("files in other programs", outside);
        }
        if !tests.host {
            report.step("another build", build::another::run);
        }
    };
    let builds = |report: &mut Report| {
        report.step("release build", || build::run(Offline::Kept));
        if !tests.browser {
            report.step("sizes", size::run);
        }
        if !tests.host {
            report.step("files of a release", || release::written().map(drop));
            report.step("pages that hold its package", release::hosts);
        }
    };
    report.side_by_side(here, builds);
    if !tests.host {
        report.counted("tests in browsers", || browsers(tests));
    }
    report.end()
}

fn host(tests: &Tests) -> Result<Counts, String> {
    let mut cargo = tree::cargo();
    // The app is nothing without a browser: what of it can be told without one lies in `editor`.
    cargo.args(["test", "--workspace", "--exclude", APP, "--no-fail-fast"]);
    let cases = if tests.long { PROPERTY_CASES_LONG } else { PROPERTY_CASES };
    cargo.env("PROPTEST_CASES", cases);
    if tests.long {
        let seed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |time| time.as_secs());
        println!("FUZZ_SEED={seed}");
        cargo.env("FUZZ_CASES", FUZZ_CASES).env("FUZZ_SEED", seed.to_string());
    }
    counted::run(told(&mut cargo, tests), counted::by_cargo)
}

/// What a page and the one around it say to each other, at random.
fn messages() -> Result<Counts, String> {
    install::node()?;
    counted::run(&mut fuzz::frames(), counted::by_node)
}

/// All that `Cargo.lock` names against what `deny.toml` allows. Known faults are not looked up: their list
/// lies where only a network leads, and a run of today would tell another thing tomorrow.
fn supply() -> Result<(), String> {
    let mut deny = tree::command(&install::deny()?.to_string_lossy());
    deny.args(["--locked", "--workspace", "check"]);
    // What is allowed and does not occur would allow something else one day.
    deny.args(["--deny", "unmatched-skip", "--deny", "unnecessary-skip"]);
    tree::run(deny.args(["licenses", "sources", "bans"]))
        .map_err(|reason| format!("{reason}; deny.toml says what is allowed, and why"))
}

/// Reports, and the bill of materials, as programs open them that did not write them.
fn outside() -> Result<Counts, String> {
    let folder = tree::root().join("tests/outside");
    let nu = install::nu(&folder)?;
    install::office()?;
    let written = written()?;
    let mut python = tree::command(install::PYTHON);
    python.args(["-B", "tests/outside/run.py"]).env("REPORTS", written).env("NU", nu);
    python.env("FONTCONFIG_FILE", fonts::configuration()?).env("FONTS", fonts::each_alone()?);
    python.env("BILL", bill()?);
    counted::run(&mut python, counted::by_node)
}

/// Writes the bill of materials for other programs, and returns where.
fn bill() -> Result<PathBuf, String> {
    let folder = tree::target()?.join("bill");
    let file = folder.join("bill.json");
    let fault = |error: std::io::Error| format!("{}: {error}", file.display());
    fs::create_dir_all(&folder).map_err(fault)?;
    fs::write(&file, build::bill()?).map_err(fault)?;
    Ok(file)
}

/// Writes reports for other programs, into the folder that it returns.
pub(crate) fn written() -> Result<PathBuf, String> {
    let folder = tree::target()?.join("reports");
    // What an earlier run wrote might hide that something is not written any more.
    let _ = fs::remove_dir_all(&folder);
    reports::run(&folder)?;
    Ok(folder)
}

fn browsers(tests: &Tests) -> Result<Counts, String> {
    let folder = tree::root().join("tests/browser");
    install::node()?;
    let browsers = install::browsers()?;
    install::servers()?;
    install::webkit()?;
    install::age()?;
    install::node_packages(&folder)?;
    let another = build::another::folder()?;
    let release = release::folder()?;
    let fonts = fonts::configuration()?;
    let (alone, written) = (fonts::each_alone()?, written()?);
    install::poppler()?;
    let proved = reliability::folder()?;
    // Not this program: it may have been built anew since it was started, for the tests of it.
    let this = tree::target()?.join("debug/xtask");
    let suite = |browser| {
        let mut node = tree::command("node");
        // One test after the other in each browser: tests that wait for the next frame measure
        // nothing on a busy machine.
        // Of the third no more is looked at than that nothing in it stands in the way.
        let file = if browser == WEBKIT { "webkit.test.mjs" } else { "all.mjs" };
        node.args(["--test", file]).current_dir(&folder);
        node.env("DIST", tree::dist()).env("DIST_DEBUG", &another);
        node.env("RELEASE", &release).env("XTASK", &this);
        node.env("FONTCONFIG_FILE", &fonts).env("PROVED", &proved);
        node.env("FONTS", &alone).env("REPORTS", &written);
        // With --long a test that passes once in a while is what is looked for.
        let second_looks = if tests.long { 0 } else { SECOND_LOOKS };
        node.env("SECOND_LOOKS", second_looks.to_string());
        node.env("CHROMIUM", &browsers.chromium).env("FIREFOX", &browsers.firefox);
        told(&mut node, tests).env("BROWSERS", browser);
        (browser, node)
    };
    let all = vec![suite("chromium"), suite("firefox"), suite(WEBKIT)];
    let counts = counted::side_by_side(all, counted::by_node)?;
    // What failed is missing in the list, and said already; what runs with LONG alone is not in it.
    if counts.failed == 0 && !tests.long {
        reliability::check(&proved, tests.update)?;
    }
    Ok(counts)
}

/// The flags as variables.
fn told<'a>(command: &'a mut Command, tests: &Tests) -> &'a mut Command {
    for (flag, name) in [(tests.long, "LONG"), (tests.update, "UPDATE")] {
        if flag {
            command.env(name, "1");
        }
    }
    command
}
