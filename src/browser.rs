//! What the app asks of the browser, one power per file.
//!
//! **Invariant:** nothing here knows the domain or the view: strings, bytes and numbers go in and
//! out. Nothing here panics; what a browser refuses comes back as a fault.
//!
//! `start.js` calls `start(questions, host)` once. `host` goes to [`host::set`] first; the powers
//! that need the start script (`worker`, `seal`, `panic`) find it there.

pub(crate) mod caret;
pub(crate) mod channel;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod dialog;
pub(crate) mod event;
pub(crate) mod files;
pub(crate) mod focus;
pub(crate) mod host;
pub(crate) mod host_page;
pub(crate) mod in_view;
pub(crate) mod keys;
pub(crate) mod leaving;
pub(crate) mod lock;
pub(crate) mod locker;
pub(crate) mod offline;
pub(crate) mod own_words;
pub(crate) mod page;
pub(crate) mod panic;
pub(crate) mod random;
pub(crate) mod room;
pub(crate) mod seal;
pub(crate) mod storage;
mod thrown;
mod window;
pub(crate) mod worker;
