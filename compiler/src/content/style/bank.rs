//! Whether the bank holds what its brief settles: ids and their order, kinds, groups, the short form.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::content::node::{Node, Value};
use crate::problem::{At, Problems};

/// What the brief settles, `content/ids.toml`.
#[derive(Deserialize)]
pub(crate) struct Brief {
    tensions: Vec<String>,
    facts: Vec<String>,
    module: Vec<Sums>,
    section: Vec<Section>,
    kinds: Kinds,
    part: Vec<Part>,
    group: Vec<Group>,
    short_form: ShortForm,
}

#[derive(Deserialize)]
struct Sums {
    letter: String,
    ladder: usize,
    reflection: usize,
    decision: usize,
    tactics: usize,
    squares: usize,
}

#[derive(Deserialize)]
struct Section {
    code: String,
    questions: Vec<String>,
}

#[derive(Deserialize)]
struct Kinds {
    reflection: Vec<String>,
    decision: Vec<String>,
    tactics: Vec<String>,
}

#[derive(Deserialize)]
struct Part {
    question: String,
    id: String,
    tactics: Vec<String>,
}

#[derive(Deserialize)]
struct Group {
    id: String,
    weight: i64,
    questions: Vec<String>,
}

#[derive(Deserialize)]
struct ShortForm {
    questions: Vec<String>,
    tactics: Vec<String>,
    more: Vec<String>,
}

const STORED: &str = include_str!("../../../../content/ids.toml");

impl Brief {
    /// The stored one. It is right when its lists add up to the sums of the brief.
    pub(crate) fn stored() -> Result<Self, String> {
        let brief: Self =
            toml::from_str(STORED).map_err(|error| format!("content/ids.toml: {error}"))?;
        brief.adds_up().map_err(|reason| format!("content/ids.toml: {reason}"))?;
        Ok(brief)
    }

