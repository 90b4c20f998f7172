//! The browser's own modal dialog.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A `dialog`. Bound here in three lines; the binding of the whole element costs more.
    type Modal;
    #[wasm_bindgen(method, structural, catch, js_name = showModal)]
    fn show_modal(this: &Modal) -> Result<(), JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn close(this: &Modal) -> Result<(), JsValue>;
}

/// Shows the `dialog` of the page above it, which is inert until it is closed. The focus goes to
/// what in it has `autofocus`.
pub(crate) fn show() {
    if let Some(modal) = modal() {
        // It throws where the dialog is shown already: then there is nothing to do.
        let _ = modal.show_modal();
    }
}

/// Closes it, which gives the focus back to where it was.
pub(crate) fn close() {
    if let Some(modal) = modal() {
        let _ = modal.close();
    }
}

fn modal() -> Option<Modal> {
    let dialog = super::window::document()?.query_selector("dialog").ok()??;
    Some(dialog.unchecked_into())
}
