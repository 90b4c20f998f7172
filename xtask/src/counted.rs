//! Programs that run tests: what they print is shown, and what they count is added up.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;

/// What became of tests.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// How many passed.
    pub(crate) passed: u32,
    /// How many failed.
    pub(crate) failed: u32,
    /// Which failed and why, a line each, as far as the program said.
    pub(crate) faults: Vec<String>,
    /// Which passed when they were run once more, and why they did not before.
    pub(crate) second_looks: Vec<String>,
}

/// What stands in the output before a test that passed when it was run once more.
const SECOND_LOOK: &str = "SECOND LOOK: ";

impl Counts {
    /// Takes in what became of others.
    pub(crate) fn append(&mut self, others: Self) {
        self.add((others.passed, others.failed));
        self.faults.extend(others.faults);
        self.second_looks.extend(others.second_looks);
    }

    fn add(&mut self, (passed, failed): (u32, u32)) {
        self.passed += passed;
        self.failed += failed;
    }
}

/// How many passed and failed by one line of what a program prints.
pub(crate) type CountLine = fn(&str) -> (u32, u32);

/// Runs tests.
pub(crate) fn run(command: &mut Command, count: CountLine) -> Result<Counts, String> {
    shown(command, count, "")
}

/// Runs several programs at the same time, each with a name that stands before its lines.
pub(crate) fn side_by_side(
    mut commands: Vec<(&str, Command)>,
    count: CountLine,
) -> Result<Counts, String> {
    let outcomes: Vec<_> = thread::scope(|scope| {
        let running: Vec<_> = commands
            .iter_mut()
            .map(|(name, command)| {
                let before = format!("{name:9}");
                scope.spawn(move || shown(command, count, &before))
            })
            .collect();
        running.into_iter().map(|one| one.join().unwrap_or(Err("stopped".into()))).collect()
    });
    let (mut all, mut reasons) = (Counts::default(), Vec::new());
    for ((name, _), outcome) in commands.iter().zip(outcomes) {
        match outcome {
            Ok(counts) => {
                all.add((counts.passed, counts.failed));
                let named = |faults: &[String]| -> Vec<_> {
                    faults.iter().map(|fault| format!("{name}: {fault}")).collect()
                };
                all.faults.extend(named(&counts.faults));
                all.second_looks.extend(named(&counts.second_looks));
            }
            Err(reason) => reasons.push(format!("{name}: {reason}")),
        }
    }
    if reasons.is_empty() {
        return Ok(all);
    }
    // What the others found is not lost with the one that ended early.
    Err(reasons.into_iter().chain(all.faults).collect::<Vec<_>>().join("\n"))
}

fn shown(command: &mut Command, count: CountLine, before: &str) -> Result<Counts, String> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| error.to_string())?;
    let mut counts = Counts::default();
    let mut faults = Faults::default();
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            println!("{before}{line}");
            counts.add(count(&line));
            faults.read(&line);
            counts.second_looks.extend(line.split_once(SECOND_LOOK).map(|(_, said)| said.into()));
        }
    }
    counts.faults = faults.found();
    let status = child.wait().map_err(|error| error.to_string())?;
    // What fails without being counted (it did not compile, or was killed) still fails.
    if !status.success() && counts.failed == 0 {
        return Err(format!("ended early, after {} passed: {status}", counts.passed));
    }
    Ok(counts)
}

/// Finds which tests failed: in a long record they stand far above its end.
#[derive(Default)]
struct Faults {
    found: Vec<String>,
    /// A test that failed, whose reason may follow.
    last: Option<String>,
    /// Its reason begins in the next line.
    reason_follows: bool,
}

