//! What people could type to do harm where a file is opened: one list for every format, and for the
//! tests outside of Rust too.

use std::sync::LazyLock;

static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../tests/hostile.json")).expect("a list of texts")
});

/// Formulas, markup, separators, control characters, marks of direction, and long or strange texts.
pub(crate) fn hostile() -> impl Iterator<Item = &'static str> {
    TEXTS.iter().map(String::as_str)
}

#[test]
fn the_list_is_long_and_holds_nothing_twice() {
    let mut single = TEXTS.clone();
    single.sort_unstable();
    single.dedup();
    assert!(single.len() == TEXTS.len() && single.len() >= 60);
}
