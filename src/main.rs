//! The app: builds the browser's powers, reads the questions, and hands both to the shell.

mod browser;
mod later;
mod shell;
mod view;

use std::rc::Rc;

use domain::pack::{Build, First};
use wasm_bindgen::prelude::*;

/// The build of this module.
const BUILD: Build = Build::named(option_env!("RESPECT_IN_PRACTICE_BUILD"));

/// Hands out memory, to both halves. That of the standard library is five times as large, and slower.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {}

/// Called once by `start.js`, with the questions of the chosen language and with what only the
/// start script can do.
///
/// # Errors
/// Where the questions belong to another build, or are damaged.
#[wasm_bindgen]
pub fn start(questions: &[u8], host: JsValue) -> Result<(), JsError> {
    browser::host::set(host);
    browser::panic::install();
    let First { catalogue, texts, .. } =
        First::from_bytes(questions, BUILD).map_err(|fault| JsError::new(&fault.to_string()))?;
    shell::mount(Rc::new(catalogue), Rc::new(texts));
    Ok(())
}
