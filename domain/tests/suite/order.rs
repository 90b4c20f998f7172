//! The order of gaps, as a table.

use domain::answer::Answer;
use domain::assessment::Assessment;
use domain::findings::Found;

use crate::bank::{With, bank, empty};

/// The questions behind the gaps, in their order.
#[track_caller]
fn check(assessment: Assessment, expected: &[&str]) {
    let findings = Found::of(&bank(), &assessment).findings;
    let found: Vec<&str> = findings.gaps.iter().map(|gap| gap.question.id.as_str()).collect();
    assert_eq!(found, expected);
}

/// An assessment in which no fact raises anything.
fn calm() -> Assessment {
    empty().fact("scope-state", "no").fact("scope-custom", "no")
}

#[test]
fn weight_for_people_comes_first() {
    check(
        calm().step("own-tasks", 1).step("own-promise", 1).step("see-people", 2),
        &["see-people", "own-promise", "own-tasks"],
    );
}

#[test]
fn within_a_weight_the_lower_step_comes_first_and_then_the_order_of_the_bank() {
    check(
        calm().step("see-people", 2).step("sell-check", 1).step("run-remedy", 1),
        &["sell-check", "run-remedy", "see-people"],
    );
}

#[test]
fn what_is_not_known_stands_before_the_lowest_step() {
    check(
        calm().step("see-people", 1).unknown("run-remedy").step("sell-check", 2),
        &["run-remedy", "see-people", "sell-check"],
    );
}

#[test]
fn not_known_is_a_gap_where_it_weighs_and_not_elsewhere() {
    check(calm().unknown("own-tasks").unknown("own-promise"), &["own-promise"]);
    check(calm().fact("scope-custom", "yes").unknown("own-tasks"), &["own-tasks"]);
}

#[test]
fn what_others_wait_for_comes_first_within_its_level() {
    // `cease` is answered, so it waits for `see-part`.
    check(
        calm().step("see-people", 1).step("see-part", 2).value("cease", "no-part"),
        &["see-part", "see-people"],
    );
    // Nobody waits while it is open, or does not apply.
    check(calm().step("see-people", 1).step("see-part", 2), &["see-people", "see-part"]);
    check(
        calm().step("see-people", 1).step("see-part", 2).not_applying("cease", "no harm known"),
        &["see-people", "see-part"],
    );
}

#[test]
fn a_dependency_from_a_step_on_holds_from_that_step_on() {
    let low = || calm().step("see-people", 1).step("run-safeguard", 2);
    check(low().step("run-watch", 4), &["run-safeguard", "see-people"]);
    check(low().step("run-watch", 3), &["see-people", "run-safeguard"]);
    check(low().answered("run-watch", Answer::default()), &["see-people", "run-safeguard"]);
}

#[test]
fn waiting_never_beats_the_level() {
    check(
        calm()
            .fact("scope-state", "indirect")
            .step("see-part", 1)
            .value("cease", "no-part")
            .step("sell-check", 2),
        &["sell-check", "see-part"],
    );
}

#[test]
fn a_fact_moves_up_and_one_left_open_counts_as_not_known() {
    let gaps = || empty().fact("scope-custom", "no").step("see-people", 1).step("sell-check", 2);
    check(gaps().fact("scope-state", "direct"), &["sell-check", "see-people"]);
    check(gaps().fact("scope-state", "unknown"), &["sell-check", "see-people"]);
    check(gaps(), &["sell-check", "see-people"]);
    check(gaps().fact("scope-state", "no"), &["see-people", "sell-check"]);
    check(gaps().fact("scope-state", "no such value"), &["sell-check", "see-people"]);
}

#[test]
fn a_raised_p2_stands_among_p3_and_a_raised_p1_among_p2() {
    check(
        empty()
            .fact("scope-custom", "yes")
            .step("see-people", 2)
            .step("tell-setbacks", 1)
            .step("own-promise", 2)
            .step("own-tasks", 1),
        &["tell-setbacks", "see-people", "own-tasks", "own-promise"],
    );
}

#[test]
fn a_value_named_as_gap_is_one_and_step_three_is_not() {
    check(calm().value("cease", "open").step("see-people", 3), &["cease"]);
    check(calm().value("cease", "no-part"), &[]);
    check(calm().value("cease", "no such value"), &[]);
}

#[test]
fn only_questions_that_are_asked_count() {
    // Folded away by the decision.
    check(calm().value("plan", "none").step("plan-basis", 1), &[]);
    check(calm().value("plan", "draft").step("plan-basis", 1), &["plan-basis"]);
    check(calm().step("plan-basis", 1), &["plan-basis"]);
    // Left out by the short form.
    check(calm().short().step("see-part", 1).step("see-people", 1), &["see-people"]);
    // Not in the bank at all.
    check(calm().step("no-such-question", 1), &[]);
}
