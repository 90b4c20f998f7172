//! The days of an example, written `2026-10-14`: the browser's milliseconds are nothing to write by
//! hand.

use domain::assessment::Timestamp;
use domain::date::Date;

use crate::content::read::Table;

/// The hour that every example shows.
const NOON: i64 = 12;

/// The first year that the browser's clock counts.
const FIRST_YEAR: u16 = 1970;

/// Reads a day. One that the calendar does not have is a problem.
pub(super) fn read<'a>(table: &Table<'a>, field: &'a str) -> Option<Date> {
    parsed(table, field, &table.text(field))
}

/// The same, where the field may be left out.
pub(super) fn read_if<'a>(table: &Table<'a>, field: &'a str) -> Option<Date> {
    parsed(table, field, &table.text_if(field)?)
}

fn parsed(table: &Table<'_>, field: &str, text: &str) -> Option<Date> {
    let day = Date::parse(text).filter(|day| day.year >= FIRST_YEAR);
    if day.is_none() && !text.is_empty() {
        let reason = format!("expected a day like 2026-10-14, found “{text}”");
        table.problem(&table.place(field), field, reason);
    }
    day
}

/// Noon of a day.
pub(super) fn noon(day: Date) -> Timestamp {
    Timestamp((days_before(day) * 24 + NOON) * 60 * 60 * 1000)
}

/// Days since 1970-01-01.
fn days_before(day: Date) -> i64 {
    let years: i64 = (FIRST_YEAR..day.year).map(|year| if is_leap(year) { 366 } else { 365 }).sum();
    let months: i64 = (1..day.month).map(|month| days_of(day.year, month)).sum();
    years + months + i64::from(day.day) - 1
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_of(year: u16, month: u8) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_has_them() {
        let days = |text| days_before(Date::parse(text).unwrap());
        assert_eq!(days("1970-01-01"), 0);
        assert_eq!(days("1972-03-01"), 790);
        assert_eq!(days("2000-02-29"), 11_016);
        assert_eq!(days("2026-10-14"), 20_740);
        assert_eq!(days("2100-03-01"), 47_541);
    }
}
