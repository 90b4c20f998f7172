//! What the tools need beside Rust: installed when that is possible, otherwise named together with
//! the command that brings it.

use std::path::Path;

use crate::build::wasm::TARGET;
use crate::tree;

/// The standard library for the browser.
pub(crate) fn wasm_target() -> Result<(), String> {
    let libraries = tree::output(tree::command("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        TARGET,
    ]))?;
    if Path::new(libraries.trim()).exists() {
        return Ok(());
    }
    let advice = format!("the target {TARGET} is missing; rustup target add {TARGET} brings it");
    if !tree::has("rustup") {
        return Err(advice);
    }
    println!("Adding the target {TARGET}");
    tree::run(tree::command("rustup").args(["target", "add", TARGET])).map_err(|_| advice)
}
