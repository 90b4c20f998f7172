//! The app in two WASM modules that share memory and table: the first half, which the first question
//! needs, and the later one (`src/later.rs`). The compiler and the linker make one module; it is taken
//! apart here.

use std::fs;
use std::path::{Path, PathBuf};

use domain::pack::Build;
use wasm_split_cli_support as split;
use wasmparser::{Parser, Payload};

use super::wasm::{self, Glue, Profile};
use super::{Dist, glue};
use crate::tree::{self, APP};

/// What the linker is told: who takes the module apart has to know what names what.
const LINKS: &str = "-Clink-args=--emit-relocs";

/// Where the first half asks for the second. There is no such file: see [`linked`].
const LINK: &str = "./link.js";

/// Builds both halves.
pub(super) fn add(profile: Profile, build: Build, dist: &mut Dist) -> Result<(), String> {
    let (first, later) = taken_apart(&wasm::compile(APP, profile, build, &[LINKS])?)?;
    let later = profile.ordered(tight(&later)?)?;
    let bound = wasm::bind(&first, "app", Glue::Half)?;
    let script = glue::for_a_module(&bound.script).and_then(|script| linked(&script, &later));
    let script = script.map_err(|reason| format!("app.js: {reason}"))?;
    dist.insert("app.js".into(), script.into_bytes());
    dist.insert("app.wasm".into(), profile.ordered(bound.wasm)?);
    dist.insert("later.wasm".into(), later);
    Ok(())
}

/// The first half of the release as it was taken off, with the names of its functions.
pub(crate) fn first_with_names() -> Result<PathBuf, String> {
    Ok(first(&wasm::compiled(&tree::target()?, APP, Profile::Release)))
}

fn first(whole: &Path) -> PathBuf {
    whole.with_extension("halves").join("first.wasm")
}

/// Takes the app apart at `#[wasm_split(later)]`. What comes out are the first half, which bindgen has
/// still to bind, and the second one.
fn taken_apart(whole: &Path) -> Result<(PathBuf, Vec<u8>), String> {
    let fault = |error: &dyn std::fmt::Display| format!("{}: {error}", whole.display());
    let folder = whole.with_extension("halves");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| fault(&error))?;
    }
    fs::create_dir_all(&folder).map_err(|error| fault(&error))?;
    let first = first(whole);
    let bytes = fs::read(whole).map_err(|error| fault(&error))?;
    let mut options = split::Options::new(&bytes);
    options.output_dir = &folder;
    options.main_out_path = &first;
    options.link_name = LINK;
    let parts = split::transform(options).map_err(|error| fault(&format!("{error:#}")))?;
    match parts.split_modules.as_slice() {
        [later] => Ok((first, fs::read(later).map_err(|error| fault(&error))?)),
        others => Err(fault(&format!("{} modules beside the first", others.len()))),
    }
}

/// The second half without what only tools need, written anew: the linker leaves room in each number
/// for the largest one.
fn tight(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let mut config = walrus::ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    let mut module = config.parse(wasm).map_err(|error| format!("later.wasm: {error:#}"))?;
    Ok(module.emit_wasm())
}

/// Puts the loader of the second half into the glue of the first: the start script fetches it and
/// hands it to `later`. Bindgen wants to import a loader, which would be one more file, and could
/// fetch only by itself.
///
/// With the second half of another build the first would write where it should not; the browser
/// compares both with the sums in the page (`named`).
fn linked(script: &str, later: &[u8]) -> Result<String, String> {
    let end = format!(" from \"{LINK}\"");
    let found = script.lines().find_map(|line| {
        let name = line.strip_prefix("import * as ")?.trim_end_matches(';').strip_suffix(&end)?;
        Some((line, name))
    });
    let Some((import, name)) = found else {
        return Err(format!("the second half is not asked for: no import of {LINK}"));
    };
    let given = match canary(later)? {
        Some(canary) => format!("{{ ...wasm, {canary}: 0 }}"),
        None => "wasm".to_owned(),
    };
    let loader = format!(
        "export let later;\n\
         const comes = new Promise(done => {{ later = done; }});\n\
         const {name} = {{\n\
         async __wasm_split_load_later(done, data) {{\n\
         const made = await comes.then(module => WebAssembly.instantiate(module, {{ __wasm_split: {given} }})).catch(() => null);\n\
         wasm.__indirect_function_table.get(done)(data, made ? 1 : 0);\n\
         }},\n\
         }};"
    );
    Ok(script.replace(import, &loader))
}

/// What the second half of a build with debug assertions asks for, to tell by its name that both are
/// of one build. The sums in the page do that; it only has to be given.
fn canary(later: &[u8]) -> Result<Option<String>, String> {
    for payload in Parser::new(0).parse_all(later) {
        let payload = payload.map_err(|error| format!("later.wasm: {error}"))?;
        let Payload::ImportSection(section) = payload else { continue };
        for import in section.into_imports() {
            let import = import.map_err(|error| format!("later.wasm: {error}"))?;
            if import.name.starts_with("__canary_") {
                return Ok(Some(import.name.to_owned()));
            }
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with nothing in it.
    const NOTHING: &[u8] = b"\0asm\x01\0\0\0";

    /// A module that asks for one number, `__canary_1` of `s`.
    const CANARY: &[u8] = b"\0asm\x01\0\0\0\x02\x11\x01\x01s\x0a__canary_1\x03\x7f\0";

    #[test]
    fn what_only_debug_assertions_ask_for_is_given() {
        let glue = "import * as import1 from \"./link.js\"\n";
        let linked = linked(glue, CANARY).unwrap();
        assert!(linked.contains("{ __wasm_split: { ...wasm, __canary_1: 0 } }"), "{linked}");
    }

    #[test]
    fn the_glue_of_the_first_half_holds_the_loader_of_the_second() {
        let glue = "let wasm;\nimport * as import1 from \"./link.js\"\nexport { start };\n";
        let linked = linked(glue, NOTHING).unwrap();
        assert!(!linked.contains("import "), "{linked}");
        assert!(linked.contains("const import1 = {"), "{linked}");
        assert!(linked.contains("{ __wasm_split: wasm }"), "{linked}");
    }

    #[test]
    fn glue_that_asks_for_no_second_half_is_a_fault() {
        let fault = linked("let wasm;\n", NOTHING).unwrap_err();
        assert_eq!(fault, "the second half is not asked for: no import of ./link.js");
    }
}
