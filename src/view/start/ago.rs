//! How long ago something was, in the words that people use for it.

use domain::assessment::Timestamp;
use domain::texts::later::Key;
use yew::AttrValue;

use crate::browser::clock::{self, Local};
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
const NEAR: i64 = 14;

/// Says when something was.
pub(super) fn ago(at: Timestamp, sentences: Sentences, words: &LaterWords) -> AttrValue {
    let language = words.language();
    match day_number(clock::local(clock::now())) - day_number(clock::local(at.0)) {
        0 => words.with(sentences.today, &[("time", &clock::time(language, at.0))]),
        1 => words.with(sentences.yesterday, &[("time", &clock::time(language, at.0))]),
        days @ 2..NEAR => words.count(sentences.days, u32::try_from(days).unwrap_or_default()),
        // Longer ago; or in the future, where somebody set a clock.
        _ => words.with(sentences.on, &[("day", &clock::day(language, at.0))]),
    }
}

/// Days since a day long ago, so that two of them can be subtracted. Counted in years that begin
/// with March, so that the day that is not there every year is the last.
fn day_number(day: Local) -> i64 {
    let (year, month) = match day.month {
        month @ ..3 => (i64::from(day.year) - 1, i64::from(month) + 9),
        month => (i64::from(day.year), i64::from(month) - 3),
    };
    let before_month = (153 * month + 2) / 5;
    365 * year + year / 4 - year / 100 + year / 400 + before_month + i64::from(day.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(earlier: (u16, u8, u8), later: (u16, u8, u8), days: i64) {
        let number = |(year, month, day)| day_number(Local { year, month, day });
        assert_eq!(number(later) - number(earlier), days);
    }

    #[test]
    fn days_are_counted_over_months_and_years() {
        check((2026, 11, 24), (2026, 11, 24), 0);
        check((2026, 11, 30), (2026, 12, 1), 1);
        check((2026, 12, 31), (2027, 1, 1), 1);
        check((2026, 2, 28), (2026, 3, 1), 1);
        check((2028, 2, 28), (2028, 3, 1), 2);
        check((2026, 3, 1), (2027, 3, 1), 365);
        check((1999, 12, 31), (2000, 12, 31), 366);
    }
}
