//! Bytes that lie where others could read them, locked: only who has the key opens them. ChaCha20-Poly1305
//! in code of our own build, as browsers have none for pages that came over plain HTTP.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};

/// How many bytes at random each lock takes.
pub const RANDOM: usize = 12;

/// What locks and opens.
pub struct Key(ChaCha20Poly1305);

/// Bytes at random for one lock. Used for two they would give both away, so a lock takes them.
pub struct Random(pub [u8; RANDOM]);

impl Key {
    /// The key of these bytes, if they are as many as one has.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        ChaCha20Poly1305::new_from_slice(bytes).ok().map(Self)
    }

    /// The bytes, locked for this place: they open nowhere else.
    #[must_use]
    pub fn lock(&self, Random(random): Random, place: &str, bytes: &[u8]) -> Option<Vec<u8>> {
        let payload = Payload { msg: bytes, aad: place.as_bytes() };
        let locked = self.0.encrypt(&random.into(), payload).ok()?;
        Some([random.as_slice(), &locked].concat())
    }

    /// What was locked with this key for this place, if that is what it is, whole.
    #[must_use]
    pub fn open(&self, place: &str, locked: &[u8]) -> Option<Vec<u8>> {
        let (random, locked) = locked.split_first_chunk::<RANDOM>()?;
        let payload = Payload { msg: locked, aad: place.as_bytes() };
        self.0.decrypt(random.into(), payload).ok()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const PLACE: &str = "locker-0.left";

    fn key(first: u8) -> Key {
        let mut bytes = [7; 32];
        bytes[0] = first;
        Key::of(&bytes).unwrap()
    }

    fn locked(bytes: &[u8]) -> Vec<u8> {
        key(1).lock(Random([3; RANDOM]), PLACE, bytes).unwrap()
    }

    #[test]
    fn what_was_locked_opens_with_the_same_key_at_the_same_place() {
        for bytes in [&b""[..], b"Our supplier in the north.", &[0; 70_000]] {
            assert_eq!(key(1).open(PLACE, &locked(bytes)).as_deref(), Some(bytes));
        }
    }

    #[test]
    fn nothing_of_it_can_be_read_without_opening_it() {
        let words = b"Our supplier in the north.";
        let locked = locked(words);
        for window in words.windows(4) {
            assert!(!locked.windows(4).any(|found| found == window));
        }
    }

    #[test]
    fn another_key_opens_nothing_and_the_same_key_nothing_that_was_locked_for_another_place() {
        let locked = locked(b"Our supplier in the north.");
        assert_eq!(key(2).open(PLACE, &locked), None);
        assert_eq!(key(1).open("locker-1.left", &locked), None);
        assert_eq!(key(1).open("locker-0", &locked), None);
    }

    #[test]
    fn what_was_changed_anywhere_or_is_cut_short_opens_no_longer() {
        let whole = locked(b"Our supplier in the north.");
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            assert_eq!(key(1).open(PLACE, &changed), None, "changed at {at}");
            assert_eq!(key(1).open(PLACE, &whole[..at]), None, "cut at {at}");
        }
    }

    #[test]
    fn other_bytes_at_random_make_another_lock_of_the_same() {
        let again = key(1).lock(Random([4; RANDOM]), PLACE, b"The same.").unwrap();
        assert!(!again.ends_with(&locked(b"The same.")[RANDOM..]));
    }

    #[test]
    fn a_key_is_32_bytes() {
        assert!([0, 16, 31, 33].iter().all(|length| Key::of(&vec![1; *length]).is_none()));
    }
}
