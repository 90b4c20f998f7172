//! Days as spreadsheets count them: since the last but one of 1899 (ISO/IEC 29500, 18.17.4.1). Good
//! from March 1900 on.

use domain::date::Date;

/// The number of 1970-01-01 in that count.
const OF_1970: i32 = 25_569;

/// The number of a day.
pub(crate) fn serial(day: Date) -> i32 {
    day.days() + OF_1970
}

/// The day of a number, where it is that of one from March 1900 to 2199: a smaller one is some other
/// number that somebody typed. Time of day is left out.
pub(crate) fn day(number: &str) -> Option<Date> {
    let number = number.split('.').next()?.parse::<i32>().ok()?;
    (61..=109_571).contains(&number).then(|| Date::from_days(number - OF_1970))?
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
