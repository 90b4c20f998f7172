//! What windows of this browser tell each other: that something on this device has changed. No answer
//! is among it; who wants to know reads the storage.

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

use super::host;

const NAME: &str = "respect-in-practice";

/// Before the name of an assessment that was deleted. No name begins so.
const DELETED: &str = "-";

/// What another window told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// It put something.
    Put,
    /// It deleted the assessment of this name.
    Deleted(String),
}

/// The way to the other windows, for as long as the page stands; null where this browser has none.
pub(crate) fn open(on_told: impl Fn(Told) + 'static) -> JsValue {
    let Ok(channel) = BroadcastChannel::new(&host::own(NAME)) else { return JsValue::NULL };
    let told = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(text) = event.data().as_string() else { return };
        on_told(match text.strip_prefix(DELETED) {
            Some(assessment) => Told::Deleted(assessment.to_owned()),
            None => Told::Put,
        });
    });
    channel.set_onmessage(Some(told.as_ref().unchecked_ref()));
    told.forget();
    channel.into()
}

/// Tells the others.
pub(crate) fn tell(channel: &JsValue, what: &Told) {
    let Some(channel) = channel.dyn_ref::<BroadcastChannel>() else { return };
    let text = match what {
        Told::Put => String::new(),
        Told::Deleted(assessment) => format!("{DELETED}{assessment}"),
    };
    let _ = channel.post_message(&JsValue::from_str(&text));
}
