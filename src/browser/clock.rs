//! The time of day, in the person's own time zone, and timers.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

/// A timer that is given up when dropped.
pub(crate) type Timer = gloo::timers::callback::Timeout;

/// A moment as the person's calendar and clock show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Local {
    /// Year.
    pub(crate) year: u16,
    /// Month, 1 to 12.
    pub(crate) month: u8,
    /// Day, 1 to 31.
    pub(crate) day: u8,
}

/// Milliseconds since 1970-01-01T00:00Z.
pub(crate) fn now() -> i64 {
    Date::now() as i64
}

/// The day of a moment in the person's own time zone.
pub(crate) fn local(at: i64) -> Local {
    let date = date(at);
    Local {
        year: date.get_full_year() as u16,
        month: date.get_month() as u8 + 1,
        day: date.get_date() as u8,
    }
}

/// The time of a moment as people write it in a language: `14:32`, or `2:32 pm`.
pub(crate) fn time(language: &str, at: i64) -> String {
    let options = Object::new();
    for (name, form) in [("hour", "numeric"), ("minute", "2-digit")] {
        // Setting a field of a plain object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &form.into());
    }
    date(at).to_locale_time_string_with_options(&locale(language), &options).into()
}

/// The time of a moment with its seconds: `14:32:07`.
pub(crate) fn time_with_seconds(language: &str, at: i64) -> String {
    date(at).to_locale_time_string(&locale(language)).into()
}

/// The day of a moment as people write it in a language: `24 November 2026`.
pub(crate) fn day(language: &str, at: i64) -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"dateStyle".into(), &"long".into());
    date(at).to_locale_date_string(&locale(language), &options).into()
}

/// Runs something once after so many milliseconds.
pub(crate) fn after(milliseconds: u32, run: impl FnOnce() + 'static) -> Timer {
    Timer::new(milliseconds, run)
}

/// A day of the calendar, written likewise.
pub(crate) fn calendar_day(language: &str, year: u16, month: u8, day: u8) -> String {
    let date = Date::new_with_year_month_day(0, i32::from(month) - 1, i32::from(day));
    // Said apart: of a year below 100 the constructor makes one of the last century.
    date.set_full_year_with_month_date(u32::from(year), i32::from(month) - 1, i32::from(day));
    self::day(language, date.get_time() as i64)
}

/// The reader's own variety of the page's language, which tells 14:32 from 2:32 pm.
fn locale(language: &str) -> String {
    let own = super::window::window().map(|window| window.navigator().languages());
    own.and_then(|own| {
        own.iter().filter_map(|tag| tag.as_string()).find(|tag| is_of(tag, language))
    })
    .unwrap_or_else(|| language.to_owned())
}

fn is_of(tag: &str, language: &str) -> bool {
    tag.strip_prefix(language).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

fn date(at: i64) -> Date {
    Date::new(&JsValue::from_f64(at as f64))
}
