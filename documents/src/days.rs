//! Days as spreadsheets count them: since the last but one of 1899 (ISO/IEC 29500, 18.17.4.1). Good
//! from March 1900 on.

use domain::date::Date;

/// The first of March of the year 0 in that count, below zero.
const FROM_MARCH_OF_YEAR_0: i64 = 693_899;

/// The number of a day.
pub(crate) fn serial(day: Date) -> i64 {
    // Years that begin in March, so that the day that comes and goes is the last of one.
    let (month, day_of_month) = (i64::from(day.month), i64::from(day.day));
    let year = i64::from(day.year) - i64::from(month < 3);
    let months = (month + 9) % 12;
    let days = (153 * months + 2) / 5 + day_of_month - 1;
    year * 365 + year / 4 - year / 100 + year / 400 + days - FROM_MARCH_OF_YEAR_0
}

/// The day of a number, where it is that of one from March 1900 to 2199: a smaller one is some other
/// number that somebody typed. Time of day is left out.
pub(crate) fn day(number: &str) -> Option<Date> {
    let number = number.split('.').next()?.parse::<i64>().ok()?;
    (61..=109_571).contains(&number).then_some(())?;
    // No later than the year itself, and at most two before.
    let mut year = 1900 + u16::try_from(number / 367).ok()?;
    let first = |year: u16| serial(Date { year, month: 1, day: 1 });
    while first(year + 1) <= number {
        year += 1;
    }
    let on = |month: u8| serial(Date { year, month, day: 1 });
    let month = (1..=12).rev().find(|month| on(*month) <= number)?;
    Some(Date { year, month, day: u8::try_from(number - on(month) + 1).ok()? })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_spreadsheets_count_them() {
        for (text, number) in [
            ("1900-03-01", 61),
            ("1970-01-01", 25_569),
            ("2000-02-29", 36_585),
            ("2026-11-24", 46_350),
            ("2026-12-31", 46_387),
            ("2027-01-01", 46_388),
        ] {
            let date = Date::parse(text).unwrap();
            assert_eq!(serial(date), number, "{text}");
            assert_eq!(day(&number.to_string()), Some(date), "{text}");
        }
    }

    #[test]
    fn every_day_comes_back_and_other_numbers_are_none() {
        for number in 61..=109_571 {
            assert_eq!(serial(day(&number.to_string()).unwrap()), number);
        }
        for text in ["", "3", "May", "109572", "-5"] {
            assert_eq!(day(text), None, "{text}");
        }
        assert_eq!(day("46350.75").unwrap().iso(), "2026-11-24");
    }
}
