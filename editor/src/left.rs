//! How long what is left may take: an estimate from nothing but how much is open.

/// Minutes for one square, as a fraction: the short form has 29 in three quarters of an hour.
const FOR_SQUARES: (u32, u32) = (3, 2);

/// To how many minutes an estimate is rounded: more exact it would only seem.
const ROUNDED_TO: u32 = 5;

/// About how many minutes so many open squares take; none where nothing is open.
#[must_use]
pub fn minutes(open: u32) -> Option<u32> {
    let (minutes, squares) = FOR_SQUARES;
    let exact = open.saturating_mul(minutes).div_ceil(squares);
    let rounded = (exact + ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO;
    (open > 0).then_some(rounded.max(ROUNDED_TO))
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn the_whole_short_form_takes_as_long_as_the_first_screen_says() {
        assert_eq!(minutes(29), Some(45));
    }

    #[test]
    fn what_is_left_is_said_in_steps_of_five_minutes_and_never_as_none() {
        assert_eq!([1, 2, 4, 5, 8, 20].map(minutes), [5, 5, 5, 10, 10, 30].map(Some));
        assert_eq!(minutes(0), None, "nothing is left where nothing is open");
    }
}
