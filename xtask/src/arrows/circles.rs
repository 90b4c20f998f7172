//! Files that import each other in a circle: none of them can be understood, tested or moved
//! without all the others.
//!
//! A file and those in its folder are no circle by themselves: types stand in the parent, what works
//! on them in the children, and the parent calls it. So what a child names in a file above it does
//! not count. It counts where it comes back by another way: a parent that names its child, and the
//! child another file, and that file the parent.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::names::{self, Form, Modules, Name};
use super::{Broken, File};

/// An import that closes a circle and may stay.
///
/// The file that names something, the one that holds it, and the reason.
pub(super) type Tie = (&'static str, &'static str, &'static str);

/// All of them. None is left.
pub(super) const TIES: &[Tie] = &[];

/// One file names something in another: at this place, by this path.
struct Import {
    offset: usize,
    line: usize,
    path: String,
}

/// What each file imports from which.
type Imports<'a> = BTreeMap<&'a str, BTreeMap<&'a str, Import>>;

/// Circles, each with the file in which it begins.
pub(super) fn find<'a>(
    files: &'a [File],
    names: &[Vec<Name>],
    modules: &'a Modules,
    ties: &[Tie],
) -> Vec<(&'a File, Broken)> {
    let imports = imports(files, names, modules);
    let is_tie = |from: &str, to: &str| ties.iter().any(|tie| (tie.0, tie.1) == (from, to));
    let mut free = BTreeMap::<&str, BTreeSet<&str>>::new();
    for (from, behind) in &imports {
        let kept = behind.keys().filter(|to| !is_tie(from, to));
        free.insert(from, kept.copied().collect());
    }
    let mut broken = Vec::new();
    for knot in knots(&free) {
        let circle = shortest(&free, &knot);
        let first = circle.first().and_then(|(from, to)| imports.get(from)?.get(to));
        let start = circle.first().and_then(|(from, _)| file(files, from));
        if let (Some(start), Some(first)) = (start, first) {
            let by = told(&imports, &circle, knot.len());
            broken.push((start, Broken { offset: first.offset, by }));
        }
    }
    for (from, to, because) in ties {
        let is_there = imports.get(from).is_some_and(|behind| behind.contains_key(to));
        let Some(from) = file(files, from) else { continue };
        if !(is_there && reaches(&free, to, &from.path)) {
            let by = format!(
                "the list of circles says that it needs {to} ({because}), but no circle closes \
                 there: take it out of the list"
            );
            broken.push((from, Broken::whole(by)));
        }
    }
    broken
}

fn file<'a>(files: &'a [File], path: &str) -> Option<&'a File> {
    files.iter().find(|file| file.path == path)
}

fn imports<'a>(files: &'a [File], names: &[Vec<Name>], modules: &'a Modules) -> Imports<'a> {
    let mut imports = Imports::new();
    for (file, names) in files.iter().zip(names) {
        let own = names::module_of(&file.path);
        if modules.is_for_tests(&own) {
            continue;
        }
        for name in names {
            // Where it is declared, not where it is passed on.
            let Some(path) = name.paths.last() else { continue };
            let home = match name.form {
                Form::Glob => modules.file(path).or_else(|| modules.home(path)),
                _ => modules.home(path),
            };
            let Some(home) = home.filter(|home| *home != file.path) else { continue };
            let there = names::module_of(home);
            let is_elsewhere = there.first() != own.first();
            if is_elsewhere || own.starts_with(&there) || modules.is_for_tests(&there) {
                continue;
            }
            let behind = imports.entry(&file.path).or_default();
            behind.entry(home).or_insert_with(|| {
                let offset = name.span.byte_range().start;
                let before = file.text.get(..offset).unwrap_or_default();
                let shown: Vec<_> = path.iter().skip(1).map(String::as_str).collect();
                Import { offset, line: before.matches('\n').count() + 1, path: shown.join("::") }
            });
        }
    }
    imports
}

/// Sets of files of which each reaches each.
fn knots<'a>(imports: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Vec<BTreeSet<&'a str>> {
    let mut knots: Vec<BTreeSet<&str>> = Vec::new();
    for file in imports.keys().copied() {
        if knots.iter().any(|knot| knot.contains(file)) {
            continue;
        }
        let ahead = ahead(imports, file);
        if ahead.contains(file) {
            knots.push(ahead.into_iter().filter(|other| reaches(imports, other, file)).collect());
        }
    }
    knots
}

/// All files that one reaches; itself only by a circle.
fn ahead<'a>(imports: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<_> = imports.get(from).into_iter().flatten().copied().collect();
    while let Some(file) = open.pop() {
        if found.insert(file) {
            open.extend(imports.get(file).into_iter().flatten().copied());
        }
    }
    found
}

fn reaches(imports: &BTreeMap<&str, BTreeSet<&str>>, from: &str, to: &str) -> bool {
    ahead(imports, from).contains(to)
}

/// The shortest circle in a knot, as its imports in order.
fn shortest<'a>(
    imports: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    knot: &BTreeSet<&'a str>,
) -> Vec<(&'a str, &'a str)> {
    let circles = knot.iter().filter_map(|start| circle(imports, start));
    circles.min_by_key(Vec::len).unwrap_or_default()
}

