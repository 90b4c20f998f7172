//! What the tools need beside cargo: installed when that is possible, otherwise named together with
//! the command that brings it.

use std::env;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use crate::tree;

/// What the browser runs: the target of app and worker.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The standard library for the browser.
pub(crate) fn wasm_target() -> Result<(), String> {
    let mut rustc = tree::command("rustc");
    let libraries = tree::output(rustc.args(["--print", "target-libdir", "--target", TARGET]))?;
    if Path::new(libraries.trim()).exists() {
        return Ok(());
    }
    rustup(&["target", "add", TARGET])
}

/// Formatter and linter.
pub(crate) fn components() -> Result<(), String> {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if find(program).is_none() || !tree::has(program) {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str]) -> Result<(), String> {
    let line = format!("rustup {}", arguments.join(" "));
    let advice = format!("a part of the Rust toolchain is missing; this brings it: {line}");
    if !tree::has("rustup") {
        return Err(advice);
    }
    println!("{line}");
    tree::run(tree::command("rustup").args(arguments)).map_err(|_| advice)
}

/// What runs the browser tests.
pub(crate) struct Browsers {
    /// Chromium's program.
    pub(crate) chromium: PathBuf,
    /// Firefox's program.
    pub(crate) firefox: PathBuf,
}

/// Node and its package client.
pub(crate) fn node() -> Result<(), String> {
    debian(&[("node", "nodejs"), ("npm", "npm")])
}

/// Both browsers. Other ones than Debian's can be named by `CHROMIUM` and `FIREFOX`.
pub(crate) fn browsers() -> Result<Browsers, String> {
    let chosen = |name: &str| env::var_os(name).map(PathBuf::from);
    let (chromium, firefox) = (chosen("CHROMIUM"), chosen("FIREFOX"));
    let mut wanted = Vec::new();
    if chromium.is_none() {
        wanted.push(("chromium", "chromium"));
    }
    if firefox.is_none() {
        wanted.push(("firefox-esr", "firefox-esr"));
    }
    debian(&wanted)?;
    let found = |chosen: Option<PathBuf>, program: &str| {
        chosen.or_else(|| find(program)).ok_or_else(|| format!("{program} is not there"))
    };
    Ok(Browsers { chromium: found(chromium, "chromium")?, firefox: found(firefox, "firefox-esr")? })
}

/// Debian's own Python: its libraries are packages of Debian too, and no other Python sees them.
pub(crate) const PYTHON: &str = "/usr/bin/python3";

/// What opens documents and workbooks, and what reads them and the PDF made of them.
pub(crate) fn office() -> Result<(), String> {
    debian(OFFICE)
}

const OFFICE: &[(&str, &str)] = &[
    // One program starts all of LibreOffice: each part is known by a library of its own.
    ("/usr/lib/libreoffice/program/libswlo.so", "libreoffice-writer-nogui"),
    ("/usr/lib/libreoffice/program/libsclo.so", "libreoffice-calc-nogui"),
    ("/usr/lib/python3/dist-packages/uno.py", "python3-uno"),
    ("pdftotext", "poppler-utils"),
    (PYTHON, "python3"),
    ("/usr/lib/python3/dist-packages/docx/__init__.py", "python3-docx"),
    ("/usr/lib/python3/dist-packages/openpyxl/__init__.py", "python3-openpyxl"),
    ("/usr/lib/python3/dist-packages/icalendar/__init__.py", "python3-icalendar"),
    ("/usr/lib/python3/dist-packages/jsonschema/__init__.py", "python3-jsonschema"),
];

/// The fonts of the tests.
pub(crate) fn fonts() -> Result<(), String> {
    debian(&[
        ("/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf", "fonts-liberation2"),
        ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "fonts-dejavu-core"),
    ])
}

/// The fonts with each of which the page for those who decide stays one page.
pub(crate) fn fonts_alone() -> Result<(), String> {
    fonts()?;
    debian(&[
        ("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", "fonts-noto-core"),
        ("/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf", "fonts-crosextra-carlito"),
    ])
}

/// What compiles the fuzzer, which is C++. Another one than Debian's can be named by `CXX`.
pub(crate) fn cpp_compiler() -> Result<(), String> {
    match env::var_os("CXX") {
        Some(_) => Ok(()),
        None => debian(&[("c++", "g++")]),
    }
}

/// What reads a PDF.
pub(crate) fn poppler() -> Result<(), String> {
    debian(&[("pdftotext", "poppler-utils")])
}

/// The web servers whose configurations are tried. The tests start them; none is started by being
/// installed.
pub(crate) fn servers() -> Result<(), String> {
    debian(&[
        ("/usr/sbin/nginx", "nginx-light"),
        (
            "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
            "libnginx-mod-http-brotli-static",
        ),
        ("/usr/sbin/apache2", "apache2"),
        ("caddy", "caddy"),
        ("openssl", "openssl"),
    ])
}

