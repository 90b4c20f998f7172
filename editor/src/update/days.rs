//! Reading what stands in a field for a day or a month.

use crate::day::{DayField, Typed, UnreadDay};
use crate::state::State;

/// What a field says now: a day, or nothing. None where what stands there is no day: that is noted.
pub(super) fn read<T>(
    state: &mut State,
    field: DayField,
    typed: &Typed,
    reads: fn(&str) -> Option<T>,
) -> Option<Option<T>> {
    forget(state, field);
    let text = typed.text.as_deref().unwrap_or_default();
    let read = match &typed.text {
        Some(text) if text.trim().is_empty() => return Some(None),
        Some(text) => reads(text),
        None => None,
    };
    if read.is_none() {
        let unread = UnreadDay { field, text: text.to_owned(), is_told: typed.is_left };
        state.days_unread.push(unread);
    }
    read.map(Some)
}

/// Something else is said of it, so nothing unread stands there.
pub(super) fn forget(state: &mut State, field: DayField) {
    state.days_unread.retain(|unread| unread.field != field);
}
