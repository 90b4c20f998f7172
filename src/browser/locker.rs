//! Lockers in the storage of the tab, where what this page alone holds outlives it, and not the tab.
//! `powers.js` looks after them; the key of one is kept by the page around.

use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::host_page::call;

/// The locker of this page.
pub(crate) struct Locker {
    /// Its name.
    pub(crate) name: String,
    /// What opens it.
    pub(crate) key: Vec<u8>,
}

/// Waits until the page around has given this one a locker, which may be never.
pub(crate) async fn own() -> Option<Locker> {
    // `powers.js` gives these types and no others: to ask for them would lie in the first load.
    let promise: Promise = call("locker", &[])?.unchecked_into();
    let given = JsFuture::from(promise).await.ok()?;
    let part = |name: &str| Reflect::get(&given, &name.into()).ok();
    Some(Locker {
        name: part("name")?.as_string()?,
        key: part("key")?.unchecked_into::<Uint8Array>().to_vec(),
    })
}

/// All that are not empty, by name, with what lies in them.
pub(crate) fn all() -> Vec<(String, Vec<u8>)> {
    let all = call("lockers", &[]).map(JsCast::unchecked_into::<Array>).unwrap_or_default();
    let locker = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        let text = entry.get(1).as_string()?;
        // What is no byte was not put there by this page, and opens no more than an empty one.
        let bytes = text.chars().map(|letter| u8::try_from(letter).ok()).collect::<Option<_>>();
        Some((entry.get(0).as_string()?, bytes.unwrap_or_default()))
    };
    all.iter().filter_map(locker).collect()
}

/// Puts bytes into a locker, a letter each, as the storage takes text alone.
pub(crate) fn put(name: &str, bytes: &[u8]) {
    let text: String = bytes.iter().copied().map(char::from).collect();
    call("putIntoLocker", &[name.into(), text.into()]);
}

/// Empties a locker.
pub(crate) fn empty(name: &str) {
    call("putIntoLocker", &[name.into()]);
}

/// Empties all.
pub(crate) fn empty_all() {
    for (name, _) in all() {
        empty(&name);
    }
}
