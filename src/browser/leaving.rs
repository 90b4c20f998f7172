//! How the screen stands as somebody may leave it, and how it comes to stand so again.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

use super::window::{document, window};

/// How a screen stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Left {
    /// How far down it is.
    pub(crate) top: f64,
    /// The ids of the folds that are open.
    pub(crate) folds: Vec<String>,
    /// The address of the link that was pressed, and how many links to the same address stand before
    /// it. None where it is no part of the screen itself, as in the navigation, or no link.
    pub(crate) link: Option<(String, u32)>,
}

/// Is told how the screen stands before a link to another place of the page, or a button, does what it
/// does, for as long as the page stands.
pub(crate) fn on_press(run: impl Fn(Left) + 'static) {
    let Some(window) = window() else { return };
    // Before anything else hears of the press.
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&window, "click", options, move |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let leads =
            pressed.and_then(|pressed| pressed.closest("a[href^='#'], button").ok().flatten());
        if let Some(leads) = leads {
            run(stands(&leads));
        }
    })
    .forget();
}

fn stands(pressed: &Element) -> Left {
    let folds = all("main details[open][id]");
    let is_inside = pressed.closest("main").is_ok_and(|main| main.is_some());
    let address = pressed.get_attribute("href").filter(|_| is_inside);
    let same = all("main a[href^='#']").filter(|other| other.get_attribute("href") == address);
    let before = same.take_while(|other| !other.is_same_node(Some(pressed))).count();
    let before = u32::try_from(before).unwrap_or(u32::MAX);
    Left {
        top: window().and_then(|window| window.scroll_y().ok()).unwrap_or_default(),
        folds: folds.map(|fold| fold.id()).collect(),
        link: address.clone().map(|address| (address, before)),
    }
}

/// Opens a fold.
pub(crate) fn open(fold: &str) {
    if let Some(fold) = element(fold) {
        let _ = fold.set_attribute("open", "");
    }
}

/// The link to an address before which so many to the same address stand.
pub(crate) fn link(address: &str, before: u32) -> Option<Element> {
    all("main a[href^='#']")
        .filter(|link| link.get_attribute("href").as_deref() == Some(address))
        .nth(before as usize)
}

/// The element with this id.
pub(crate) fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// All elements that a selector finds, in their order.
fn all(selector: &str) -> impl Iterator<Item = Element> {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    found.into_iter().flat_map(|found: NodeList| {
        (0..found.length()).filter_map(move |at| found.item(at)?.dyn_into().ok())
    })
}
