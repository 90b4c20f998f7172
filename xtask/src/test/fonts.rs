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

/// Fonts of which each by itself must do for the page for those who decide, with their folders and what
/// stands in for text without and with serifs.
const ALONE: [(&str, &str, &str, &str); 4] = [
    ("liberation", "liberation2", "Liberation Sans", "Liberation Serif"),
    ("dejavu", "dejavu", "DejaVu Sans", "DejaVu Serif"),
    ("noto", "noto", "Noto Sans", "Noto Serif"),
    ("carlito", "crosextra", "Carlito", "Carlito"),
];

/// Families that styles and documents name for text without serifs.
const NAMED_SANS: &[&str] = &["Arial", "Calibri", "Segoe UI", "Roboto", "system-ui", "sans-serif"];
/// Those for text with serifs.
const NAMED_SERIF: &[&str] = &["Georgia", "Times New Roman", "ui-serif", "serif"];

/// Writes a configuration for each of the fonts that offers it alone, as `<font>.conf` in the folder
/// that it returns.
pub(crate) fn each_alone() -> Result<PathBuf, String> {
    install::fonts_alone()?;
    let folder = tree::target()?.join("fonts/alone");
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(&folder).map_err(fault)?;
    for (name, place, sans, serif) in ALONE {
        let cache = folder.join(format!("cache-{name}"));
        fs::write(folder.join(format!("{name}.conf")), alone(place, sans, serif, &cache))
            .map_err(fault)?;
    }
    Ok(folder)
}

fn alone(place: &str, sans: &str, serif: &str, cache: &Path) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\"?>\n<fontconfig>\n<dir>/usr/share/fonts/truetype/{place}</dir>\n\
         <cachedir>{}</cachedir>\n",
        cache.display()
    );
    let named = [(NAMED_SANS, sans), (NAMED_SERIF, serif)];
    for (family, font) in
        named.iter().flat_map(|(all, font)| all.iter().map(move |one| (one, font)))
    {
        out.push_str(&alias(family, font));
    }
    out.push_str(&format!(
        "<match target=\"pattern\"><edit name=\"family\" mode=\"append_last\">\
         <string>{sans}</string></edit></match>\n</fontconfig>\n"
    ));
    out
}

fn alias(family: &str, font: &str) -> String {
    format!(
        "<alias binding=\"same\"><family>{family}</family><prefer><family>{font}</family>\
         </prefer></alias>\n"
    )
}

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
        out.push_str(&alias(family, font));
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

    #[test]
    fn a_font_that_is_tried_alone_stands_for_every_family() {
        for (_, place, sans, serif) in ALONE {
            let configuration = alone(place, sans, serif, Path::new("cache"));
            assert_eq!(configuration.matches("<dir>").count(), 1, "{configuration}");
            let stands_for = |family: &str, font: &str| {
                let alias = format!("<family>{family}</family><prefer><family>{font}<");
                assert!(configuration.contains(&alias), "{family} in {configuration}");
            };
            stands_for("Calibri", sans);
            stands_for("Georgia", serif);
            assert!(configuration.contains(&format!("append_last\"><string>{sans}<")));
        }
    }
}