/// The shortest way from a file back to itself.
fn circle<'a>(
    imports: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    start: &'a str,
) -> Option<Vec<(&'a str, &'a str)>> {
    let mut came_from = BTreeMap::<&str, &str>::new();
    let mut open = VecDeque::from([start]);
    while let Some(file) = open.pop_front() {
        for next in imports.get(file).into_iter().flatten().copied() {
            if came_from.contains_key(next) {
                continue;
            }
            came_from.insert(next, file);
            if next == start {
                let mut way = vec![(file, next)];
                while let Some((from, _)) = way.last().filter(|(from, _)| *from != start) {
                    way.push((came_from.get(from)?, from));
                }
                way.reverse();
                return Some(way);
            }
            open.push_back(next);
        }
    }
    None
}

fn told(imports: &Imports<'_>, circle: &[(&str, &str)], knot: usize) -> String {
    let mut lines = vec![match knot {
        knot if knot > circle.len() => format!(
            "the shortest circle of {} in a knot of {knot} files; move what two of them need into \
             a file of its own, or hand it in as a value",
            circle.len()
        ),
        _ => format!(
            "a circle of {knot} files; move what two of them need into a file of its own, or hand \
             it in as a value"
        ),
    }];
    for (from, to) in circle {
        if let Some(import) = imports.get(from).and_then(|behind| behind.get(to)) {
            lines.push(format!("{from}:{} names {} in {to}", import.line, import.path));
        }
    }
    lines.join("\n    ")
}

#[cfg(test)]
mod tests {
    use super::super::code::Code;
    use super::*;

    #[track_caller]
    fn check(files: &[(&str, &str)], ties: &[Tie], expected: &[(&str, &str)]) {
        let files: Vec<_> = files
            .iter()
            .map(|(path, text)| File { path: (*path).into(), text: (*text).into() })
            .collect();
        let mut modules = Modules::default();
        for file in &files {
            modules.add(&file.path, &Code::of(&file.text).unwrap());
        }
        let names: Vec<_> = files.iter().map(|file| modules.names(&file.path)).collect();
        let found = find(&files, &names, &modules, ties);
        let found: Vec<_> =
            found.iter().map(|(file, broken)| (file.path.as_str(), broken.by.as_str())).collect();
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for ((file, by), (expected, part)) in found.iter().zip(expected) {
            assert!(file == expected && by.contains(part), "{file}: {by}");
        }
    }

    const LIB: (&str, &str) = ("domain/src/lib.rs", "pub mod a; pub mod b; pub mod c;");
    const A: (&str, &str) = ("domain/src/a.rs", "\nuse crate::b::B;");
    const B: (&str, &str) = ("domain/src/b.rs", "use crate::c; fn x() { c::y() }");
    const C: (&str, &str) = ("domain/src/c.rs", "use super::a as other; struct C(other::A);");

    #[test]
    fn a_circle_is_named_file_by_file() {
        let told = "a circle of 3 files; move what two of them need into a file of its own, or hand \
                    it in as a value\n    domain/src/a.rs:2 names b::B in domain/src/b.rs\n    \
                    domain/src/b.rs:1 names c::y in domain/src/c.rs\n    \
                    domain/src/c.rs:1 names a::A in domain/src/a.rs";
        check(&[LIB, A, B, C], &[], &[("domain/src/a.rs", told)]);
        check(&[LIB, A, B, ("domain/src/c.rs", "")], &[], &[]);
        let more = ("domain/src/b.rs", "use crate::{a, c}; fn x() { c::y(a::A) }");
        let told = "the shortest circle of 2 in a knot of 3 files";
        check(&[LIB, A, more, C], &[], &[("domain/src/a.rs", told)]);
    }

    #[test]
    fn a_passed_on_name_ties_to_where_it_is_declared() {
        let lib = ("domain/src/lib.rs", "pub mod a; pub mod b; pub use a::A;");
        let b = ("domain/src/b.rs", "use crate::A;");
        check(&[lib, A, b], &[], &[("domain/src/a.rs", "domain/src/b.rs:1 names a::A")]);
    }

    #[test]
    fn a_parent_and_its_children_are_a_circle_only_through_others() {
        let parent = ("domain/src/a.rs", "pub mod one; pub use one::One; pub struct Both;");
        let child = ("domain/src/a/one.rs", "use super::Both; pub struct One(Both);");
        check(&[parent, child], &[], &[]);
        let child = ("domain/src/a/one.rs", "use crate::b::B;");
        let other = ("domain/src/b.rs", "use crate::a::Both;");
        check(&[parent, child, other], &[], &[("domain/src/a.rs", "a circle of 3 files")]);
    }

    #[test]
    fn tests_and_other_crates_close_no_circle() {
        let a = ("domain/src/a.rs", "#[cfg(test)] mod tests;");
        let tests = ("domain/src/a/tests.rs", "use crate::b::B;");
        let b = ("domain/src/b.rs", "use crate::a::tests::x;");
        check(&[a, tests, b], &[], &[]);
        let a = ("domain/src/a.rs", "#[cfg(test)] mod tests { use crate::b::B; }");
        check(&[a, ("domain/src/b.rs", "use crate::a::A;")], &[], &[]);
        check(&[A, ("editor/src/b.rs", "use domain::a::A;")], &[], &[]);
    }

    #[test]
    fn a_tie_that_may_stay_is_there_and_closes_a_circle() {
        let tie = |from, to| [(from, to, "reason")];
        let stays = tie("domain/src/c.rs", "domain/src/a.rs");
        check(&[LIB, A, B, C], &stays, &[]);
        let gone = ("domain/src/c.rs", "");
        let told = "(reason), but no circle closes there: take it out of the list";
        check(&[LIB, A, B, gone], &stays, &[("domain/src/c.rs", told)]);
        let open = ("domain/src/b.rs", "");
        check(&[LIB, A, open, C], &stays, &[("domain/src/c.rs", told)]);
    }
}
