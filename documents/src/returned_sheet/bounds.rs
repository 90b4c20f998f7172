//! Whether there is no more of something than is read. What an archive may become when it is unpacked is
//! looked at before, in [`crate::archive::limits`]; how each format's own tricks are counted, in the two files
//! for them.

use domain::count::count;
use domain::job::TooMuch;

/// How many there are, if that is no more than is read.
pub(super) fn within(
    found: usize,
    most: u32,
    what: impl FnOnce(u32) -> TooMuch,
) -> Result<u32, TooMuch> {
    let found = count(found);
    if found > most { Err(what(most)) } else { Ok(found) }
}
