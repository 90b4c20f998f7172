//! Kinds of question outside their rooms. What depends on the kind stands in the file of the kind, so
//! that a new kind is a new file and the compiler leads to the few places that must know of it.
//! A wildcard over kinds would leave one of those places out without a word.

use std::collections::BTreeMap;

use proc_macro2::Span;
use syn::parse::{ParseStream, Parser};
use syn::{Arm, Member, Pat};

use super::names::{Form, Matching, Modules, Name, Path};
use super::{Broken, File};

/// The enum of all kinds.
const KIND: &[&str] = &["domain", "questions", "Kind"];

/// Where kinds are at home: a file, and the folder of the same name.
const ROOMS: &[&str] =
    &["domain/src/questions", "src/view/section/questions", "compiler/src/kinds"];

/// A file outside the rooms that names kinds and may, with the reason.
pub(super) type Guest = (&'static str, &'static str);

/// All of them. None is left: whoever meets a question asks it (`domain/src/questions/room.rs`).
pub(super) const GUESTS: &[Guest] = &[];

/// Files that name kinds outside the rooms and are no guests, and guests that name none.
pub(super) fn outside<'a>(
    files: &'a [File],
    names: &[Vec<Name>],
    modules: &Modules,
    guests: &[Guest],
) -> Vec<(&'a File, Broken)> {
    let mut broken = Vec::new();
    for (file, names) in files.iter().zip(names) {
        let is_at_home = ROOMS.iter().any(|room| {
            file.path.strip_prefix(room).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
        });
        let is_test = modules.is_of_tests(&file.path);
        let first = names.iter().find(|name| names_a_kind(name));
        let guest = guests.iter().find(|(guest, _)| *guest == file.path);
        match (first, guest) {
            (Some(name), None) if !is_at_home && !is_test => {
                let path = name.paths.last().map(|path| path.join("::")).unwrap_or_default();
                let by = format!(
                    "names {path}: move what depends on the kind into the kind's file in {}",
                    ROOMS.join(", ")
                );
                broken.push((file, Broken::new(name.span, by)));
            }
            (None, Some((_, because))) => {
                let by = format!(
                    "the list of files that may name kinds has it ({because}), but it names none: \
                     take it out of the list"
                );
                broken.push((file, Broken::whole(by)));
            }
            _ => {}
        }
    }
    broken
}

/// A variant of the enum; or all of them, by a star.
fn names_a_kind(name: &Name) -> bool {
    name.paths.iter().any(|path| is_kind(path) || name.form == Form::Glob && *path == KIND)
}

fn is_kind(path: &Path) -> bool {
    // `Kind::ALL` and `Kind::reads` tell no kind from another.
    let is_variant =
        |name: &String| name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
    path.iter().zip(KIND).all(|(part, expected)| part == expected)
        && path.get(KIND.len()).is_some_and(is_variant)
}

/// Arms of a `match` that take kinds without naming them.
pub(super) fn wildcards(modules: &Modules, file: &str) -> Vec<Broken> {
    let arms = |input: ParseStream<'_>| {
        let mut arms = Vec::new();
        while !input.is_empty() {
            arms.push(input.parse::<Arm>()?);
        }
        Ok(arms)
    };
    let mut broken = Vec::new();
    for matching in modules.matches(file) {
        // Arms that hold markup are read by `html!` and by nobody else.
        let Ok(arms) = arms.parse2(matching.arms.clone()) else { continue };
        let shapes: Vec<_> = arms.iter().map(|arm| shape(&arm.pat, modules, &matching)).collect();
        if let Some(span) = wild(&shapes.iter().collect::<Vec<_>>()) {
            let by = "takes kinds without naming them: name each, so that a new kind is not \
                      forgotten here";
            broken.push(Broken::new(span, by.to_owned()));
        }
    }
    broken
}

/// What a pattern says of kinds.
enum Shape {
    /// One kind.
    Kind,
    /// Anything.
    Wild(Span),
    /// Several in one arm.
    Or(Vec<Shape>),
    /// A value in parts: a tuple, or a variant or struct of this name.
    Parts { name: String, parts: BTreeMap<String, Shape>, span: Span },
    /// Nothing of kinds.
    Other,
}

