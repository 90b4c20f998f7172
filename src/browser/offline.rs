//! What is kept of the page for use without a connection. `powers.js` has the browser keep it, and
//! hears of a newer one.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::host;

/// How it stands with that, once the page is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    /// All of the page is stored.
    Kept,
    /// It could not be.
    Failed,
    /// The page did not come over HTTPS.
    Insecure,
    /// The browser has no service workers, or none in this window.
    Absent,
    /// The page stands inside another one.
    Framed,
    /// The page has no origin of its own.
    Nowhere,
    /// The build is not to be stored.
    Without,
    /// The page is one file.
    OneFile,
}

/// Waits until it is known.
pub(crate) async fn stands() -> Option<Stands> {
    let code = told(host::with(|host| host.offline())?).await?.as_f64()?;
    Some(match code as u8 {
        0 => Stands::Kept,
        2 => Stands::Insecure,
        3 => Stands::Absent,
        4 => Stands::Framed,
        5 => Stands::Nowhere,
        6 => Stands::Without,
        7 => Stands::OneFile,
        _ => Stands::Failed,
    })
}

/// Waits until a newer version of the page is stored, which may be never.
pub(crate) async fn newer() -> Option<()> {
    told(host::with(|host| host.newer())?).await.map(drop)
}

async fn told(promise: Promise) -> Option<wasm_bindgen::JsValue> {
    JsFuture::from(promise).await.ok()
}
