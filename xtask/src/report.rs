//! Steps that run, all of them, with a line each. At the end what failed is named once more, as it may
//! stand far above, and a sum.

use std::thread;
use std::time::Instant;

use crate::counted::Counts;

/// What ran so far.
#[derive(Default)]
pub(crate) struct Report {
    all: Counts,
}

impl Report {
    /// Runs one step.
    pub(crate) fn step(&mut self, name: &str, run: impl FnOnce() -> Result<(), String>) {
        self.counted(name, || run().map(|()| Counts { passed: 1, ..Counts::default() }));
    }

    /// Runs a step that counts for itself: how many passed, how many failed.
    pub(crate) fn counted(&mut self, name: &str, run: impl FnOnce() -> Result<Counts, String>) {
        let start = Instant::now();
        let mut outcome = run();
        let time = start.elapsed().as_secs_f32();
        if let Ok(counts) = &mut outcome {
            self.all.second_looks.append(&mut counts.second_looks);
        }
        match outcome {
            Ok(Counts { passed, failed: 0, .. }) => {
                self.all.passed += passed;
                println!("ok      {name} ({time:.1} s)");
            }
            Ok(Counts { passed, failed, faults, .. }) => {
                self.all.passed += passed;
                self.all.failed += failed;
                let faults = faults.iter().map(|fault| format!("{name}: {fault}"));
                self.all.faults.extend(faults);
                println!("FAILED  {name} ({time:.1} s): {failed} of {}", passed + failed);
            }
            Err(reason) => {
                let reason = reason.trim_end();
                self.all.failed += 1;
                self.all.faults.push(format!("{name}: {reason}"));
                println!("FAILED  {name} ({time:.1} s)\n{reason}");
            }
        }
    }

    /// Runs two lines of steps at the same time. What they print stands mixed.
    pub(crate) fn side_by_side(
        &mut self,
        one: impl FnOnce(&mut Self),
        other: impl FnOnce(&mut Self) + Send,
    ) {
        let beside = thread::scope(|scope| {
            let beside = scope.spawn(|| {
                let mut report = Self::default();
                other(&mut report);
                report
            });
            one(self);
            beside.join()
        });
        match beside {
            Ok(Self { all }) => self.all.append(all),
            Err(_) => self.step("what ran beside", || Err("stopped before its end".into())),
        }
    }

    /// The sum; an error if anything failed.
    pub(crate) fn end(self) -> Result<(), String> {
        let Counts { passed, failed, faults, second_looks } = self.all;
        for test in second_looks {
            println!("passed only when it was run once more: {test}");
        }
        for fault in faults {
            println!("failed: {fault}");
        }
        println!("{passed} passed, {failed} failed");
        if failed == 0 { Ok(()) } else { Err(String::new()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_side_by_side_is_counted_together_and_a_fault_of_either_fails_the_whole() {
        let mut report = Report::default();
        report.step("first", || Ok(()));
        let failing = |report: &mut Report| report.step("theirs", || Err("broken".into()));
        report.side_by_side(|report| report.step("ours", || Ok(())), failing);
        assert_eq!((report.all.passed, report.all.failed), (2, 1));
        assert_eq!(report.all.faults, ["theirs: broken"]);
        assert!(report.end().is_err());
    }

    #[test]
    fn what_stops_beside_does_not_pass() {
        let mut report = Report::default();
        report.side_by_side(|report| report.step("ours", || Ok(())), |_| panic!("as a test does"));
        assert_eq!((report.all.passed, report.all.failed), (1, 1));
    }
}
