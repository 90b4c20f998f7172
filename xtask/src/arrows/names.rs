//! What files name: every path is followed through aliases, groups, globs and re-exports to the
//! module that holds what is named. Nothing is guessed from how a path is written.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use syn::UseTree;

use super::code::{self, Code, group, is_mark, is_word};

/// A path in its parts; the first is the crate.
pub(super) type Path = Vec<String>;

/// How far aliases of aliases are followed.
const DEPTH: usize = 12;

/// All modules of the tree, and what each names.
#[derive(Default)]
pub(super) struct Modules {
    modules: Vec<Module>,
    by_path: BTreeMap<Path, usize>,
    /// Modules of tests that are files of their own.
    tests: BTreeSet<Path>,
}

/// A file, or a module written inside one.
#[derive(Default)]
struct Module {
    /// Its crate and the names down to it.
    path: Path,
    /// The file it stands in.
    file: String,
    /// Modules that it declares.
    children: BTreeSet<String>,
    /// Types that it declares.
    types: BTreeSet<String>,
    /// What `use` gives a name, as written there.
    bindings: BTreeMap<String, Vec<Path>>,
    /// What `use …::*` opens, as written there.
    globs: Vec<Path>,
    written: Vec<Written>,
    /// The arms of each `match`, and what `Self` stands for in them.
    matches: Vec<(TokenStream, Option<Path>)>,
}

/// A `match` in a file.
pub(super) struct Matching<'a> {
    /// Its arms.
    pub(super) arms: &'a TokenStream,
    module: usize,
    own: Option<&'a Path>,
}

/// A path as it is written.
struct Written {
    span: Span,
    path: Path,
    form: Form,
}

/// Where a path is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// In a `use`.
    Use,
    /// In a `use`, with a star behind it: names everything in it.
    Glob,
    /// Anywhere else, beginning at a crate or with `crate`, `self` or `super`.
    Whole,
    /// Anywhere else, beginning with a name that a `use` has brought.
    Short,
}

/// Something that a file names.
pub(super) struct Name {
    /// Where.
    pub(super) span: Span,
    /// How.
    pub(super) form: Form,
    /// Every path to it, from the one that is written to the one where it is declared.
    pub(super) paths: Vec<Path>,
}

impl Modules {
    /// Adds a file with what it declares and names.
    pub(super) fn add(&mut self, file: &str, code: &Code) {
        let path = module_of(file);
        for name in &code.tests {
            self.tests.insert(path.iter().chain([name]).cloned().collect());
        }
        let id = self.module(path, file);
        self.read(&code.tokens, id, None);
    }

    fn module(&mut self, path: Path, file: &str) -> usize {
        let id = self.modules.len();
        self.by_path.insert(path.clone(), id);
        self.modules.push(Module { path, file: file.to_owned(), ..Module::default() });
        id
    }