fn shape(pattern: &Pat, modules: &Modules, matching: &Matching<'_>) -> Shape {
    let inner = |pattern: &Pat| shape(pattern, modules, matching);
    let numbered = |patterns: &mut dyn Iterator<Item = &Pat>| {
        // Behind `..` the places are not known.
        let known = patterns.take_while(|pattern| !matches!(pattern, Pat::Rest(_)));
        known.enumerate().map(|(at, part)| (at.to_string(), inner(part))).collect()
    };
    let named = |path: &syn::Path, parts: BTreeMap<String, Shape>| {
        let span = path.segments.first().map_or_else(Span::call_site, |part| part.ident.span());
        let path: Path = path.segments.iter().map(|part| part.ident.to_string()).collect();
        match modules.meant(matching, &path) {
            paths if paths.iter().any(is_kind) => Shape::Kind,
            paths => {
                let name = paths.last().unwrap_or(&path).join("::");
                Shape::Parts { name, parts, span }
            }
        }
    };
    match pattern {
        Pat::Wild(wild) => Shape::Wild(wild.underscore_token.span),
        Pat::Ident(bound) => match &bound.subpat {
            Some((_, pattern)) => inner(pattern),
            None if bound.ident.to_string().starts_with(char::is_uppercase) => {
                named(&bound.ident.clone().into(), BTreeMap::new())
            }
            None => Shape::Wild(bound.ident.span()),
        },
        Pat::Or(or) => Shape::Or(or.cases.iter().map(inner).collect()),
        Pat::Paren(paren) => inner(&paren.pat),
        Pat::Reference(reference) => inner(&reference.pat),
        // It leaves the rest to the arms that follow.
        Pat::Guard(guard) => match inner(&guard.pat) {
            Shape::Wild(_) => Shape::Other,
            shape => shape,
        },
        Pat::Tuple(tuple) => {
            let parts = numbered(&mut tuple.elems.iter());
            Shape::Parts { name: String::new(), parts, span: tuple.paren_token.span.open() }
        }
        Pat::TupleStruct(it) => named(&it.path, numbered(&mut it.elems.iter())),
        Pat::Path(it) => named(&it.path, BTreeMap::new()),
        Pat::Struct(it) => {
            let parts = it.fields.iter().map(|field| {
                let name = match &field.member {
                    Member::Named(name) => name.to_string(),
                    Member::Unnamed(at) => at.index.to_string(),
                };
                (name, inner(&field.pat))
            });
            named(&it.path, parts.collect())
        }
        _ => Shape::Other,
    }
}

