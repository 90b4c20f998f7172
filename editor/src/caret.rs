//! Where somebody types, while the text around it comes from elsewhere.

/// Where a place in a text is, once the text is another: as far from the nearer end that stayed. Texts and
/// places in units of UTF-16, as browsers count.
#[must_use]
pub fn moved(before: &[u16], after: &[u16], place: usize) -> usize {
    let same = |pair: &(&u16, &u16)| pair.0 == pair.1;
    let head = before.iter().zip(after).take_while(same).count();
    if place <= head {
        return place;
    }
    let rest = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(same).count();
    let behind = before.len().saturating_sub(place);
    if behind <= tail { after.len() - behind } else { after.len() - tail }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_place_stays_between_the_same_letters() {
        let moved = |before: &str, after: &str, place| {
            let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
            super::moved(&units(before), &units(after), place)
        };
        assert_eq!(moved("abc", "abc more", 3), 3, "what comes behind moves nothing");
        assert_eq!(moved("abc", "more abc", 1), 6);
        assert_eq!(moved("abc", "more abc", 3), 8);
        assert_eq!(moved("aa", "aaa", 2), 2);
        assert_eq!(moved("abcdef", "abXdef", 4), 4);
        assert_eq!(moved("abc", "", 2), 0);
    }
}
