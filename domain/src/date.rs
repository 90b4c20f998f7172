//! Days.

use std::fmt;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// A day in the person's own time zone. The browser's clock gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

/// The years of days and months that somebody can mean. Others come from a year that was typed with two
/// digits, or one too many.
pub const YEARS: RangeInclusive<u16> = 1990..=2199;

impl Date {
    /// The day that somebody typed, of a year that they can mean.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        Self::parse(text.trim()).filter(|day| day.is_likely())
    }

    /// Whether it is of a year that somebody can mean. What was kept before this was asked may not be.
    #[must_use]
    pub fn is_likely(self) -> bool {
        YEARS.contains(&self.year)
    }

    /// The day in a text such as `2027-01-31` (ISO 8601). None where there is no such day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut next = |length: usize| {
            let part = parts.next().filter(|part| part.len() == length)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok())?
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        if parts.next().is_some() {
            return None;
        }
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        let is_day = year > 0
            && (1..=12).contains(&month)
            && (1..=datealgo::days_in_month(year.into(), month)).contains(&day);
        is_day.then_some(Self { year, month, day })
    }

    /// Days since 1970-01-01, negative before it.
    #[must_use]
    pub fn days(self) -> i32 {
        datealgo::date_to_rd((self.year.into(), self.month, self.day))
    }

    /// The day so many days after 1970-01-01. None where its year has no four digits.
    #[must_use]
    pub fn from_days(days: i32) -> Option<Self> {
        (-719_162..=2_932_896).contains(&days).then_some(())?;
        let (year, month, day) = datealgo::rd_to_date(days);
        Some(Self { year: u16::try_from(year).ok()?, month, day })
    }

    /// The same day a year on; of 29 February, the day after.
    #[must_use]
    pub fn next_year(self) -> Self {
        let on = Self { year: self.year.saturating_add(1), ..self };
        if self.day > datealgo::days_in_month(on.year.into(), self.month) {
            return Self { month: 3, day: 1, ..on };
        }
        on
    }

    /// The same day a month on; where that month is shorter, its last day.
    #[must_use]
    pub fn next_month(self) -> Self {
        let (year, month) = match self.month {
            12.. => (self.year.saturating_add(1), 1),
            month => (self.year, month + 1),
        };
        Self { year, month, day: self.day.min(datealgo::days_in_month(year.into(), month)) }
    }

    /// The date as in file names, `2026-11-24`.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// As `2027-01-31`.
impl fmt::Display for Date {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_survives_its_text_and_what_is_no_day_is_none() {
        for text in ["2027-01-31", "2028-02-29", "2000-02-29", "0001-12-01"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "2027-02-29",
            "1900-02-29",
            "2027-13-01",
            "2027-00-10",
            "2027-1-1",
            "27-01-01",
            "",
            "2027-01-32",
            "2027-01-01-01",
            "+027-01-01",
            "0000-01-01",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_that_is_typed_is_of_a_year_that_somebody_can_mean() {
        for text in ["1990-01-01", " 2026-03-31", "2199-12-31"] {
            assert_eq!(Date::typed(text), Date::parse(text.trim()), "{text}");
            assert!(Date::typed(text).is_some(), "{text}");
        }
        // The year 26 is what a browser makes of two digits.
        for text in ["0026-03-31", "1989-12-31", "2200-01-01", "12026-03-31", "2026-02-30", ""] {
            assert_eq!(Date::typed(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_counted_as_the_calendar_has_them() {
        for (text, days) in [
            ("0001-01-01", -719_162),
            ("1970-01-01", 0),
            ("1972-03-01", 790),
            ("2000-02-29", 11_016),
            ("2026-10-14", 20_740),
            ("2100-03-01", 47_541),
            ("9999-12-31", 2_932_896),
        ] {
            let day = Date::parse(text).unwrap();
            assert_eq!(day.days(), days, "{text}");
            assert_eq!(Date::from_days(days), Some(day), "{text}");
        }
        assert_eq!(Date::from_days(-719_163), None);
        assert_eq!(Date::from_days(2_932_897), None);
    }

    #[test]
    fn every_day_comes_back_and_is_one_that_a_text_can_say() {
        for days in (-719_162..=2_932_896).step_by(97) {
            let day = Date::from_days(days).unwrap();
            assert_eq!(day.days(), days);
            assert_eq!(Date::parse(&day.iso()), Some(day));
        }
    }

    #[test]
    fn a_month_on_is_a_day_that_there_is() {
        let day = |text| Date::parse(text).unwrap();
        for (today, then) in [
            ("2026-11-28", "2026-12-28"),
            ("2026-12-31", "2027-01-31"),
            ("2027-01-31", "2027-02-28"),
            ("2028-01-30", "2028-02-29"),
        ] {
            assert_eq!(day(today).next_month(), day(then), "{today}");
        }
    }

    #[test]
    fn a_year_on_is_a_day_that_there_is() {
        let day = |text| Date::parse(text).unwrap();
        assert_eq!(day("2026-11-24").next_year(), day("2027-11-24"));
        assert_eq!(day("2028-02-29").next_year(), day("2029-03-01"));
    }
}
