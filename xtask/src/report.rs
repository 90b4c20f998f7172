//! Steps that run one after the other, all of them, with a line each. At the end what failed is named
//! once more, as it may stand far above, and a sum.

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
        let outcome = run();
        let time = start.elapsed().as_secs_f32();
        match outcome {
            Ok(Counts { passed, failed: 0, .. }) => {
                self.all.passed += passed;
                println!("ok      {name} ({time:.1} s)");
            }
            Ok(Counts { passed, failed, faults }) => {
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

    /// The sum; an error if anything failed.
    pub(crate) fn end(self) -> Result<(), String> {
        let Counts { passed, failed, faults } = self.all;
        for fault in faults {
            println!("failed: {fault}");
        }
        println!("{passed} passed, {failed} failed");
        if failed == 0 { Ok(()) } else { Err(String::new()) }
    }
}
