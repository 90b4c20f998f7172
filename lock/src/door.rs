//! The door for the worker's script, which asks for one thing and then lets go of all of it.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Fault, Work};

/// Locks bytes with a passphrase.
#[wasm_bindgen]
pub fn lock(plain: &[u8], passphrase: &str) -> Result<Vec<u8>, u8> {
    crate::lock(plain, passphrase, Work::OURS).map_err(Fault::code)
}

/// Opens what was locked with a passphrase.
#[wasm_bindgen]
pub fn open(locked: &[u8], passphrase: &str) -> Result<Vec<u8>, u8> {
    crate::open(locked, passphrase, Work::MOST).map_err(Fault::code)
}
