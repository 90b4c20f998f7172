//! The start script, as far as the app calls back into it.

use std::cell::OnceCell;

use js_sys::Promise;
use wasm_bindgen::prelude::*;

thread_local! {
    static HOST: OnceCell<Host> = const { OnceCell::new() };
}

#[wasm_bindgen]
extern "C" {
    /// The object that `start.js` hands to `start`.
    #[derive(Clone)]
    pub(super) type Host;

    /// Whether somebody pressed the button that begins before the app was there.
    #[wasm_bindgen(method, getter)]
    pub(super) fn begins(this: &Host) -> bool;

    /// Whether the address names this part.
    #[wasm_bindgen(method)]
    pub(super) fn wishes(this: &Host, part: &str) -> bool;

    /// Whether it names the complete form.
    #[wasm_bindgen(method, getter, js_name = wishesAll)]
    pub(super) fn wishes_all(this: &Host) -> bool;

    /// Whether the page is one file (`one-file/`); elsewhere it does not say.
    #[wasm_bindgen(method, getter, js_name = isOneFile)]
    pub(super) fn is_one_file(this: &Host) -> bool;

    /// What this tab remembers to be open; nothing where it may remember nothing.
    #[wasm_bindgen(method)]
    pub(super) fn remembered(this: &Host) -> Option<String>;

    /// Has this tab remember it over a reload.
    #[wasm_bindgen(method)]
    pub(super) fn remember(this: &Host, assessment: Option<&str>);

    /// A name as it is in the namespace of the page.
    #[wasm_bindgen(method)]
    pub(super) fn own(this: &Host, name: &str) -> String;

    /// Starts a worker from memory. Throws before the page is sealed.
    #[wasm_bindgen(method, catch)]
    pub(super) fn spawn(this: &Host) -> Result<web_sys::Worker, JsValue>;

    /// Settles with the bytes of the help, or with nothing when they do not come.
    #[wasm_bindgen(method)]
    pub(super) fn guidance(this: &Host) -> Promise;

    /// Settles when the page has sealed itself, or has found that it cannot.
    #[wasm_bindgen(method)]
    pub(super) fn sealed(this: &Host) -> Promise;

    /// How many requests the page has made since.
    #[wasm_bindgen(method)]
    pub(super) fn requests(this: &Host) -> u32;

    /// Tries each way to send something.
    #[wasm_bindgen(method, js_name = tryToSend)]
    pub(super) fn try_to_send(this: &Host) -> Promise;

    /// Settles with how it stands with what is kept for use without a connection.
    #[wasm_bindgen(method)]
    pub(super) fn offline(this: &Host) -> Promise;

    /// Settles once a newer version of the page is on this device.
    #[wasm_bindgen(method)]
    pub(super) fn newer(this: &Host) -> Promise;

    /// Settles with what the server answered as the page asked for the words of whoever runs it.
    #[wasm_bindgen(method, js_name = ownWords)]
    pub(super) fn own_words(this: &Host) -> Promise;

    /// Notes what a notice after a crash has to say.
    #[wasm_bindgen(method)]
    pub(super) fn kept(this: &Host, assessment: &str, at: f64);

    /// Shows the notice after a crash.
    #[wasm_bindgen(method)]
    pub(super) fn stopped(this: &Host, message: &str);
}

/// Keeps the object that `start.js` handed over. The first one stays.
pub(crate) fn set(host: JsValue) {
    HOST.with(|cell| cell.set(host.unchecked_into()).ok());
}

/// Whether somebody pressed the button that begins before the app was there.
pub(crate) fn begins() -> bool {
    with(Host::begins).unwrap_or_default()
}

/// Whether the address names this part.
pub(crate) fn wishes(part: &str) -> bool {
    with(|host| host.wishes(part)).unwrap_or_default()
}

/// Whether it names the complete form.
pub(crate) fn wishes_all() -> bool {
    with(Host::wishes_all).unwrap_or_default()
}

/// Whether the page is one file: others on the same disk may read what is kept for it.
pub(crate) fn is_one_file() -> bool {
    with(Host::is_one_file).unwrap_or_default()
}

/// The assessment that this tab had open before a reload, if it remembers one.
pub(crate) fn remembered() -> Option<String> {
    with(Host::remembered).flatten()
}

/// Has this tab remember which assessment is open, or none. Never more of it.
pub(crate) fn remember(assessment: Option<&str>) {
    with(|host| host.remember(assessment));
}

/// The name under which something is kept: pages of one origin that were opened in other namespaces
/// have others.
pub(crate) fn own(name: &str) -> String {
    with(|host| host.own(name)).unwrap_or_default()
}

/// Calls into the start script, where there is one.
pub(super) fn with<T>(call: impl FnOnce(&Host) -> T) -> Option<T> {
    HOST.with(|cell| cell.get().map(call))
}
