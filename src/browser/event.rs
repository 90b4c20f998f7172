//! What happened in the page, as plain values. Read inside the handler: later the element may have
//! changed.

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{DragEvent, Event, EventTarget, FileList, KeyboardEvent};

use super::window::document;

/// Something that is listened to until this is dropped.
#[must_use = "dropping it ends the listening"]
#[derive(Debug)]
pub(crate) struct Listening(#[allow(dead_code, reason = "kept for its drop")] Vec<EventListener>);

/// A key that was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// Its name, e.g. `Enter`, `z`, `ArrowUp`.
    pub(crate) name: String,
    /// Where it is on the keyboard, e.g. `KeyZ`.
    pub(crate) place: String,
    /// Whether Ctrl, or Command on a Mac, was held.
    pub(crate) command: bool,
    /// Whether Shift was held.
    pub(crate) shift: bool,
    /// Whether Alt was held.
    pub(crate) alt: bool,
    /// Whether it belongs to a word that is being composed, and so is not for the page.
    pub(crate) composing: bool,
    /// Whether it went into a field with text, which has its own undo.
    pub(crate) in_text: bool,
}

#[wasm_bindgen]
extern "C" {
    /// Any form control. One type for all of them costs less than a checked cast to each.
    type Field;
    #[wasm_bindgen(method, getter, structural)]
    fn value(this: &Field) -> Option<String>;
    #[wasm_bindgen(method, setter, structural)]
    fn set_value(this: &Field, value: &str);
    #[wasm_bindgen(method, getter, structural)]
    fn checked(this: &Field) -> Option<bool>;
    #[wasm_bindgen(method, getter, structural)]
    fn files(this: &Field) -> Option<FileList>;
    #[wasm_bindgen(method, getter, structural, js_name = selectionStart)]
    fn selection_start(this: &Field) -> JsValue;
}

/// The text in the field that changed, exactly as typed; of a radio, a box or a list, its value.
pub(crate) fn text(event: &Event) -> String {
    field(event).and_then(|field| field.value()).unwrap_or_default()
}

/// What was typed into each field of the form that is given, in their order.
pub(crate) fn typed(submit: &Event) -> Vec<String> {
    let form = submit.target().map(JsCast::unchecked_into::<web_sys::Element>);
    let fields = form.and_then(|form| form.query_selector_all("input").ok());
    let Some(fields) = fields else { return Vec::new() };
    let fields = (0..fields.length()).filter_map(|at| fields.get(at));
    fields.filter_map(|field| field.unchecked_into::<Field>().value()).collect()
}

/// What stands in a field for a day or a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entered {
    /// Its value; none where the browser tells only that what stands there is no day.
    pub(crate) text: Option<String>,
    /// Whether it is left.
    pub(crate) is_left: bool,
}

/// What stands in the field for a day that changed or is left.
pub(crate) fn entered(event: &Event, is_left: bool) -> Entered {
    // Looked up by name: a binding of its own would lie in the first load.
    let of = |from: &JsValue, name: &str| js_sys::Reflect::get(from, &name.into()).ok();
    let validity = event.target().and_then(|target| of(&target, "validity"));
    let is_none = validity.and_then(|validity| of(&validity, "badInput"));
    let is_none = is_none.is_some_and(|is_none| is_none.is_truthy());
    Entered { text: (!is_none).then(|| text(event)), is_left }
}

/// Whether the box or radio that changed is now checked.
pub(crate) fn checked(event: &Event) -> bool {
    field(event).and_then(|field| field.checked()).unwrap_or_default()
}

/// The key that was pressed.
pub(crate) fn key(event: &KeyboardEvent) -> Key {
    Key {
        name: event.key(),
        place: place(event),
        command: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
        composing: event.is_composing(),
        in_text: field(event).is_some_and(|field| field.selection_start().as_f64().is_some()),
    }
}

/// Where a key is on the keyboard, as `KeyZ`.
pub(super) fn place(event: &KeyboardEvent) -> String {
    // Looked up by name: a binding of its own would lie in the first load.
    let place = js_sys::Reflect::get(event, &"code".into()).ok();
    place.and_then(|place| place.as_string()).unwrap_or_default()
}

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

/// Where Alt and an arrow key lead.
pub(crate) fn step(event: &KeyboardEvent) -> Option<Direction> {
    if !event.alt_key() || event.ctrl_key() || event.meta_key() {
        return None;
    }
    match event.key().as_str() {
        "ArrowUp" => Some(Direction::Up),
        "ArrowDown" => Some(Direction::Down),
        _ => None,
    }
}

/// What a drag inside the page is told apart by from text that is dragged in from elsewhere.
const CARRIED: &str = "application/x-respect-in-practice";

/// Gives a drag inside the page something to carry.
pub(crate) fn carry(event: &DragEvent, what: &str) {
    if let Some(data) = event.data_transfer() {
        let _ = data.set_data(CARRIED, what);
        data.set_effect_allowed("move");
    }
}

/// Whether a drag inside the page is over the element.
pub(crate) fn carries_text(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&JsValue::from_str(CARRIED), 0))
}

/// What a drag inside the page carried.
pub(crate) fn carried(event: &DragEvent) -> Option<String> {
    let carried = event.data_transfer()?.get_data(CARRIED).ok()?;
    (!carried.is_empty()).then_some(carried)
}

/// Closes the `details` in which something was pressed.
pub(crate) fn close_menu(event: &Event) {
    let pressed = event.target().map(JsCast::unchecked_into::<web_sys::Element>);
    let menu = pressed.and_then(|pressed| pressed.closest("details").ok().flatten());
    if let Some(menu) = menu {
        let _ = menu.remove_attribute("open");
    }
}

/// Closes the `details` that a selector finds.
pub(crate) fn close(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(details) = found {
        let _ = details.remove_attribute("open");
    }
}

/// The files in the field that changed. The list is the field's own: it is empty once the field is.
pub(super) fn files(event: &Event) -> Option<FileList> {
    field(event)?.files()
}

/// Empties the field that changed, so that the same file chosen again is a change again.
pub(super) fn empty(event: &Event) {
    if let Some(field) = field(event) {
        field.set_value("");
    }
}

/// Is told of every key that is pressed anywhere in the page. Answering true keeps the key from
/// the browser.
pub(crate) fn on_key(run: impl Fn(Key) -> bool + 'static) -> Listening {
    listen(&["keydown"], document(), move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>()
            && run(key(event))
        {
            event.prevent_default();
        }
    })
}

/// Listens to several kinds of event with one function.
pub(super) fn listen(
    kinds: &[&'static str],
    target: Option<impl AsRef<EventTarget>>,
    run: impl Fn(&Event) + 'static,
) -> Listening {
    let Some(target) = target else { return Listening(Vec::new()) };
    let run = std::rc::Rc::new(run);
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    let all = kinds.iter().map(|&kind| {
        let run = run.clone();
        EventListener::new_with_options(target.as_ref(), kind, options, move |event| run(event))
    });
    Listening(all.collect())
}

fn field(event: &Event) -> Option<Field> {
    event.target().map(JsCast::unchecked_into)
}
