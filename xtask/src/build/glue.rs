//! Makes the glue between page and WASM smaller without rewriting what it does: the long names by
//! which both sides know each other become short ones, comments and indentation go.
//!
//! Bindgen gives each of some two hundred functions a name with 16 hexadecimal digits, which no
//! compression can shorten, in the script and in the module alike.

use std::collections::BTreeMap;

use wasm_bindgen_cli_support::Output;

/// The script, with the names of the module shortened on both sides.
pub(super) fn short(output: &mut Output) -> Result<String, String> {
    let script = output.js().to_owned();
    let module = output.wasm_mut();
    let mut names = BTreeMap::new();
    let mut shorten = |name: &mut String| {
        if !is_generated(name) {
            return;
        }
        let next = names.len();
        *name = names.entry(name.clone()).or_insert_with(|| format!("${next}")).clone();
    };
    module.imports.iter_mut().for_each(|import| shorten(&mut import.name));
    module.exports.iter_mut().for_each(|export| shorten(&mut export.name));
    if let Some(taken) = words(&script).find(|word| word.starts_with('$')) {
        return Err(format!("the glue has a name of its own like the short ones: {taken}"));
    }
    tight(&renamed(&script, &names))
}

/// What bindgen makes for those who hand over an address, a response or bytes, all of which it loads.
const LOADERS: [&str; 5] =
    ["__wbg_load", "expectedResponseType", "initSync", "__wbg_init", "__wbg_init_once"];

/// Takes away what fetches and compiles: the start script does both, and hands over a module.
pub(super) fn for_a_module(script: &str) -> Result<String, String> {
    let cut = || {
        let (before, behind) = script.split_once("async function __wbg_load(")?;
        let (loaders, exported) = behind.split_once("export { ")?;
        let behind = exported.split_once("};").map(|(_, behind)| behind)?;
        exported
            .starts_with("initSync, __wbg_init as default ")
            .then_some((before, loaders, behind))
    };
    let (before, loaders, behind) = cut().ok_or("the glue does not end in what loads a module")?;
    let made = loaders.split("function ").skip(1).filter_map(|made| made.split('(').next());
    if let Some(other) = made.into_iter().find(|made| !LOADERS.contains(made)) {
        return Err(format!("among what loads a module stands something else: {other}"));
    }
    Ok(format!(
        "{before}export default async function(module) {{\n\
         return __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);\n\
         }}\n{behind}"
    ))
}

/// Names that bindgen made up; those that the start script calls stay.
fn is_generated(name: &str) -> bool {
    let hashed = |mark: &str| {
        name.rsplit_once(mark).is_some_and(|(_, hash)| {
            hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    };
    name.starts_with("__wb") || hashed("__h")
}

/// Replaces whole words.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        let length = if is_part(first) {
            rest.find(|c| !is_part(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (word, behind) = rest.split_at(length);
        out.push_str(names.get(word).map_or(word, String::as_str));
        rest = behind;
    }
    out
}

fn words(script: &str) -> impl Iterator<Item = &str> {
    // `${` belongs to a template, not to a name.
    script.split(|c| !is_part(c)).filter(|word| word.len() > 1)
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// Takes away lines that are comments, and indentation.
pub(super) fn tight(script: &str) -> Result<String, String> {
    let mut out = String::with_capacity(script.len());
    let mut inside = false;
    for line in script.lines().map(str::trim) {
        if line.matches('`').count() % 2 == 1 {
            return Err(format!("a text over several lines would lose its indentation: {line}"));
        }
        inside |= line.starts_with("/*");
        if !inside && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        if inside && line.ends_with("*/") {
            inside = false;
        } else if inside && line.contains("*/") {
            return Err(format!("code behind a comment: {line}"));
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_generated_names_are_shortened() {
        assert!(is_generated("__wbg_get_3e7d0feae205d645"));
        assert!(is_generated("wasm_bindgen__invoke__h3e14d528563ed4a8"));
        assert!(!is_generated("start") && !is_generated("memory") && !is_generated("worker__help"));
        let names = BTreeMap::from([("__wbg_a".to_owned(), "$0".to_owned())]);
        assert_eq!(
            renamed("__wbg_a: wasm.__wbg_a(__wbg_ab, `${x}`)", &names),
            "$0: wasm.$0(__wbg_ab, `${x}`)"
        );
    }

    #[test]
    fn only_what_loads_a_module_is_taken_out() {
        let glue = "function __wbg_finalize_init() {}\n\
                    async function __wbg_load(module, imports) {}\n\
                    function initSync(module) {}\n\
                    export { initSync, __wbg_init as default };\nlet rest;\n";
        let cut = for_a_module(glue).unwrap();
        assert!(
            cut.starts_with("function __wbg_finalize_init() {}\nexport default async"),
            "{cut}"
        );
        assert!(cut.ends_with("}\n\nlet rest;\n"), "{cut}");
        assert!(!cut.contains("initSync"), "{cut}");
        let other = glue.replace("function initSync", "function needed");
        assert!(for_a_module(&other).is_err());
        assert!(for_a_module("let wasm;").is_err());
    }

    #[test]
    fn comments_and_indentation_go_and_texts_stay() {
        let script = "/**\n * Why\n */\nfunction a() {\n    // why\n    b('// no');\n\n}\n";
        assert_eq!(tight(script).unwrap(), "function a() {\nb('// no');\n}\n");
        assert!(tight("a = `one\n  two`").is_err());
        assert!(tight("/* a */ b()").is_err());
    }
}
