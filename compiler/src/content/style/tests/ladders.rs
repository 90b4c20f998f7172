//! What a program can see in the steps of a ladder, on steps that nobody has asked.

use super::{NOBODY, USED, WHO, bad, found, good};

const ADVISE: &str = "Somebody can advise against it.";
const NAMED: &str = "A named person can stop it.";

/// A ladder with these in place of its lower steps and, last, of step 4.
fn ladder(steps: [&str; 4]) -> String {
    let places = [NOBODY, ADVISE, NAMED, USED];
    let pieces: Vec<_> = places.into_iter().zip(steps).collect();
    found(&pieces)
}

/// Step 4 on this step 3 breaks one rule.
#[track_caller]
fn bad_above(lower: &str, step: &str, expected: &str) {
    let found = ladder([NOBODY, ADVISE, lower, step]);
    assert!(found.contains(expected), "expected {expected}, found {found}");
    assert_eq!(found.lines().count(), 1, "{found}");
}

/// Step 4 on this step 3 breaks none.
#[track_caller]
fn good_above(lower: &str, step: &str) {
    assert_eq!(ladder([NOBODY, ADVISE, lower, step]), "");
}

/// Step 2 on this step 1 breaks one rule.
#[track_caller]
fn bad_second(first: &str, second: &str, expected: &str) {
    let found = found(&[(NOBODY, first), (ADVISE, second)]);
    assert!(found.contains(expected), "expected {expected}, found {found}");
    assert_eq!(found.lines().count(), 1, "{found}");
}

/// Step 2 on this step 1 breaks none.
#[track_caller]
fn good_second(first: &str, second: &str) {
    assert_eq!(found(&[(NOBODY, first), (ADVISE, second)]), "");
}

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
fn plus_adds_to_something() {
    let nothing = "step 1 says that there is nothing, so “+” has nothing to add to";
    bad_second("We have no rule.", "+ it is a habit.", nothing);
    bad_second("Nobody can stop it.", "+ somebody may advise against it.", nothing);
    bad_second("Our teams do not look at it.", "+ they hear of it.", nothing);
    bad_second("Nothing is set for this.", "+ people talk about this.", nothing);
    // Without “+”, on something, and on what is no denial.
    good_second("We have no rule.", "It is a habit.");
    good_second("The price decides.", "+ it is told to an expert.");
    good_second("We talk, and have no rule.", "+ it is told to an expert.");
    good_second("We talk and have no rule.", "+ it is told to an expert.");
    good_second("We look not just at speed.", "+ it is told to an expert.");
}

#[test]
fn plus_does_not_build_on_what_is_denied() {
    bad_above(
        "We know of harm and have no working list.",
        "+ the list has an owner.",
        "plus: builds on “list”, which a step below denies",
    );
    bad_above("It is known, and not written down.", "+ it is written in one place.", "“written”");
    bad_above("We meet. Nobody decides there.", "+ they decide by vote.", "builds on “decide”");
    bad_above(
        "One list has owners.",
        "+ it has no owner today.",
        "denies “owner”, which a step below",
    );
    bad_above("One team compares cases.", "+ it does not compare them.", "denies “compare”");
    // What is denied under a condition is a rule; others may be left; a description denies nothing.
    good_above("Nobody releases it without a check.", "+ a second person releases it.");
    good_above("One team has no list.", "+ it has no list of users.");
    good_above("We list conflicts.", "+ no conflict that touches people is left on it.");
    good_above("We list people who do not use it.", "+ those who use it have a say.");
    good_above("Our list has all flows.", "+ it excludes some; we know of no such flow.");
}

#[test]
fn plus_says_something_new() {
    bad_above(
        "A list names an owner.",
        "+ the owner is named in the list.",
        "plus: says nothing that step 3 does not say",
    );
    bad_above("We check each release.", "+ all releases are checked.", "says nothing that step 3");
    bad_above(
        "A list names owners.",
        "+ the list names an owner and a date.",
        "plus: says step 3 again",
    );
    good_above("A list names an owner.", "+ the owner has set hours.");
    good_above("We check a release.", "+ in the last 12 months, we checked each release.");
}

#[test]
fn plus_has_to_do_with_the_step_before() {
    let loose = "plus: names nothing of step 3 and so can be true without it";
    bad_above("A route is written down.", "+ the board has set hours.", loose);
    bad_above("We name our vendors.", "+ people that know a market take part.", loose);
    bad_above("We name our vendors.", "+ those who sell have a target.", loose);
    bad_above("We name our vendors.", "+ the board knows the gravest risk.", loose);
    for step in [
        "+ the vendor tells us of changes.",
        "+ they tell us of changes.",
        "+ we test before that choice, and after that.",
        "+ the riskiest are looked at by an expert.",
        "+ we ask those firms for proof.",
        "+ those firms are asked for proof.",
        "+ that choice is on record.",
    ] {
        good_above("We name our vendors.", step);
    }
    good_above("We ask an expert.", "+ somebody with expertise has hours for each release.");
}

#[test]
fn plus_goes_on_with_a_sentence() {
    bad(USED, "+ They have this power in writing.", "plus: “They” begins a new sentence: with “+”");
    bad(USED, "+ and they have this power in writing.", "leave out “and”");
    bad(USED, "+ also they have this power in writing.", "leave out “also”");
    // A name, and a step that stands alone.
    good(USED, "+ AI models are part of this power.");
    good(USED, "They have this power in writing.");
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

#[test]
fn step_2_says_what_there_is() {
    let denies = "steps: denies, as step 1 does, and names nothing that is done";
    bad_second("We have no rule.", "We have no rule in writing.", denies);
    bad_second("Nobody has this task.", "Nobody has this task by name, or with set hours.", denies);
    bad_second(
        "We do not check it.",
        "We have not checked it, for example on price or access.",
        denies,
    );
    bad_second("Nothing is set.", "Nothing is set, and nobody has been told.", denies);
    bad_second("It has no hours.", "It has no time and money.", denies);
    let again = "steps: says step 1 again";
    bad_second("Chance decides.", "It is decided by chance.", again);
    good_second("We have no rule.", "We have a rule.");
    good_second("We have no rule.", "We decide without a rule.");
    good_second("Nobody has this task.", "Nobody has this task, but volunteers look after it.");
    good_second("Nothing is set.", "Nothing is set; whoever is asked answers.");
    good_second("Nothing is set.", "No rule is set and each team decides.");
    good_second("We do not check it.", "We have not checked it, except in one case.");
    good_second("We have no list.", "A list is kept. Nobody has looked at it.");
}
