//! Tells the page around this one how it stands, whenever that has changed.

use std::cell::RefCell;

use editor::State;
use editor::opened::unknown;
use editor::standing::Standing;

use super::left_behind;
use crate::browser::{host, host_page};

thread_local! {
    /// What was told last; none before the first time.
    static TOLD: RefCell<Option<Standing>> = const { RefCell::new(None) };
}

/// Tells what is new.
pub(crate) fn tell(state: &State) {
    if !host_page::is_framed() {
        return;
    }
    left_behind::note(state);
    TOLD.with_borrow_mut(|told| {
        let before = told.take();
        if before.is_none() {
            warn(state);
        }
        let now = before.as_ref().unwrap_or(&Standing::default()).after(state);
        if before.as_ref().is_none_or(|before| before.screen != now.screen) {
            host_page::screen(now.screen);
        }
        let what =
            |standing: &Standing| (standing.unsaved, standing.complete, standing.sections.clone());
        if before.as_ref().map(what) != Some(what(&now)) {
            let (asked, answered): (Vec<_>, Vec<_>) = now.sections.iter().copied().unzip();
            host_page::stand(now.unsaved, &asked, &answered, now.complete);
        }
        *told = Some(now);
    });
}

/// What in the address is not known and so counts as not said.
fn warn(state: &State) {
    let language = host_page::ask("lang");
    if !language.is_empty() && language != *state.catalogue.language {
        host_page::warn("lang");
    }
    let namespace = host_page::ask("namespace");
    if !namespace.is_empty() && host::own("") != format!(".{namespace}") {
        host_page::warn("namespace");
    }
    let (parts, form) = (host_page::ask("parts"), host_page::ask("form"));
    unknown(&state.catalogue, &parts, &form).into_iter().for_each(host_page::warn);
}
