//! What a drawn report holds, in a line that stays in view.

use std::rc::Rc;

use domain::drawing::Entry;
use domain::texts::later as key;
use editor::drawn::Drawn;
use editor::{State, later};
use yew::prelude::*;

use crate::browser::event;
use crate::view::dispatch::Dispatch;
use crate::view::link::address;
use crate::view::parts::contents::{ContentsEntry, contents};
use crate::view::words::LaterWords;

/// Finds the headings that the line leads to.
pub(crate) const HEADINGS: &str = ".findings .part > h2[tabindex]";

/// What folds the line where the page is narrow.
const FOLD: &str = ".contents-line details";

/// The line.
pub(crate) fn line(drawn: &Drawn, state: &State, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let parts = &drawn.0.contents;
    let reading = state.reading.as_deref();
    let found = parts.iter().position(|part| reading == Some(part.id.as_str()));
    let current = found.unwrap_or_default();
    let entries = parts.iter().enumerate();
    let entries = entries.map(|(at, part)| entry(part, at == current, dispatch)).collect();
    let here = address(&state.place);
    contents(here, words.get(key::RESULT_CONTENTS), words.get(key::RESULT_ALL_PARTS), entries)
}

fn entry(part: &Entry, current: bool, dispatch: &Dispatch) -> ContentsEntry {
    let (heading, dispatch) = (Rc::<str>::from(part.id.as_str()), dispatch.clone());
    let show = Callback::from(move |press: MouseEvent| {
        let held = press.ctrl_key() || press.meta_key() || press.shift_key() || press.alt_key();
        if !held && press.button() == 0 {
            press.prevent_default();
            // First, as what folds moves what stands below it.
            event::close(FOLD);
            dispatch.send(later::Command::Show(heading.clone()));
        }
    });
    ContentsEntry {
        id: part.id.clone().into(),
        name: part.name.clone().into(),
        count: part.count.map(|count| count.to_string().into()),
        current,
        show,
    }
}
