//! Paths that a file names, with `use` groups taken apart and relative ones made whole.

/// Every path in the code, with its offset.
pub(super) fn paths(code: &str, file: &str) -> Vec<(usize, String)> {
    let tokens = tokens(code);
    let mut paths = Vec::new();
    let mut at = 0;
    while let Some((offset, token)) = tokens.get(at).copied() {
        if token == "use" {
            at = tree(&tokens, at + 1, "", &mut paths);
        } else if is_name(token) {
            let mut path = token.to_owned();
            while tokens.get(at + 1).is_some_and(|(_, token)| *token == "::")
                && let Some((_, name)) = tokens.get(at + 2)
                && is_name(name)
            {
                path.push_str("::");
                path.push_str(name);
                at += 2;
            }
            paths.push((offset, path));
            at += 1;
        } else {
            at += 1;
        }
    }
    let module = module(file);
    paths.into_iter().map(|(offset, path)| (offset, whole(&path, &module))).collect()
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Names, `::` and single characters.
fn tokens(code: &str) -> Vec<(usize, &str)> {
    let name = |c: char| c.is_alphanumeric() || c == '_';
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = code.get(at..)
        && let Some(first) = rest.chars().next()
    {
        let length = if name(first) {
            rest.find(|c| !name(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace()
            && let Some(token) = rest.get(..length)
        {
            tokens.push((at, token));
        }
        at += length;
    }
    tokens
}

/// One branch of a `use`, up to what ends it.
fn tree(
    tokens: &[(usize, &str)],
    mut at: usize,
    before: &str,
    paths: &mut Vec<(usize, String)>,
) -> usize {
    let mut path = before.to_owned();
    let mut start = None;
    while let Some((offset, token)) = tokens.get(at).copied() {
        match token {
            "::" => path.push_str("::"),
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|(_, token)| *token != "}") {
                    at = tree(tokens, at, &path, paths);
                    if tokens.get(at).is_some_and(|(_, token)| *token == ",") {
                        at += 1;
                    }
                    if tokens.get(at).is_some_and(|(_, token)| *token == ";") {
                        return at;
                    }
                }
                start = None;
                path = before.to_owned();
            }
            "," | "}" | ";" => break,
            "as" => at += 1,
            "*" => {}
            name => {
                path.push_str(name);
                start.get_or_insert(offset);
            }
        }
        at += 1;
    }
    if let Some(start) = start {
        paths.push((start, path.trim_end_matches("::").to_owned()));
    }
    at
}

/// The module that a file is: `src/view/start.rs` is `crate::view::start`.
fn module(file: &str) -> Vec<&str> {
    let inside = file.split_once("src/").map_or("", |(_, inside)| inside);
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    let names = inside.split('/').filter(|name| !matches!(*name, "main" | "lib" | ""));
    std::iter::once("crate").chain(names).collect()
}

fn whole(path: &str, module: &[&str]) -> String {
    let mut names: Vec<_> = path.split("::").collect();
    let mut base = module.to_vec();
    match names.first() {
        Some(&"self") => drop(names.remove(0)),
        Some(&"super") => {
            while names.first() == Some(&"super") {
                names.remove(0);
                base.pop();
            }
        }
        _ => return path.to_owned(),
    }
    base.extend(names);
    base.join("::")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, expected: &[&str]) {
        let found: Vec<_> =
            paths(code, "src/view/start.rs").into_iter().map(|(_, path)| path).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn groups_and_relative_paths_are_made_whole() {
        check(
            "use domain::{id::A, save::{self, v1::B as C}, *};",
            &["domain::id::A", "domain::save::self", "domain::save::v1::B"],
        );
        check("use super::{parts, super::shell};", &["crate::view::parts", "crate::shell"]);
        check("super::super::browser::x()", &["crate::browser::x"]);
        check("let a: web_sys::Node = b;", &["let", "a", "web_sys::Node", "b"]);
    }
}
