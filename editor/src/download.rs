//! The download screen: what is chosen there, and the files that were asked for.

use std::rc::Rc;

use domain::job::WriteFault;
use domain::report::Edition;
use domain::sharing::Naming;

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
    /// Read back, compared and handed to the browser: so many bytes, under this name.
    HandedOut(u32, Rc<str>),
    /// Not written, and why.
    Failed(WriteFault),
}
