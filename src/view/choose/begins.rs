//! Where one begins: with the risks, and then what touches them, or in the order of the questions.

use domain::count::count;
use domain::risk::Rated;
use domain::texts::later::{self as key, Key};
use editor::later;
use editor::risking::Risking;
use editor::work::Work;
use yew::prelude::*;

use crate::view::given::LaterGiven;
use crate::view::parts::radios::{Row, radios};
use crate::view::words::LaterWords;

pub(super) const ID: &str = "begins";

const RISKS: &str = "risks";
const BANK: &str = "bank";

/// How many risks the way that begins with them is said to hold, and about how many minutes one takes: five
/// to describe it, five to rate it.
const COUNTED: u32 = 3;
const MINUTES_FOR_ONE: u32 = 10;

/// What is set, and about how long the beginning takes.
pub(super) fn said(work: &Work, words: &LaterWords) -> AttrValue {
    if !work.assessment.risks.leads() {
        return words.get(key::CHOOSE_BEGINS_BANK);
    }
    with_minutes(work, key::CHOOSE_BEGINS_RISKS, words)
}

/// About how long it takes until each of three risks, or of those that are listed, is rated.
fn with_minutes(work: &Work, says: Key, words: &LaterWords) -> AttrValue {
    let kept = work.assessment.risks.kept();
    let rated = count(kept.iter().filter(|kept| kept.rated != Rated::No).count());
    let all = count(kept.len()).max(COUNTED);
    let minutes = MINUTES_FOR_ONE.saturating_mul(all.saturating_sub(rated)).to_string();
    words.with(says, &[("minutes", &minutes)])
}

/// What the line of it holds.
pub(super) fn inside(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch } = given;
    let Some(work) = &state.work else { return Html::default() };
    let row = |value: &'static str, name: Key, about: AttrValue| Row {
        value: value.into(),
        text: words.get(name),
        hint: Some(about),
        ..Row::default()
    };
    let about_risks = with_minutes(work, key::CHOOSE_BEGINS_RISKS_ABOUT, words);
    let rows = vec![vec![
        row(RISKS, key::CHOOSE_BEGINS_RISKS_NAME, about_risks),
        row(BANK, key::CHOOSE_BEGINS_BANK_NAME, words.get(key::CHOOSE_BEGINS_BANK_ABOUT)),
    ]];
    let chosen = if work.assessment.risks.leads() { RISKS } else { BANK };
    let onchoose = dispatch
        .on(|value: AttrValue| later::Command::Risk(Risking::Lead(value.as_str() == RISKS)));
    radios(&ID.into(), "way".into(), None, Some(chosen), rows, &onchoose)
}
