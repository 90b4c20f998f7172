//! A window holds what it has open, so that no other deletes it: a Web Lock that several may share,
//! which the browser frees when the window goes, however it goes.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The lock, held until dropped.
#[must_use = "dropping it frees the lock"]
#[derive(Debug)]
pub(crate) struct Guard {
    release: JsValue,
}

/// What came of asking for a lock for oneself.
#[derive(Debug)]
pub(crate) enum Lock {
    /// It is ours.
    Held(Guard),
    /// Another window has it.
    Taken,
    /// This browser has no locks: an old one, or a page that did not come over HTTPS. Two windows
    /// cannot be told apart.
    Missing,
}

/// How long a lock that was let go may still be taken, in milliseconds.
const MOMENT: u32 = 1_000;

#[wasm_bindgen]
extern "C" {
    // web-sys has these behind a flag of the compiler.
    type AbortSignal;
    #[wasm_bindgen(static_method_of = AbortSignal)]
    fn timeout(milliseconds: u32) -> JsValue;
    type WithLocks;
    #[wasm_bindgen(method, getter, structural)]
    fn locks(this: &WithLocks) -> Option<LockManager>;
    type LockManager;
    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        run: &JsValue,
    ) -> Result<Promise, JsValue>;
}

/// Whether the browser gives this page locks.
pub(crate) fn are_here() -> bool {
    manager().is_some()
}

/// Asks for the lock of this name together with others. None: this browser has no locks. Waits while
/// one window has it for itself, which is no longer than it takes to delete something.
pub(crate) async fn share(name: &str) -> Option<Guard> {
    let locks = manager()?;
    let options = Object::new();
    // Setting a field of a plain object cannot fail.
    let _ = Reflect::set(&options, &"mode".into(), &"shared".into());
    let release = ask(&locks, name, &options).await.ok()?;
    Some(Guard { release })
}

/// Asks for the lock of this name for oneself and waits a moment for it: one that this window has just
/// let go is still taken for that long.
pub(crate) async fn take(name: &str) -> Lock {
    let Some(locks) = manager() else { return Lock::Missing };
    let options = Object::new();
    let _ = Reflect::set(&options, &"signal".into(), &AbortSignal::timeout(MOMENT));
    match ask(&locks, name, &options).await {
        Ok(release) if release.is_function() => Lock::Held(Guard { release }),
        Ok(_) => Lock::Taken,
        // Time was up.
        Err(why) if Reflect::get(&why, &"name".into()) == Ok("TimeoutError".into()) => Lock::Taken,
        Err(_) => Lock::Missing,
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        call(&self.release, &JsValue::NULL);
    }
}

fn manager() -> Option<LockManager> {
    let window = super::window::window()?;
    let navigator = Reflect::get(&window, &"navigator".into()).ok()?;
    navigator.unchecked_into::<WithLocks>().locks()
}

/// Settles with the function that frees the lock, or with null where it is taken.
async fn ask(locks: &LockManager, name: &str, options: &Object) -> Result<JsValue, JsValue> {
    let (granted, settle) = promise();
    // The browser holds the lock for as long as the promise that this returns is open.
    let run = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if lock.is_null() {
            call(&settle, &lock);
            return lock;
        }
        let (held, release) = promise();
        call(&settle, &release);
        held.into()
    });
    // The second one fails where locks are refused, for example in a frame without an origin.
    let asked = locks.request(name, options, &run)?;
    JsFuture::from(Promise::race(&Array::of2(&granted, &asked))).await
}

/// A promise and the function that settles it.
fn promise() -> (Promise, JsValue) {
    let mut settle = JsValue::NULL;
    let promise = Promise::new(&mut |resolve, _| settle = resolve.into());
    (promise, settle)
}

fn call(function: &JsValue, value: &JsValue) {
    let _ = function.unchecked_ref::<Function>().call1(&JsValue::NULL, value);
}