/// Where anything is taken while another arm names a kind in the same place.
fn wild(shapes: &[&Shape]) -> Option<Span> {
    let mut flat = Vec::new();
    let mut open: Vec<&Shape> = shapes.iter().rev().copied().collect();
    while let Some(shape) = open.pop() {
        match shape {
            Shape::Or(cases) => open.extend(cases.iter().rev()),
            shape => flat.push(shape),
        }
    }
    let anything = flat.iter().find_map(|shape| match shape {
        Shape::Wild(span) => Some(*span),
        _ => None,
    });
    if flat.iter().any(|shape| matches!(shape, Shape::Kind)) {
        return anything;
    }
    // By name, and by the place of the part.
    let mut places = BTreeMap::<(&str, &str), Vec<&Shape>>::new();
    for shape in &flat {
        if let Shape::Parts { name, parts, .. } = shape {
            for (place, part) in parts {
                places.entry((name, place)).or_default().push(part);
            }
        }
    }
    let everything = anything.map(Shape::Wild);
    for ((name, place), mut parts) in places {
        let without: Vec<_> = flat
            .iter()
            .filter_map(|shape| match shape {
                Shape::Parts { name: other, parts, span }
                    if other == name && !parts.contains_key(place) =>
                {
                    Some(Shape::Wild(*span))
                }
                _ => None,
            })
            .collect();
        parts.extend(&without);
        parts.extend(&everything);
        if let Some(span) = wild(&parts) {
            return Some(span);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::code::Code;
    use super::*;

    const QUESTIONS: &str = "pub enum Kind { Ladder(u8), Decision, Tactics }
        impl Kind { pub const ALL: u8 = 3; pub fn reads(&self) {} }";

    fn tree(path: &str, text: &str) -> (Vec<File>, Modules) {
        let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
        let lib = file(
            "domain/src/lib.rs",
            "pub mod questions; pub mod report; pub use questions::Kind;",
        );
        let files = vec![lib, file("domain/src/questions.rs", QUESTIONS), file(path, text)];
        let mut modules = Modules::default();
        for file in &files {
            modules.add(&file.path, &Code::of(&file.text).unwrap());
        }
        (files, modules)
    }

    fn named(path: &str, text: &str, guests: &[Guest]) -> Vec<String> {
        let (files, modules) = tree(path, text);
        let names: Vec<_> = files.iter().map(|file| modules.names(&file.path)).collect();
        let found = outside(&files, &names, &modules, guests);
        found.into_iter().map(|(file, broken)| format!("{}: {}", file.path, broken.by)).collect()
    }

    #[test]
    fn a_kind_is_named_in_its_rooms_alone() {
        for text in [
            "use domain::questions::Kind; fn a() { matches!(b, Kind::Ladder(_)) }",
            "use domain::questions as q; fn a() { q::Kind::Decision }",
            "use domain::Kind as Sort; fn a() { if let Sort::Ladder(c) = b {} }",
            "use domain::questions::Kind::*;",
            "use domain::questions::Kind::{Decision, Tactics};",
            "fn a() { html! { <p>{ domain::questions::Kind::Decision }</p> } }",
        ] {
            let found = named("src/a.rs", text, &[]);
            assert!(
                matches!(&found[..], [one] if one.starts_with("src/a.rs: names domain::questions::Kind")),
                "{text}: {found:?}"
            );
            assert_eq!(named("src/view/section/questions/ladder.rs", text, &[]), [""; 0]);
        }
        let text = "use crate::questions::Kind; fn a() { Kind::Decision }";
        assert_eq!(named("domain/src/report.rs", text, &[]).len(), 1);
        for fine in [
            "use domain::questions::Kind; fn a(b: Kind) { b.reads(Kind::ALL, Kind::reads) }",
            "enum Kind { Ladder } fn a() { Kind::Ladder }",
            "#[cfg(test)] mod tests { use domain::questions::Kind; const A: Kind = Kind::Decision; }",
        ] {
            assert_eq!(named("src/a.rs", fine, &[]), [""; 0], "{fine}");
        }
    }

    #[test]
    fn the_list_of_guests_holds_no_more_than_it_must() {
        let guests = [("src/a.rs", "reason")];
        let text = "fn a() { domain::questions::Kind::Decision }";
        assert_eq!(named("src/a.rs", text, &guests), [""; 0]);
        let found = named("src/a.rs", "fn a() {}", &guests);
        assert!(found[0].contains("(reason), but it names none"), "{found:?}");
    }

    fn wild_at(text: &str) -> Vec<usize> {
        let (_, modules) = tree("domain/src/report.rs", text);
        wildcards(&modules, "domain/src/report.rs").iter().map(|broken| broken.offset).collect()
    }

    #[test]
    fn no_arm_takes_kinds_without_naming_them() {
        for arms in [
            "Kind::Ladder(_) | Kind::Decision => 1, ~_ => 2",
            "Kind::Ladder(_) => { a.b() } ~other => c(other)",
            "Some(Kind::Ladder(_)) => 1, ~_ => 2",
            "Some(Kind::Ladder(_)) => 1, Some(~_) => 2, None => 3",
            "(Kind::Ladder(_), 1) => 1, (Kind::Ladder(_), _) => 2, (~_, 3) => 4",
            "Question { kind: Kind::Decision, .. } => 1, ~Question { .. } => 2",
            "&Kind::Decision => 1, a @ ~_ => 2",
        ] {
            let text = format!(
                "use crate::questions::Kind; fn a() {{ html! {{ {{ match b {{ {arms} }} }} }} }}"
            );
            let at = text.find('~').unwrap();
            assert_eq!(wild_at(&text.replace('~', "")), [at], "{arms}");
        }
        for fine in [
            "Kind::Ladder(_) => 1, Kind::Decision | Kind::Tactics => 2",
            "(Kind::Ladder(_), _) => 1, (Kind::Decision | Kind::Tactics, _) => 2",
            "Kind::Ladder(_) if a => 1, b if c => 2, Kind::Ladder(_) | Kind::Decision | Kind::Tactics => 3",
            "Some(Kind::Ladder(_) | Kind::Decision | Kind::Tactics) => 1, None => 2",
            "Other::Ladder => 1, _ => 2",
        ] {
            let text = format!("use crate::questions::Kind; fn a() {{ match b {{ {fine} }} }}");
            assert_eq!(wild_at(&text), [0; 0], "{fine}");
        }
    }
}