    /// Reads tokens of a module; `own` is what `Self` stands for in them.
    fn read(&mut self, tokens: &[TokenTree], id: usize, own: Option<&Path>) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += match token {
                TokenTree::Group(group) => {
                    self.read(&code::inside(group), id, own);
                    1
                }
                TokenTree::Ident(name) if !is_inside_path(tokens, at) => {
                    let (before, behind) = tokens.split_at(at);
                    // `-> impl Trait` opens no body.
                    let is_type = name == "impl"
                        && matches!(before.last(), Some(TokenTree::Punct(mark)) if mark.as_char() != ';');
                    if is_type { 1 } else { self.named(&name.to_string(), behind, id, own) }
                }
                _ => 1,
            };
        }
    }

    /// Reads what begins with a word; how many tokens that were.
    fn named(&mut self, word: &str, tokens: &[TokenTree], id: usize, own: Option<&Path>) -> usize {
        match word {
            "use" => self.using(tokens, id),
            "mod" => self.declared(tokens, id),
            "impl" => self.implementing(tokens, id),
            "struct" | "enum" | "union" | "trait" | "type" => {
                if let (Some(TokenTree::Ident(name)), Some(module)) =
                    (tokens.get(1), self.modules.get_mut(id))
                {
                    module.types.insert(name.to_string());
                }
                1
            }
            "match" => {
                // What is matched may hold a block of its own; that is no set of arms.
                let blocks = tokens.iter().filter_map(|token| group(Some(token), Delimiter::Brace));
                let arms = blocks.map(Group::stream).find(has_arms);
                if let (Some(arms), Some(module)) = (arms, self.modules.get_mut(id)) {
                    module.matches.push((arms, own.cloned()));
                }
                1
            }
            _ => {
                let (mut path, length) = path(tokens);
                if let (Some("Self"), Some(own)) = (path.first().map(String::as_str), own) {
                    path.splice(..1, own.iter().cloned());
                }
                self.write(id, tokens, path, Form::Whole);
                length
            }
        }
    }

    fn write(&mut self, id: usize, tokens: &[TokenTree], path: Path, form: Form) {
        if let (Some(first), Some(module)) = (tokens.first(), self.modules.get_mut(id)) {
            module.written.push(Written { span: first.span(), path, form });
        }
    }

    fn using(&mut self, tokens: &[TokenTree], id: usize) -> usize {
        let end = tokens.iter().position(|token| is_mark(Some(token), ';'));
        let item = end.and_then(|end| tokens.get(..=end)).unwrap_or_default();
        let Ok(item) = syn::parse2::<syn::ItemUse>(item.iter().cloned().collect()) else {
            // `use<…>` in a type.
            return 1;
        };
        if let Some(module) = self.modules.get_mut(id) {
            module.import(&item.tree, &Path::new());
        }
        end.map_or(1, |end| end + 1)
    }

    fn declared(&mut self, tokens: &[TokenTree], id: usize) -> usize {
        let (Some(TokenTree::Ident(name)), Some(module)) =
            (tokens.get(1), self.modules.get_mut(id))
        else {
            return 1;
        };
        module.children.insert(name.to_string());
        if let Some(inside) = group(tokens.get(2), Delimiter::Brace) {
            let mut path = module.path.clone();
            path.push(name.to_string());
            let file = module.file.clone();
            let child = self.module(path, &file);
            self.read(&code::inside(inside), child, None);
        }
        3
    }

    fn implementing(&mut self, tokens: &[TokenTree], id: usize) -> usize {
        let body = tokens.iter().position(|token| group(Some(token), Delimiter::Brace).is_some());
        let Some(body) = body else { return 1 };
        let head = tokens.get(1..body).unwrap_or_default();
        let own = implementor(head).map(|tokens| path(tokens).0);
        self.read(head, id, own.as_ref());
        if let Some(TokenTree::Group(inside)) = tokens.get(body) {
            self.read(&code::inside(inside), id, own.as_ref());
        }
        body + 1
    }

    /// What a file names.
    pub(super) fn names(&self, file: &str) -> Vec<Name> {
        let mut names = Vec::new();
        for (id, module) in self.modules.iter().enumerate().filter(|(_, it)| it.file == file) {
            let mut known = BTreeMap::<&Path, Option<(Form, Vec<Path>)>>::new();
            for written in &module.written {
                let found = match written.form {
                    Form::Use | Form::Glob => {
                        let paths = self.paths(id, &written.path);
                        Some((written.form, paths))
                    }
                    _ => known
                        .entry(&written.path)
                        .or_insert_with(|| self.mentioned(id, &written.path))
                        .clone(),
                };
                if let Some((form, paths)) = found {
                    names.push(Name { span: written.span, form, paths });
                }
            }
        }
        names
    }

    /// A path outside a `use`. A single name says something only where a glob has brought it: what a
    /// `use` has named was counted there.
    fn mentioned(&self, id: usize, path: &Path) -> Option<(Form, Vec<Path>)> {
        let first = path.first()?;
        let module = self.modules.get(id)?;
        let is_bound = module.bindings.contains_key(first);
        if path.len() > 1 {
            let form = if is_bound { Form::Short } else { Form::Whole };
            return Some((form, self.paths(id, path)));
        }
        let is_own = module.children.contains(first) || module.types.contains(first);
        if is_bound || is_own {
            return None;
        }
        let paths = self.through_globs(id, path, DEPTH);
        (!paths.is_empty()).then(|| (Form::Short, self.all_followed(paths)))
    }

    fn paths(&self, id: usize, path: &Path) -> Vec<Path> {
        self.all_followed(self.absolute(id, path, DEPTH))
    }

    fn all_followed(&self, paths: Vec<Path>) -> Vec<Path> {
        let mut all = Vec::new();
        for path in paths {
            self.follow(path, DEPTH, &mut all);
        }
        all
    }

    /// A path from its crate on: all that it can mean.
    fn absolute(&self, id: usize, path: &Path, depth: usize) -> Vec<Path> {
        let (Some(module), Some((first, rest))) = (self.modules.get(id), path.split_first()) else {
            return Vec::new();
        };
        let with = |base: &[String]| base.iter().chain(rest).cloned().collect::<Path>();
        match first.as_str() {
            "crate" => return vec![with(module.path.get(..1).unwrap_or_default())],
            "self" => return vec![with(&module.path)],
            "super" => {
                let up = path.iter().take_while(|name| *name == "super").count();
                let base = module.path.len().saturating_sub(up);
                let base = module.path.get(..base.max(1)).unwrap_or_default().iter();
                return vec![base.chain(path.iter().skip(up)).cloned().collect()];
            }
            _ => {}
        }
        let mut found = Vec::new();
        if depth > 0 {
            for target in module.bindings.get(first).into_iter().flatten() {
                // `use serde::serde` or the path of the `use` itself.
                if target.first() == Some(first) {
                    found.push(with(target));
                } else {
                    let bases = self.absolute(id, target, depth - 1);
                    found.extend(bases.iter().map(|base| with(base)));
                }
            }
        }
        if found.is_empty() && (module.children.contains(first) || module.types.contains(first)) {
            found.push(module.path.iter().chain(path).cloned().collect());
        }
        if found.is_empty() {
            found = self.through_globs(id, path, depth);
        }
        if found.is_empty() {
            found.push(path.clone());
        }
        found
    }

    /// What a path means if its first name comes with a glob.
    fn through_globs(&self, id: usize, path: &Path, depth: usize) -> Vec<Path> {
        let (Some(module), Some(first), true) = (self.modules.get(id), path.first(), depth > 0)
        else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for glob in &module.globs {
            if glob.first() == Some(first) {
                continue;
            }
            for base in self.absolute(id, glob, depth - 1) {
                let opened = self.by_path.get(&base).and_then(|id| self.modules.get(*id));
                let has = match opened {
                    Some(opened) => opened.declares(first),
                    // A type, or a module of another crate: it may hold any type or variant.
                    None => first.starts_with(char::is_uppercase),
                };
                if has {
                    found.push(base.iter().chain(path).cloned().collect());
                }
            }
        }
        found
    }

    /// Adds the path, and where it leads through re-exports.
    fn follow(&self, path: Path, depth: usize, all: &mut Vec<Path>) {
        if all.contains(&path) {
            return;
        }
        all.push(path.clone());
        if depth == 0 {
            return;
        }
        for (at, name) in path.iter().enumerate().skip(1) {
            let base = path.get(..at).unwrap_or_default();
            // A file that is not there can declare nothing.
            let Some(id) = self.by_path.get(base).copied() else { continue };
            let Some(module) = self.modules.get(id) else { continue };
            if module.children.contains(name) || module.types.contains(name) {
                continue;
            }
            let rest: Path = path.get(at..).unwrap_or_default().to_vec();
            for target in module.bindings.get(name).into_iter().flatten() {
                let behind = rest.iter().skip(1);
                let target = target.iter().chain(behind).cloned().collect();
                for next in self.absolute(id, &target, depth - 1) {
                    self.follow(next, depth - 1, all);
                }
            }
            if !module.bindings.contains_key(name) {
                for next in self.through_globs(id, &rest, depth) {
                    self.follow(next, depth - 1, all);
                }
            }
            return;
        }
    }

    /// Every `match` of a file that stands in no test.
    pub(super) fn matches(&self, file: &str) -> Vec<Matching<'_>> {
        let modules = self.modules.iter().enumerate().filter(|(_, module)| module.file == file);
        let matches = modules.flat_map(|(id, module)| {
            module.matches.iter().map(move |(arms, own)| Matching {
                arms,
                module: id,
                own: own.as_ref(),
            })
        });
        matches.collect()
    }

    /// All that a path in a `match` can mean.
    pub(super) fn meant(&self, matching: &Matching<'_>, path: &Path) -> Vec<Path> {
        match (path.split_first(), matching.own) {
            (Some((first, rest)), Some(own)) if first == "Self" => {
                let whole = own.iter().chain(rest).cloned().collect();
                self.paths(matching.module, &whole)
            }
            _ => self.paths(matching.module, path),
        }
    }

    /// The file that declares what a path names; none where the path is that of a module, or of
    /// another crate.
    pub(super) fn home(&self, path: &Path) -> Option<&str> {
        let module = |length| path.get(..length).and_then(|path| self.by_path.get(path));
        if module(path.len()).is_some() {
            return None;
        }
        let id = (1..path.len()).rev().find_map(module)?;
        self.modules.get(*id).map(|module| module.file.as_str())
    }

    /// Whether a file is there for tests alone.
    pub(super) fn is_of_tests(&self, file: &str) -> bool {
        file.starts_with("tests/")
            || file.contains("/tests/")
            || self.is_for_tests(&module_of(file))
    }

    /// Whether a module, or one above it, is there for tests alone.
    pub(super) fn is_for_tests(&self, path: &Path) -> bool {
        (1..=path.len())
            .any(|length| path.get(..length).is_some_and(|above| self.tests.contains(above)))
    }

    /// The file of a module.
    pub(super) fn file(&self, path: &Path) -> Option<&str> {
        let id = self.by_path.get(path)?;
        self.modules.get(*id).map(|module| module.file.as_str())
    }
}

