//! Programs that run tests: what they print is shown, and what they count is added up.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;

/// How many passed, how many failed.
pub(super) type Counts = (u32, u32);

/// What counts as a result in one line of what a program prints.
pub(super) type CountLine = fn(&str) -> Counts;

/// Runs tests.
pub(super) fn run(command: &mut Command, count: CountLine) -> Result<Counts, String> {
    shown(command, count, "")
}

/// Runs several programs at the same time, each with a name that stands before its lines.
pub(super) fn side_by_side(
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
    let (mut passed, mut failed, mut reasons) = (0, 0, Vec::new());
    for ((name, _), outcome) in commands.iter().zip(outcomes) {
        match outcome {
            Ok((more_passed, more_failed)) => {
                passed += more_passed;
                failed += more_failed;
            }
            Err(reason) => reasons.push(format!("{name}: {reason}")),
        }
    }
    if reasons.is_empty() { Ok((passed, failed)) } else { Err(reasons.join("\n")) }
}

fn shown(command: &mut Command, count: CountLine, before: &str) -> Result<Counts, String> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| error.to_string())?;
    let (mut passed, mut failed) = (0, 0);
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            println!("{before}{line}");
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
pub(super) fn by_cargo(line: &str) -> Counts {
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
pub(super) fn by_node(line: &str) -> Counts {
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
    fn what_runs_side_by_side_is_added_up() {
        let both = vec![("one", saying("# pass 3\n# fail 1\n")), ("other", saying("# pass 4\n"))];
        assert_eq!(side_by_side(both, by_node), Ok((7, 1)));
        let missing = vec![("one", saying("# pass 3\n")), ("other", Command::new("false"))];
        let reason = side_by_side(missing, by_node).unwrap_err();
        assert!(reason.starts_with("other: ended early"), "{reason}");
    }
}
