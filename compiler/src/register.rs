//! The register of ids, `content/ids.toml`: every name by which people's save files hold what they
//! said. Save files outlive builds, so an id stays for ever. The register is written by a command and
//! by nobody else, as a lock file is; the check compares the content with it.
//!
//! A new id is accepted as it comes. One that is in the content no more goes only when it is named,
//! and stays in the register as retired, so that it is never given again. What an answer rests on, the
//! kind of a question and the question of a tactic, never changes at all.

pub(crate) mod id;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use domain::bank::Bank;
use domain::catalogue::Module;
use domain::earlier::{Became, Earlier};
use domain::id::QuestionId;

use self::id::{Id, Sort};
use crate::content::node::{self, Node, Value};
use crate::kinds;
use crate::problem::{self, At, Problem, Problems};

/// The register, from the root of the tree.
const FILE: &str = "content/ids.toml";

/// The command that writes it.
const ACCEPT: &str = "cargo xtask content --accept";

/// The rules by which answers are carried over, from the root of the tree.
const EARLIER: &str = "content/en/earlier.toml";

/// The mark of an id that is in the content no more.
const RETIRED: &str = "retired";

/// One line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    facts: BTreeMap<String, Rc<str>>,
    retired: bool,
    line: usize,
}

impl Entry {
    /// As the register and its messages write it.
    fn written(&self) -> String {
        let facts = self.facts.iter().map(|(fact, value)| format!("{fact} = \"{value}\""));
        let retired = self.retired.then(|| format!("{RETIRED} = true"));
        let parts: Vec<_> = facts.chain(retired).collect();
        if parts.is_empty() { "{}".into() } else { format!("{{ {} }}", parts.join(", ")) }
    }
}

/// Ids by what they name.
#[derive(Default)]
struct Register(BTreeMap<(Sort, String), Entry>);

/// What differs between the register and the content.
enum Difference {
    /// An id is new, or something about it changed that no answer rests on.
    Acceptable(String),
    /// An id is gone.
    Gone,
    /// What was answered under this id would be lost or would mean something else.
    Never(String),
}

/// What there is to do about a difference.
struct Found {
    sort: Sort,
    name: String,
    line: usize,
    difference: Difference,
}

/// Compares the content under a root with its register.
pub fn check(root: &Path, banks: &[Bank]) -> Result<(), String> {
    let text = stored(root)?;
    let problems = problems(&text, banks);
    if problems.is_empty() { Ok(()) } else { Err(problem::lines(&problems)) }
}

/// Writes the ids of the content into the register under a root, and says in lines what changed there.
/// Ids that are gone must all be named in `retire`, or nothing is written.
pub fn accept(root: &Path, banks: &[Bank], retire: &[String]) -> Result<Vec<String>, String> {
    let (text, changes) = accepted(&stored(root)?, banks, retire)?;
    fs::write(root.join(FILE), text).map_err(|error| format!("{FILE}: {error}"))?;
    Ok(changes)
}

/// The register is never made from nothing: which ids once were is written nowhere else.
fn stored(root: &Path) -> Result<String, String> {
    fs::read_to_string(root.join(FILE)).map_err(|error| {
        format!("{FILE}: {error}: take it back from the history; a bank that is new begins with an empty file")
    })
}

fn problems(text: &str, banks: &[Bank]) -> Vec<Problem> {
    let problems = Problems::default();
    let register = Register::read(text, &problems);
    let ids = Register::of(banks);
    let all = register.compared(&ids);
    for Found { sort, name, line, difference } in &all {
        let at = At { file: FILE.into(), line: *line };
        let field = format!("{} {name}", sort.name());
        let reason = match difference {
            Difference::Acceptable(what) => format!("{what}: {ACCEPT} enters it"),
            Difference::Gone => format!(
                "stands nowhere in the content, though save files may hold it: bring it back, or \
                 {ACCEPT} --retire {name}"
            ),
            Difference::Never(what) => what.clone(),
        };
        problems.add(&at, field, reason);
    }
    if let Some(bank) = banks.first() {
        register.without_rule(&bank.guidance.earlier, &problems);
    }
    let problems = problems.into_sorted();
    if problems.is_empty() && register.written() != text {
        let reason = format!("is not as the command writes it: {ACCEPT} does");
        let at = At::file(FILE);
        return vec![Problem { file: at.file, line: at.line, field: "register".into(), reason }];
    }
    problems
}

