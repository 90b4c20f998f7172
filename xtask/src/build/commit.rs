//! Which commit a build is made of, so that a person can tell one copy from another and find its
//! source. It is no part of the build's hash: the same sources have the same, with or without git.

use crate::tree;

/// Where there is no git, or no repository.
const NOT_KNOWN: &str = "unknown";

/// How many letters of the commit are said.
const LETTERS: usize = 12;

/// The commit of these sources; with a mark where they were changed since.
pub(super) fn said() -> String {
    let git = |arguments: &[&str]| tree::quiet_output(tree::command("git").args(arguments));
    said_of(git(&["rev-parse", "HEAD"]), git(&["status", "--porcelain"]))
}

fn said_of(commit: Option<String>, changes: Option<String>) -> String {
    let commit = commit.unwrap_or_default();
    match (commit.trim().get(..LETTERS), changes) {
        (Some(commit), Some(changes)) if changes.trim().is_empty() => commit.to_owned(),
        (Some(commit), _) => format!("{commit}-changed"),
        (None, _) => NOT_KNOWN.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_says_its_commit_and_whether_anything_was_changed_since() {
        let commit = || Some("0123456789abcdef0123456789abcdef01234567\n".to_owned());
        assert_eq!(said_of(commit(), Some(String::new())), "0123456789ab");
        let changed = Some(" M start.js\n".to_owned());
        assert_eq!(said_of(commit(), changed), "0123456789ab-changed");
        assert_eq!(said_of(commit(), None), "0123456789ab-changed");
        assert_eq!(said_of(None, None), NOT_KNOWN);
        assert!(!said().contains(' '), "it stands between spaces in the page");
    }
}