    fn kind(&self, question: &str) -> &'static str {
        let among = |ids: &[String]| ids.iter().any(|id| id == question);
        match () {
            () if among(&self.kinds.reflection) => "reflection",
            () if among(&self.kinds.decision) => "decision",
            () if among(&self.kinds.tactics) => "tactics",
            () => "ladder",
        }
    }

    fn adds_up(&self) -> Result<(), String> {
        for sums in &self.module {
            let sections = self.section.iter().filter(|found| found.code.starts_with(&sums.letter));
            let questions: Vec<_> = sections.flat_map(|section| &section.questions).collect();
            let parts = self.part.iter().filter(|part| questions.contains(&&part.question));
            let count = |kind| questions.iter().filter(|id| self.kind(id) == kind).count();
            let found = [
                ("ladder", sums.ladder, count("ladder")),
                ("reflection", sums.reflection, count("reflection")),
                ("decision", sums.decision, count("decision")),
                ("tactics", sums.tactics, count("tactics")),
                ("squares", sums.squares, parts.map(|part| part.tactics.len()).sum()),
            ];
            for (name, expected, found) in found {
                if expected != found {
                    let letter = &sums.letter;
                    return Err(format!(
                        "module {letter}, {name}: expected {expected}, found {found}"
                    ));
                }
            }
        }
        let all: BTreeSet<_> = self.section.iter().flat_map(|found| &found.questions).collect();
        let grouped: BTreeSet<_> = self.group.iter().flat_map(|found| &found.questions).collect();
        match all.symmetric_difference(&grouped).next() {
            Some(id) => Err(format!("“{id}” stands in a section or in a group, and not in both")),
            None => Ok(()),
        }
    }

    /// Compares the bank with it; `files` are its files by name.
    pub(crate) fn check(&self, files: &BTreeMap<String, Node>, problems: &Problems) {
        let questions: Vec<&Node> =
            files.values().flat_map(|file| file.items("question")).collect();
        self.questions(files, &questions, problems);
        for part in &self.part {
            let is = |question: &&&Node| text(question, "id") == part.question;
            let Some(question) = questions.iter().find(is) else { continue };
            let found = question.items("part").iter().find(|found| text(found, "id") == part.id);
            let Some(found) = found else {
                let reason = format!("the part “{}” is missing", part.id);
                problems.add(&question.at, format!("question {}", part.question), reason);
                continue;
            };
            let field = format!("question {}, part {}, tactic", part.question, part.id);
            same(&part.tactics, &ids(found.items("tactic")), &found.at, &field, problems);
        }
        let file = |name: &str, field: &str| {
            let place = At::file(&format!("content/en/{name}.toml"));
            let file = files.get(name);
            let items = file.map(|file| file.items(field)).unwrap_or_default();
            (file.map_or(place, |file| file.at.clone()), items)
        };
        let (at, facts) = file("scope", "fact");
        same(&self.facts, &ids(facts), &at, "fact", problems);
        let (at, tensions) = file("tensions", "tension");
        same(&self.tensions, &ids(tensions), &at, "tension", problems);
        let (at, groups) = file("findings", "group");
        let names: Vec<_> = self.group.iter().map(|group| group.id.clone()).collect();
        same(&names, &ids(groups), &at, "group", problems);
        for group in groups {
            let Some(settled) = self.group.iter().find(|found| found.id == text(group, "id"))
            else {
                continue;
            };
            if !matches!(group.get("weight").map(|node| &node.value), Some(Value::Number(found)) if *found == settled.weight)
            {
                let reason = format!("expected the weight {}", settled.weight);
                problems.add(&group.at, format!("group {}", settled.id), reason);
            }
        }
        let (at, asked) = file("short-form", "questions");
        same(&self.short_form.questions, &plain(asked), &at, "questions", problems);
        let (at, tactics) = file("short-form", "tactics");
        same(&self.short_form.tactics, &plain(tactics), &at, "tactics", problems);
        let (at, more) = file("short-form", "more");
        let more: Vec<_> = more.iter().map(|more| (text(more, "tactic"), &more.at)).collect();
        same(&self.short_form.more, &more, &at, "more", problems);
    }

    fn questions(&self, files: &BTreeMap<String, Node>, questions: &[&Node], problems: &Problems) {
        let section = |question: &Node| {
            text(question, "code").split('.').next().unwrap_or_default().to_owned()
        };
        for settled in &self.section {
            let inside: Vec<_> = questions
                .iter()
                .filter(|question| section(question) == settled.code)
                .map(|question| (text(question, "id"), &question.at))
                .collect();
            let at = files
                .values()
                .flat_map(|file| file.items("section"))
                .find(|found| text(found, "code") == settled.code)
                .map_or_else(|| At::file("content/en"), |found| found.at.clone());
            let field = format!("section {}, question", settled.code);
            same(&settled.questions, &inside, &at, &field, problems);
        }
        for question in questions {
            let (id, kind, group) =
                (text(question, "id"), text(question, "kind"), text(question, "group"));
            if !self.section.iter().any(|settled| settled.code == section(question)) {
                let reason = "stands in a section that the brief of the bank does not have";
                problems.add(&question.at, format!("question {id}"), reason);
            }
            let expected = self.kind(id);
            if expected != kind {
                let at = question.get("kind").map_or(&question.at, |kind| &kind.at);
                let reason = format!("expected “{expected}”, found “{kind}”");
                problems.add(at, format!("question {id}, kind"), reason);
            }
            let settled = self.group.iter().find(|found| found.questions.iter().any(|of| of == id));
            if let Some(settled) = settled.filter(|settled| settled.id != group) {
                let at = question.get("group").map_or(&question.at, |group| &group.at);
                let reason = format!("expected “{}”, found “{group}”", settled.id);
                problems.add(at, format!("question {id}, group"), reason);
            }
        }
    }
}

/// Names what is missing, what is too much, and what stands out of order.
fn same(expected: &[String], found: &[(&str, &At)], whole: &At, field: &str, problems: &Problems) {
    let has = |id: &str| found.iter().any(|(found, _)| *found == id);
    for id in expected.iter().filter(|id| !has(id)) {
        problems.add(whole, field, format!("“{id}” is missing: the brief of the bank has it"));
    }
    let known = |id: &str| expected.iter().any(|expected| expected == id);
    for (id, at) in found.iter().filter(|(id, _)| !known(id)) {
        problems.add(
            at,
            field,
            format!("“{id}” is too much: the brief of the bank has it not here"),
        );
    }
    let settled = expected.iter().filter(|id| has(id));
    let placed = found.iter().filter(|(id, _)| known(id));
    if let Some((expected, (id, at))) =
        settled.zip(placed).find(|(expected, (id, _))| expected.as_str() != *id)
    {
        problems.add(at, field, format!("expected “{expected}” in this place, found “{id}”"));
    }
}

fn text<'a>(node: &'a Node, field: &str) -> &'a str {
    node.get(field).and_then(Node::text).map_or("", |text| &**text)
}

fn ids(nodes: &[Node]) -> Vec<(&str, &At)> {
    nodes.iter().map(|node| (text(node, "id"), &node.at)).collect()
}

fn plain(nodes: &[Node]) -> Vec<(&str, &At)> {
    nodes.iter().filter_map(|node| Some((&**node.text()?, &node.at))).collect()
}
