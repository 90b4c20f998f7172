//! Links of the documents: each leads to a file of the tree, and to a heading that is there; and the index
//! of `docs/` names every document in it. Addresses of the network are not looked up.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use compiler::problem::{At, Problem, Problems, lines};

use crate::tree;

/// The folder of the documents.
const DOCUMENTS: &str = "docs/";

/// What names each of them.
const INDEX: &str = "docs/README.md";

/// Looks at every Markdown file at the root of the tree and in `docs/`.
pub(crate) fn run() -> Result<(), String> {
    let root = tree::root();
    let paths = tree::files(&root)?;
    let mut documents = BTreeMap::new();
    for path in paths.iter().filter(|path| is_document(path)) {
        let text = fs::read_to_string(root.join(path));
        documents.insert(path.as_str(), text.map_err(|error| format!("{path}: {error}"))?);
    }
    let problems = check(&paths, &documents);
    if problems.is_empty() { Ok(()) } else { Err(lines(&problems)) }
}

fn is_document(path: &str) -> bool {
    path.ends_with(".md") && (path.starts_with(DOCUMENTS) || !path.contains('/'))
}

/// Every link that leads nowhere, and every document that the index leaves out.
fn check(paths: &[String], documents: &BTreeMap<&str, String>) -> Vec<Problem> {
    let problems = Problems::default();
    let mut in_index = BTreeSet::new();
    for (path, text) in documents {
        for Link { line, target } in links(text) {
            let (to, heading) = target.split_once('#').unwrap_or((target, ""));
            let to = if to.is_empty() { (*path).to_owned() } else { resolved(path, to) };
            let at = At { line, ..At::file(path) };
            if !is_there(paths, &to) {
                problems.add(&at, "links lead somewhere", format!("{target}: no such file"));
            } else if !heading.is_empty() && !has_heading(documents, &to, heading) {
                problems.add(&at, "links lead somewhere", format!("{target}: no such heading"));
            }
            if *path == INDEX {
                in_index.insert(to);
            }
        }
    }
    for path in documents.keys() {
        let is_direct = path.strip_prefix(DOCUMENTS).is_some_and(|name| !name.contains('/'));
        if is_direct && *path != INDEX && !in_index.contains(*path) {
            let by = format!("{path} is missing");
            problems.add(&At::file(INDEX), "the index names every document", by);
        }
    }
    problems.into_sorted()
}

/// A link within the tree.
#[derive(Debug, PartialEq, Eq)]
struct Link<'a> {
    line: usize,
    target: &'a str,
}

/// The links of a text that lead to no address of the network. What stands in code is none.
fn links(text: &str) -> Vec<Link<'_>> {
    let mut found = Vec::new();
    for (line, words) in written(text) {
        let mut is_code = false;
        for words in words.split('`') {
            if !is_code {
                let targets = words.split("](").skip(1).filter_map(target);
                let within = targets.filter(|target| !target.contains(':'));
                found.extend(within.map(|target| Link { line, target }));
            }
            is_code = !is_code;
        }
    }
    found
}

/// What stands before the bracket that ends a link.
fn target(behind: &str) -> Option<&str> {
    let mut open = 0_u32;
    let end = behind.find(|letter| match letter {
        '(' => {
            open += 1;
            false
        }
        ')' if open > 0 => {
            open -= 1;
            false
        }
        _ => letter == ')',
    })?;
    behind.get(..end)
}

/// The lines of a text that are no block of code, each with its number.
fn written(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut is_block = false;
    (1..).zip(text.lines()).filter(move |(_, line)| {
        let is_fence = line.trim_start().starts_with("```");
        is_block ^= is_fence;
        !is_block && !is_fence
    })
}

/// A path as it is seen from the root, of one that a file names.
fn resolved(from: &str, to: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in to.split('/').filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." {
            // Above the root nothing is there, whatever it is called.
            if parts.pop().is_none() {
                return to.to_owned();
            }
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

/// Whether a path is a file of the tree, or a folder with one in it.
fn is_there(paths: &[String], path: &str) -> bool {
    let folder = format!("{path}/");
    paths.iter().any(|one| one == path || one.starts_with(&folder))
}

fn has_heading(documents: &BTreeMap<&str, String>, path: &str, name: &str) -> bool {
    documents.get(path).is_some_and(|text| headings(text).iter().any(|heading| heading == name))
}

/// The names of the headings of a text, as they stand behind `#` in a link.
fn headings(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut counts = BTreeMap::new();
    for (_, line) in written(text) {
        let words = line.trim_start_matches('#');
        if words.len() == line.len() || !words.starts_with(' ') {
            continue;
        }
        let is_kept = |letter: &char| letter.is_alphanumeric() || "-_ ".contains(*letter);
        let name: String = words.trim().to_lowercase().chars().filter(is_kept).collect();
        let name = name.replace(' ', "-");
        let before = counts.entry(name.clone()).and_modify(|count| *count += 1).or_insert(0_u32);
        names.push(if *before == 0 { name } else { format!("{name}-{before}") });
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with these documents, where a picture lies beside them.
    fn wrong(documents: &[(&str, &str)]) -> Vec<String> {
        let documents: BTreeMap<_, _> =
            documents.iter().map(|(path, text)| (*path, (*text).to_owned())).collect();
        let mut paths: Vec<_> = documents.keys().map(|path| (*path).to_owned()).collect();
        paths.push("docs/images/plan.png".to_owned());
        check(&paths, &documents).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_link_to_a_file_or_a_heading_that_is_not_there_is_told_with_its_line() {
        let text =
            "# One\n\n[gone](docs/gone.md) and [no part](docs/a.md#no-part).\n[out](../b.md)";
        let index = "[a](a.md) [up](../README.md#two)";
        let found =
            wrong(&[("README.md", text), ("docs/README.md", index), ("docs/a.md", "# A\n")]);
        let parts = ["docs/gone.md: no such", "docs/a.md#no-part: no such h", "../b.md", "#two"];
        assert_eq!(found.len(), parts.len(), "{found:?}");
        for part in parts {
            assert!(found.iter().any(|line| line.contains(part)), "{part} in {found:?}");
        }
        assert!(found.iter().any(|line| line.contains("README.md:3")), "{found:?}");
    }

    #[test]
    fn links_to_files_folders_headings_and_addresses_are_right_as_people_write_them() {
        let text = "# It is *so*: a `test`, isn’t it?\n## Again\n## Again\n\
                    [![p](docs/images/plan.png)](docs/images/plan.png) [f](docs/images) \
                    [h](#it-is-so-a-test-isnt-it) [second](#again-1) \
                    [address](https://there.example/a(b)#c) `[code](gone.md)`\n\
                    ```\n[block](gone.md)\n# no heading\n```\n";
        assert_eq!(wrong(&[("README.md", text), ("docs/README.md", "")]), Vec::<String>::new());
        let found = wrong(&[("README.md", "[a](#no-heading)\n```\n# no heading\n```")]);
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn a_document_that_the_index_leaves_out_is_told() {
        let found = wrong(&[
            ("docs/README.md", "[a](a.md)"),
            ("docs/a.md", ""),
            ("docs/b.md", "[a](a.md)"),
            ("docs/rating/c.md", ""),
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found.iter().all(|line| line.contains("docs/b.md is missing")), "{found:?}");
    }
}
