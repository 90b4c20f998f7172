//! The seal: after loading, the page forbids itself every connection. The start script does it, with a
//! second policy, and closes what no policy covers; here it is only told and tried.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::host;

/// How the page came to be sealed, or not.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Seal {
    /// When it was sealed, in milliseconds since 1970-01-01T00:00Z. None: it is not.
    pub(crate) since: Option<i64>,
    /// How many files were loaded before.
    pub(crate) files: u32,
    /// How many bytes they had on the way.
    pub(crate) bytes: f64,
    /// The places they came from, each once: normally the page's own.
    pub(crate) origins: Vec<String>,
    /// The files that did not come.
    pub(crate) missing: Vec<String>,
    /// The rules by which the browser refuses the worker, where it does.
    pub(crate) refused: Option<String>,
    /// The hash of this build.
    pub(crate) build: String,
}

/// A way to send something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// `fetch`.
    Request,
    /// `sendBeacon`.
    Beacon,
    /// A socket.
    WebSocket,
    /// A picture.
    Picture,
    /// More code.
    Script,
    /// A worker by its address.
    Worker,
    /// A form.
    Form,
    /// A connection to another device.
    Connection,
    /// The same, with what a blank frame has.
    Frame,
    /// Another window.
    Window,
    /// A link that saves a file of a server.
    Download,
    /// Another address in place of the page's.
    Address,
    /// An element that goes to another address by itself.
    Refresh,
}

/// What the browser did with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It reported that a policy of the page refused it.
    Refused,
    /// Nothing: the page had closed this way.
    Closed,
    /// It reported nothing, or let it happen.
    NotRefused,
    /// It does not have this way.
    NotTried,
    /// It gives no sign.
    NotKnown,
}

#[wasm_bindgen]
extern "C" {
    type Info;
    #[wasm_bindgen(method, getter, structural)]
    fn since(this: &Info) -> Option<f64>;
    #[wasm_bindgen(method, getter, structural)]
    fn files(this: &Info) -> u32;
    #[wasm_bindgen(method, getter, structural)]
    fn bytes(this: &Info) -> f64;
    #[wasm_bindgen(method, getter, structural)]
    fn origins(this: &Info) -> Vec<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn missing(this: &Info) -> Vec<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn refused(this: &Info) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn build(this: &Info) -> String;
}

impl Way {
    /// All of them, in the order in which they are tried and shown.
    pub(crate) const ALL: [Self; 13] = [
        Self::Request,
        Self::Beacon,
        Self::WebSocket,
        Self::Picture,
        Self::Script,
        Self::Worker,
        Self::Form,
        Self::Connection,
        Self::Frame,
        Self::Window,
        Self::Download,
        Self::Address,
        Self::Refresh,
    ];
}

/// Waits for the help beside the questions. None: it did not come.
pub(crate) async fn guidance() -> Option<Vec<u8>> {
    let came = JsFuture::from(host::with(|host| host.guidance())?).await.ok()?;
    came.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

/// Waits until the page has sealed itself, or has found that it cannot. None: there is no start
/// script that could.
pub(crate) async fn sealed() -> Option<Seal> {
    let info = JsFuture::from(host::with(|host| host.sealed())?).await.ok()?;
    let info: Info = info.unchecked_into();
    Some(Seal {
        since: info.since().map(|at| at as i64),
        files: info.files(),
        bytes: info.bytes(),
        origins: info.origins(),
        missing: info.missing(),
        refused: info.refused(),
        build: info.build(),
    })
}

/// How many requests the browser has counted since.
pub(crate) fn requests() -> u32 {
    host::with(|host| host.requests()).unwrap_or_default()
}

/// Tries each way to send the word "test" to the page's own server. Of what a policy covers, a way
/// counts as refused only when the browser reports that a policy of the page refused this very address;
/// that nothing arrived would prove nothing. What the page closed itself is tried so that nothing goes
/// out where it is open.
pub(crate) async fn try_to_send() -> Vec<(Way, Verdict)> {
    let Some(tried) = host::with(|host| host.try_to_send()) else { return Vec::new() };
    let Ok(codes) = JsFuture::from(tried).await else { return Vec::new() };
    let verdict = |code| match code {
        0 => Verdict::Refused,
        1 => Verdict::NotRefused,
        2 => Verdict::NotTried,
        3 => Verdict::Closed,
        _ => Verdict::NotKnown,
    };
    Way::ALL.into_iter().zip(Uint8Array::new(&codes).to_vec().into_iter().map(verdict)).collect()
}
