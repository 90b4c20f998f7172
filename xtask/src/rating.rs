//! What raters are given, and how far they agreed: see `docs/rating.md`.

use std::fs;

use compiler::rating;
use domain::bank::Bank;

use crate::{build, tree};

/// Where ratings stand.
const RATINGS: &str = "docs/rating/ratings.tsv";

/// Prints what raters are given.
pub(crate) fn questionnaire() -> Result<(), String> {
    print!("{}", rating::questionnaire(&bank()?));
    Ok(())
}

/// Prints the table of the page, the words in which each question stands today where other ones were
/// rated, and what the raters chose where that differs.
pub(crate) fn agreement() -> Result<(), String> {
    let bank = bank()?;
    let file = fs::read_to_string(tree::root().join(RATINGS))
        .map_err(|error| format!("{RATINGS}: {error}"))?;
    let ratings =
        rating::read(&file).map_err(|line| format!("{RATINGS}:{line}: expected five columns"))?;
    println!("{}", rating::table(&bank, &ratings));
    for question in bank.catalogue.questions().filter(|question| rating::is_rated(question)) {
        let id = question.id.as_str();
        let words = rating::words(question);
        if ratings.iter().any(|one| one.question == id && one.words != words) {
            println!("{id} has other words now: {words}");
        }
    }
    for one in ratings.iter().filter(|one| one.chosen[0] != one.chosen[1]) {
        println!("{} {}: {} and {}", one.company, one.question, one.chosen[0], one.chosen[1]);
    }
    Ok(())
}

fn bank() -> Result<Bank, String> {
    build::banks()?.into_iter().next().ok_or_else(|| "there is no language".into())
}
