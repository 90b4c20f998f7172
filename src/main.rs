//! The app: builds the browser's powers, reads the questions, and hands both to the shell.

mod browser;
mod later;
mod shell;
mod view;

use std::rc::Rc;

use domain::catalogue::Catalogue;
use domain::texts::Texts;
use wasm_bindgen::prelude::*;

fn main() {}

/// Called once by `start.js`, with the questions of the chosen language and with what only the
/// start script can do.
///
/// # Errors
/// Where the questions are not those of this build.
#[wasm_bindgen]
pub fn start(questions: &[u8], host: JsValue) -> Result<(), JsError> {
    browser::host::set(host);
    browser::panic::install();
    let (catalogue, texts): (Catalogue, Texts) = postcard::from_bytes(questions)
        .map_err(|_| JsError::new("the questions are not those of this build"))?;
    shell::mount(Rc::new(catalogue), Rc::new(texts));
    Ok(())
}