fn accepted(
    text: &str,
    banks: &[Bank],
    retire: &[String],
) -> Result<(String, Vec<String>), String> {
    let problems = Problems::default();
    let mut register = Register::read(text, &problems);
    let unread = problems.into_sorted();
    if !unread.is_empty() {
        return Err(problem::lines(&unread));
    }
    let ids = Register::of(banks);
    let mut named: BTreeSet<&str> = retire.iter().map(String::as_str).collect();
    let (mut changes, mut refused) = (Vec::new(), Vec::new());
    for Found { sort, name, difference, .. } in register.compared(&ids) {
        let (what, key) = (sort.name(), (sort, name.clone()));
        match difference {
            Difference::Acceptable(said) => {
                changes.push(format!("{what} {name}: {said}"));
                if let Some(entry) = ids.0.get(&key) {
                    register.0.insert(key, entry.clone());
                }
            }
            Difference::Gone if register.may_go(sort, &name, &named) => {
                changes.push(format!("{what} {name}: is retired"));
                if let Some(entry) = register.0.get_mut(&key) {
                    entry.retired = true;
                }
            }
            Difference::Gone => refused.push(format!(
                "{what} {name}: stands nowhere in the content; if it is meant to go, say so: --retire {name}"
            )),
            Difference::Never(said) => refused.push(format!("{what} {name}: {said}")),
        }
    }
    named.retain(|name| !register.is_retired(name));
    refused.extend(named.iter().map(|name| {
        format!("--retire {name}: the register has no such id, or it stands in the content")
    }));
    if refused.is_empty() {
        return Ok((register.written(), changes));
    }
    Err(format!("nothing was accepted\n{}", refused.join("\n")))
}

impl Register {
    /// The ids of the content; those of the master language, which is the only one to have any.
    fn of(banks: &[Bank]) -> Self {
        let Some(bank) = banks.first() else { return Self::default() };
        let catalogue = &bank.catalogue;
        let mut ids: Vec<_> = catalogue.modules.iter().flat_map(of_module).collect();
        let functions = catalogue.functions.iter();
        ids.extend(functions.map(|function| Id::new(Sort::Function, function.id.as_str())));
        for fact in &catalogue.facts {
            ids.push(Id::new(Sort::Fact, fact.id.as_str()));
            let values = fact.values.iter();
            ids.extend(values.map(|value| Id::value(fact.id.as_str(), value.id.as_str())));
        }
        let tensions = bank.rules.tensions.iter();
        ids.extend(tensions.map(|tension| Id::new(Sort::Tension, tension.id.as_str())));
        let entry = |facts| Entry { facts, retired: false, line: 0 };
        Self(ids.into_iter().map(|id| ((id.sort, id.name), entry(id.facts))).collect())
    }

    /// Reads the file. What does not belong there is a problem.
    fn read(text: &str, problems: &Problems) -> Self {
        let file = node::parse(FILE, text, problems);
        let mut register = Self::default();
        for (table, node) in fields(&file) {
            let Some(sort) = Sort::ALL.into_iter().find(|sort| sort.name() == table) else {
                problems.add(&node.at, table, "names nothing that save files hold");
                continue;
            };
            for (name, line) in fields(node) {
                let mut entry =
                    Entry { facts: BTreeMap::new(), retired: false, line: line.at.line };
                for (fact, value) in fields(line) {
                    match &value.value {
                        Value::Text(text) => drop(entry.facts.insert(fact.clone(), text.clone())),
                        Value::Truth(true) if fact == RETIRED => entry.retired = true,
                        _ => problems.add(&value.at, format!("{table} {name}"), "expected a text"),
                    }
                }
                register.0.insert((sort, name.clone()), entry);
            }
        }
        register
    }

    /// What the content has otherwise than the register.
    fn compared(&self, content: &Self) -> Vec<Found> {
        let mut all = Vec::new();
        let mut add = |(sort, name): &(Sort, String), line, difference| {
            all.push(Found { sort: *sort, name: name.clone(), line, difference });
        };
        for (key, entry) in &self.0 {
            let difference = match content.0.get(key) {
                None if entry.retired => continue,
                None => Difference::Gone,
                Some(_) if entry.retired => Difference::Never(
                    "was retired, and an id is never given again: choose another".into(),
                ),
                Some(here) if here.facts == entry.facts => continue,
                Some(here) => changed(key.0, entry, here),
            };
            add(key, entry.line, difference);
        }
        for (key, entry) in content.0.iter().filter(|(key, _)| !self.0.contains_key(key)) {
            add(key, 0, Difference::Acceptable(format!("is new, {}", entry.written())));
        }
        all
    }

