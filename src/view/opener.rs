//! Opening a file from outside.

use std::rc::Rc;

use domain::bounds::file::LENGTH;
use domain::job::OpenFault;
use editor::later;
use yew::prelude::*;

use crate::browser::files::{self, Fault, Opened, Picked};
use crate::view::dispatch::Dispatch;
use crate::view::parts::button::{self, Button};

/// What a save file may be called or be.
const SAVE_FILES: &str = ".json,.age,application/json";

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

/// Reads the file that was chosen or dropped and says what it held. Of several none is read: which of them
/// was meant, nobody knows.
pub(crate) fn open(picked: Vec<Picked>, dispatch: Dispatch) {
    let several = picked.len() > 1;
    let Some(file) = picked.into_iter().next() else { return };
    let name: Rc<str> = file.name().into();
    if several {
        dispatch.send(later::Command::FileRefused(name, OpenFault::Several));
        return;
    }
    files::open(file, LENGTH, move |opened| dispatch.send(told(name, opened)));
}

fn told(name: Rc<str>, opened: Result<Opened, Fault>) -> later::Command {
    match opened {
        Ok(opened) => later::Command::FileChosen(name, opened.bytes.into()),
        Err(Fault::TooLarge) => later::Command::FileRefused(name, OpenFault::TooLarge),
        Err(Fault::Other(_)) => later::Command::FileUnreadable(name),
    }
}
