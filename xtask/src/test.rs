//! Every check and test. What takes minutes (kill runs, fuzzing) runs a few times in `test` and in
//! full in `test --long`; the tests see the difference by `LONG`.
//!
//! What the tests are told, as variables: `LONG` and `UPDATE` are `1` with those flags; browser
//! tests get `DIST`, the finished build, `DIST_DEBUG`, the same with debug assertions in the app, and
//! `CHROMIUM` and `FIREFOX`, the programs.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::flags::Tests;
use crate::report::Report;
use crate::{build, check, install, size, tree};

/// Cases of each property with `--long`; without it, proptest's own 256.
const PROPERTY_CASES: &str = "4096";

/// Broken save files with `--long`, and others each time; without it, the same 400.
const FUZZ_CASES: &str = "40000";

/// Runs what the flags ask for, all of it, and fails if anything did.
pub(crate) fn run(tests: &Tests) -> Result<(), String> {
    let mut report = Report::default();
    if !tests.browser {
        check::all(&mut report);
        report.counted("tests on this machine", || host(tests));
    }
    report.step("release build", build::run);
    if !tests.browser {
        report.step("sizes", size::run);
    }
    if !tests.host {
        report.counted("tests in browsers", || browsers(tests));
    }
    report.end()
}

fn host(tests: &Tests) -> Result<(u32, u32), String> {
    let mut cargo = tree::cargo();
    cargo.args(["test", "--workspace", "--no-fail-fast"]);
    if tests.long {
        let seed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |time| time.as_secs());
        println!("FUZZ_SEED={seed}");
        cargo.env("PROPTEST_CASES", PROPERTY_CASES);
        cargo.env("FUZZ_CASES", FUZZ_CASES).env("FUZZ_SEED", seed.to_string());
    }
    counted(told(&mut cargo, tests), cargo_counts)
}

fn browsers(tests: &Tests) -> Result<(u32, u32), String> {
    let folder = tree::root().join("tests/browser");
    let files = test_files(&folder);
    if files.is_empty() {
        println!("tests/browser holds no tests");
        return Ok((0, 0));
    }
    install::node()?;
    let browsers = install::browsers()?;
    install::node_packages(&folder)?;
    let mut node = tree::command("node");
    // One browser at a time: tests that wait for the next frame measure nothing on a busy machine.
    node.args(["--test", "--test-concurrency=1"]).args(files).current_dir(&folder);
    node.env("DIST", tree::dist()).env("DIST_DEBUG", build::run_with_assertions()?);
    node.env("CHROMIUM", browsers.chromium).env("FIREFOX", browsers.firefox);
    counted(told(&mut node, tests), node_counts)
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

fn test_files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut files: Vec<_> = names.filter(|name| name.ends_with(".test.mjs")).collect();
    files.sort();
    files
}

/// Runs tests, shows what they print, and adds up what they count.
fn counted(command: &mut Command, count: fn(&str) -> (u32, u32)) -> Result<(u32, u32), String> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| error.to_string())?;
    let (mut passed, mut failed) = (0, 0);
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            println!("{line}");
            let (more_passed, more_failed) = count(&line);
            passed += more_passed;
            failed += more_failed;
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    // What fails without being counted (it did not compile, or was killed) still fails.
    if !status.success() && failed == 0 {
        return Err(format!("ended early, after {passed} passed: {status}"));
    }
    Ok((passed, failed))
}

/// `test result: ok. 3 passed; 0 failed; …`
fn cargo_counts(line: &str) -> (u32, u32) {
    let Some(counts) = line.trim().strip_prefix("test result: ") else { return (0, 0) };
    let count = |name: &str| {
        counts
            .split([';', '.'])
            .find_map(|part| part.trim().strip_suffix(name)?.trim().parse().ok())
            .unwrap_or_default()
    };
    (count("passed"), count("failed"))
}

/// `# pass 3` or `ℹ pass 3`, as the reporter has it; cancelled tests did not pass either.
fn node_counts(line: &str) -> (u32, u32) {
    let Some(count) = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ ")) else {
        return (0, 0);
    };
    let Some((name, number)) = count.trim().split_once(' ') else { return (0, 0) };
    let Ok(number) = number.parse() else { return (0, 0) };
    match name {
        "pass" => (number, 0),
        "fail" | "cancelled" => (0, number),
        _ => (0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_both_kinds_are_read() {
        assert_eq!(
            cargo_counts("test result: FAILED. 20 passed; 1 failed; 0 ignored; finished in 0.0s"),
            (20, 1)
        );
        assert_eq!(cargo_counts("running 3 tests"), (0, 0));
        assert_eq!(node_counts("# pass 12"), (12, 0));
        assert_eq!(node_counts("ℹ fail 2"), (0, 2));
        assert_eq!(node_counts("# tests 12"), (0, 0));
        assert_eq!(node_counts("# pass by: the word"), (0, 0));
    }
}
