//! WASM and the glue that starts it.
//!
//! The app is an ES module, in two halves (`halves`). The documents module runs in a worker that is
//! made from a blob once the page is sealed; it cannot import, so its glue is one classic script
//! (`no_modules`) with the global `wasm_bindgen`. The module that locks files stands beside it in the same
//! worker, and its glue in the same script: as a function, which makes it anew for each file.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

use domain::pack::Build;

use super::{Dist, alike, glue, left_out, locals, once, sources, untold};
use crate::install::{self, TARGET};
use crate::tree;

/// What `Cargo.toml` has optimised for tests on this machine, of what the worker's module holds.
const OPTIMISED: [&str; 5] = ["calamine", "crc32fast", "miniz_oxide", "rust_xlsxwriter", "zip"];

/// How programs are compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As they are shipped: small.
    Release,
    /// With debug assertions, and quickly. The tools of the compiler are those of the tests on this
    /// machine.
    Dev,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Dev => "dev",
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Dev => "debug",
        }
    }

    /// A finished module as it is handed out: what is shipped packs well.
    pub(super) fn ordered(self, wasm: Vec<u8>) -> Result<Vec<u8>, String> {
        match self {
            Self::Release => alike::beside_each_other(&once::each(&locals::by_use(&wasm)?)?),
            Self::Dev => Ok(wasm),
        }
    }
}

/// What a glue script is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Glue {
    /// An ES module, imported by the start script.
    Module,
    /// The same for a first half: memory, table and what else the second half takes from it stay
    /// reachable.
    Half,
    /// A classic script: the whole source of a worker.
    Classic,
}

/// A module with the script that starts it.
pub(crate) struct Bound {
    /// The module, without what only tools need.
    pub(crate) wasm: Vec<u8>,
    /// Its glue.
    pub(crate) script: String,
}

/// Builds the worker's modules. Apart from the app, so that none gets features of another's.
pub(super) fn add_worker(profile: Profile, build: Build, dist: &mut Dist) -> Result<(), String> {
    let documents = of_worker("documents", profile, build, left_out::of)?;
    let lock = of_worker("lock", profile, build, |module| {
        left_out::places(module);
        Ok(())
    })?;
    let fresh = format!("const freshLock = () => {{\n{}return wasm_bindgen;\n}};\n", lock.script);
    let script = documents.script + &fresh + &worker_script()?;
    dist.insert("documents.js".into(), script.into_bytes());
    dist.insert("documents.wasm".into(), documents.wasm);
    dist.insert("lock.wasm".into(), lock.wasm);
    Ok(())
}

/// A module of the worker. From one that is shipped goes what nobody hears, and what else it can do without.
fn of_worker(
    package: &str,
    profile: Profile,
    build: Build,
    leave_out: impl FnOnce(&mut Module) -> Result<(), String>,
) -> Result<Bound, String> {
    let module = compile(package, profile, build, &[])?;
    let Bound { wasm, script } =
        bind_without(&module, package, Glue::Classic, |module| match profile {
            Profile::Release => untold::of(module).and_then(|()| leave_out(module)),
            Profile::Dev => Ok(()),
        })?;
    Ok(Bound { wasm: profile.ordered(wasm)?, script })
}

/// Compiles a package of the workspace for a build, with these flags for the compiler.
pub(super) fn compile(
    package: &str,
    profile: Profile,
    build: Build,
    flags: &[&str],
) -> Result<PathBuf, String> {
    install::wasm_target()?;
    let target = tree::target()?;
    let mut cargo = tree::cargo();
    cargo.args(["rustc", "--profile", profile.name(), "--target", TARGET, "--package", package]);
    if profile == Profile::Dev {
        // Where a line of the sources lies would be most of the program, and what tests on this machine
        // have optimised, as they run it a thousand times, would be most of the time.
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "none");
        for package in OPTIMISED {
            cargo.args(["--config", &format!("profile.dev.package.{package}.opt-level=0")]);
        }
    }
    cargo.arg("--").args(flags).env(sources::NAME, build.to_string());
    tree::run(without_machine_paths(&mut cargo, &target))?;
    Ok(compiled(&target, package, profile))
}

pub(super) fn compiled(target: &Path, package: &str, profile: Profile) -> PathBuf {
    target.join(TARGET).join(profile.folder()).join(format!("{package}.wasm"))
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

/// Makes the glue of a module.
pub(crate) fn bind(wasm: &Path, name: &str, glue: Glue) -> Result<Bound, String> {
    bind_without(wasm, name, glue, |_| Ok(()))
}

/// The same, and what is not needed is left out of the module.
fn bind_without(
    wasm: &Path,
    name: &str,
    glue: Glue,
    leave_out: impl FnOnce(&mut Module) -> Result<(), String>,
) -> Result<Bound, String> {
    let fault = |error: &dyn std::fmt::Display| format!("{name}.wasm: {error}");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(name).typescript(false);
    bindgen.demangle(false).remove_name_section(true).remove_producers_section(true);
    bindgen.keep_lld_exports(glue == Glue::Half);
    let chosen = match glue {
        Glue::Module | Glue::Half => bindgen.web(true),
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
    leave_out(output.wasm_mut()).map_err(|reason| fault(&reason))?;
    let bytes = output.wasm_mut().emit_wasm();
    if let Some((path, _)) = machine_paths(&tree::target()?)
        .iter()
        .find(|(path, _)| holds(&bytes, path.to_string_lossy().as_bytes()))
    {
        return Err(fault(&format_args!("holds a path of this machine, {}", path.display())));
    }
    Ok(Bound { wasm: bytes, script })
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
