//! Whether the page has sealed itself, and what it tried to send.

use std::rc::Rc;

use domain::assessment::Timestamp;

/// Whether the page has sealed itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Seal {
    /// Later files are on their way.
    Loading,
    /// The browser refuses every connection from now on.
    Sealed(Rc<SealFacts>),
    /// It could not be done, and why.
    Not(Rc<str>),
}

/// What was loaded before the seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealFacts {
    /// When the page sealed itself.
    pub since: Timestamp,
    /// How many files were loaded.
    pub files: u32,
    /// How many bytes crossed the network; 0 if all came from the browser's own store.
    pub bytes: u32,
    /// Whether all came from this page's address.
    pub own_address_only: bool,
    /// Files that did not come, by name.
    pub missing: Vec<Rc<str>>,
    /// Whether the worker can be started.
    pub worker: FileWorker,
    /// Hash of this build.
    pub build: Rc<str>,
}

/// The worker, which makes and reads all files and draws what answers mean. It is tried right after the
/// seal, so that nobody finds out after an hour of answers that there will be no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileWorker {
    /// One was started, and answered.
    Answers,
    /// A file that it is made of did not come.
    NotHere,
    /// The browser starts none: the rules that it named, for those who look after the server.
    Refused(Rc<str>),
}

/// One way in which the page tried to send something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendTrial {
    /// The way, e.g. `fetch`; its words are content.
    pub way: SendWay,
    /// What the browser did.
    pub verdict: Verdict,
}

/// Ways to send something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum SendWay {
    Fetch,
    Beacon,
    WebSocket,
    Image,
    Script,
    Worker,
    Form,
    Connection,
    Frame,
    Window,
    Download,
    Address,
    Refresh,
}

/// What came of it. Of what a policy covers the browser's own report counts, not a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The browser refused, and said so.
    Refused,
    /// The page closed this way itself, as no policy covers it.
    Closed,
    /// Neither.
    NotRefused,
    /// This browser has no such way.
    Absent,
    /// This browser gives no sign.
    NotKnown,
}

/// Attempts to send something.
#[derive(Clone, Debug, PartialEq)]
pub enum Trials {
    /// None yet.
    None,
    /// Under way.
    Running,
    /// Done.
    Done(Timestamp, Rc<[SendTrial]>),
}
