//! The clipboard: written into, on a person's own press, and never read.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::window::window;

/// Puts a text into the clipboard. Whether the browser did: a page that this one stands in, or a rule,
/// may refuse it, and a page that did not come over HTTPS has none.
pub(crate) async fn write(text: &str) -> bool {
    match ask(text) {
        Ok(asked) => JsFuture::from(asked).await.is_ok(),
        Err(_) => false,
    }
}

// Looked up by name: a binding of its own would lie in the first load.
fn ask(text: &str) -> Result<Promise, JsValue> {
    let Some(window) = window() else { return Err(JsValue::NULL) };
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    Ok(Promise::resolve(&write.call1(&clipboard, &text.into())?))
}
