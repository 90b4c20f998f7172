//! What the page around ours can say that reaches Rust: the place behind `#` in the address of the frame, and a
//! key with what it may open. All else it says ends in JavaScript (`frames/`).

use domain::save::locked::{Key, Random};
use editor::Place;

/// A key that no input has.
const OTHER: [u8; 32] = [7; 32];

/// What is locked here opens here alone; what was not locked by a key, that key does not open.
pub(crate) fn check(bytes: &[u8]) {
    let place = Place::from_hash(&String::from_utf8_lossy(bytes));
    assert_eq!(Place::from_hash(&place.hash()), place, "a place is found again");
    let (key, locked) = bytes.split_at(bytes.len().min(32));
    let Some(given) = Key::of(key) else {
        assert_ne!(key.len(), 32, "every 32 bytes are a key");
        return;
    };
    let other = Key::of(&OTHER).unwrap();
    assert_eq!(other.open("locker-0", bytes), None, "what is no locker opens with no key");
    let mine = given.lock(Random([3; _]), "locker-0", locked).unwrap();
    assert_eq!(given.open("locker-0", &mine).as_deref(), Some(locked));
    assert_eq!(given.open("locker-1", &mine), None, "it opens at its own place alone");
    if key != OTHER {
        assert_eq!(other.open("locker-0", &mine), None, "it opens with its own key alone");
    }
}

/// Addresses, and something to lock.
pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let addresses = [
        "#",
        "choose",
        "reach.scope-children",
        "questions",
        "plan.12",
        "risks.3",
        "severity.2",
        "risk.4294967295",
        "risks.",
        "example.halden-cloud",
        "prevent-tactics.design",
        "a.b.c",
        "sealed.x",
    ];
    let locker = [&[1; 32][..], b"Our supplier in the north."].concat();
    addresses.iter().map(|address| address.as_bytes().to_vec()).chain([locker]).collect()
}
