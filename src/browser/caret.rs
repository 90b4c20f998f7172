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

/// Puts the caret back where it was, between the same letters, once the field has its new text.
pub(crate) fn put_back() {
    if let Some(caret) = NOTED.take() {
        caret.put_back();
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
    fn put_back(self) {
        let Some(value) = self.field.value() else { return };
        let text: Vec<u16> = value.encode_utf16().collect();
        if text != self.text {
            let [start, end] = [self.start, self.end].map(|place| moved(&self.text, &text, place));
            let _ = self.field.set_selection_range(start as u32, end as u32);
        }
    }
}

/// Where a place in a text is, once the text is another: as far from the nearer end that stayed.
fn moved(before: &[u16], after: &[u16], place: usize) -> usize {
    let same = |pair: &(&u16, &u16)| pair.0 == pair.1;
    let head = before.iter().zip(after).take_while(same).count();
    if place <= head {
        return place;
    }
    let rest = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(same).count();
    let behind = before.len().saturating_sub(place);
    if behind <= tail { after.len() - behind } else { after.len() - tail }
}

#[cfg(test)]
mod tests {

    #[test]
    fn a_place_stays_between_the_same_letters() {
        let moved = |before: &str, after: &str, place| {
            let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
            super::moved(&units(before), &units(after), place)
        };
        assert_eq!(moved("abc", "abc more", 3), 3, "what comes behind moves nothing");
        assert_eq!(moved("abc", "more abc", 1), 6);
        assert_eq!(moved("abc", "more abc", 3), 8);
        assert_eq!(moved("aa", "aaa", 2), 2);
        assert_eq!(moved("abcdef", "abXdef", 4), 4);
        assert_eq!(moved("abc", "", 2), 0);
    }
}
