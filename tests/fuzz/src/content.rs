//! What the worker works with here: the small bank of the tests, with a blank assessment as each example.

use documents::worker::Content;
use domain::example::{Examples, FilledIn};
use domain::save::Save;
use fixtures::bank::{DATE, bank, empty};

thread_local! {
    static CONTENT: Content = Content { bank: (*bank()).clone(), examples: examples() };
}

/// Lends it.
pub(crate) fn with<T>(work: impl FnOnce(&Content) -> T) -> T {
    CONTENT.with(work)
}

fn examples() -> Examples {
    let each = |_| Ok::<_, ()>(FilledIn { save: Save::of(&empty()), answered: DATE });
    Examples::from_each(each).unwrap()
}
