//! The page: its address, title and language, where it stands, and that it is not left by mistake.
//!
//! The part of the address behind `#` names the place in the app. In a frame it is the frame's own.

use std::cell::RefCell;

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::ScrollRestoration;

use super::event::{self, Listening};
use super::host_page::call;
use super::window::{document, window};

#[wasm_bindgen]
extern "C" {
    /// An element with its own styles. The policy of the page drops `style` attributes, not these.
    type Styled;
    #[wasm_bindgen(method, getter, structural)]
    fn style(this: &Styled) -> Declarations;

    type Declarations;
    #[wasm_bindgen(method, structural, js_name = setProperty)]
    fn set_property(this: &Declarations, name: &str, value: &str);
    #[wasm_bindgen(method, structural, js_name = getPropertyValue)]
    fn property_value(this: &Declarations, name: &str) -> String;
}

/// The place named in the address, without `#`; empty where none is.
pub(crate) fn place() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').map(str::to_owned).unwrap_or_default()
}

/// The address of the page, without the place in it.
pub(crate) fn address() -> String {
    // Looked up by name: a binding of its own would lie in the first load.
    let all = window().and_then(|window| Reflect::get(&window.location(), &"href".into()).ok());
    let all = all.and_then(|all| all.as_string()).unwrap_or_default();
    all.split('#').next().map(str::to_owned).unwrap_or_default()
}

/// Goes to a place: the browser's Back leads to the one before. In a frame `framed.js` sees to it that
/// the place has no entry of its own: the history is that of the page around.
pub(crate) fn push(place: &str) {
    // Where the history cannot be written (too many changes in a short time), the app goes on.
    if let Some(history) = history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&hash(place)));
    }
}

/// Names another place without a step back.
pub(crate) fn replace(place: &str) {
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&hash(place)));
    }
}

/// Is told the place when a link, Back, Forward or a person changed it.
pub(crate) fn on_place(run: impl Fn(String) + 'static) -> Listening {
    event::listen(&["popstate"], window(), move |_| run(place()))
}

/// Has the browser ask before the page is left, for as long as this is kept: only where something
/// would be lost.
pub(crate) fn ask_before_leaving() -> Listening {
    event::listen(&["beforeunload"], window(), |event| event.prevent_default())
}

/// Is told when the page goes: nothing it waits for comes any more.
pub(crate) fn on_leaving(run: impl Fn() + 'static) {
    std::mem::forget(event::listen(&["pagehide"], window(), move |_| run()));
}

/// Is told whenever the page is shown again, for as long as it stands.
pub(crate) fn on_shown(run: impl Fn() + 'static) {
    let shown = event::listen(&["visibilitychange"], document(), move |_| {
        if document().is_some_and(|document| !document.hidden()) {
            run();
        }
    });
    std::mem::forget(shown);
}

/// Sets the title.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Titles the document, whenever it is printed, as the heading that a selector finds. The title
/// becomes the name of a PDF and the head of its pages, and that of a screen may name what the
/// paper on it leaves out.
pub(crate) fn title_when_printed(heading: &'static str) -> Listening {
    let of_the_screen = RefCell::new(None::<String>);
    event::listen(&["beforeprint", "afterprint"], window(), move |event| {
        let Some(document) = document() else { return };
        if event.type_() == "afterprint" {
            if let Some(title) = of_the_screen.take() {
                document.set_title(&title);
            }
        } else if let Some(heading) = document.query_selector(heading).ok().flatten() {
            of_the_screen.borrow_mut().get_or_insert_with(|| document.title());
            document.set_title(&heading.text_content().unwrap_or_default());
        }
    })
}

/// Sets the language and the reading direction (`ltr`, `rtl`).
pub(crate) fn set_language(language: &str, direction: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", language);
        let _ = root.set_attribute("dir", direction);
    }
}

/// Sets what stands at the foot of each printed page, in browsers that draw it: a text of CSS.
pub(crate) fn set_running(line: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        root.unchecked_into::<Styled>().style().set_property("--running", line);
    }
}

/// Has all colours follow from this one, unless the page around this one has said which.
pub(crate) fn set_accent(colour: &str) {
    const ACCENT: &str = "--rip-accent";
    if let Some(root) = document().and_then(|document| document.get_element_by_id("app")) {
        let style = root.unchecked_into::<Styled>().style();
        if style.property_value(ACCENT).is_empty() {
            style.set_property(ACCENT, colour);
        }
    }
}

/// Leaves it to the app where the page stands after Back.
pub(crate) fn keep_scroll() {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// Scrolls the page.
pub(crate) fn scroll_to(top: f64) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}

/// Opens the browser's print window. Only inside the handler of a person's own press.
pub(crate) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// The same in a frame, where it may be refused without a word: says afterwards whether it began.
pub(crate) async fn print_in_frame() -> bool {
    let Some(begins) = call("printBegins", &[]) else { return false };
    // `powers.js` gives a promise, and nothing else.
    JsFuture::from(begins.unchecked_into::<Promise>()).await.is_ok_and(|begins| begins.is_truthy())
}

/// Loads the page anew, which ends the seal.
pub(crate) fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

fn hash(place: &str) -> String {
    format!("#{place}")
}

fn history() -> Option<web_sys::History> {
    window()?.history().ok()
}
