//! The worker that keeps the page for use without a connection. It names the sum of the page and of all
//! that the page loads, and so stands behind both: leaves, `start.js`, page, worker, sums.
//!
//! A build without it has one in its place that takes an earlier one away, and a page that does the same.

use std::fs;
use std::path::Path;

use super::named::{self, List};
use super::{Dist, glue, page};

/// Its name, which a browser that has it asks for, and which therefore never changes.
pub(super) const NAME: &str = "offline.js";

/// What stands in its place.
pub(crate) const WITHOUT: &str = "without-offline.js";

/// Where the page's own script says whether the page is kept.
const SAYS: &str = "const IS_KEPT = true;\n";
const SAYS_NOT: &str = "const IS_KEPT = false;\n";

/// Whether a build is kept for use without a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offline {
    /// It is.
    Kept,
    /// It is not, and what an earlier build kept is taken away.
    Without,
}

impl From<bool> for Offline {
    fn from(without: bool) -> Self {
        if without { Self::Without } else { Self::Kept }
    }
}

/// Adds it. `files` is what the page loads.
pub(super) fn add(
    root: &Path,
    build: &str,
    files: &List,
    offline: Offline,
    dist: &mut Dist,
) -> Result<(), String> {
    let source = match offline {
        Offline::Kept => NAME,
        Offline::Without => WITHOUT,
    };
    let script =
        fs::read_to_string(root.join(source)).map_err(|error| format!("{source}: {error}"))?;
    let script = glue::tight(&script).map_err(|reason| format!("{source}: {reason}"))?;
    let script = match offline {
        Offline::Kept => {
            let page = dist.get(page::NAME).ok_or("no page that could be kept")?;
            filled(script, build, &named::integrity(page), &named::lines(files))?
        }
        Offline::Without => script,
    };
    dist.insert(NAME.into(), script.into_bytes());
    Ok(())
}

/// Has the page's own script say that the page is not kept.
pub(super) fn without(script: &str) -> Result<String, String> {
    match script.matches(SAYS).count() {
        1 => Ok(script.replace(SAYS, SAYS_NOT)),
        _ => Err("the script does not say once that the page is kept".into()),
    }
}

fn filled(script: String, build: &str, page: &str, files: &str) -> Result<String, String> {
    let marks = [("{{build}}", build), ("{{page}}", page), ("{{files}}", files)];
    marks.into_iter().try_fold(script, |script, (mark, with)| match script.matches(mark).count() {
        1 => Ok(script.replace(mark, with)),
        _ => Err(format!("{NAME}: {mark} does not stand there once")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mark_is_filled_once() {
        let script = "a '{{build}}' '{{page}}' '{{files}}'".to_owned();
        let made = filled(script, "b", "sha256-c=", "d.js sha256-e=").unwrap();
        assert_eq!(made, "a 'b' 'sha256-c=' 'd.js sha256-e='");
        assert!(filled("'{{build}}' '{{files}}'".into(), "b", "c", "d").is_err());
        assert!(filled("'{{build}}{{build}}{{page}}{{files}}'".into(), "b", "c", "d").is_err());
    }

    #[test]
    fn a_build_without_it_says_so_in_the_page_itself() {
        let root = crate::tree::root();
        let script = fs::read_to_string(root.join("powers.js")).unwrap();
        let script = without(&script).unwrap();
        assert!(script.contains(SAYS_NOT) && without(&script).is_err());
    }

    #[test]
    fn the_worker_names_the_page_that_stands_beside_it_and_all_that_the_page_loads() {
        let root = crate::tree::root();
        let mut dist = Dist::from([(page::NAME.to_owned(), b"page".to_vec())]);
        let (_, list) = named::named(Dist::from([("a.js".to_owned(), b"x".to_vec())]));
        add(&root, "build", &list, Offline::Kept, &mut dist).unwrap();
        let kept = String::from_utf8(dist[NAME].clone()).unwrap();
        for part in [&named::integrity(b"page"), "'build'", &named::lines(&list)] {
            assert!(kept.contains(part), "{part}");
        }
        add(&root, "build", &list, Offline::Without, &mut dist).unwrap();
        let without = String::from_utf8(dist[NAME].clone()).unwrap();
        assert!(without.contains("unregister") && !without.contains("'fetch'"));
    }
}
