//! What a program can see in the steps of a ladder, on steps that nobody has asked.

use super::{NOBODY, USED, WHO, bad, found, good};

#[test]
fn last_has_a_period() {
    bad(WHO, "Who stopped your last release?", "time frame: “last release” has no period: add");
    bad(WHO, "Who read the latest report?", "time frame: “latest report”");
    bad(NOBODY, "We looked at the last case.", "“last case” has no period");
    bad(USED, "+ the last time, they have this power.", "“last time” has no period");
    good(WHO, "Who stopped your last release (in 24 months)?");
    good(WHO, "Who stopped your most recent release?");
    good(NOBODY, "We looked at the last case of these 12 months.");
    // The question has it.
    assert_eq!(
        found(&[
            (WHO, "Who stopped your last release in 24 months?"),
            (NOBODY, "Nobody, at the last one.")
        ]),
        ""
    );
    let other =
        found(&[(WHO, "Who stops a release, in 24 months?"), (NOBODY, "Nobody, the last time.")]);
    assert!(other.contains("“last time” has no period"), "{other}");
    // No time, a deed, and what is quoted.
    good(NOBODY, "At last, somebody has the last word.");
    good(NOBODY, "As a last resort, we look at harm that may last.");
    good(NOBODY, "We look at posts that say “last chance”.");
}
