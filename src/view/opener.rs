//! Opening a file from outside.

use std::rc::Rc;

use editor::later;
use yew::prelude::*;

use crate::browser::files::{self, Fault, Opened, Picked};
use crate::view::dispatch::Dispatch;
use crate::view::parts::button::{self, Button};

/// What a save file may be called or be.
const SAVE_FILES: &str = ".json,.age,application/json";

/// No save file has ever been near this size; a larger file is another one, and would only freeze
/// the page.
const LARGEST_FILE: u32 = 20 * 1024 * 1024;

/// A button that opens a save file from outside.
pub(crate) fn opener(button: Button, dispatch: &Dispatch) -> Html {
    opener_of(button, SAVE_FILES, dispatch)
}

/// A button that opens a file of these kinds from outside.
pub(crate) fn opener_of(button: Button, accept: &'static str, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onfiles = Callback::from(move |picked| open(picked, dispatch.clone()));
    button::file(button, accept.into(), onfiles)
}

/// Reads the first of the files that were chosen or dropped and says what it held.
pub(crate) fn open(picked: Vec<Picked>, dispatch: Dispatch) {
    let Some(file) = picked.into_iter().next() else { return };
    let name: Rc<str> = file.name().into();
    files::open(file, LARGEST_FILE, move |opened| dispatch.send(told(name, opened)));
}

fn told(name: Rc<str>, opened: Result<Opened, Fault>) -> later::Command {
    match opened {
        Ok(opened) => later::Command::FileChosen(name, opened.bytes.into()),
        Err(Fault::TooLarge) => later::Command::FileTooLarge(name),
        Err(Fault::Other(_)) => later::Command::FileUnreadable(name),
    }
}