/// What locks save files with a passphrase and opens them, beside this, and the terminal on which it asks.
pub(crate) fn age() -> Result<(), String> {
    debian(&[("age", "age"), ("script", "bsdutils")])
}

/// WebKitGTK with what drives it, and a display that nobody sees.
pub(crate) fn webkit() -> Result<(), String> {
    debian(&[("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")])
}

/// As long as it is there, Debian starts no service that is installed, where that can be had.
struct Quiet(bool);

impl Quiet {
    const RULE: &str = "/usr/sbin/policy-rc.d";

    fn begin() -> Self {
        // One that is there already is somebody's own.
        let mut options = fs::OpenOptions::new();
        let file = options.write(true).create_new(true).mode(0o755).open(Self::RULE);
        Self(file.and_then(|mut file| file.write_all(b"#!/bin/sh\nexit 101\n")).is_ok())
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        if self.0 {
            let _ = fs::remove_file(Self::RULE);
        }
    }
}

/// The Nu HTML checker, and what runs it.
pub(crate) fn nu(folder: &Path) -> Result<PathBuf, String> {
    node()?;
    debian(&[("java", "default-jre-headless")])?;
    node_packages(folder)?;
    Ok(folder.join("node_modules/vnu-jar/build/dist/vnu.jar"))
}

/// The packages of a folder of tests, as its lock file names them: each by its sum, and none of them runs
/// anything as it is installed.
pub(crate) fn node_packages(folder: &Path) -> Result<(), String> {
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    let lock = fs::read(folder.join("package-lock.json")).map_err(fault)?;
    // Which lock file they were installed by.
    let installed = folder.join("node_modules/.installed-by");
    if fs::read(&installed).is_ok_and(|by| by == lock) {
        return Ok(());
    }
    let mut npm = tree::command("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(folder);
    tree::run(&mut npm)?;
    fs::write(&installed, lock).map_err(fault)
}

/// The version of what checks licences, sources and duplicates.
const DENY: &str = "0.20.2";

/// What checks them. Built without optimising: it runs for three seconds, and is built for two minutes.
pub(crate) fn deny() -> Result<PathBuf, String> {
    let name = "cargo-deny";
    let folder = tree::target()?.join(format!("tools/{name}-{DENY}"));
    let program = folder.join("bin").join(name);
    if program.exists() {
        return Ok(program);
    }
    let mut cargo = tree::cargo();
    cargo.args(["install", name, "--version", DENY, "--locked", "--debug"]);
    cargo.args(["--no-default-features", "--root"]).arg(&folder);
    let line = tree::line(&cargo);
    println!("{line}");
    tree::run(&mut cargo).map_err(|_| {
        format!("{name} is missing; where the registry is in reach, this brings it: {line}")
    })?;
    Ok(program)
}

/// Installs Debian's packages for programs that are missing; each is given as program and package. A
/// program is a name on the path, or a file at its own place where it is none that is started.
fn debian(wanted: &[(&str, &str)]) -> Result<(), String> {
    let missing = missing(wanted, |program| find(program).is_some());
    if missing.is_empty() {
        return Ok(());
    }
    let line = format!("apt-get install --no-install-recommends {}", missing.join(" "));
    let advice = format!("{} is missing; as root, this brings it: {line}", missing.join(", "));
    let is_root = tree::output(tree::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !is_root || find("apt-get").is_none() {
        return Err(advice);
    }
    println!("{line}");
    let _quiet = Quiet::begin();
    let mut update = tree::command("apt-get");
    // An update that fails leaves older lists, which may do.
    let _ = tree::run(update.args(["update", "--quiet=2"]));
    let mut install = tree::command("apt-get");
    install.args(["install", "--yes", "--quiet=2", "--no-install-recommends"]).args(&missing);
    tree::run(install.env("DEBIAN_FRONTEND", "noninteractive")).map_err(|_| advice)
}

/// The packages of what is not there.
fn missing<'a>(wanted: &[(&str, &'a str)], is_there: impl Fn(&str) -> bool) -> Vec<&'a str> {
    wanted.iter().filter(|(program, _)| !is_there(program)).map(|(_, package)| *package).collect()
}

/// A program on the path; a whole path stands for itself.
fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_one_part_of_libreoffice_is_there_the_others_are_missed() {
        let calc = "/usr/lib/libreoffice/program/libsclo.so";
        let there = |program: &str| program == "soffice" || program == calc;
        let missing = missing(OFFICE, there);
        assert!(missing.contains(&"libreoffice-writer-nogui"), "{missing:?}");
        assert!(!missing.contains(&"libreoffice-calc-nogui"), "{missing:?}");
    }
}