    /// Whether an id that is gone was named. The values of a question that goes need not be named too.
    fn may_go(&self, sort: Sort, name: &str, named: &BTreeSet<&str>) -> bool {
        let owner = name.split_once('=').map(|(owner, _)| owner).filter(|_| sort == Sort::Value);
        named.contains(name) || owner.is_some_and(|owner| named.contains(owner))
    }

    /// Questions that are retired, and of which no rule says what became of the answers; and rules about
    /// questions that are not, or that lead to another kind of answer.
    fn without_rule(&self, rules: &[Earlier], problems: &Problems) {
        let gone = || rules.iter().filter(|rule| rule.became != Became::Reworded);
        for ((_, name), entry) in self.0.iter().filter(|((sort, _), _)| *sort == Sort::Question) {
            if entry.retired && !gone().any(|rule| rule.id.as_str() == name) {
                let at = At { file: FILE.into(), line: entry.line };
                let reason = format!("is retired, and {EARLIER} does not say what became of it");
                problems.add(&at, format!("question {name}"), reason);
            }
        }
        let question = |id: &QuestionId| self.0.get(&(Sort::Question, id.as_str().to_owned()));
        let kind = |id: &QuestionId| question(id).and_then(|entry| entry.facts.get("kind"));
        for rule in gone() {
            let about = |reason: String| {
                problems.add(&At::file(EARLIER), format!("question {}", rule.id), reason);
            };
            if !question(&rule.id).is_some_and(|entry| entry.retired) {
                about(format!("is not retired in {FILE}: {ACCEPT} --retire {}", rule.id));
            }
            let takes = match &rule.became {
                Became::Renamed(to) => std::slice::from_ref(to),
                Became::Split { holds, .. } => holds,
                Became::Retired(_) | Became::Reworded => &[],
            };
            for to in takes.iter().filter(|to| kind(to) != kind(&rule.id)) {
                about(format!("“{to}” is of another kind, so the answer would mean nothing there"));
            }
        }
    }

    fn is_retired(&self, name: &str) -> bool {
        self.0.iter().any(|((_, id), entry)| id == name && entry.retired)
    }

    /// The file: one id a line and in the order of the alphabet, so that what two people add comes
    /// together by itself.
    fn written(&self) -> String {
        let mut out = format!(
            "# Every id that save files may hold. `{ACCEPT}` writes this file and nobody\n\
             # else; docs/catalogue-format.md says how an id goes.\n"
        );
        for sort in Sort::ALL {
            let entries: Vec<_> = self.0.iter().filter(|((of, _), _)| *of == sort).collect();
            if entries.is_empty() {
                continue;
            }
            // Writing to a string cannot go wrong.
            let _ = write!(out, "\n[{}]\n", sort.name());
            for ((_, name), entry) in entries {
                let name = if name.contains('=') { format!("\"{name}\"") } else { name.clone() };
                let _ = writeln!(out, "{name} = {}", entry.written());
            }
        }
        out
    }
}

fn of_module(module: &Module) -> Vec<Id> {
    let mut ids = vec![Id::new(Sort::Module, module.id.as_str())];
    for question in module.sections.iter().flat_map(|section| &section.questions) {
        let room = kinds::room(&question.kind);
        let id = Id::new(Sort::Question, question.id.as_str());
        let id = id.with("kind", room.reader().name).with("code", question.code.as_str());
        ids.push(id.with("group", question.group.as_str()));
        ids.extend(room.ids(&question.id));
    }
    ids
}

/// Something about an id changed: said fact by fact, and refused where answers rest on it.
fn changed(sort: Sort, before: &Entry, now: &Entry) -> Difference {
    let bound = sort.bound_by();
    let of = |entry: &Entry, fact: &str| entry.facts.get(fact).cloned().unwrap_or_default();
    if let Some(fact) = bound.filter(|fact| of(before, fact) != of(now, fact)) {
        let (was, is) = (of(before, fact), of(now, fact));
        return Difference::Never(format!(
            "its {fact} was “{was}” and is “{is}”, so what was answered would mean nothing: give \
             what is new an id of its own, and retire this one"
        ));
    }
    Difference::Acceptable(format!("was {}, is {}", before.written(), now.written()))
}

fn fields(node: &Node) -> impl Iterator<Item = (&String, &Node)> {
    let fields = match &node.value {
        Value::Table(fields) => Some(fields),
        _ => None,
    };
    fields.into_iter().flatten()
}

#[cfg(test)]
mod tests;
