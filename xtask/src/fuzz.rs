//! Lets a fuzzer search for bytes that one of the ways in does not hold against (`tests/fuzz`), one way after
//! the other.
//!
//! It runs on the stable compiler: the marks that libFuzzer follows are a pass of LLVM, which any build can be
//! asked for. Marks for addresses (a sanitizer) cannot be had there, and there is no unsafe code here for them
//! to find anything in.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::flags::Search;
use crate::report::Report;
use crate::{install, tree};

/// What has LLVM mark each branch and each comparison.
const MARKS: &str = "--cfg fuzzing -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// What the page and the one around it say to each other is JavaScript, and searched by a script.
const FRAMES: &str = "frames";

/// As long as an input may take, in seconds: longer, and somebody would wait for it.
const TIMEOUT: u32 = 5;

/// As much memory as an input may take, in MB: the worker of a page has no more than that.
const MEMORY: u32 = 1_024;

/// The longest input that is tried, in bytes.
const LONGEST: u32 = 64 * 1024;

/// The most that is kept of one way in, in bytes.
const MOST_KEPT: u64 = 24 * 1024;

/// The longest input that is kept, in bytes.
const LONGEST_KEPT: u64 = 2 * 1024;

/// The most inputs that are kept of one, beside those that a person has named.
const MOST_INPUTS: usize = 40;

/// Searches at one way in, or at each.
pub(crate) fn run(search: &Search) -> Result<(), String> {
    let names = chosen(search.target.as_deref(), names()?)?;
    let mut report = Report::default();
    let driver =
        if names.iter().all(|name| name == FRAMES) { None } else { Some(Driver::build()?) };
    for name in &names {
        report.step(name, || match &driver {
            Some(driver) if name != FRAMES => {
                // To libFuzzer no time is all the time in the world.
                if search.minutes > 0 {
                    driver.search(name, search.minutes)?;
                }
                if search.keep { driver.keep(name) } else { Ok(()) }
            }
            _ => {
                install::node()?;
                let seconds = search.minutes.saturating_mul(60).to_string();
                tree::run(frames().env("SECONDS", seconds))
            }
        });
    }
    report.end()
}

/// Every way in: each has a folder of what is kept of it.
fn names() -> Result<Vec<String>, String> {
    let folder = tree::root().join("tests/fuzz/corpus");
    let entries =
        fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names.push(FRAMES.into());
    Ok(names)
}

fn chosen(asked: Option<&str>, names: Vec<String>) -> Result<Vec<String>, String> {
    match asked {
        None => Ok(names),
        Some(asked) if names.iter().any(|name| name == asked) => Ok(vec![asked.into()]),
        Some(asked) => {
            Err(format!("there is no way in named {asked}; there are: {}", names.join(", ")))
        }
    }
}

/// The program that searches.
struct Driver {
    program: PathBuf,
    /// Where it works.
    folder: PathBuf,
}

impl Driver {
    fn build() -> Result<Self, String> {
        install::cpp_compiler()?;
        let folder = tree::target()?.join("fuzz");
        let host = host()?;
        let mut cargo = tree::cargo();
        cargo.args(["build", "--release", "--locked", "--target", &host]);
        cargo.args(["--manifest-path", "tests/fuzz/driver/Cargo.toml", "--target-dir"]);
        // With a target named, the marks are not in what runs while building.
        tree::run(cargo.arg(&folder).env("RUSTFLAGS", MARKS))?;
        let program = folder.join(host).join("release/fuzz-driver");
        Ok(Self { program, folder })
    }

    /// Searches for so many minutes, from all that is known.
    fn search(&self, name: &str, minutes: u32) -> Result<(), String> {
        let seeds = self.empty("seeds", name)?;
        let found = self.there("corpus", name)?;
        let finds = self.there("finds", name)?;
        let mut driver = tree::command(&self.program.to_string_lossy());
        driver.env("TARGET", name).env("SEEDS", &seeds);
        driver.arg(format!("-max_total_time={}", minutes.saturating_mul(60)));
        driver.arg(format!("-timeout={TIMEOUT}")).arg(format!("-rss_limit_mb={MEMORY}"));
        driver.arg(format!("-max_len={LONGEST}")).arg("-print_final_stats=1");
        driver.arg(format!("-artifact_prefix={}/", finds.display()));
        let words = tree::root().join("tests/fuzz/words").join(name).with_extension("dict");
        if words.exists() {
            driver.arg(format!("-dict={}", words.display()));
        }
        driver.arg(found).arg(kept(name)).arg(seeds);
        tree::run(&mut driver).map_err(|_| {
            format!(
                "an input was found that {name} does not hold against; it lies in {}. Copy it to \
                 tests/fuzz/corpus/{name} under a name that says what it is, and mend what it shows",
                finds.display()
            )
        })
    }

