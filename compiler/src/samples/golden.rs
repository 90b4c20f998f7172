//! The examples as whole reports, from the packs that ship to the bytes that people get. Run with
//! `UPDATE=1` to accept a change.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use documents::worker::{Content, run};
use domain::assessment::Timestamp;
use domain::date::Date;
use domain::example::Example;
use domain::job::{File, Job, Outcome, Source};
use domain::moment::Moment;
use domain::pack::Build;
use domain::report::format::Format;
use domain::report::{Block, Mark, Report, TacticColumn, TensionItem};
use domain::risk::{Risk, RiskId};
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
    let moment = Moment { now: Timestamp::default(), today: TODAY };
    match run(content, Job::Write(source, moment, format)) {
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
            let is_packed = matches!(format, Format::Docx | Format::Xlsx | Format::Csv);
            assert!(is_packed || text.contains(notice), "{}", file.name);
            assert!(!text.contains("This copy holds every answer"), "{}", file.name);
        }
    }
}

#[test]
fn beside_the_register_stands_a_risk_of_each_example_and_each_is_by_somebody_else() {
    let shown = content().bank.guidance.examples;
    let by = |bytes: &Rc<[u8]>| Risk::from_kept(RiskId(1), bytes)?.who.known()?.main;
    let parties: BTreeSet<_> = shown.iter().filter_map(by).collect();
    assert_eq!((shown.len(), parties.len()), (Example::ALL.len(), Example::ALL.len()));
}

/// What is found, part by part: how much there is of it, and which questions it rests on, in order.
fn outline(report: &Report) -> String {
    let mut outline = String::new();
    for part in &report.parts {
        let count = part.count.map(|count| format!(" ({count})")).unwrap_or_default();
        outline.push_str(&format!("{}{count}\n", part.heading));
        for block in &part.blocks {
            let told = match block {
                Block::Items(items) => items.iter().map(|item| code(item.mark.as_ref())).collect(),
                Block::Tensions(tensions) => tensions.iter().map(sides).collect(),
                Block::Quote(quote) => vec![code(quote.mark.as_ref())],
                Block::Tactics(phases) => phases.iter().map(phase).collect(),
                Block::Heading(..)
                | Block::Paragraph(_)
                | Block::List(_)
                | Block::Facts(_)
                | Block::Folds(_)
                | Block::Severity(_)
                | Block::SeverityGlance(_)
                | Block::Profile(_)
                | Block::Glance(_) => continue,
            };
            outline.push_str(&format!("  {}\n", told.join(", ")));
        }
    }
    outline
}

/// The code of a question; in a copy for sharing, what its square says.
fn code(mark: Option<&Mark>) -> String {
    match mark {
        Some(Mark { question: Some(question), .. }) => question.code.clone(),
        Some(mark) => mark.words.clone(),
        None => "–".to_owned(),
    }
}

fn sides(found: &TensionItem) -> String {
    let sides: Vec<_> = found.sides.iter().map(|side| code(side.mark.as_ref())).collect();
    sides.join("/")
}

fn phase(column: &TacticColumn) -> String {
    format!("{}: {}", column.name, column.tactics.len())
}

/// The three examples, and the copy for sharing of the one with most that is confidential.
fn sources(content: &Content) -> Vec<(String, Source)> {
    let mut sources =
        Vec::from(Example::ALL.map(|one| (one.name().to_owned(), Source::Example(one))));
    let save = content.examples.of(Example::OrrinVision).save.clone();
    let sharing = Source::Sharing(Box::new(save), Naming::default());
    sources.push((format!("{}.for-sharing", Example::OrrinVision.name()), sharing));
    sources
}

#[test]
fn what_is_found_in_each_example_is_as_it_was() {
    let content = content();
    for (name, source) in sources(&content) {
        check(&format!("{name}.outline.txt"), &outline(&content.report(source, TODAY)));
    }
}

/// The parts that an extract is made of: what those who decide read, the first risk, the gaps.
const READ_FIRST: [&str; 3] = ["board", "risk", "gaps"];

/// Where the fourth of a numbered list begins: what stands before it is enough to judge the words by.
const FOURTH: &str = "\n4. ";

/// What a person reads first of a report, as Markdown: short enough to be read through whenever it
/// changes.
fn extract(content: &Content, source: Source) -> String {
    let report = content.report(source.clone(), TODAY);
    let text = String::from_utf8(written(content, source, Format::Markdown).bytes).unwrap();
    let mut extract = String::new();
    for name in READ_FIRST {
        let Some(part) = report.parts.iter().find(|part| part.kind.name() == name) else {
            continue;
        };
        let begins = text.find(&format!("\n## {}", part.heading)).unwrap() + 1;
        let from = text.get(begins..).unwrap();
        let (section, _) = from.split_once("\n## ").unwrap_or((from, ""));
        let shown = section.split_once(FOURTH).map_or(section, |(shown, _)| shown);
        extract.push_str(shown.trim_end());
        extract.push_str("\n\n");
    }
    extract
}

#[test]
fn what_is_read_first_of_each_example_is_worded_as_it_was() {
    let content = content();
    for (name, source) in sources(&content) {
        check(&format!("{name}.md"), &extract(&content, source));
    }
}
