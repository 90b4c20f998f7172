//! Writes `dist`: everything that a web server needs, and what a reviewer needs to compare.
//!
//! `index.html` is filled from the English content. Its marks: `{{text:KEY}}` is a text of the
//! interface, escaped; `{{language}}` and `{{direction}}` are those of the master language;
//! `{{languages}}` are the codes of all languages, with a space between;
//! `{{build}}` is the version, the commit and the hash of the build, with a space
//! between; `{{styles}}` are the rules that the screens
//! up to the first question need, and `{{styles-hash}}` is what the page's policy allows them by;
//! `{{half}}` is the sum of the later half, which comes in one file with others (`together`);
//! `{{address:FILE}}` and `{{integrity:FILE}}` say where a file lies and what its bytes are, and
//! `{{files}}` says both of all that the page loads (`named`). Any other mark, and any key that is not
//! there, fails the build.

mod alike;
pub(crate) mod another;
mod bill;
mod commit;
mod embed_check;
pub(crate) mod functions;
mod glue;
pub(crate) mod halves;
mod left_out;
mod locals;
pub(crate) mod named;
mod notices;
pub(crate) mod offline;
mod once;
pub(crate) mod one_file;
pub(crate) mod packed;
pub(crate) mod page;
mod parts;
mod sources;
mod styles;
pub(crate) mod sums;
mod together;
pub(crate) mod twins;
mod untold;
pub(crate) mod wasm;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use compiler::{packs, samples};
use domain::bank::Bank;
use domain::example::Examples;
use domain::pack::Build;

use self::offline::Offline;
use self::sums::About;
use self::wasm::Profile;

use crate::tree;

/// The files of a build by name.
pub(crate) type Dist = BTreeMap<String, Vec<u8>>;

/// Builds everything, and replaces `dist` only when all of it is there.
pub(crate) fn run(offline: Offline) -> Result<(), String> {
    let banks = banks()?;
    let own = sources::build(&tree::root())?;
    let mut plain = made(&banks, &examples(&banks)?, own, Profile::Release)?;
    if offline == Offline::Without {
        without_offline(&mut plain)?;
    }
    let (mut dist, about) = joined(&banks, plain, offline)?;
    twins::add(&mut dist)?;
    sums::add(&about, &mut dist)?;
    write(&dist, &tree::dist())
}

/// What a build holds beside styles and page, by plain names.
fn made(
    banks: &[Bank],
    examples: &Examples,
    build: Build,
    profile: Profile,
) -> Result<Dist, String> {
    let mut dist = Dist::new();
    packs::add(banks, examples, build, &mut dist);
    copy(&tree::root(), &mut dist)?;
    let parts = parts::linked()?;
    dist.insert(bill::NAME.into(), bill::bytes(&parts)?);
    dist.insert(notices::NAME.into(), notices::bytes(&parts)?);
    halves::add(profile, build, &mut dist)?;
    wasm::add_worker(profile, build, &mut dist)?;
    Ok(dist)
}

/// A build of these files by plain names, without the twins that only servers look for.
pub(crate) fn finished(banks: &[Bank], plain: Dist, offline: Offline) -> Result<Dist, String> {
    let (mut dist, about) = joined(banks, plain, offline)?;
    sums::add(&about, &mut dist)?;
    Ok(dist)
}

/// Styles and page are added, and all but the page get the names that they are asked for by. Gives what
/// the build says of itself as well.
fn joined(banks: &[Bank], mut plain: Dist, offline: Offline) -> Result<(Dist, About), String> {
    let root = tree::root();
    // What is made of all others.
    let made = [page::NAME, offline::NAME, one_file::NAME, sums::ABOUT, sums::SUMS];
    for name in made.iter().chain(&embed_check::NAMES) {
        plain.remove(*name);
    }
    let first_styles = styles::add(&root, &mut plain)?;
    let half = together::put(languages(banks), &mut plain)?;
    let (mut dist, list) = named::named(plain.clone());
    embed_check::add(&root, &mut dist)?;
    let build = sums::of(&dist);
    let commit = commit::said();
    let said = format!("{} {commit} {build}", sums::VERSION);
    let filling = page::Filling { build: &said, styles: &first_styles, half: &half, files: &list };
    page::add(&root, banks, &filling, &mut dist)?;
    offline::add(&root, &build, &list, offline, &mut dist)?;
    one_file::add(&root, banks, &said, &plain, &mut dist)?;
    Ok((dist, About { build, commit }))
}

