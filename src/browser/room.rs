//! Keeps out of a field what has no room in it, whole: half of what is pasted would look like all of it. The
//! browser shows why beside the field, and reads it out; it goes with the next thing that is typed.
//!
//! Letters that are being composed cannot be kept out: the view tells how many there are too many.

use wasm_bindgen::prelude::*;
use web_sys::{Event, InputEvent};

use super::event::{self, Listening};
use super::window::document;

#[wasm_bindgen]
extern "C" {
    /// A field for text.
    type Bounded;
    #[wasm_bindgen(method, structural, js_name = getAttribute)]
    fn attribute(this: &Bounded, name: &str) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn value(this: &Bounded) -> Option<String>;
    #[wasm_bindgen(method, getter, structural, js_name = selectionStart)]
    fn selection_start(this: &Bounded) -> Option<u32>;
    #[wasm_bindgen(method, getter, structural, js_name = selectionEnd)]
    fn selection_end(this: &Bounded) -> Option<u32>;
    #[wasm_bindgen(method, structural, js_name = setCustomValidity)]
    fn set_custom_validity(this: &Bounded, said: &str);
    #[wasm_bindgen(method, structural, js_name = reportValidity)]
    fn report_validity(this: &Bounded) -> bool;
}

/// How many letters would stand in a field, and how many have room there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooMuch {
    /// So many would.
    pub(crate) letters: usize,
    /// So many do.
    pub(crate) most: usize,
}

/// Name of the attribute with the number of letters that have room.
pub(crate) const MOST: &str = "data-most";

/// Keeps too much out of all fields with [`MOST`], and says it in these words.
pub(crate) fn keep_out(says: impl Fn(TooMuch) -> String + 'static) -> Listening {
    event::listen(&["beforeinput", "focusout"], document(), move |event| {
        let Some(field) = event.target().map(JsCast::unchecked_into::<Bounded>) else { return };
        let Some(most) = field.attribute(MOST).and_then(|most| most.parse().ok()) else { return };
        field.set_custom_validity("");
        if let Some(letters) = would_hold(event, &field).filter(|letters| *letters > most) {
            event.prevent_default();
            field.set_custom_validity(&says(TooMuch { letters, most }));
            field.report_validity();
        }
    })
}

/// How many letters would stand there, if there are more of them than now.
fn would_hold(event: &Event, field: &Bounded) -> Option<usize> {
    let input = event.dyn_ref::<InputEvent>()?;
    if !event.cancelable() {
        return None;
    }
    let added = match input.data() {
        Some(data) => data.chars().count(),
        None if matches!(&*input.input_type(), "insertLineBreak" | "insertParagraph") => 1,
        None => return None,
    };
    let value = field.value()?;
    let (start, end) = (field.selection_start()? as usize, field.selection_end()? as usize);
    let goes = value.encode_utf16().skip(start).take(end.saturating_sub(start));
    let goes = char::decode_utf16(goes).count();
    let letters = (value.chars().count() + added).saturating_sub(goes);
    (added > goes).then_some(letters)
}
