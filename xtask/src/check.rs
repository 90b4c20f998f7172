//! What is checked before every commit: format, clippy, arrows of the house, links, content. Under half a
//! minute when nothing changed.

use crate::install::TARGET;
use crate::report::Report;
use crate::tree::APP;
use crate::{arrows, build, content, install, links, tree};

/// Runs all checks, also when one fails, and fails if any did.
pub(crate) fn run() -> Result<(), String> {
    let mut report = Report::default();
    all(&mut report);
    report.end()
}

/// All checks. The quick ones come first.
pub(crate) fn all(report: &mut Report) {
    report.step("arrows of the house", arrows::run);
    report.step("links of the documents", links::run);
    report.step("content", || build::banks().and_then(|banks| build::examples(&banks).map(drop)));
    report.step("ids of the content", content::check_ids);
    report.step("how the content is written", content::check);
    report.step("format", || {
        install::components()?;
        tree::run(tree::cargo().args(["fmt", "--all", "--check"]))
            .map_err(|reason| format!("{reason}; cargo fmt --all writes it right"))
    });
    report.step("clippy", || {
        let mut clippy = tree::cargo();
        clippy.args(["clippy", "--quiet", "--workspace", "--exclude", APP, "--all-targets"]);
        tree::run(clippy.args(["--", "--deny", "warnings"]))
    });
    report.step("clippy for the browser", || {
        install::wasm_target()?;
        let mut clippy = tree::cargo();
        clippy.args(["clippy", "--quiet", "--target", TARGET]);
        clippy.args(["--package", APP, "--package", "documents", "--package", "lock"]);
        tree::run(clippy.args(["--", "--deny", "warnings"]))
    });
}
