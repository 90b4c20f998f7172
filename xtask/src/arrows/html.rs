//! Rules of `html!`: what a person reads comes from the content, and what Yew or the page's policy
//! would get wrong is not written at all.

use std::ops::Range;

use super::rust::Code;
use super::{Broken, Source};

/// The inside of one `html!`.
pub(super) struct Template {
    range: Range<usize>,
}

/// Attributes that a person reads or hears.
const READ: &[&str] = &[
    "alt",
    "aria-description",
    "aria-label",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "content",
    "label",
    "placeholder",
    "summary",
    "title",
];

/// All `html!` of a file, nested ones as part of the outer.
pub(super) fn templates(code: &Code) -> Vec<Template> {
    let mut templates = Vec::<Template>::new();
    for (at, found) in code.text.match_indices("html!") {
        if templates.last().is_some_and(|last| last.range.contains(&at)) {
            continue;
        }
        let behind = code.text.get(at + found.len()..).unwrap_or_default();
        let start = code.text.len() - behind.trim_start().len();
        if let Some(length) = closed(code.text.get(start..).unwrap_or_default()) {
            templates.push(Template { range: start + 1..start + length - 1 });
        }
    }
    templates
}

/// Length up to the bracket that closes the first one.
fn closed(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// Letters in a literal that becomes text, and in attributes that are read; whole sentences in any
/// literal of the view.
pub(super) fn sentences(source: &Source<'_>) -> Vec<Broken> {
    if !source.is_in("src/view") {
        return Vec::new();
    }
    let mut broken = Vec::new();
    for literal in &source.code.literals {
        let offset = literal.offset;
        let inside = source.templates.iter().find(|template| template.range.contains(&offset));
        let is_read = inside.is_some_and(|template| {
            let before = source.code.text.get(template.range.start..offset);
            is_read(before.unwrap_or_default(), &literal.text)
        });
        if is_read || is_sentence(&literal.text) {
            broken.push(Broken { offset, by: format!("“{}”", literal.text) });
        }
    }
    broken
}

/// Whether a person reads a literal that stands behind this part of a template.
fn is_read(before: &str, literal: &str) -> bool {
    if !literal.contains(char::is_alphabetic) {
        return false;
    }
    let mut open = Vec::new();
    for (at, c) in before.char_indices() {
        match c {
            '{' | '(' | '[' => open.push((at, c)),
            '}' | ')' | ']' => drop(open.pop()),
            _ => {}
        }
    }
    // The outermost bracket behind a `=` decides: everything inside makes that attribute.
    for (at, _) in &open {
        if let Some(name) = attribute(before.get(..*at).unwrap_or_default()) {
            return READ.contains(&name);
        }
    }
    // An argument that is a class or a name, and no words.
    let name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "- ".contains(c);
    if let Some((at, '(')) = open.last()
        && before.get(..*at).is_some_and(|before| !before.ends_with('!'))
        && literal.chars().all(name)
    {
        return false;
    }
    let before = before.trim_end();
    // Compared with: not shown.
    if before.ends_with("==") || before.ends_with("!=") {
        return false;
    }
    attribute(before).is_none_or(|name| READ.contains(&name))
}

/// The attribute whose value begins here.
fn attribute(before: &str) -> Option<&str> {
    let before = before.trim_end().strip_suffix('=')?.trim_end();
    let part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let start = before.rfind(|c| !part(c)).map_or(0, |at| at + 1);
    before.get(start..).filter(|name| !name.is_empty())
}

/// Three words, and the looks of a sentence.
fn is_sentence(text: &str) -> bool {
    let is_word = |word: &&str| {
        word.chars().count() > 1
            && word.chars().all(|c| c.is_alphabetic() || "'’,.;:?!…-".contains(c))
    };
    let words = text.split_whitespace().filter(is_word).count();
    let begins = text.starts_with(char::is_uppercase);
    let ends = text.ends_with(['.', '?', '!', '…']);
    words >= 3 && (begins || ends)
}

/// `{ for … }` flattens its nodes into the parent, and the nodes before it lose text and focus
/// (yew#3262). The loop statement `for x in xs { … }` is fine.
pub(super) fn for_blocks(source: &Source<'_>) -> Vec<Broken> {
    in_templates(source, "for", |before, behind| {
        let head = behind.split(['{', '}']).next().unwrap_or_default();
        before.trim_end().ends_with('{') && !head.contains(" in ")
    })
}

/// The page's policy drops `style=` silently; classes and `set_property` work.
pub(super) fn styles(source: &Source<'_>) -> Vec<Broken> {
    in_templates(source, "style", |before, behind| {
        let behind = behind.trim_start();
        !before.ends_with('-') && behind.starts_with('=') && !behind.starts_with("==")
    })
}

/// A key is a stable id: never a place in a list, nor one with a place mixed in.
pub(super) fn keys(source: &Source<'_>) -> Vec<Broken> {
    // The paper draws a finished report, and parts draw lists of words that are handed to them: what
    // has no id and never moves is counted.
    if source.is_in("src/view/paper") || source.is_in("src/view/parts") {
        return Vec::new();
    }
    in_templates(source, "key", |_, behind| {
        let Some(value) = behind.trim_start().strip_prefix('=') else { return false };
        let value = value.trim_start_matches(['{', ' ', '*']);
        let word = value.split(|c: char| !(c.is_alphanumeric() || "_!".contains(c))).next();
        matches!(word, Some("i" | "n" | "at" | "index" | "position" | "format!"))
    })
}

fn in_templates(
    source: &Source<'_>,
    word: &str,
    is_broken: impl Fn(&str, &str) -> bool,
) -> Vec<Broken> {
    let mut broken = Vec::new();
    for template in &source.templates {
        let inside = source.code.text.get(template.range.clone()).unwrap_or_default();
        for (at, found) in super::rust::words(inside, word) {
            let (before, behind) = inside.split_at(at);
            let behind = behind.get(found.len()..).unwrap_or_default();
            if is_broken(before, behind) {
                let by = behind.lines().next().unwrap_or_default();
                let offset = template.range.start + at;
                broken.push(Broken { offset, by: format!("{found}{by}") });
            }
        }
    }
    broken
}
