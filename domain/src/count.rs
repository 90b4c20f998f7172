//! How many there are, as a number that texts, jobs and records hold.

/// A number of things. Nothing that is counted here comes near the largest there is, which stands for
/// all beyond it.
#[must_use]
pub fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
