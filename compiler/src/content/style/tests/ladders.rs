//! What a program can see in the steps of a ladder, on steps that nobody has asked.

use super::{NOBODY, USED, WHO, bad, found, good};

#[test]
fn a_list_in_a_step_says_whether_one_is_enough() {
    for (step, shown) in [
        ("We ask sales, support and law.", "sales, support and law”"),
        ("Our record names owners, dates, and costs.", "owners, dates, and costs”"),
        ("We map it by market, product and place of use.", "market, product and place of use”"),
        (
            "We keep a map of harm, by market, product and place of use.",
            "market, product and place of use”",
        ),
        ("We know harm from tests, from mail and from talks.", "tests, from mail and from talks”"),
        ("We ask who pays, what it costs and who decides.", "pays, what it costs and who decides”"),
        ("Our list is long: models, maps, cameras.", "models, maps, cameras”"),
        ("States (police, courts, ministries) ask us.", "police, courts, ministries”"),
        ("For sales, support and law, we have a rule.", "sales, support and law”"),
        ("In some markets, we name owners, dates and costs.", "owners, dates and costs”"),
        // A word for something else than the list.
        ("For each market, we name owners, dates and costs.", "owners, dates and costs”"),
        ("We name owners, dates and costs (such as hours).", "owners, dates and costs”"),
        // “May” makes of “or” what can be meant of each.
        ("One person may stop, change or delay it.", "stop, change or delay it”"),
        ("We ask who could be seen, judged or shut out.", "seen, judged or shut out”"),
    ] {
        bad(NOBODY, step, &format!("steps: lists: “{shown} leaves open whether one is enough"));
    }
}

#[test]
fn a_list_with_a_word_for_how_many_is_plain() {
    for step in [
        "We ask teams such as sales, support and law.",
        "We ask some teams, for example sales, support and law.",
        "We ask all of them: sales, support and law.",
        "We ask each of sales, support and law.",
        "Our terms set all four: hours, pay, care, and a way to complain.",
        "We ask three teams: sales, support and law.",
        "We ask any of sales, support and law.",
        "We ask at least one of sales, support and law.",
        "States (such as police, courts and ministries) ask us.",
        "For each of sales, support and law, we have a rule.",
    ] {
        good(NOBODY, step);
    }
}

#[test]
fn what_only_looks_like_a_list_is_none() {
    for step in [
        // Two are read as both; “or” says that one is enough.
        "The board or the owners know of it.",
        "We have time and money for it.",
        "We kept, dropped or changed it.",
        "We have no owner, date or place for it.",
        "Nobody may stop, change or delay it.",
        // Clauses.
        "We asked people, and changed a rule where needed.",
        "In the last 12 months, we asked people and told them why.",
        "In the last 12 months, people asked and we told them why.",
        "We look at it, but have no owner and no date.",
        "We asked people, they told us more and left.",
        "They explain the choice, and what it cost, to staff.",
        "They gave figures that got worse, with reasons, or said that none did.",
        // Explanations.
        "Somebody, such as the owner, can advise against it or might stop it.",
        "An adviser, from sales and support, looked at it.",
        "A record, kept by sales and support, holds it.",
        "The owner, in sales, holds the map and the list.",
        "A record made at launch, or later, holds the use and the misuse.",
        // Quoted, so spoken of.
        "We look for “safe, sound and fair”.",
    ] {
        good(NOBODY, step);
    }
    // Beside a step, a list may stay open.
    good(WHO, "Who in sales, support and law can stop a release?");
}

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
