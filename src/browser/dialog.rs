//! The browser's own modal dialog.

use wasm_bindgen::prelude::*;
use web_sys::Node;

#[wasm_bindgen]
extern "C" {
    /// A `dialog`. Bound here in three lines; the binding of the whole element costs more.
    type Modal;
    #[wasm_bindgen(method, structural, catch, js_name = showModal)]
    fn show_modal(this: &Modal) -> Result<(), JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn close(this: &Modal) -> Result<(), JsValue>;
}

/// Shows a `dialog` above the page, which is inert until it is closed. The focus goes to what in
/// it has `autofocus`.
pub(crate) fn show(node: Option<&Node>) {
    if let Some(node) = node {
        // It throws where the dialog is shown already or left the page: then there is nothing to do.
        let _ = node.unchecked_ref::<Modal>().show_modal();
    }
}

/// Closes it, which gives the focus back to where it was.
pub(crate) fn close(node: Option<&Node>) {
    if let Some(node) = node {
        let _ = node.unchecked_ref::<Modal>().close();
    }
}
