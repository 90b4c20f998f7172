//! The door for the worker's script, which asks for one thing and then lets go of all of it; and for what is at
//! random, which the browser gives. The way to it that the library `getrandom` brings (its feature `js`) is
//! another dozen of kilobytes, as it has to find out first where it is.

use getrandom::{Error, register_custom_getrandom};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Fault, Work};

#[wasm_bindgen(js_namespace = crypto)]
extern "C" {
    /// Fills bytes at random, so many of them at once that no key here comes near it; it throws otherwise.
    #[wasm_bindgen(catch, js_name = getRandomValues)]
    fn fill(bytes: &mut [u8]) -> Result<JsValue, JsValue>;
}

fn at_random(bytes: &mut [u8]) -> Result<(), Error> {
    fill(bytes).map(drop).map_err(|_| Error::UNEXPECTED)
}

register_custom_getrandom!(at_random);

/// Locks bytes with a passphrase.
///
/// # Errors
/// The code of the [`Fault`].
#[wasm_bindgen]
pub fn lock(plain: &[u8], passphrase: &str) -> Result<Vec<u8>, u8> {
    crate::lock(plain, passphrase, Work::OURS).map_err(Fault::code)
}

/// Opens what was locked with a passphrase.
///
/// # Errors
/// The code of the [`Fault`].
#[wasm_bindgen]
pub fn open(locked: &[u8], passphrase: &str) -> Result<Vec<u8>, u8> {
    crate::open(locked, passphrase, Work::MOST).map_err(Fault::code)
}
