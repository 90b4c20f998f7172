//! Lets libFuzzer search at one way in, which `TARGET` names. Before it begins, what the search begins with is
//! written into the folder `SEEDS`. `cargo xtask fuzz` says both.
#![no_main]

use std::path::Path;
use std::sync::LazyLock;
use std::{env, fs};

use fuzz::Target;
use libfuzzer_sys::fuzz_target;

static TARGET: LazyLock<&Target> = LazyLock::new(|| {
    let name = env::var("TARGET").unwrap_or_default();
    fuzz::target(&name).unwrap_or_else(|| panic!("TARGET names no way in: {name:?}"))
});

fuzz_target!(
    init: {
        if let Ok(folder) = env::var("SEEDS") {
            for (number, seed) in (TARGET.seeds)().iter().enumerate() {
                let path = Path::new(&folder).join(format!("seed-{number:03}"));
                fs::write(&path, seed).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            }
        }
    },
    |bytes: &[u8]| (TARGET.check)(bytes)
);
