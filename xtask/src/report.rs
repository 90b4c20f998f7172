//! Steps that run one after the other, all of them, with a line each and a sum at the end.

use std::time::Instant;

/// What ran so far.
#[derive(Default)]
pub(crate) struct Report {
    passed: u32,
    failed: u32,
}

impl Report {
    /// Runs one step.
    pub(crate) fn step(&mut self, name: &str, run: impl FnOnce() -> Result<(), String>) {
        self.counted(name, || run().map(|()| (1, 0)));
    }

    /// Runs a step that counts for itself: how many passed, how many failed.
    pub(crate) fn counted(&mut self, name: &str, run: impl FnOnce() -> Result<(u32, u32), String>) {
        let start = Instant::now();
        let outcome = run();
        let time = start.elapsed().as_secs_f32();
        match outcome {
            Ok((passed, 0)) => {
                self.passed += passed;
                println!("ok      {name} ({time:.1} s)");
            }
            Ok((passed, failed)) => {
                self.passed += passed;
                self.failed += failed;
                println!("FAILED  {name} ({time:.1} s): {failed} of {}", passed + failed);
            }
            Err(reason) => {
                self.failed += 1;
                println!("FAILED  {name} ({time:.1} s)\n{}", reason.trim_end());
            }
        }
    }

    /// The sum; an error if anything failed.
    pub(crate) fn end(self) -> Result<(), String> {
        let Self { passed, failed } = self;
        println!("{passed} passed, {failed} failed");
        if failed == 0 { Ok(()) } else { Err(String::new()) }
    }
}
