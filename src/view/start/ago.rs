//! How long ago something was, in the words that people use for it.

use domain::assessment::Timestamp;
use domain::date::Date;
use domain::texts::later::Key;
use yew::AttrValue;

use crate::browser::clock;
use crate::view::words::LaterWords;

/// The sentences for one event, from the nearest past to the farthest.
#[derive(Clone, Copy)]
pub(super) struct Sentences {
    pub(super) today: Key,
    pub(super) yesterday: Key,
    pub(super) days: Key,
    pub(super) on: Key,
}

/// After so many days people want the date.
const NEAR: i32 = 14;

/// Says when something was.
pub(super) fn ago(at: Timestamp, sentences: Sentences, words: &LaterWords) -> AttrValue {
    let language = words.language();
    match day(clock::now()).days() - day(at.0).days() {
        0 => words.with(sentences.today, &[("time", &clock::time(language, at.0))]),
        1 => words.with(sentences.yesterday, &[("time", &clock::time(language, at.0))]),
        days @ 2..NEAR => words.count(sentences.days, u32::try_from(days).unwrap_or_default()),
        // Longer ago; or in the future, where somebody set a clock.
        _ => words.with(sentences.on, &[("day", &clock::day(language, at.0))]),
    }
}

/// The day of a moment in the person's own time zone.
fn day(at: i64) -> Date {
    let clock::Local { year, month, day } = clock::local(at);
    Date { year, month, day }
}
