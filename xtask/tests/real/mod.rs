//! The real content, as the tools print it.

use std::process::Command;

use domain::assessment::Assessment;
use domain::catalogue::Catalogue;
use domain::findings::Findings;
use domain::guidance::Guidance;
use domain::rules::Rules;
use serde::Deserialize;

/// The bank as `cargo xtask catalogue --json` prints it.
#[derive(Deserialize)]
pub(crate) struct Real {
    pub(crate) catalogue: Catalogue,
    #[allow(dead_code, reason = "shared by several test binaries, each of which uses a part")]
    pub(crate) guidance: Guidance,
    pub(crate) rules: Rules,
}

/// What a verb of the tools prints.
pub(crate) fn printed(arguments: &[&str]) -> Vec<u8> {
    let printed =
        Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).output().expect("the tool runs");
    assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    printed.stdout
}

pub(crate) fn real() -> Real {
    serde_json::from_slice(&printed(&["catalogue", "--json"])).expect("the bank reads back")
}

impl Real {
    pub(crate) fn findings(&self, assessment: &Assessment) -> Findings {
        domain::findings::of(&self.catalogue, &self.rules, assessment)
    }
}
