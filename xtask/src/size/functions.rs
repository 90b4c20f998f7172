//! The functions of a WASM module by size, with the names that the compiler gave them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::build::functions::Functions;

/// Names and sizes, the largest first; functions of the same name (generic ones, closures) as one.
pub(super) fn of(file: &Path) -> Result<Vec<(String, usize)>, String> {
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let Functions { imported, bodies, .. } = Functions::of(&bytes)?;
    let sizes = bodies.iter().map(|body| body.range().len());
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(&bytes) {
        let Payload::CustomSection(section) = payload.map_err(|error| error.to_string())? else {
            continue;
        };
        let KnownCustom::Name(section) = section.as_known() else { continue };
        for part in section {
            let Name::Function(map) = part.map_err(|error| error.to_string())? else { continue };
            for naming in map {
                let naming = naming.map_err(|error| error.to_string())?;
                names.insert(naming.index, naming.name);
            }
        }
    }
    let mut sums = BTreeMap::<String, usize>::new();
    for (index, size) in (imported..).zip(sizes) {
        let name = names.get(&index).copied().unwrap_or("without a name");
        *sums.entry(format!("{:#}", rustc_demangle::demangle(name))).or_default() += size;
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    Ok(sums)
}