impl Faults {
    fn read(&mut self, line: &str) {
        let line = line.trim();
        if std::mem::take(&mut self.reason_follows) {
            return self.because(line);
        }
        if let Some(name) =
            line.strip_prefix("test ").and_then(|line| line.strip_suffix(" ... FAILED"))
        {
            self.found.push(name.to_owned());
        } else if let Some((_, name)) =
            line.strip_prefix("not ok ").and_then(|line| line.split_once(" - "))
        {
            self.found.extend(self.last.replace(name.to_owned()));
        } else if line.starts_with("failureType: 'subtestsFailed'") {
            // A group of tests, of which one failed and is named.
            self.last = None;
        } else if let Some(reason) = line.strip_prefix("error: ") {
            if reason.starts_with('|') {
                self.reason_follows = true;
            } else {
                self.because(reason);
            }
        }
    }

    fn because(&mut self, reason: &str) {
        self.found.extend(self.last.take().map(|name| format!("{name}: {reason}")));
    }

    fn found(mut self) -> Vec<String> {
        self.found.extend(self.last);
        self.found
    }
}

/// `test result: ok. 3 passed; 0 failed; …`
pub(crate) fn by_cargo(line: &str) -> (u32, u32) {
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
pub(crate) fn by_node(line: &str) -> (u32, u32) {
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
            by_cargo("test result: FAILED. 20 passed; 1 failed; 0 ignored; finished in 0.0s"),
            (20, 1)
        );
        assert_eq!(by_cargo("running 3 tests"), (0, 0));
        assert_eq!(by_node("# pass 12"), (12, 0));
        assert_eq!(by_node("ℹ fail 2"), (0, 2));
        assert_eq!(by_node("# tests 12"), (0, 0));
        assert_eq!(by_node("# pass by: the word"), (0, 0));
    }

    fn saying(lines: &str) -> Command {
        let mut echo = Command::new("printf");
        echo.arg(lines);
        echo
    }

    #[test]
    fn what_runs_side_by_side_is_added_up_and_what_failed_is_named() {
        let fault =
            "    not ok 2 - keeps what is typed\n      error: 'waited'\n# pass 3\n# fail 1\n";
        let both = vec![("one", saying(fault)), ("other", saying("# pass 4\n"))];
        let Counts { passed, failed, faults, .. } = side_by_side(both, by_node).unwrap();
        assert_eq!((passed, failed), (7, 1));
        assert_eq!(faults, ["one: keeps what is typed: 'waited'"]);
        let missing = vec![("one", saying(fault)), ("other", Command::new("false"))];
        let reason = side_by_side(missing, by_node).unwrap_err();
        assert!(reason.starts_with("other: ended early"), "{reason}");
        assert!(reason.ends_with("one: keeps what is typed: 'waited'"), "{reason}");
    }

    #[test]
    fn what_passed_when_it_was_run_once_more_passes_and_is_named() {
        let said = "# SECOND LOOK: keeps what is typed: waited 40000 ms: saved\n# pass 3\n";
        let Counts { passed, failed, second_looks, .. } =
            side_by_side(vec![("one", saying(said))], by_node).unwrap();
        assert_eq!((passed, failed), (3, 0));
        assert_eq!(second_looks, ["one: keeps what is typed: waited 40000 ms: saved"]);
    }

    #[test]
    fn each_test_that_failed_is_named_with_its_reason_and_no_group() {
        let node = "\
            # Subtest: typing [chromium]\n    ok 1 - stays\n    not ok 2 - is kept\n      ---\n      \
            error: |-\n        waited 15000 ms: saved\n        Error: x\n    not ok 3 - is read\n      \
            error: 'hits after the seal'\nnot ok 4 - typing [chromium]\n  \
            failureType: 'subtestsFailed'\n  error: '2 subtests failed'\nnot ok 5 - no reason\n";
        let cargo = "test date::tests::is_read ... FAILED\ntest it ... ok\n";
        let mut faults = Faults::default();
        node.lines().chain(cargo.lines()).for_each(|line| faults.read(line));
        assert_eq!(
            faults.found(),
            [
                "is kept: waited 15000 ms: saved",
                "is read: 'hits after the seal'",
                "date::tests::is_read",
                "no reason",
            ]
        );
    }
}
