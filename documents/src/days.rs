//! Days as spreadsheets count them: since the last but one of 1899 (ISO/IEC 29500, 18.17.4.1). Good
//! from March 1900 on.

use domain::date::Date;

/// The number of 1970-01-01 in that count.
const OF_1970: i32 = 25_569;

/// The number of a day.
pub(crate) fn serial(day: Date) -> i32 {
    day.days() + OF_1970
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
        }
    }
}