impl Module {
    fn declares(&self, name: &str) -> bool {
        self.children.contains(name)
            || self.types.contains(name)
            || self.bindings.contains_key(name)
    }

    /// Takes a `use` apart.
    fn import(&mut self, tree: &UseTree, before: &Path) {
        let with = |name: &str| {
            let mut path = before.clone();
            path.push(name.to_owned());
            path
        };
        match tree {
            UseTree::Path(path) => self.import(&path.tree, &with(&path.ident.to_string())),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.import(tree, before)),
            UseTree::Glob(glob) => {
                let span = glob.star_token.spans[0];
                self.written.push(Written { span, path: before.clone(), form: Form::Glob });
                self.globs.push(before.clone());
            }
            UseTree::Name(name) => {
                let is_self = name.ident == "self";
                let path = if is_self { before.clone() } else { with(&name.ident.to_string()) };
                let bound = path.last().cloned().unwrap_or_default();
                self.bind(name.ident.span(), bound, path);
            }
            UseTree::Rename(rename) => {
                let is_self = rename.ident == "self";
                let path = if is_self { before.clone() } else { with(&rename.ident.to_string()) };
                self.bind(rename.ident.span(), rename.rename.to_string(), path);
            }
        }
    }

    fn bind(&mut self, span: Span, name: String, path: Path) {
        self.written.push(Written { span, path: path.clone(), form: Form::Use });
        self.bindings.entry(name).or_default().push(path);
    }
}

