//! Rules of `html!`: what a person reads comes from the content, and what Yew or the page's policy
//! would get wrong is not written at all.

use proc_macro2::{Delimiter, Group, Span, TokenTree};

use super::code::{self, group, is_mark, is_word};
use super::{Broken, Source};

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

/// What a place in a list is called, and what could mix one in.
const PLACES: &[&str] = &["i", "n", "at", "index", "position"];

/// The insides of all `html!` of a file, nested ones as part of the outer.
fn templates(tokens: &[TokenTree], found: &mut Vec<Group>) {
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(inside) = token else { continue };
        let macro_name = at.checked_sub(2).and_then(|at| tokens.get(at));
        let is_macro = at > 0 && is_mark(tokens.get(at - 1), '!');
        if is_macro && is_word(macro_name, "html") {
            found.push(inside.clone());
        } else {
            templates(&code::inside(inside), found);
        }
    }
}

/// Letters in a literal that becomes text, and in attributes that are read; whole sentences in any
/// literal of the view.
pub(super) fn sentences(source: &Source<'_>) -> Vec<Broken> {
    if !source.is_in("src/view") {
        return Vec::new();
    }
    let literals = source.code.literals.iter();
    let mut said: Vec<_> = literals
        .filter(|literal| is_sentence(&literal.text))
        .map(|literal| (literal.span, literal.text.clone()))
        .collect();
    let mut found = Vec::new();
    templates(&source.code.tokens, &mut found);
    for template in &found {
        read(&code::inside(template), None, false, &mut said);
    }
    said.into_iter().map(|(span, text)| Broken::new(span, format!("“{text}”"))).collect()
}

/// Finds literals that a person reads. `attribute` is the one that everything here makes, and
/// `is_call` says that these are the arguments of a function.
fn read(
    tokens: &[TokenTree],
    attribute: Option<&str>,
    is_call: bool,
    said: &mut Vec<(Span, String)>,
) {
    for (at, token) in tokens.iter().enumerate() {
        let before = tokens.get(..at).unwrap_or_default();
        let own = assigned(before);
        let attribute = attribute.or(own.as_deref());
        match token {
            TokenTree::Group(inside) => {
                let is_call =
                    inside.delimiter() == Delimiter::Parenthesis && !is_mark(before.last(), '!');
                read(&code::inside(inside), attribute, is_call, said);
            }
            TokenTree::Literal(literal) => {
                let Some(text) = code::text(literal) else { continue };
                let is_read = match attribute {
                    Some(name) => READ.contains(&name),
                    None => !(is_compared(before) || is_call && is_plain(&text)),
                };
                if is_read && text.contains(char::is_alphabetic) {
                    said.push((literal.span(), text));
                }
            }
            _ => {}
        }
    }
}

/// A class or a name, and no words.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "- ".contains(c))
}

/// Behind `==` or `!=`: compared with, not shown.
fn is_compared(before: &[TokenTree]) -> bool {
    let [.., first, second] = before else { return false };
    is_mark(Some(second), '=') && (is_mark(Some(first), '=') || is_mark(Some(first), '!'))
}

/// The attribute whose value begins behind these tokens: `aria-label=`.
fn assigned(before: &[TokenTree]) -> Option<String> {
    let (last, before) = before.split_last()?;
    if !is_mark(Some(last), '=') {
        return None;
    }
    let mut name = String::new();
    for token in before.iter().rev() {
        let is_hyphen = is_mark(Some(token), '-');
        match token {
            // `<p class`: a name behind a name is another one.
            TokenTree::Ident(part) if name.is_empty() || name.starts_with('-') => {
                name.insert_str(0, &part.to_string());
            }
            _ if is_hyphen && !name.is_empty() => name.insert(0, '-'),
            _ => break,
        }
    }
    (!name.is_empty()).then_some(name)
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
    in_templates(source, "for", |before, behind, delimiter| {
        let is_brace = |token: &TokenTree| group(Some(token), Delimiter::Brace).is_some();
        let mut head = behind.iter().take_while(|token| !is_brace(token));
        let opens = before.is_empty() && delimiter == Delimiter::Brace;
        opens && !head.any(|token| is_word(Some(token), "in"))
    })
}

/// The page's policy drops `style=` silently; classes and `set_property` work.
pub(super) fn styles(source: &Source<'_>) -> Vec<Broken> {
    in_templates(source, "style", |before, behind, _| {
        !is_mark(before.last(), '-') && is_assignment(behind)
    })
}

/// A key is a stable id: never a place in a list, nor one with a place mixed in.
pub(super) fn keys(source: &Source<'_>) -> Vec<Broken> {
    // The paper draws a finished report, and parts draw lists of words that are handed to them: what
    // has no id and never moves is counted.
    if source.is_in("src/view/paper") || source.is_in("src/view/parts") {
        return Vec::new();
    }
    in_templates(source, "key", |_, behind, _| {
        if !is_assignment(behind) {
            return false;
        }
        let value = match group(behind.get(1), Delimiter::Brace) {
            Some(inside) => code::inside(inside),
            None => behind.get(1..).unwrap_or_default().to_vec(),
        };
        let mut value = value.iter().skip_while(|token| is_mark(Some(token), '*'));
        let first = value.next();
        let is_format = is_word(first, "format") && is_mark(value.next(), '!');
        is_format || PLACES.iter().any(|place| is_word(first, place))
    })
}

/// `=` and not `==`.
fn is_assignment(behind: &[TokenTree]) -> bool {
    is_mark(behind.first(), '=') && !is_mark(behind.get(1), '=')
}

/// Finds a word in templates by what stands before and behind it in the same brackets.
fn in_templates(
    source: &Source<'_>,
    word: &str,
    is_broken: impl Fn(&[TokenTree], &[TokenTree], Delimiter) -> bool + Copy,
) -> Vec<Broken> {
    fn find(
        inside: &Group,
        word: &str,
        is_broken: impl Fn(&[TokenTree], &[TokenTree], Delimiter) -> bool + Copy,
        broken: &mut Vec<Broken>,
    ) {
        let tokens = code::inside(inside);
        for (at, token) in tokens.iter().enumerate() {
            let behind = tokens.get(at + 1..).unwrap_or_default();
            let before = tokens.get(..at).unwrap_or_default();
            match token {
                TokenTree::Group(inside) => find(inside, word, is_broken, broken),
                token
                    if is_word(Some(token), word)
                        && is_broken(before, behind, inside.delimiter()) =>
                {
                    let line: String = behind.iter().take(2).map(ToString::to_string).collect();
                    broken.push(Broken::new(token.span(), format!("{word} {line}")));
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    templates(&source.code.tokens, &mut found);
    let mut broken = Vec::new();
    for template in &found {
        find(template, word, is_broken, &mut broken);
    }
    broken
}
