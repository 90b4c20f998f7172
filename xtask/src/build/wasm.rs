//! The WASM of app and documents, and the glue that starts them.
//!
//! The app is an ES module, in two halves (`halves`). The documents module runs in a worker that is made from a blob once the
//! page is sealed; it cannot import, so its glue is one classic script (`no_modules`) with the
//! global `wasm_bindgen`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use super::{Dist, glue, halves};
use crate::{install, tree};

/// The target of both.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// What a glue script is.
#[derive(Clone, Copy)]
pub(crate) enum Glue<'a> {
    /// An ES module, imported by the start script.
    Module,
    /// The same for a first half, with the second one to which it belongs.
    Half(&'a [u8]),
    /// A classic script: the whole source of a worker.
    Classic,
}

/// The app's package.
pub(crate) const APP: &str = "respect-in-practice";

/// Builds both modules. Apart from each other, so that neither gets features of the other's.
pub(super) fn add(dist: &mut Dist) -> Result<(), String> {
    halves::add("release", dist)?;
    bind(&compile("documents", "release")?, "documents", Glue::Classic, dist)
}

/// Builds the app with debug assertions.
pub(super) fn add_with_assertions(dist: &mut Dist) -> Result<(), String> {
    halves::add("assertions", dist)
}

/// Compiles a package of the workspace.
pub(super) fn compile(package: &str, profile: &str) -> Result<PathBuf, String> {
    install::wasm_target()?;
    let target = tree::target()?;
    let mut cargo = tree::cargo();
    cargo.args(["rustc", "--profile", profile, "--target", TARGET, "--package", package]);
    if package == APP {
        cargo.args(["--", halves::LINKS]);
    }
    tree::run(without_machine_paths(&mut cargo, &target))?;
    Ok(compiled(&target, package, profile))
}

pub(super) fn compiled(target: &Path, package: &str, profile: &str) -> PathBuf {
    target.join(TARGET).join(profile).join(format!("{package}.wasm"))
}

/// Panic messages hold paths of sources: they begin at the project or at the crate, so that the
/// same sources give the same bytes on any machine.
pub(crate) fn without_machine_paths<'a>(cargo: &'a mut Command, target: &Path) -> &'a mut Command {
    let flags: Vec<_> = machine_paths(target)
        .into_iter()
        .map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()))
        .collect();
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
}

/// Folders of this machine whose names would otherwise stand in the build. The last that fits wins.
fn machine_paths(target: &Path) -> Vec<(PathBuf, &'static str)> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let mut paths = vec![(tree::root(), "project"), (target.to_owned(), "target")];
    paths.extend(home.map(|home| (home, "cargo")));
    paths
}

/// Writes the glue of a module, and the module without what only tools need.
pub(crate) fn bind(wasm: &Path, name: &str, glue: Glue<'_>, dist: &mut Dist) -> Result<(), String> {
    let fault = |error: &dyn std::fmt::Display| format!("{name}.wasm: {error}");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(name).typescript(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    // Memory, table and what else the second half takes from the first.
    bindgen.keep_lld_exports(matches!(glue, Glue::Half(_)));
    let chosen = match glue {
        Glue::Module | Glue::Half(_) => bindgen.web(true),
        Glue::Classic => bindgen.no_modules(true),
    };
    chosen.map_err(|error| fault(&error))?;
    let mut output = bindgen.generate_output().map_err(|error| fault(&error))?;
    let snippets = output.snippets().values().flatten().map(String::as_str);
    if let Some(script) = output.local_modules().keys().map(String::as_str).chain(snippets).next() {
        let reason = format!("a script beside the glue would be one more file to load: {script}");
        return Err(fault(&reason));
    }
    let script = glue::short(&mut output).map_err(|reason| fault(&reason))?;
    let bytes = output.wasm_mut().emit_wasm();
    if let Some((path, _)) = machine_paths(&tree::target()?)
        .iter()
        .find(|(path, _)| holds(&bytes, path.to_string_lossy().as_bytes()))
    {
        return Err(fault(&format_args!("holds a path of this machine, {}", path.display())));
    }
    let script = match glue {
        Glue::Module => script,
        Glue::Half(rest) => halves::linked(&script, rest).map_err(|reason| fault(&reason))?,
        Glue::Classic => script + &worker_script()?,
    };
    dist.insert(format!("{name}.js"), script.into_bytes());
    dist.insert(format!("{name}.wasm"), bytes);
    Ok(())
}

/// The message loop of the worker, which stands behind the glue: a worker from a blob has nowhere to
/// load a second script from.
fn worker_script() -> Result<String, String> {
    let name = "documents/src/worker.js";
    let script =
        fs::read_to_string(tree::root().join(name)).map_err(|error| format!("{name}: {error}"))?;
    glue::tight(&script).map_err(|reason| format!("{name}: {reason}"))
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