/// The module that a file is: `src/view/start.rs` is `respect_in_practice::view::start`. The app has
/// no folder of its own and so takes the empty name.
pub(super) fn module_of(file: &str) -> Path {
    let Some((before, inside)) = file.split_once("src/") else { return vec![file.to_owned()] };
    if !(before.is_empty() || before.ends_with('/')) {
        return vec![file.to_owned()];
    }
    let name = before.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    let names = inside.split('/').filter(|name| !matches!(*name, "main" | "lib" | ""));
    std::iter::once(name.replace('-', "_")).chain(names.map(str::to_owned)).collect()
}

/// Whether a block holds the arms of a `match`.
fn has_arms(block: &TokenStream) -> bool {
    let tokens: Vec<_> = block.clone().into_iter().collect();
    tokens.windows(2).any(|pair| is_mark(pair.first(), '=') && is_mark(pair.last(), '>'))
}

/// A name behind `.` is a field or a method, one behind `'` a lifetime, and one behind `::` goes on
/// with a path, if that does not begin with `::`.
fn is_inside_path(tokens: &[TokenTree], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    if is_mark(before(1), '\'') {
        return true;
    }
    if is_mark(before(1), '.') {
        return !is_mark(before(2), '.');
    }
    is_mark(before(1), ':')
        && is_mark(before(2), ':')
        && (matches!(before(3), Some(TokenTree::Ident(_))) || is_mark(before(3), '>'))
}

/// The path that begins here, up to what is no name, and how many tokens it is long.
pub(super) fn path(tokens: &[TokenTree]) -> (Path, usize) {
    let mut path = Path::new();
    let mut at = 0;
    while let Some(TokenTree::Ident(name)) = tokens.get(at) {
        path.push(name.to_string());
        at += 1;
        if is_mark(tokens.get(at), ':')
            && is_mark(tokens.get(at + 1), ':')
            && matches!(tokens.get(at + 2), Some(TokenTree::Ident(_)))
        {
            at += 2;
        } else {
            break;
        }
    }
    (path, at.max(1))
}

