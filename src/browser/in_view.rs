//! Which part of a long screen is read.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::event;
use super::window::{document, window};

/// So far down the window a heading counts as read, as a part of its height.
const READ: f64 = 0.4;

/// Is told the id of the heading below which one reads, whenever it is another one, for as long as the
/// page stands: the last of those that a selector finds that is not below the upper part of the window.
/// What is as high as the frame around it is never scrolled, and so never told of.
pub(crate) fn watch(headings: &'static str, run: impl Fn(String) + 'static) {
    let last = RefCell::new(String::new());
    let listening = event::listen(&["scroll"], window(), move |_| {
        let Some(now) = read(headings) else { return last.borrow_mut().clear() };
        if *last.borrow() != now {
            last.replace(now.clone());
            run(now);
        }
    });
    std::mem::forget(listening);
}

fn read(headings: &str) -> Option<String> {
    let found = document()?.query_selector_all(headings).ok()?;
    let height = window()?.inner_height().ok()?.as_f64()?;
    let focused = document()?.active_element();
    let mut first = None;
    let mut last: Option<(f64, String)> = None;
    for at in 0..found.length() {
        let Some(heading) = found.item(at) else { continue };
        let heading: Element = heading.unchecked_into();
        let top = heading.get_bounding_client_rect().top();
        // It was gone to, also where the page ends before it comes up.
        if focused.as_ref() == Some(&heading) && (0.0..height).contains(&top) {
            return Some(heading.id());
        }
        // Of those that stand side by side the first one is meant.
        if top <= height * READ && last.as_ref().is_none_or(|(above, _)| top > *above) {
            last = Some((top, heading.id()));
        }
        first.get_or_insert_with(|| heading.id());
    }
    last.map(|(_, id)| id).or(first)
}
