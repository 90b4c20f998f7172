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
    Timestamp((i64::from(day.days()) * 24 + NOON) * 60 * 60 * 1000)
}
