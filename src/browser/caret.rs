//! Where somebody types: it stays between the same letters when the text around it comes from elsewhere.

use std::cell::Cell;

use wasm_bindgen::prelude::*;

/// The place in a field at which somebody types.
#[derive(Debug)]
struct Caret {
    field: TextField,
    text: Vec<u16>,
    start: usize,
    end: usize,
}

#[wasm_bindgen]
extern "C" {
    #[derive(Debug)]
    type TextField;
    #[wasm_bindgen(method, getter, structural)]
    fn value(this: &TextField) -> Option<String>;
    #[wasm_bindgen(method, getter, structural, js_name = selectionStart)]
    fn selection_start(this: &TextField) -> JsValue;
    #[wasm_bindgen(method, getter, structural, js_name = selectionEnd)]
    fn selection_end(this: &TextField) -> JsValue;
    #[wasm_bindgen(method, catch, structural, js_name = setSelectionRange)]
    fn set_selection_range(this: &TextField, start: u32, end: u32) -> Result<(), JsValue>;
}

thread_local! {
    /// The place that was noted last.
    static NOTED: Cell<Option<Caret>> = const { Cell::new(None) };
}

/// Notes where somebody types now, if it is in a field with text.
pub(crate) fn note() {
    NOTED.set(here());
}

/// Where a place is once the text before is the text after, in units of UTF-16.
pub(crate) type Moved = fn(before: &[u16], after: &[u16], place: usize) -> usize;

/// Puts the caret back where it was once the field has its new text.
pub(crate) fn put_back(moved: Moved) {
    if let Some(caret) = NOTED.take() {
        caret.put_back(moved);
    }
}

fn here() -> Option<Caret> {
    let field: TextField = super::window::document()?.active_element()?.unchecked_into();
    let place = |value: JsValue| value.as_f64().map(|place| place as usize);
    let (start, end) = (place(field.selection_start())?, place(field.selection_end())?);
    let text = field.value()?.encode_utf16().collect();
    Some(Caret { field, text, start, end })
}

impl Caret {
    fn put_back(self, moved: Moved) {
        let Some(value) = self.field.value() else { return };
        let text: Vec<u16> = value.encode_utf16().collect();
        if text != self.text {
            let [start, end] = [self.start, self.end].map(|place| moved(&self.text, &text, place));
            let _ = self.field.set_selection_range(start as u32, end as u32);
        }
    }
}
