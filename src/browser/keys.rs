//! Keys that are pressed by themselves, and what the tab remembers of them.
//!
//! Everything is looked up by name: a binding of its own would lie in the first load.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, KeyboardEvent};

use super::window::document;
use super::{event, host};

/// What the tab remembers where these keys are off.
const OFF: &str = "off";

/// What takes letters itself: a field to type in, a list to choose from, which goes to what begins with
/// the letter.
const TAKES_LETTERS: &str =
    "textarea, select, input:not([type=radio], [type=checkbox]), [contenteditable]";

/// Is told the name and the place of each key that is pressed by itself, for as long as the page stands: no other is held
/// but Shift, it belongs to no word that is being composed, is not held down, and what has the focus
/// takes no letters.
pub(crate) fn on_single(run: impl Fn(&str, &str) + 'static) {
    let listening = event::listen(&["keydown"], document(), move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let held = key.ctrl_key() || key.meta_key() || key.alt_key();
        let target = event.target().map(JsCast::unchecked_into::<Element>);
        let takes = |target: Element| target.closest(TAKES_LETTERS).ok().flatten().is_some();
        let is_held_down =
            Reflect::get(key, &"repeat".into()).is_ok_and(|repeats| repeats.is_truthy());
        if held || is_held_down || key.is_composing() || target.is_some_and(takes) {
            return;
        }
        run(&key.key(), &event::place(key));
    });
    std::mem::forget(listening);
}

/// Whether the tab remembers that they are off.
pub(crate) fn are_off() -> bool {
    tell(&JsValue::UNDEFINED).and_then(|kept| kept.as_string()).as_deref() == Some(OFF)
}

/// Has the tab remember whether they are.
pub(crate) fn remember_off(off: bool) {
    tell(&if off { OFF } else { "" }.into());
}

fn tell(value: &JsValue) -> Option<JsValue> {
    let found = |host: &host::Host| Reflect::get(host, &"keys".into()).ok()?.dyn_into().ok();
    let function: Function = host::with(found).flatten()?;
    function.call1(&JsValue::UNDEFINED, value).ok()
}
