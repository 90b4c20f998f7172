//! The one time that all files of a release have: that of its commit.
//!
//! It is no time for all releases. Servers tell whether a browser has a file already by its time and its
//! length, as `rsync` does before it copies: the page of one release is often as long as that of the next,
//! and with the same time it would be taken for the same.

use crate::tree;

/// How git is asked for it: seconds since 1970, and the same as a calendar in UTC.
const ASKED: [&str; 5] = [
    "log",
    "-1",
    "--no-show-signature",
    "--format=%ct %cd",
    "--date=format-local:%Y %m %d %H %M %S",
];

/// A moment, as the formats of archives write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    /// Seconds since 1970-01-01T00:00Z, as tape archives have it.
    pub(super) seconds: u64,
    /// As ZIP has it: the day in the upper half, the time in the lower one, to two seconds.
    pub(super) day_and_time: u32,
}

impl Time {
    /// The time of the commit that is released.
    pub(super) fn of_commit() -> Result<Self, String> {
        let said = tree::output(tree::command("git").env("TZ", "UTC").args(ASKED))?;
        Self::read(&said).ok_or(format!("git names no time of a commit: {}", said.trim()))
    }

    fn read(said: &str) -> Option<Self> {
        let mut all = said.split_whitespace();
        let seconds = all.next()?.parse().ok()?;
        let mut number = |least: u32, most: u32| {
            let number = all.next()?.parse::<u32>().ok()?;
            (least..=most).contains(&number).then_some(number)
        };
        // ZIP knows no year before, and none behind.
        let day = (number(1980, 2107)? - 1980) << 9 | number(1, 12)? << 5 | number(1, 31)?;
        let time = number(0, 23)? << 11 | number(0, 59)? << 5 | (number(0, 60)?.min(59) / 2);
        Some(Self { seconds, day_and_time: day << 16 | time })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_git_says_it_and_nothing_else_is_taken_for_one() {
        let time = Time::read("1796116388 2026 12 01 09 13 08\n").unwrap();
        assert_eq!(time.seconds, 1_796_116_388);
        assert_eq!(time.day_and_time, (46 << 9 | 12 << 5 | 1) << 16 | (9 << 11 | 13 << 5 | 4));
        for said in ["", "1 1979 12 31 23 59 59", "1 2026 13 01 00 00 00", "1 2026 12 01 24 00 00"]
        {
            assert_eq!(Time::read(said), None, "{said}");
        }
    }

    #[test]
    fn the_time_is_that_of_a_commit_and_the_same_each_time() {
        assert_eq!(Time::of_commit().unwrap(), Time::of_commit().unwrap());
    }
}
