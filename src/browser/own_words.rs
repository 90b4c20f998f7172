//! What the server answered as the page asked for the words of whoever runs it. `powers.js` asks, once and
//! before the seal, and only where the page names a file.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::host;

/// What it answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answered {
    /// A file.
    File(Vec<u8>),
    /// None, and this number.
    NoFile(u32),
    /// Nothing whole, or nothing in time.
    Nothing,
    /// It was not asked: the page names this file, which there cannot be.
    OtherName(String),
}

/// Waits for the answer. None: the page names no file.
pub(crate) async fn answered() -> Option<Answered> {
    let came = JsFuture::from(host::with(|host| host.own_words())?).await.ok()?;
    if let Some(bytes) = came.dyn_ref::<Uint8Array>() {
        return Some(Answered::File(bytes.to_vec()));
    }
    if let Some(name) = came.as_string() {
        return Some(Answered::OtherName(name));
    }
    Some(match came.as_f64()? {
        0.0 => Answered::Nothing,
        status => Answered::NoFile(status as u32),
    })
}
