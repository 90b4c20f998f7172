//! The content as the app reads it: TOML in, types of `domain` out, every fault with its file, line,
//! field and reason. TOML is read here and in `domain/build.rs`, which takes the keys of the texts
//! from it, and nowhere else.

pub(crate) mod beside;
mod condition;
mod earlier;
mod findings;
pub(crate) mod known;
mod languages;
mod module;
pub(crate) mod node;
mod other;
pub(crate) mod read;
mod risks;
mod scope;
mod short_form;
pub mod style;
mod tensions;
mod terms;
mod texts;
mod ties;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use domain::bank::Bank;
use domain::catalogue::{Catalogue, Section};
use domain::guidance::Guidance;
use domain::questions::Question;
use domain::rules::Rules;
use domain::texts::{Text, Texts};

use self::beside::Beside;
use self::known::Known;
pub(crate) use self::known::one_of;
use self::languages::Language;
use self::node::{Node, Value};
use self::read::Table;
use crate::problem::{At, Problem, Problems};

/// The language that all others are measured by.
const MASTER: &str = "en";

/// Files of the content by their path from the root of the tree.
#[derive(Clone, Debug, Default)]
pub struct Files(pub BTreeMap<String, String>);

impl Files {
    /// All TOML under `content`.
    pub fn under(root: &Path) -> Result<Self, String> {
        let mut files = Self::default();
        files.add(root, "content")?;
        Ok(files)
    }

    fn add(&mut self, root: &Path, folder: &str) -> Result<(), String> {
        let fault = |error| format!("{folder}: {error}");
        for entry in fs::read_dir(root.join(folder)).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                self.add(root, &name)?;
            } else if name.ends_with(".toml") {
                let text =
                    fs::read_to_string(entry.path()).map_err(|error| format!("{name}: {error}"))?;
                self.0.insert(name, text);
            }
        }
        Ok(())
    }

    /// The names and nodes of the files of one folder, without the extension.
    pub(crate) fn folder(&self, folder: &str, problems: &Problems) -> BTreeMap<String, Node> {
        let prefix = format!("{folder}/");
        let inside = |name: &str| {
            let stem = name.strip_prefix(&prefix)?.strip_suffix(".toml")?;
            (!stem.contains('/')).then(|| stem.to_owned())
        };
        self.0
            .iter()
            .filter_map(|(name, text)| Some((inside(name)?, node::parse(name, text, problems))))
            .collect()
    }
}

/// Folders of texts with the keys they must hold.
type Keys<'a> = [(&'a str, &'a [&'a str]); 3];

/// Reads everything. The master language comes first.
pub fn read(files: &Files) -> Result<Vec<Bank>, Vec<Problem>> {
    use domain::texts::{first, later, report};

    let keys = [
        ("interface/first", first::NAMES),
        ("interface/later", later::NAMES),
        ("report", report::NAMES),
    ];
    read_with(files, keys)
}

/// The same, with the keys of the texts given.
fn read_with(files: &Files, keys: Keys<'_>) -> Result<Vec<Bank>, Vec<Problem>> {
    let problems = Problems::default();
    let top = files.folder("content", &problems);
    let master = files.folder(&format!("content/{MASTER}"), &problems);
    let mut master_texts = None;
    let mut banks = Vec::<Bank>::new();
    for language in languages::read(top.get("languages"), MASTER, &problems) {
        let folder = format!("content/{}", language.code);
        let translated = (&*language.code != MASTER).then(|| {
            let words = files.folder(&folder, &problems);
            other::translate(&master, &words, &folder, &problems)
        });
        let nodes = translated.as_ref().unwrap_or(&master);
        let texts = keys.map(|(name, keys)| {
            let folder = format!("{folder}/{name}");
            let files = files.folder(&folder, &problems);
            (keys, texts::read(&files, &folder, keys, &language, &problems))
        });
        match &master_texts {
            None => master_texts = Some(texts.clone()),
            Some(master) => {
                for ((keys, master), (_, here)) in master.iter().zip(&texts) {
                    texts::same_names(keys, master, here, &problems);
                }
            }
        }
        let texts = texts.map(|(_, entries)| entries.into_iter().map(|entry| entry.text).collect());
        let mut bank = bank(top.get("catalogue"), nodes, language, texts, &problems);
        if let Some(master) = banks.first() {
            terms::take_over(&master.guidance, &mut bank.guidance);
        }
        banks.push(bank);
    }
    let problems = problems.into_sorted();
    if problems.is_empty() { Ok(banks) } else { Err(problems) }
}

fn bank(
    about: Option<&Node>,
    nodes: &BTreeMap<String, Node>,
    language: Language,
    texts: [Vec<Text>; 3],
    problems: &Problems,
) -> Bank {
    let folder = format!("content/{}", language.code);
    let missing = Node { at: At::file(&folder), value: Value::Other("nothing") };
    let silent = Problems::default();
    let file = |name: &str| match nodes.get(name) {
        Some(node) => Table::new(node, "", problems),
        None => {
            problems.add(&At::file(&format!("{folder}/{name}.toml")), "file", "missing");
            Table::new(&missing, "", &silent)
        }
    };
    let about = about.map_or_else(
        || {
            problems.add(&At::file("content/catalogue.toml"), "file", "missing");
            Table::new(&missing, "", &silent)
        },
        |node| Table::new(node, "", problems),
    );

    let mut known = Known::default();
    findings::sources(file("sources"), &mut known);
    let findings = file("findings");
    let groups = findings::groups(&findings, &mut known);
    let (functions, facts) = scope::read(file("scope"), &mut known);
    let mut beside = Beside::default();
    let modules: Vec<_> = about
        .texts("modules")
        .iter()
        .map(|name| module::read(file(&name.text), &known, &mut beside))
        .collect();
    let questions = modules.iter().flat_map(|module| &module.sections).flat_map(questions);
    known.add_questions(questions, crate::kinds::tactics);
    module::check_routes(&beside, &known, problems);
    let short_form = short_form::read(file("short-form"), &known);
    let (before, raises) = findings::rules(findings, &known);
    let tensions = tensions::read(file("tensions"), &known);
    let glossary = terms::read(file("glossary"), &known);
    let version = about.text("version");
    let earlier = earlier::read(file("earlier"), &known, &version);

    let catalogue = Catalogue {
        id: about.text("id"),
        version,
        language: language.code.clone(),
        modules,
        functions,
        facts,
        short_form,
    };
    about.close();
    let Beside { help, tactics, sentences, .. } = beside;
    let rules = Rules { sentences: by_id(sentences), groups, before, raises, tensions };
    let mut guidance = Guidance {
        questions: by_id(help),
        tactics: by_id(tactics),
        terms: glossary.terms.clone(),
        earlier,
        risks: risks::read(file("risks")),
        ties: ties::read(file("ties"), &known),
        // Read against the whole bank, they come into the pack alone.
        examples: Vec::new(),
    };
    glossary.look_up(&catalogue, &rules, &mut guidance);
    let texts = Texts::new(language.code, language.direction, language.plurals, texts.concat());
    Bank { catalogue, guidance, rules, texts }
}

fn questions(section: &Section) -> impl Iterator<Item = &Rc<Question>> {
    section.questions.iter()
}

/// Sorted by id, for the binary search of `domain`.
fn by_id<Id: Ord + Clone, T>(mut entries: Vec<(Id, T)>) -> Vec<(Id, T)> {
    entries.sort_by(|(one, _), (two, _)| one.cmp(two));
    entries
}

#[cfg(test)]
pub(crate) mod tests;
