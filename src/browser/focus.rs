//! Where the keyboard is. The focus moves when the screen changes, never while somebody types.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::window::document;

/// Focuses the element with this id. Says whether it is there.
pub(crate) fn element(id: &str) -> bool {
    focus(document().and_then(|document| document.get_element_by_id(id)), false)
}

/// Focuses the heading of the screen, so that it is read out, without moving the page: where the
/// screen stands is `page`'s business, and in a frame that of `powers.js`. Says whether there is one.
pub(crate) fn heading() -> bool {
    focus(first("h1[tabindex]"), true)
}

/// Focuses the first element that a selector finds. Says whether there is one.
pub(crate) fn matching(selector: &str) -> bool {
    focus(first(selector), false)
}

/// Focuses an element, without moving the page where it is to stay `in_place`.
pub(crate) fn on(element: Element, in_place: bool) {
    focus(Some(element), in_place);
}

/// Focuses the first text field that a selector finds, and chooses all that stands in it.
pub(crate) fn choose_all(selector: &str) {
    let Some(field) = first(selector) else { return };
    call(&field, "select");
    focus(Some(field), false);
}

/// Presses the first element that a selector finds, and focuses it, so that it is read out. Says whether
/// there is one.
pub(crate) fn press(selector: &str) -> bool {
    let Some(element) = first(selector) else { return false };
    call(&element, "click");
    focus(Some(element), false)
}

/// Looked up by name: a binding of its own would lie in the first load.
fn call(element: &Element, name: &str) {
    if let Ok(method) = Reflect::get(element, &name.into()) {
        let _ = method.unchecked_ref::<Function>().call0(element);
    }
}

/// Whether an element has the focus: not so once the one that had it is gone.
pub(crate) fn is_somewhere() -> bool {
    let now = document().and_then(|document| document.active_element());
    now.is_some_and(|element| element.tag_name() != "BODY")
}

fn first(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

fn focus(element: Option<Element>, in_place: bool) -> bool {
    let options = FocusOptions::new();
    options.set_prevent_scroll(in_place);
    element.is_some_and(|element| {
        // Every element of the page that can have the focus has the method; SVG's too.
        element.unchecked_into::<HtmlElement>().focus_with_options(&options).is_ok()
    })
}