/// The build to which the packs of a build that was written belong.
pub(crate) fn build_of(dist: &Dist) -> Result<Build, String> {
    let mut packs = dist.iter().filter(|(name, _)| name.starts_with("questions."));
    let build = packs.next().and_then(|(_, pack)| Build::of(pack));
    build.ok_or_else(|| "no pack says to which build it belongs".into())
}

/// The codes of all languages.
fn languages(banks: &[Bank]) -> impl Iterator<Item = &str> {
    banks.iter().map(|bank| &*bank.texts.language)
}

/// Takes apart what came in one file, as a build has it before.
pub(crate) fn taken_apart(banks: &[Bank], mut dist: Dist) -> Result<Dist, String> {
    together::take_apart(languages(banks), &mut dist)?;
    Ok(dist)
}

/// The files of a build that was written, by their plain names and without their twins.
pub(crate) fn read(folder: &Path) -> Result<Dist, String> {
    let mut dist = Dist::new();
    for entry in fs::read_dir(folder).map_err(|_| "no dist; cargo xtask build writes it")? {
        let entry = entry.map_err(|error| error.to_string())?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if twins::is_one(&name) {
            continue;
        }
        let bytes = fs::read(entry.path()).map_err(|error| format!("{name}: {error}"))?;
        dist.insert(named::plain(&name, &bytes).unwrap_or(name), bytes);
    }
    Ok(dist)
}

/// The bill of materials, as it ships.
pub(crate) fn bill() -> Result<Vec<u8>, String> {
    bill::bytes(&parts::linked()?)
}

/// The content in all languages, or all that is wrong with it.
pub(crate) fn banks() -> Result<Vec<Bank>, String> {
    compiler::banks(&tree::root())
}

/// The example assessments, or all that is wrong with them.
pub(crate) fn examples(banks: &[Bank]) -> Result<Examples, String> {
    samples::packed(&tree::root(), banks)
}

/// Has the page say that it is not kept for use without a connection.
fn without_offline(plain: &mut Dist) -> Result<(), String> {
    let powers = plain.get_mut("powers.js").ok_or("no powers.js")?;
    *powers = offline::without(&String::from_utf8_lossy(powers))?.into_bytes();
    Ok(())
}

/// The page's own scripts without their comments, and what goes into the build as it is.
fn copy(root: &Path, dist: &mut Dist) -> Result<(), String> {
    for path in ["start.js", "powers.js", "framed.js", "element/respect-in-practice.js"] {
        let script =
            fs::read_to_string(root.join(path)).map_err(|error| format!("{path}: {error}"))?;
        let script = glue::tight(&script).map_err(|reason| format!("{path}: {reason}"))?;
        let name = path.rsplit('/').next().unwrap_or(path);
        dist.insert(name.into(), script.into_bytes());
    }
    let mut add = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let bytes = fs::read(root.join(path)).map_err(|error| format!("{path}: {error}"))?;
        dist.insert(name.to_owned(), bytes);
        Ok::<_, String>(())
    };
    add("docs/save-format.schema.json")?;
    add("docs/own.schema.json")?;
    add("element/respect-in-practice.d.ts")?;
    add("element/custom-elements.json")?;
    for entry in fs::read_dir(root).map_err(|error| error.to_string())? {
        let name = entry.map_err(|error| error.to_string())?.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("LICENSE") {
            add(&name)?;
        }
    }
    Ok(())
}

/// The folder is written beside and then takes the place of the old one.
pub(crate) fn write(dist: &Dist, folder: &Path) -> Result<(), String> {
    let new = folder.with_extension("new");
    let fault = |error: std::io::Error| format!("dist: {error}");
    let _ = fs::remove_dir_all(&new);
    fs::create_dir_all(&new).map_err(fault)?;
    for (name, bytes) in dist {
        fs::write(new.join(name), bytes).map_err(fault)?;
    }
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(fault)?;
    }
    fs::rename(&new, folder).map_err(fault)
}
