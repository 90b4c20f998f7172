//! The examples as whole reports, from the packs that ship to the bytes that people get. Run with
//! `UPDATE=1` to accept a change.

use std::collections::BTreeMap;
use std::fs;

use documents::worker::{Content, run};
use domain::date::Date;
use domain::example::Example;
use domain::job::{File, Job, Outcome, Source};
use domain::pack::Build;
use domain::report::format::Format;
use domain::sharing::Naming;

use super::*;
use crate::packs;

/// The day on which people look: not the one on which the examples were answered.
const TODAY: Date = Date { year: 2028, month: 2, day: 29 };

/// The root of the tree.
pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// What the worker is given.
fn content() -> Content {
    let root = root();
    let banks = crate::banks(root).unwrap();
    let mut files = BTreeMap::new();
    let build = Build::named(None);
    packs::add(&banks, &packed(root, &banks).unwrap(), build, &mut files);
    let file = |name: &str| files.get(&format!("{name}.en.bin")).unwrap().as_slice();
    Content::read(file("questions"), file("guidance"), file("rules"), build).unwrap()
}

fn written(content: &Content, source: Source, format: Format) -> File {
    match run(content, Job::Write(source, TODAY, format)) {
        Outcome::Written(file) => file,
        other => panic!("{other:?}"),
    }
}

/// Compares with the file, or writes it when a change is accepted.
#[track_caller]
fn check(name: &str, made: &str) {
    let path = root().join("tests/golden/examples").join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, made).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == made, "{name} differs; run with UPDATE=1 and look at what changed");
}

#[test]
fn every_file_of_an_example_says_that_it_is_invented() {
    let content = content();
    let notice = "no such company";
    for example in Example::ALL {
        for format in Format::ALL {
            let file = written(&content, Source::Example(example), format);
            assert!(file.name.starts_with("example-"), "{}", file.name);
            let day = content.examples.of(example).answered.iso();
            assert!(file.name.contains(&day), "its own day: {}", file.name);
            let text = String::from_utf8_lossy(&file.bytes);
            // What is packed is read in the tests of the writers.
            let is_packed = matches!(format, Format::Docx | Format::Xlsx);
            assert!(is_packed || text.contains(notice), "{}", file.name);
            assert!(!text.contains("This copy holds every answer"), "{}", file.name);
        }
    }
}

#[test]
fn examples_are_as_they_were() {
    let content = content();
    for example in Example::ALL {
        let file = written(&content, Source::Example(example), Format::Markdown);
        check(&format!("{}.md", example.name()), &String::from_utf8(file.bytes).unwrap());
    }
    // The one with most that is confidential.
    let save = content.examples.of(Example::OrrinVision).save.clone();
    let sharing = Source::Sharing(Box::new(save), Naming::default());
    let file = written(&content, sharing, Format::Markdown);
    check("orrin-vision.for-sharing.md", &String::from_utf8(file.bytes).unwrap());
}
