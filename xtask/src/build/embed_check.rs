//! The page that is put into a portal to find out what that place allows. Its script and its styles are
//! not in the list of the page of the app, which loads neither: they are named here, and by no sum,
//! because a page without an origin of its own could not load them by one (`embed-check/`).

use std::fs;
use std::path::Path;

use super::{Dist, glue, named, styles};

const PAGE: &str = "embed-check.html";
const SCRIPT: &str = "embed-check.js";
const STYLES: &str = "embed-check.css";

/// Their plain names.
pub(super) const NAMES: [&str; 3] = [PAGE, SCRIPT, STYLES];

/// Adds the three.
pub(super) fn add(root: &Path, dist: &mut Dist) -> Result<(), String> {
    let read = |path: &str| {
        fs::read_to_string(root.join(path)).map_err(|error| format!("{path}: {error}"))
    };
    let script = glue::tight(&read("embed-check/embed-check.js")?)
        .map_err(|reason| format!("{SCRIPT}: {reason}"))?;
    // The colours are those of the app.
    let rules = read("styles/tokens.css")? + &read("embed-check/embed-check.css")?;
    let mut page = read("embed-check/embed-check.html")?;
    for (name, text) in [(SCRIPT, script), (STYLES, styles::tight(&rules))] {
        let bytes = text.into_bytes();
        let address = named::address(name, &bytes).ok_or(format!("{name} gets no name"))?;
        let mark = format!("{{{{address:{name}}}}}");
        if !page.contains(&mark) {
            return Err(format!("{PAGE} does not ask for {name}"));
        }
        page = page.replace(&mark, &address);
        dist.insert(address, bytes);
    }
    dist.insert(PAGE.into(), page.into_bytes());
    Ok(())
}
