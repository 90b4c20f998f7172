//! The download screen: what is chosen there, and the files that were asked for.

use std::rc::Rc;

use domain::assessment::Timestamp;
use domain::job::WriteFault;
use domain::report::Edition;
use domain::sharing::Naming;
use domain::sheet::record::{SavedSheet, SheetId};

use crate::target::Target;

/// The download screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Download {
    /// Which copy.
    pub edition: Edition,
    /// Names in a copy for sharing.
    pub naming: Naming,
    /// Whether the notes that go out are shown.
    pub shows_going_out: bool,
    /// Whether the page prints as soon as that is drawn.
    pub(crate) print_when_drawn: bool,
    /// Files asked for, newest state of each.
    pub files: Vec<(Target, FileState)>,
}

/// State of a file that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileState {
    /// Being written.
    Writing,
    /// Read back, compared and handed to the browser.
    HandedOut(HandedOut),
    /// Not written, and why.
    Failed(WriteFault),
}

/// A file that was handed to the browser. Whether it arrived, the page cannot see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOut {
    /// So many bytes.
    pub size: u32,
    /// Its name.
    pub name: Rc<str>,
    /// What is in it, where that is text: it can be had another way.
    pub text: Option<Rc<str>>,
    /// Whether it was had that way.
    pub copying: Copying,
    /// What is known of a save file once the person says that it is there.
    pub awaited: Option<Awaited>,
}

/// What becomes of an assessment once a file that was asked for is handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandingOut {
    /// Nothing.
    Only,
    /// It has a save file, as soon as somebody says that this is there.
    Saves(Awaited),
    /// The question sheet is on record under this number.
    Records(SheetId, Rc<SavedSheet>),
}

/// Whether the text of a file was copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copying {
    /// Nobody asked.
    NotAsked,
    /// It is in the clipboard.
    Copied,
    /// The browser refused: the text is shown, to be copied by hand.
    Refused,
}

/// A save file of which nobody has said yet that it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// When it was made; it says so itself.
    pub made: Timestamp,
    /// When what is in it had been changed last. It is compared with the like alone: a clock may have been set
    /// back since.
    pub(crate) changed: Timestamp,
    /// When the assessment had been saved to a file before.
    pub(crate) before: Option<Timestamp>,
    /// What it holds.
    pub(crate) holds: Holds,
}

impl Awaited {
    /// Whether the file holds the open assessment at this revision.
    #[must_use]
    pub fn is_of(&self, revision: u32) -> bool {
        self.holds == Holds::Revision(revision)
    }
}

/// What of an assessment a save file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Of the one that is open, this revision.
    Revision(u32),
    /// Of one that is not open, so many changes after the save file before, where they were counted.
    Changes(Option<u32>),
}
