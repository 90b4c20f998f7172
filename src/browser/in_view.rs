//! Which part of a long screen is read.

use std::cell::RefCell;
use std::ops::Range;

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::event;
use super::window::{document, window};

/// So far down what is seen a heading counts as read, as a part of its height.
const READ: f64 = 0.4;

/// What `powers.js` tells the window of when another part of a frame is seen: its `top` and `height`.
const SLICE: &str = "slice";

/// Is told the id of the heading below which one reads, whenever it is another one, for as long as the
/// page stands: the last of those that a selector finds that is not below the upper part of what is seen.
pub(crate) fn watch(headings: &'static str, run: impl Fn(String) + 'static) {
    let last = RefCell::new(String::new());
    let listening = event::listen(&["scroll", SLICE], window(), move |event| {
        let now = seen(event).and_then(|seen| read(headings, seen));
        let Some(now) = now else { return last.borrow_mut().clear() };
        if *last.borrow() != now {
            last.replace(now.clone());
            run(now);
        }
    });
    std::mem::forget(listening);
}

/// From where to where the page is seen: all of the window, or the slice of it that the window of a page
/// around it shows.
fn seen(event: &Event) -> Option<Range<f64>> {
    // Looked up by name: a binding of its own would lie in the first load.
    let slice = |name: &str| Reflect::get(event, &name.into()).ok()?.as_f64();
    if let (Some(top), Some(height)) = (slice("top"), slice("height")) {
        return Some(top..top + height);
    }
    Some(0.0..window()?.inner_height().ok()?.as_f64()?)
}

fn read(headings: &str, seen: Range<f64>) -> Option<String> {
    let found = document()?.query_selector_all(headings).ok()?;
    let upper = seen.start + (seen.end - seen.start) * READ;
    let focused = document()?.active_element();
    let mut first = None;
    let mut last: Option<(f64, String)> = None;
    for at in 0..found.length() {
        let Some(heading) = found.item(at) else { continue };
        let heading: Element = heading.unchecked_into();
        let top = heading.get_bounding_client_rect().top();
        // It was gone to, also where the page ends before it comes up.
        if focused.as_ref() == Some(&heading) && seen.contains(&top) {
            return Some(heading.id());
        }
        // Of those that stand side by side the first one is meant.
        if top <= upper && last.as_ref().is_none_or(|(above, _)| top > *above) {
            last = Some((top, heading.id()));
        }
        first.get_or_insert_with(|| heading.id());
    }
    last.map(|(_, id)| id).or(first)
}
