//! The day of an example, written `2026-10-14`: the browser's milliseconds are nothing to write by
//! hand.

use domain::assessment::Timestamp;

use crate::content::read::Table;

/// The hour that every example shows.
const NOON: i64 = 12;

/// Reads a day. One that the calendar does not have is a problem.
pub(super) fn read<'a>(table: &Table<'a>, field: &'a str) -> Timestamp {
    let text = table.text(field);
    match parse(&text) {
        Some(day) => Timestamp((day * 24 + NOON) * 60 * 60 * 1000),
        None => {
            if !text.is_empty() {
                let reason = format!("expected a day like 2026-10-14, found “{text}”");
                table.problem(&table.place(field), field, reason);
            }
            Timestamp::default()
        }
    }
}

/// Days since 1970-01-01.
fn parse(text: &str) -> Option<i64> {
    let mut parts = text.split('-');
    let mut next = |digits: usize| -> Option<i64> {
        let part = parts.next()?;
        let fine = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        fine.then(|| part.parse().ok())?
    };
    let (year, month, day) = (next(4)?, next(2)?, next(2)?);
    let fits = (1970..).contains(&year) && parts.next().is_none();
    (fits && (1..=days_of(year, month)?).contains(&day)).then(|| {
        let years: i64 = (1970..year).map(|year| if is_leap(year) { 366 } else { 365 }).sum();
        let months: i64 = (1..month).filter_map(|month| days_of(year, month)).sum();
        years + months + day - 1
    })
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_of(year: i64, month: i64) -> Option<i64> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if is_leap(year) { 29 } else { 28 }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(parse("1970-01-01"), Some(0));
        assert_eq!(parse("1972-03-01"), Some(790));
        assert_eq!(parse("2000-02-29"), Some(11_016));
        assert_eq!(parse("2026-10-14"), Some(20_740));
        for other in ["2026-02-29", "2026-13-01", "2026-00-10", "2026-10-32", "1969-12-31"] {
            assert_eq!(parse(other), None, "{other}");
        }
        for other in ["2026-10", "2026-10-14-1", "14.10.2026", "26-10-14", "2026-1-4", "+026-10-14"]
        {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
