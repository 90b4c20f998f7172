//! Few things in an order.
//!
//! What a person lists, or a bank holds, is some hundred things at most, and nobody waits for them to be
//! sorted. The sort of the standard library is made for millions, and is two kilobytes of code again for each
//! kind of thing: in a module that is loaded, this one counts.

use std::cmp::Ordering;

/// These in the order of a key; those with the same one as they stood.
#[must_use]
pub fn sorted<T, K: Ord>(things: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    sorted_by(things, |one, other| key(one).cmp(&key(other)))
}

/// These as a comparison has them; those that are equal as they stood.
#[must_use]
pub fn sorted_by<T>(
    things: impl IntoIterator<Item = T>,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::new();
    for thing in things {
        let at = sorted.partition_point(|other| compare(other, &thing).is_le());
        sorted.insert(at, thing);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn things_with_the_same_key_stay_as_they_stood() {
        let things = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        let expected = [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')];
        assert_eq!(sorted(things, |(key, _)| *key), expected);
    }
}