/// In what stands between `impl` and its body: where the type begins that is implemented.
fn implementor(head: &[TokenTree]) -> Option<&[TokenTree]> {
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, token) in head.iter().enumerate() {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '<' => depth += 1,
            // Not the arrow of a function.
            TokenTree::Punct(mark) if mark.as_char() == '>' => {
                let arrow = at.checked_sub(1).is_some_and(|at| is_mark(head.get(at), '-'));
                depth = if arrow { depth } else { depth.saturating_sub(1) };
                // Parameters of the `impl` itself.
                if depth == 0 && start == 0 && is_mark(head.first(), '<') {
                    start = at + 1;
                }
            }
            token if depth == 0 && is_word(Some(token), "for") => start = at + 1,
            token if depth == 0 && is_word(Some(token), "where") => break,
            _ => {}
        }
    }
    head.get(start..)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn modules(files: &[(&str, &str)]) -> Modules {
        let mut modules = Modules::default();
        for (file, text) in files {
            modules.add(file, &Code::of(text).unwrap());
        }
        modules
    }

    /// The last path of each name in the first file.
    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[&str]) {
        let names = modules(files).names(files[0].0);
        let last = names.iter().filter_map(|name| name.paths.last());
        // The app's own name is empty.
        let whole = last.map(|path| path.join("::")).map(|path| match path.strip_prefix("::") {
            Some(inside) => format!("crate::{inside}"),
            None => path,
        });
        let found: Vec<_> = whole.collect();
        assert_eq!(found, expected, "{}", files[0].1);
    }

    const START: &str = "src/view/start.rs";

    #[test]
    fn groups_and_relative_paths_are_made_whole() {
        check(
            &[(START, "use domain::{id::A, save::{self, v1::B as C}, *};")],
            &["domain::id::A", "domain::save", "domain::save::v1::B", "domain"],
        );
        check(
            &[(START, "use super::{parts, super::shell};")],
            &["crate::view::parts", "crate::shell"],
        );
        check(&[(START, "fn a() { super::super::browser::x() }")], &["crate::browser::x"]);
        check(
            &[(START, "fn a() { let a: web_sys::Node = b.c::<d::E>(); }")],
            &["web_sys::Node", "d::E"],
        );
    }

    #[test]
    fn aliases_are_followed() {
        check(
            &[(START, "use crate::view::{self}; fn a() { view::plan::screen }")],
            &["crate::view", "crate::view::plan::screen"],
        );
        check(
            &[(START, "use crate::view as v; use v::plan as p; fn a() { p::screen }")],
            &["crate::view", "crate::view::plan", "crate::view::plan::screen"],
        );
        check(
            &[(START, "mod own; fn a() { own::b(); html! { <p>{ own::c() }</p> } }")],
            &["crate::view::start::own::b", "crate::view::start::own::c"],
        );
    }

    #[test]
    fn re_exports_and_globs_are_followed() {
        let view = (
            "src/view.rs",
            "mod plan; mod shelf; mod start; pub use plan::Row; use plan::screen as s;",
        );
        check(&[(START, "use crate::view::Row;"), view], &["crate::view::plan::Row"]);
        check(
            &[(START, "use super::*; fn a() { plan::screen(); s(); Row::new() }"), view],
            &[
                "crate::view",
                "crate::view::plan::screen",
                "crate::view::plan::screen",
                "crate::view::plan::Row::new",
            ],
        );
        let shelf = ("src/view/shelf.rs", "pub use crate::view::*;");
        check(
            &[(START, "fn a() { crate::view::shelf::Row::new() }"), view, shelf],
            &["crate::view::plan::Row::new"],
        );
    }

    #[test]
    fn own_types_and_self_stand_for_their_paths() {
        check(
            &[(
                "domain/src/kind.rs",
                "enum Kind { A } impl<T: B<C>> D<T> for Kind { fn a() { Self::A } }",
            )],
            &["domain::kind::Kind::A"],
        );
        check(
            &[("domain/src/kind.rs", "use crate::x::*; fn a() { match b { A => Kind::B } }")],
            &["domain::x", "domain::x::A", "domain::x::Kind::B"],
        );
    }
}
