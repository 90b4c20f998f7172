//! The page around this one: what the browser tells of it, and what it is told. `framed.js` hands that on
//! and is there in a frame alone, so each call is made only where there is somebody to hear it.
//!
//! Everything is looked up by name: a binding of its own would lie in the first load.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;

use super::host;

/// Whether the page stands inside another one.
pub(crate) fn is_framed() -> bool {
    let found = host::with(|host| Reflect::get(host, &"framed".into()).ok());
    found.flatten().is_some_and(|framed| framed.is_truthy())
}

/// What the address says behind `?` under this name; empty where it says nothing.
pub(crate) fn ask(name: &str) -> String {
    call("ask", &[name.into()]).and_then(|said| said.as_string()).unwrap_or_default()
}

/// The own origin, then those of the pages around, the nearest first; empty where the browser does not
/// tell which one it is.
pub(crate) fn around() -> Vec<String> {
    let around = call("around", &[]).map(JsCast::unchecked_into::<Array>).unwrap_or_default();
    around.iter().map(|origin| origin.as_string().unwrap_or_default()).collect()
}

/// Tells whether something would be lost, and how many squares each section has and how many are closed.
pub(crate) fn stand(unsaved: bool, asked: &[u16], answered: &[u16], complete: bool) {
    let list = |counts: &[u16]| counts.iter().copied().map(JsValue::from).collect::<Array>().into();
    call("standing", &[unsaved.into(), list(asked), list(answered), complete.into()]);
}

/// Tells what kind of screen it is.
pub(crate) fn screen(kind: &str) {
    call("screen", &[kind.into()]);
}

/// Tells that something in the address is not known.
pub(crate) fn warn(kind: &str) {
    call("warn", &[kind.into()]);
}

pub(super) fn call(name: &str, given: &[JsValue]) -> Option<JsValue> {
    let found =
        |host: &host::Host| Reflect::get(host, &name.into()).ok()?.dyn_into::<Function>().ok();
    let function = host::with(found).flatten()?;
    function.apply(&JsValue::UNDEFINED, &given.iter().collect()).ok()
}
