//! Cells by their places.

/// The cells of a column from one row to another, both counted from 1.
pub(super) fn cells_of(column: usize, first: usize, last: usize) -> String {
    let column = letters(column);
    format!("{column}{first}:{column}{last}")
}

/// The letter of a column; there are never more than twenty.
pub(super) fn letters(place: usize) -> String {
    let letter = u32::try_from(place).ok().and_then(|place| char::from_u32(u32::from('A') + place));
    letter.unwrap_or('Z').to_string()
}