    /// Keeps a choice of the small inputs that reach what no smaller one reaches. What was given a name stays.
    fn keep(&self, name: &str) -> Result<(), String> {
        let least = self.empty("least", name)?;
        let mut driver = tree::command(&self.program.to_string_lossy());
        driver.env("TARGET", name).args(["-merge=1", "-timeout=20"]);
        driver.arg(format!("-max_len={LONGEST}")).arg(&least);
        let (kept, found) = (kept(name), self.there("corpus", name)?);
        tree::run(driver.arg(&kept).arg(found))?;
        let fault = |error: std::io::Error| format!("{name}: {error}");
        for (path, _) in sized(&kept).map_err(fault)? {
            if is_unnamed(&path) {
                fs::remove_file(path).map_err(fault)?;
            }
        }
        let mut all: u64 = sized(&kept).map_err(fault)?.iter().map(|(_, length)| length).sum();
        let mut smallest = sized(&least).map_err(fault)?;
        smallest.sort_by_key(|(_, length)| *length);
        smallest.retain(|(_, length)| *length <= LONGEST_KEPT);
        // The smallest alone would all be turned away at once.
        let every = smallest.len().div_ceil(MOST_INPUTS).max(1);
        for (path, length) in smallest.into_iter().step_by(every) {
            all += length;
            if all > MOST_KEPT {
                break;
            }
            if let Some(own) = path.file_name() {
                fs::copy(&path, kept.join(own)).map_err(fault)?;
            }
        }
        Ok(())
    }

    fn there(&self, what: &str, name: &str) -> Result<PathBuf, String> {
        let folder = self.folder.join(what).join(name);
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(folder)
    }

    fn empty(&self, what: &str, name: &str) -> Result<PathBuf, String> {
        let _ = fs::remove_dir_all(self.folder.join(what).join(name));
        self.there(what, name)
    }
}

/// What is kept of a way in.
fn kept(name: &str) -> PathBuf {
    tree::root().join("tests/fuzz/corpus").join(name)
}

/// The files in a folder, each with its length.
fn sized(folder: &Path) -> std::io::Result<Vec<(PathBuf, u64)>> {
    fs::read_dir(folder)?
        .map(|entry| entry.and_then(|it| Ok((it.path(), it.metadata()?.len()))))
        .collect()
}

/// Whether a fuzzer has named a file, by its sum, and no person.
fn is_unnamed(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.len() == 40 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The machine that this runs on, as the compiler names it.
fn host() -> Result<String, String> {
    let said = tree::output(tree::command("rustc").arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc names no host".into())
}

/// Messages between pages at random, so many as a test takes.
pub(crate) fn frames() -> Command {
    let mut node = tree::command("node");
    node.args(["--test", "tests/fuzz/frames/frames.test.mjs"]);
    node
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_way_in_is_chosen_by_its_name_and_another_name_is_told_which_there_are() {
        let names = || vec!["save-file".to_owned(), FRAMES.to_owned()];
        assert_eq!(chosen(None, names()), Ok(names()));
        assert_eq!(chosen(Some(FRAMES), names()), Ok(vec![FRAMES.to_owned()]));
        let told = chosen(Some("save"), names()).unwrap_err();
        assert!(told.contains("save-file, frames"), "{told}");
    }

    #[test]
    fn what_a_person_has_named_is_not_taken_for_a_fuzzers() {
        assert!(is_unnamed(Path::new("a/c4a3c648cf841e34c72ceb0752d92de01e057c95")));
        for named in ["empty", "a-day-that-is-none", "c4a3c648cf841e34c72ceb0752d92de01e057c9"] {
            assert!(!is_unnamed(Path::new(named)), "{named}");
        }
    }
}
