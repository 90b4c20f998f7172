//! What the browser threw.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// What a thrown value says about itself.
pub(super) fn reason(thrown: &JsValue) -> String {
    let message = Reflect::get(thrown, &"message".into()).ok().and_then(|text| text.as_string());
    message.unwrap_or_default()
}
