//! The fonts of the tests. What fits on a page, or into a window, depends on them: so browsers and
//! office programs see these in the tests and no others, whatever else is installed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{install, tree};

/// Where Debian puts the fonts: Liberation, as wide as what most people have; DejaVu, for the
/// writing systems which that lacks.
const FOLDERS: [&str; 2] =
    ["/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/dejavu"];

/// What stands in for the families that styles and documents name.
const FAMILIES: [(&str, &str); 6] = [
    ("Arial", "Liberation Sans"),
    ("Calibri", "Liberation Sans"),
    ("sans-serif", "Liberation Sans"),
    ("Georgia", "Liberation Serif"),
    ("serif", "Liberation Serif"),
    ("monospace", "Liberation Mono"),
];

/// Brings the fonts, and writes the configuration that programs are told by `FONTCONFIG_FILE`.
pub(super) fn configuration() -> Result<PathBuf, String> {
    install::fonts()?;
    let folder = tree::target()?.join("fonts");
    let file = folder.join("fonts.conf");
    let fault = |error: std::io::Error| format!("{}: {error}", file.display());
    fs::create_dir_all(&folder).map_err(fault)?;
    fs::write(&file, written(&folder.join("cache"))).map_err(fault)?;
    Ok(file)
}

fn written(cache: &Path) -> String {
    let mut out = "<?xml version=\"1.0\"?>\n<fontconfig>\n".to_owned();
    for folder in FOLDERS {
        out.push_str(&format!("<dir>{folder}</dir>\n"));
    }
    out.push_str(&format!("<cachedir>{}</cachedir>\n", cache.display()));
    for (family, font) in FAMILIES {
        out.push_str(&format!(
            "<alias binding=\"same\"><family>{family}</family><prefer><family>{font}</family>\
             </prefer></alias>\n"
        ));
    }
    out.push_str("</fontconfig>\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_see_the_fonts_of_the_tests_and_nothing_that_is_installed_beside_them() {
        let configuration = written(Path::new("cache"));
        let folders: Vec<_> =
            configuration.lines().filter(|line| line.starts_with("<dir>")).collect();
        assert_eq!(folders.len(), FOLDERS.len());
        assert!(!configuration.contains("<include"), "{configuration}");
        for (family, font) in FAMILIES {
            assert!(
                configuration
                    .contains(&format!("<family>{family}</family><prefer><family>{font}<"))
            );
        }
    }
}
